import MoneyAndDates
import Wording

extension ScheduleKind {
  /// What people call it.
  package var name: BilingualText {
    switch self {
    case .equalInstalment: BilingualText(zh: "等额本息", en: "equal instalments")
    case .equalPrincipal: BilingualText(zh: "等额本金", en: "equal principal")
    case .flatFee: BilingualText(zh: "等本等费", en: "equal principal and flat fee")
    case .interestOnly: BilingualText(zh: "先息后本", en: "interest only, principal at the end")
    case .balloon: BilingualText(zh: "气球贷（尾款一次付清）", en: "balloon (rest at the end)")
    case .lumpSum: BilingualText(zh: "一次性结清", en: "one lump sum")
    case .deferral: BilingualText(zh: "延期还款", en: "deferral")
    }
  }
}

extension Schedule where A == Money {
  /// The rows as an aligned table with the totals in the last line.
  ///
  /// With `firstDue` each row names its day. A table longer than `mostRows` shows its beginning, its
  /// last row and how many are left out between.
  package func table(
    firstDue: CalendarDate?, in language: Language, mostRows: Int = 60
  ) -> String {
    let isChinese = language == .zh
    var lines = [
      isChinese
        ? ["期", "应还", "本金", "利息或费用", "剩余"] : ["No.", "pay", "principal", "interest or fee", "left"]
    ]
    let dates = firstDue != nil
    if dates { lines[0].insert(isChinese ? "应还日" : "due", at: 1) }
    let shown = rows.count > max(2, mostRows) ? max(1, mostRows - 1) : rows.count
    for index in rows.indices where index < shown || index == rows.count - 1 {
      if index > 0, index == rows.count - 1, shown < rows.count - 1 {
        let hidden = rows.count - 1 - shown
        lines.append([isChinese ? "…（略 \(hidden) 期）" : "… (\(hidden) more)"])
      }
      lines.append(line(index, firstDue: firstDue, in: language))
    }
    var totals = [
      isChinese ? "合计" : "total", totalPaid.yuan, principal.yuan, totalInterest.yuan, "",
    ]
    if dates { totals.insert("", at: 1) }
    lines.append(totals)
    return TextTable(lines).text
  }

  private func line(_ index: Int, firstDue: CalendarDate?, in language: Language) -> [String] {
    let row = rows[index]
    var cells = [
      String(index + 1), row.paid.yuan, row.principal.yuan, row.interest.yuan, row.balance.yuan,
    ]
    if let firstDue {
      cells.insert(Schedule.dueDate(ofRow: index, firstDue: firstDue)?.iso ?? "—", at: 1)
    }
    return cells
  }

  /// Several plans side by side: first and last payment, number of payments, total, interest.
  package static func comparison(of plans: [Schedule], in language: Language) -> String {
    let heading =
      language == .zh
      ? ["方案", "期数", "首期", "末期", "合计", "利息或费用"]
      : ["plan", "payments", "first", "last", "total", "interest or fee"]
    let lines = plans.map { plan in
      [
        plan.kind.name[language], String(plan.rows.count), plan.firstPayment.yuan,
        plan.lastPayment.yuan, plan.totalPaid.yuan, plan.totalInterest.yuan,
      ]
    }
    return TextTable([heading] + lines).text
  }
}
