import BigInt
import MoneyAndDates
import Planning
import Wording

/// A collector's figure recomputed 还原催收金额: what it implies, and whether a lawful formula
/// reaches it.
package struct RecomputedClaim: Hashable, Sendable {
  /// A court cap with the days of the demand that fall under it.
  package struct Part: Hashable, Sendable {
    /// The cap and the days it runs on.
    package let stretch: CapTimeline.Stretch
    /// How many days of the demand it limits.
    package let days: Int
    /// What one should know before using it.
    package let note: BilingualText?
  }

  /// The demand taken apart.
  package let check: ClaimCheck
  /// The principal it was held against.
  package let principal: Money
  /// Days since the money was lent or due, as the person said.
  package let days: Int
  /// By how many days they reach back before the contract; 0 where they don't.
  package let daysBeforeContract: Int
  /// The court caps that limit these days, ascending by day; empty where none is known.
  package let parts: [Part]
  /// The key of the rule that decides, `rule.INT-11`; for an older private loan the one that splits
  /// it.
  ///
  /// `nil` where no cap is known.
  package let rule: String?
  /// Whether a newer LPR than the table holds may have been in force on a day that counts.
  package let lprMayBeStale: Bool
  /// The most that may be owed at these caps, simple; `nil` where no cap is known.
  package let mostOwed: Money?

  /// Whether a lawful formula reaches the demand; `nil` where no cap is known.
  package var isReachable: Bool? { mostOwed.map { check.claimed <= $0 } }

  /// Recomputes a demand of a day: `days` are those up to `today`.
  ///
  /// Only caps by which a court cuts count, of one day's the lowest.
  package init(
    claimed: Money, principal: Money, days: Int, lender: LenderKind,
    contractOn contract: CalendarDate, on today: CalendarDate, caps: LoanCaps
  ) throws(PlanningFault) {
    guard (1...36_600).contains(days) else { throw .dayCount(allowed: 1...36_600) }
    guard principal > .zero else { throw .nothingOwed }
    guard let start = today.adding(days: -days) else { throw .dateOutOfRange }
    check = try ClaimCheck(claimed: claimed, principal: principal, days: days)
    self.principal = principal
    self.days = days
    daysBeforeContract = max(0, contract.days(since: start))
    let timeline = caps.timeline(lender: lender, contractOn: contract, until: today)
    let isSplit = (timeline?.stretches.count ?? 0) > 1
    rule = timeline.flatMap { isSplit ? CapTimeline.splitRule : $0.stretches.first?.rule }
      .map { "rule.\($0)" }
    parts =
      timeline?.stretches(since: start).map { stretch, days in
        let isLater = isSplit && stretch.first != contract
        let rule = isLater ? CapTimeline.splitRule : stretch.rule
        return Part(stretch: stretch, days: days, note: caps.note(on: rule, capFor: lender))
      } ?? []
    lprMayBeStale = timeline?.lprMayBeStale ?? false
    mostOwed = timeline?.mostOwed(principal: principal, since: start)
  }

  /// The rate a day that the demand implies, rounded to 0.0001 %.
  package var dailyRate: Rate? {
    check.impliedDailyRate.flatMap { RecomputedClaim.rate($0, basis: .perDay) }
  }

  /// The rate a year that the demand implies, rounded to 0.0001 %.
  package var annualRate: Rate? {
    check.impliedAnnualRate.flatMap { RecomputedClaim.rate($0, basis: .perYear) }
  }

  private static func rate(_ ratio: Ratio<BigInt>, basis: RateBasis) -> Rate? {
    let millionths = (ratio.numerator * 1_000_000).dividedHalfUp(by: ratio.denominator)
    return Int64(exactly: millionths).flatMap { Rate(digits: $0, scale: 6, basis: basis) }
  }
}

extension RecomputedClaim {
  /// The implied rates and whether a lawful formula reaches the demand.
  package func described(in language: Language) -> String {
    var lines: [BilingualText] = []
    if let onTop = check.onTop { lines.append(demand(onTop)) }
    if let dailyRate, let annualRate {
      lines.append(
        BilingualText(
          zh:
            "折合单利：\(dailyRate.formatted(in: .zh))，\(annualRate.formatted(in: .zh))（＝多要的 ÷ 本金 ÷ 天数 × 365）。",
          en:
            "As simple interest: \(dailyRate.formatted(in: .en)), \(annualRate.formatted(in: .en)) (= what is on top ÷ principal ÷ days × 365)."
        ))
    }
    if daysBeforeContract > 0 {
      lines.append(
        BilingualText(
          zh: "注意：\(days) 天比合同日到今天还多 \(daysBeforeContract) 天。请核对合同日和天数。",
          en:
            "Note: \(days) days reach back \(daysBeforeContract) days before the contract. Check the contract day and the days."
        ))
    }
    lines += capLines + [verdict] + notes
    return lines.map { $0[language] }.joined(separator: "\n")
  }

