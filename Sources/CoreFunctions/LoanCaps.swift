import Facts
import MoneyAndDates
import Planning
import Wording

/// The caps of the facts on what a loan may cost a year.
package struct LoanCaps: Sendable {
  /// What stands behind a cap, from its fact.
  private struct Basis: Sendable {
    let note: BilingualText
    let sources: [String]
    let asOf: String?
    let confidence: Confidence

    init(note: BilingualText, _ provenance: Provenance, in facts: FactBook) {
      self.note = note
      sources = provenance.sources.compactMap { facts.source($0)?.title }
      asOf = provenance.asOf.flatMap { $0.day == nil ? nil : $0.text }
      confidence = provenance.confidence
    }
  }

  private struct Content: Sendable {
    let entries: [(rule: RateCapRule, basis: Basis)]
    let lpr: LPRTable
    /// What stands behind the later part of an older private loan.
    let split: Basis?
  }

  /// Read from the facts on first use.
  private let content: LazyPart<Content>

  /// The caps of these facts.
  package init(_ facts: FactBook) {
    content = LazyPart { LoanCaps.content(facts) }
  }

  private static func content(_ facts: FactBook) -> Content {
    let entries = facts.costCaps.compactMap { cap -> (rule: RateCapRule, basis: Basis)? in
      guard let nature = CapNature(rawValue: cap.nature.rawValue) else { return nil }
      let height: CapHeight =
        switch cap.height {
        case .fixed(let rate): .fixed(rate)
        case .timesLPR(let factor): .timesLPR(factor)
        }
      let rule = RateCapRule(
        rule: cap.rule, lenders: Set(cap.lenders.compactMap(LenderKind.init(rawValue:))),
        height: height, contractsFrom: cap.contractsFrom, contractsUntil: cap.contractsUntil,
        nature: nature, throughPlatformOnly: cap.throughPlatformOnly)
      return (rule, Basis(note: cap.note, cap.provenance, in: facts))
    }
    let lpr = LPRTable(
      facts.loanPrimeRates.publications.map {
        LPRTable.Entry(date: $0.date, oneYear: $0.oneYear)
      })
    let split = facts.rule(CapTimeline.splitRule).map {
      Basis(note: $0.statement, $0.provenance, in: facts)
    }
    return Content(entries: entries, lpr: lpr, split: split)
  }

  /// The most instalments of a loan that is held against caps: ten years of daily ones.
  package static let mostInstalments = 3_660
  /// The longest loan that is held against caps, in years, so that the exact comparison ends in time.
  package static let mostYears = 100

  /// Throws where a loan runs longer, or in more instalments, than is held against caps.
  package static func requireComparable(_ flows: LoanFlows) throws(PlanningFault) {
    switch flows {
    case .periodic(let flows, let perYear):
      let most = min(mostInstalments, max(1, perYear) * mostYears)
      guard flows.count <= most + 1 else { throw .periodCount(allowed: 1...most) }
    case .dated(let flows):
      let days = flows.map(\.date)
      let span = days.max().flatMap { last in days.min().map { last.days(since: $0) } } ?? 0
      guard span <= mostYears * 366 else { throw .dayCount(allowed: 0...mostYears * 366) }
      guard flows.count <= mostInstalments + 1 else {
        throw .periodCount(allowed: 1...mostInstalments)
      }
    }
  }

  /// The caps that bind a loan of this kind and day, in the order of the facts, each with the side
  /// on which the loan's flows lie; none for a kind of lender that is not known.
  ///
  /// A private loan made before its rule changed has several, each for its days (rule INT-04): the
  /// later ones go by `today`, on which a claim would be brought.
  package func findings(
    _ flows: LoanFlows, lender: LenderKind, contractOn day: CalendarDate, throughPlatform: Bool,
    today: CalendarDate
  ) -> [CapFinding] {
    let content = content.value
    let later = laterStretches(lender: lender, contractOn: day, today: today)
    var findings: [CapFinding] = []
    for (rule, basis) in content.entries {
      let caps = RateCap.check(
        flows, lender: lender, contractOn: day, throughPlatform: throughPlatform, rules: [rule],
        lpr: content.lpr)
      let last = later.isEmpty ? nil : rule.contractsUntil
      findings += caps.map { LoanCaps.finding($0, basis, until: last) }
    }
    guard let split = content.split else { return findings }
    let stale = content.lpr.mayBeStale(on: today)
    let splits = later.compactMap { stretch in
      RateCap(later: stretch, of: flows, mayBeStale: stale).map {
        LoanCaps.finding($0, split, from: stretch.first)
      }
    }
    let place = findings.firstIndex { $0.cap.rule.nature != .court } ?? findings.endIndex
    findings.insert(contentsOf: splits, at: place)
    return findings
  }

  private static func finding(
    _ cap: RateCap, _ basis: Basis, from first: CalendarDate? = nil,
    until last: CalendarDate? = nil
  ) -> CapFinding {
    CapFinding(
      cap: cap, note: basis.note, sources: basis.sources, asOf: basis.asOf,
      confidence: basis.confidence, interestFrom: first, interestUntil: last)
  }

  /// What of a private loan's life falls under a newer rule than its contract day.
  private func laterStretches(
    lender: LenderKind, contractOn day: CalendarDate, today: CalendarDate
  ) -> [CapTimeline.Stretch] {
    let ends = content.value.entries.compactMap { rule, _ in
      rule.nature == .court && rule.lenders.contains(lender) ? rule.contractsUntil : nil
    }
    guard let change = ends.max(), day <= change, today > change,
      let timeline = timeline(lender: lender, contractOn: change, until: today)
    else { return [] }
    return Array(timeline.stretches.dropFirst())
  }

  /// Which court cap runs in which stretch of a loan's life up to a day; `nil` where none is known.
  package func timeline(
    lender: LenderKind, contractOn day: CalendarDate, until end: CalendarDate
  ) -> CapTimeline? {
    let content = content.value
    return CapTimeline(
      lender: lender, contractOn: day, until: end, rules: content.entries.map(\.rule),
      lpr: content.lpr)
  }

  /// What one should know before using the court cap of a stretch.
  func note(on rule: String, capFor lender: LenderKind) -> BilingualText? {
    if rule.utf8.elementsEqual(CapTimeline.splitRule.utf8) { return content.value.split?.note }
    return content.value.entries.first { entry, _ in
      entry.nature == .court && entry.lenders.contains(lender)
        && entry.rule.utf8.elementsEqual(rule.utf8)
    }?.basis.note
  }

  /// The same for a loan at a rate; none for a fee charged once or per instalment, whose true rate
  /// hangs on the instalments.
  ///
  /// A rate per year or month counts as compounded each month, one per day each day.
  package func findings(
    rate: Rate, lender: LenderKind, contractOn day: CalendarDate, throughPlatform: Bool,
    today: CalendarDate
  ) -> [CapFinding] {
    guard let flows = LoanCaps.flows(of: rate) else { return [] }
    return findings(
      flows, lender: lender, contractOn: day, throughPlatform: throughPlatform, today: today)
  }

  /// A loan of one period at exactly this rate: lent is the denominator, paid back the sum of both
  /// parts of the fraction, so nothing is rounded.
  private static func flows(of rate: Rate) -> LoanFlows? {
    let perYear: Int
    switch rate.basis {
    case .perYear, .perMonth: perYear = 12
    case .perDay: perYear = 365
    case .perPeriod, .once: return nil
    }
    guard let period = rate.ratio(periodsPerYear: perYear), period.numerator >= 0,
      let back = Money(fen: period.denominator).adding(Money(fen: period.numerator))
    else { return nil }
    return .periodic(
      [Money(fen: period.denominator), Money(fen: -back.fen)], periodsPerYear: perYear)
  }
}
