import Charts
import CoreFunctions
import MoneyAndDates
import PlanFile
import Planning
import Wording

/// The page about a sheet as blocks, in one language; the same values give the same page.
package struct PlanContent: Sendable {
  /// What it shows.
  package let comparison: PlanComparison
  /// The language of its words.
  package let language: Language

  /// The page of a comparison.
  package init(_ comparison: PlanComparison, in language: Language) {
    self.comparison = comparison
    self.language = language
  }

  /// The title.
  package var title: String {
    text(
      "还款方案对比（\(comparison.sheet.today.iso)）",
      "Repayment plans compared (\(comparison.sheet.today.iso))")
  }

  /// The page's blocks in order.
  package var blocks: [PlanBlock] {
    var blocks = budgetBlocks + debtBlocks
    if comparison.isDeficit {
      blocks += deficitBlocks
    } else if comparison.owed == .zero {
      blocks.append(
        .words(text("今天每笔都是 0，没有要还的。", "Nothing is owed today, so there is nothing to pay.")))
    } else {
      blocks += planBlocks + nextBlocks + paretoBlocks + fallBlocks + offerBlocks
    }
    return blocks + capBlocks + assumptions
  }

  /// The chart of the plans.
  package var chart: BalanceChart {
    BalanceChart(
      curves: shownPlans.map {
        BalanceCurve(
          name: $0.strategy.name[language], balances: $0.balances(opening: comparison.owed))
      }, language: language)
  }

  /// Plans that say something: those with at least one month.
  private var shownPlans: [ComparedPlan] { comparison.plans.filter { !$0.rows.isEmpty } }

  private func text(_ zh: String, _ en: String) -> String {
    BilingualText(zh: zh, en: en)[language]
  }
  private func sum(_ amount: Money) -> String { amount.formatted(in: language) }
  private func name(_ debt: Int) -> String { comparison.sheet.debts[debt].name }

  // MARK: Budget and debts

  private var budgetBlocks: [PlanBlock] {
    let budget = comparison.budget
    return [
      .words(
        text(
          "每月收入 \(sum(budget.income)) − 必要开支 \(sum(budget.essentials)) − 应急预留 \(sum(budget.reserve)) ＝ 可还款 \(sum(budget.surplus))",
          "Income \(sum(budget.income)) − essentials \(sum(budget.essentials)) − reserve \(sum(budget.reserve)) = \(sum(budget.surplus)) a month for debts"
        ))
    ]
  }

  private var debtBlocks: [PlanBlock] {
    let heading = [
      text("欠款", "Debt"), text("今天欠", "Owed today"), text("利率", "Rate"), text("每月最低", "Minimum"),
    ]
    var rows: [[String]] = [heading]
    for (debt, owed) in zip(comparison.sheet.debts, comparison.opening) {
      rows.append([
        debt.name, sum(owed), debt.rate(on: comparison.sheet.today).formatted(in: language),
        sum(debt.minimum.due(on: owed) ?? owed),
      ])
    }
    rows.append([text("合计", "Sum"), sum(comparison.owed), "", sum(comparison.minimums)])
    return [.heading(text("欠款", "Debts")), .table(rows)]
  }

  private var deficitBlocks: [PlanBlock] {
    let budget = comparison.budget
    let missing = Money(fen: budget.surplus.fen == .min ? .max : -budget.surplus.fen)
    let headline =
      budget.surplus == .zero
      ? text("每月正好没有剩余，现在做不出还款方案。", "Nothing is left each month, so there is no plan now.")
      : text(
        "每月还差 \(sum(missing))，现在做不出还款方案。",
        "You are \(sum(missing)) short each month, so there is no plan now.")
    return [
      .heading(text("先这样做", "What to do first")), .words(headline),
      .list([
        text(
          "先保住吃住、看病和水电：这些排在还款前面。", "Food, home, health and power come first, before any creditor."),
        text(
          "不要借新还旧，不要给“反催收”“修复征信”付钱。",
          "Don't borrow to repay, and pay no one for \"credit repair\" or \"anti-collection\"."),
        text(
          "逐项核对开支和收入：写进文件的是不是必要的，有没有漏掉的补助。",
          "Go through each line: is it essential, and is there support you have not claimed?"),
        text(
          "给每家写信请求延期或减免，写明收入、开支和这张表的数字：运行 mingbai，选“想和对方谈还款”。",
          "Write to each lender for a deferral or relief with the figures of this page: run mingbai and choose to negotiate."
        ),
        text(
          "请求延期、承诺还款会让诉讼时效重新计算：旧债先看时效（mingbai calc limitation）。",
          "Asking for time restarts the limitation period: for an old debt look at it first (mingbai calc limitation)."
        ),
      ]),
    ]
  }

  // MARK: Plans

  private var planBlocks: [PlanBlock] {
    var blocks: [PlanBlock] = [.heading(text("几种还法", "Plans side by side"))]
    if comparison.isShortOfMinimums {
      let (surplus, minimums) = (sum(comparison.budget.surplus), sum(comparison.minimums))
      blocks.append(
        .words(
          comparison.plan(.proRata)?.isPaid == true
            ? text(
              "可还款 \(surplus) 不够各家的最低还款 \(minimums)。先请各家同意按比例还（下表“按比例”），或者延期、降低每期。",
              "\(surplus) is less than the minimums of \(minimums). Ask all of them to accept shares (see \"pro rata\"), a deferral or smaller instalments."
            )
            : text(
              "可还款 \(surplus) 不够各家的最低还款 \(minimums)，按比例分也还不清。先请各家降利息、减免或延期。",
              "\(surplus) is less than the minimums of \(minimums), and shares would not end it either. Ask each for a lower rate, relief or a deferral."
            )))
    }
    if let needed = comparison.needed {
      let missing = needed.monthly.subtracting(comparison.budget.surplus) ?? .zero
      blocks.append(
        .words(
          text(
            "照现在的利率和每月 \(sum(comparison.budget.surplus)) 还不完。要在 \(needed.months) 个月内还清，每月至少要 \(sum(needed.monthly))，还差 \(sum(missing))。凑不出这笔钱，就请对方降利息、减免或延期，不要借新还旧。",
            "At these rates \(sum(comparison.budget.surplus)) a month does not end it. To be done within \(needed.months) months takes \(sum(needed.monthly)) a month, \(sum(missing)) more. If that can't be found ask for a lower rate, relief or a deferral; don't borrow to repay."
          )))
    }
    let heading = [
      text("还法", "Plan"), text("月数", "Months"), text("每月", "A month"), text("一共还", "Total"),
      text("利息", "Interest"), text("收入少了还撑得住", "Survives falls of"),
    ]
    let rows = comparison.plans.map { plan in
      [
        plan.strategy.name[language], plan.end.words[language],
        plan.isPaid ? monthly(plan) : "—", plan.isPaid ? sum(plan.total) : "—",
        plan.isPaid ? interest(plan) : "—", survived(plan),
      ]
    }
    blocks.append(.table([heading] + rows))
    if let proof = comparison.proof { blocks.append(.words(words(of: proof))) }
    if !shownPlans.isEmpty {
      blocks += [.heading(text("欠款怎样减少", "Balance over time")), .chart]
    }
    return blocks
  }

  /// What is paid a month; the largest of them where money is kept for a later one.
  private func monthly(_ plan: ComparedPlan) -> String {
    plan.monthly > comparison.budget.surplus
      ? text("最多 \(sum(plan.monthly))", "up to \(sum(plan.monthly))") : sum(plan.monthly)
  }

  /// The interest; marked where a settlement forgives a part of it or of the debt.
  private func interest(_ plan: ComparedPlan) -> String {
    comparison.owed.adding(plan.interest).map { $0 > plan.total } ?? false
      ? text("\(sum(plan.interest))（减免前）", "\(sum(plan.interest)) before relief")
      : sum(plan.interest)
  }

  private func survived(_ plan: ComparedPlan) -> String {
    guard plan.isPaid else { return "—" }
    let falls = plan.survivedFalls.map { "\($0)%" }.joined(separator: " ")
    return falls.isEmpty ? text("撑不住", "none") : falls
  }

  private func words(of proof: OptimumProof) -> String {
    switch proof {
    case .dearestFirst:
      text(
        "“最省的”已证明：利率不变、最低还款都够时，先还利率最高的就是最省的。",
        "The cheapest is proved: with constant rates and minimums paid, dearest first is the cheapest."
      )
    case .search(let step, let gap):
      text(
        "“最省的”已证明（精确）：按每笔 \(sum(step)) 的整数倍或一次还清来还，没有更省的；不按整数倍，最多再省 \(sum(gap))。",
        "The cheapest is proved (exact): no plan in payments of whole \(sum(step)), or of all that is owed, costs less; with other payments none costs less by more than \(sum(gap))."
      )
    case .bounded(let gap):
      text(
        "“最省的”是找到的最好的：离真正最省的最多差 \(sum(gap))。",
        "The cheapest is the best one found: at most \(sum(gap)) from optimal.")
    case .infeasible(let months):
      text(
        "\(months) 个月内没有不缺最低还款、又能全部还清的还法。",
        "No plan pays the minimums and everything within \(months) months.")
    case .notFound(let months):
      text(
        "没有找到 \(months) 个月内不缺最低还款、又能全部还清的还法；是不是真的没有，没有算清。可以把期限（horizon）放长再试。",
        "No plan was found that pays the minimums and everything within \(months) months; whether there is one is not settled. Try a longer \"horizon\"."
      )
    case .tooLarge:
      text(
        "减免、利率变化太多，没有找“最省的”；下表里选总额最小的。",
        "Too many offers or rate changes to search for the cheapest; take the smallest total.")
    }
  }

  private var nextBlocks: [PlanBlock] {
    guard let plan = comparison.recommended, let row = plan.rows.first else { return [] }
    var lines: [String] = []
    for (index, payment) in row.payments.enumerated() where payment > .zero {
      lines.append(text("\(name(index))：\(sum(payment))", "\(name(index)): \(sum(payment))"))
    }
    var blocks: [PlanBlock] = [.list(lines)]
    let waiting = waitingDebts(plan)
    if !waiting.isEmpty {
      let names = waiting.map(name)
      blocks.append(
        .words(
          text(
            "注意：\(names.joined(separator: "、"))在结清前有几个月一分不还，钱先留着。这期间算逾期，可能上征信、被催收、被起诉；"
              + "不能接受就用“先还利率最高的”。",
            "Note: \(names.joined(separator: ", ")) gets nothing for some months before it is closed; the money is kept. That is default: it may be reported, collected and sued for. If you can't accept that, take \"dearest first\"."
          )))
    }
    let day = row.day?.formatted(in: language) ?? "—"
    return [
      .heading(
        text(
          "下一次还款（\(plan.strategy.name.zh)，\(day) 前）",
          "Next payment (\(plan.strategy.name.en), by \(day))"))
    ] + blocks
  }

  /// The debts that are paid nothing in a month before they are closed, though a minimum is due.
  private func waitingDebts(_ plan: ComparedPlan) -> [Int] {
    comparison.sheet.debts.indices.filter { index in
      guard comparison.sheet.debts[index].minimum.due(on: comparison.opening[index]) != .zero
      else { return false }
      let end = plan.closed[index] ?? plan.rows.count
      return plan.rows.prefix(max(0, end - 1)).contains { $0.payments[index] == .zero }
    }
  }

  private var paretoBlocks: [PlanBlock] {
    guard !comparison.pareto.isEmpty else { return [] }
    let heading = [
      text("每月", "A month"), text("月数", "Months"), text("一共还", "Total"), text("利息", "Interest"),
      text("第一笔结清", "First closed"),
    ]
    let rows = comparison.pareto.map {
      [
        sum($0.monthly), String($0.months), sum($0.total), sum($0.interest),
        text("第 \($0.firstClosed) 个月", "month \($0.firstClosed)"),
      ]
    }
    return [
      .heading(text("多还一些，换来什么（先还利率最高的）", "What paying more buys (dearest first)")),
      .table([heading] + rows),
    ]
  }

  private var fallBlocks: [PlanBlock] {
    let lines = comparison.falls.map { fall in
      let left = fall.surplus
      let verdict =
        left >= comparison.minimums
        ? text("够最低还款", "the minimums can be paid")
        : left > .zero
          ? text(
            "不够最低还款，差 \(sum(comparison.minimums.subtracting(left) ?? .zero))；每月一共不超过 \(sum(left)) 才撑得住",
            "\(sum(comparison.minimums.subtracting(left) ?? .zero)) short of the minimums; no more than \(sum(left)) a month in all would hold"
          )
          : text("没有可还的", "nothing to pay with")
      return text(
        "收入少 \(fall.percent)%：剩 \(sum(left))，\(verdict)。",
        "Income down \(fall.percent)%: \(sum(left)) left, \(verdict).")
    }
    return [
      .heading(text("收入减少时", "If income falls")), .list(lines),
      .words(
        text(
          "答应对方的每月金额，最好不超过收入少 20% 时剩下的数。",
          "Promise no more a month than what is left after a fall of 20%.")),
    ]
  }

  private var offerBlocks: [PlanBlock] {
    guard !comparison.offers.isEmpty else { return [] }
    let lines = comparison.offers.map { judged in
      let head = text(
        "\(name(judged.debt))：\(sum(judged.offer.amount))，到 \(judged.offer.until.iso)。",
        "\(name(judged.debt)): \(sum(judged.offer.amount)) until \(judged.offer.until.iso). ")
      return head + aboveOwed(judged) + words(of: judged)
    }
    return [.heading(text("减免结清值不值", "Are the settlement offers worth it")), .list(lines)]
  }

  /// That an offer forgives nothing of what is owed today.
  private func aboveOwed(_ judged: JudgedOffer) -> String {
    let owed = comparison.opening[judged.debt]
    guard judged.offer.amount >= owed else { return "" }
    return text(
      "今天只欠 \(sum(owed))，这个数什么也没有减。", "Only \(sum(owed)) is owed today, so it forgives nothing. ")
  }

  private func words(of judged: JudgedOffer) -> String {
    let month = judged.month ?? 0
    let others = text("其他欠款只还最低、晚还多出的利息算在内", "what the other debts then cost more is counted")
    switch judged.verdict {
    case .cheaper(let by):
      return text(
        "值得：第 \(month) 个月能结清，全部欠款一共少付 \(sum(by))（和“先还利率最高的”比，\(others)）。攒钱那几个月这笔不还，算逾期。先要书面结清协议，再付款。",
        "Worth it: it can be settled in month \(month), and all debts together cost \(sum(by)) less than dearest first (\(others)). In the months of saving this debt gets nothing, which is default. Get the agreement in writing before you pay."
      )
    case .dearer(let by):
      return text(
        "不划算：第 \(month) 个月才能结清，全部欠款一共多付 \(sum(by))（和“先还利率最高的”比，\(others)）。",
        "Not worth it: it can be settled in month \(month), and all debts together cost \(sum(by)) more than dearest first (\(others))."
      )
    case .outOfReach(let needed?):
      return text(
        "来不及：其他欠款还最低，攒到第 \(needed) 个月才够，减免那时已经过期。可以请对方延长有效期，或者分两三次付清。",
        "Out of reach: with the other minimums paid the sum is there in month \(needed), after the offer has expired. Ask for a later date, or to pay it in two or three parts."
      )
    case .outOfReach(nil):
      return text(
        "付不起：付了其他最低还款就攒不够，或者结清以后别的欠款还不上。不要为了结清再借钱；可以先谈延期。",
        "Out of reach: with the other minimums paid it can't be saved up, or the debts left can't be paid after it. Don't borrow to settle; ask for a deferral first."
      )
    }
  }

  // MARK: Caps and assumptions

  private var capBlocks: [PlanBlock] {
    var blocks: [PlanBlock] = [.heading(text("每笔的成本上限", "Caps on each debt's cost"))]
    for caps in comparison.caps {
      let day = text(
        "\(name(caps.debt))（按 \(caps.contract.iso) 签的合同看"
          + (caps.isContractAssumed ? "；文件没写 contract，用的是余额日）" : "）"),
        "\(name(caps.debt)) (as for a contract of \(caps.contract.iso)"
          + (caps.isContractAssumed ? "; the file names no contract day)" : ")"))
      blocks.append(.words(day))
      blocks.append(
        .list(
          caps.findings.isEmpty
            ? [CapFinding.text([], in: language)]
            : caps.findings.map { $0.described(in: language) }))
    }
    return blocks
  }

  private var assumptions: [PlanBlock] {
    [
      .heading(text("怎么算的", "How it is computed")),
      .list([
        text(
          "余额先按日计单利算到今天；第一次还款在一个月后；每月利息是年利率的十二分之一，四舍五入到分。",
          "Balances bear simple daily interest up to today; the first payment is a month from today; a month's interest is a twelfth of the yearly rate, half up to the fen."
        ),
        text(
          "哪个月的利率换了，看那个月的还款日：优惠期在还款日前一天结束，那个月就按新利率算。",
          "Where a rate changes, the day of payment decides for its whole month: an offer rate that ends the day before no longer counts for it."
        ),
        text(
          "“收入少了还撑得住”指用那时剩下的钱按同一顺序还，仍能还清，也付得起最低还款；“最省的”要照表里的数付得出才算。",
          "A plan survives a fall where what is then left, in the same order, still pays the minimums and everything; the cheapest only where its very payments can still be made."
        ),
        text(
          "“按比例”要各家都同意少收，所以不和“最省的”比。",
          "Pro rata needs the consent of all, so the cheapest is not measured against it."
        ),
        text(
          "这不是法律意见；金额以合同和对方出具的账单为准。",
          "This is no legal advice; the contract and the lender's statement decide the figures."),
      ]),
    ]
  }
}