  private func demand(_ onTop: Money) -> BilingualText {
    let claimed = check.claimed
    return onTop >= .zero
      ? BilingualText(
        zh:
          "要求 \(claimed.formatted(in: .zh))，本金之外多要 \(onTop.formatted(in: .zh))，共 \(days) 天。",
        en:
          "\(claimed.formatted(in: .en)) is demanded, \(onTop.formatted(in: .en)) on top of the principal, for \(days) days."
      )
      : BilingualText(
        zh: "要求 \(claimed.formatted(in: .zh))，比本金 \(principal.formatted(in: .zh)) 还少。",
        en:
          "\(claimed.formatted(in: .en)) is demanded, less than the principal of \(principal.formatted(in: .en))."
      )
  }

  /// Which cap limits which days, where there are several or an LPR stands behind one.
  private var capLines: [BilingualText] {
    guard parts.count > 1 || parts.contains(where: { $0.stretch.lpr != nil }) else { return [] }
    return parts.map { part in
      let (first, last) = (part.stretch.first.iso, part.stretch.last.iso)
      let cap = part.stretch.cap
      let lpr = part.stretch.lpr.map { entry in
        BilingualText(
          zh: "（按 \(entry.date.iso) 公布的一年期 LPR \(entry.oneYear.formatted(in: .zh)) 算出"
            + (lprMayBeStale ? "；可能已有更新的 LPR，请核对）" : "）"),
          en:
            " (from the one-year LPR of \(entry.oneYear.formatted(in: .en)) published on \(entry.date.iso)"
            + (lprMayBeStale ? "; a newer one may be in force, check it)" : ")"))
      }
      return BilingualText(
        zh:
          "\(first) 到 \(last) 的上限：\(cap.formatted(in: .zh))\(lpr?.zh ?? "")，这里占 \(part.days) 天。",
        en:
          "Cap: \(cap.formatted(in: .en)) from \(first) to \(last)\(lpr?.en ?? ""), \(part.days) of these days."
      )
    }
  }

  private var verdict: BilingualText {
    guard let mostOwed, let isReachable, let rule else {
      return BilingualText(
        zh: "这类机构（或这个合同日）没有查到法院口径的上限，无法判断是否超出。请对方出示计算明细。",
        en:
          "No court cap is known for this kind of lender or contract day, so nothing can be said. "
          + "Ask for the calculation in writing.")
    }
    let (zh, en) = (mostOwed.formatted(in: .zh), mostOwed.formatted(in: .en))
    let (heightZh, heightEn) = (heights(in: .zh), heights(in: .en))
    return isReachable
      ? BilingualText(
        zh: "按\(heightZh)算最多 \(zh)，没有超过。这不等于金额正确：合同约定可能更低，请对方出示计算明细（\(rule)）。",
        en:
          "At \(heightEn) at most \(en) could be owed; the demand is within it. That does not make it right: the contract may say less. Ask for the calculation (\(rule))."
      )
      : BilingualText(
        zh: "没有合法的算法能得到这个数：按法院口径的上限\(heightZh)算，最多 \(zh)（\(rule)）。"
          + "这是把多要的全当作这 \(days) 天的；里面要是有到期以前的正常利息，先请对方分开写明，再比。"
          + "请对方书面说明计算方法。",
        en:
          "No lawful formula reaches this figure: at the court's cap of \(heightEn) at most \(en) could be owed (\(rule)). "
          + "That takes all of it as grown in these \(days) days; if interest from before the due day is in it, "
          + "have that stated apart and compare again. Ask for the calculation in writing."
      )
  }

  /// The caps that count, in one line.
  private func heights(in language: Language) -> String {
    let rates = parts.map { $0.stretch.cap.formatted(in: language) }
    guard rates.count > 1 else { return rates.first ?? "—" }
    return BilingualText(
      zh: "（先\(rates.joined(separator: "，后"))）", en: rates.joined(separator: ", then "))[language]
  }

  /// What stands in the facts on these caps, each once.
  private var notes: [BilingualText] {
    var notes: [BilingualText] = []
    for note in parts.compactMap(\.note) where !notes.contains(note) { notes.append(note) }
    return notes
  }
}
