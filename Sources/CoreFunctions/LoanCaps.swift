import Facts
import MoneyAndDates
import Planning
import Wording

/// One cap on a loan's cost, where the loan lies against it, and where the cap comes from.
package struct CapFinding: Hashable, Sendable {
  /// The cap and the proved side.
  package let cap: RateCap
  /// What one should know before using it.
  package let note: BilingualText
  /// The titles of its sources, the best first.
  package let sources: [String]
  /// The day for which the newest source states it, as text; `nil` where it is undated.
  package let asOf: String?
  /// How well it is supported.
  package let confidence: Confidence

  /// The key of its fact, `rule.INT-11`.
  package var rule: String { "rule.\(cap.rule.rule)" }

  /// `above`, `below`, `equal`, `undecided`; `near` where nominal and effective rate fall on
  /// different sides.
  package var side: String { cap.side?.rawValue ?? "near" }
}

/// The caps of the facts on what a loan may cost a year.
package struct LoanCaps: Sendable {
  private struct Entry: Sendable {
    let rule: RateCapRule
    let note: BilingualText
    let sources: [String]
    let asOf: String?
    let confidence: Confidence
  }

  private let entries: [Entry]
  private let lpr: LPRTable

  /// The caps of these facts.
  ///
  /// A cap of a nature that the planning core does not judge (a crime's threshold) is left out.
  package init(_ facts: FactBook) {
    entries = facts.costCaps.compactMap { cap in
      guard let nature = CapNature(rawValue: cap.nature.rawValue) else { return nil }
      let height: CapHeight =
        switch cap.height {
        case .fixed(let rate): .fixed(rate)
        case .timesLPR(let factor): .timesLPR(factor)
        }
      return Entry(
        rule: RateCapRule(
          rule: cap.rule, lenders: Set(cap.lenders.compactMap(LenderKind.init(rawValue:))),
          height: height, contractsFrom: cap.contractsFrom, contractsUntil: cap.contractsUntil,
          nature: nature, throughPlatformOnly: cap.throughPlatformOnly),
        note: cap.note,
        sources: cap.provenance.sources.compactMap { facts.source($0)?.title },
        asOf: cap.provenance.asOf.flatMap { $0.day == nil ? nil : $0.text },
        confidence: cap.provenance.confidence)
    }
    lpr = LPRTable(
      facts.loanPrimeRates.publications.map {
        LPRTable.Entry(date: $0.date, oneYear: $0.oneYear)
      })
  }

  /// The most instalments, and months between flows on days, of a loan that is held against caps: a
  /// hundred years, so that the exact comparison ends in time.
  package static let longestLoan = 1200

  /// Throws where a loan runs longer than is held against caps.
  package static func requireComparable(_ flows: LoanFlows) throws(PlanningFault) {
    let isShort: Bool
    switch flows {
    case .periodic(let flows, _): isShort = flows.count <= longestLoan + 1
    case .dated(let flows):
      let days = flows.map(\.date)
      let span = days.max().flatMap { last in days.min().map { last.days(since: $0) } } ?? 0
      isShort = span <= longestLoan * 31 && flows.count <= longestLoan + 1
    }
    guard isShort else { throw .periodCount(allowed: 1...longestLoan) }
  }

  /// The caps that bind a loan of this kind and day, in the order of the facts, each with the side
  /// on which the loan's flows lie; none for a kind of lender that is not known.
  package func findings(
    _ flows: LoanFlows, lender: LenderKind, contractOn day: CalendarDate, throughPlatform: Bool
  ) -> [CapFinding] {
    entries.flatMap { entry in
      RateCap.check(
        flows, lender: lender, contractOn: day, throughPlatform: throughPlatform,
        rules: [entry.rule], lpr: lpr
      ).map {
        CapFinding(
          cap: $0, note: entry.note, sources: entry.sources, asOf: entry.asOf,
          confidence: entry.confidence)
      }
    }
  }

  /// The same for a loan at a rate; none for a fee charged once or per instalment, whose true rate
  /// hangs on the instalments.
  ///
  /// A rate per year or month counts as compounded each month, one per day each day.
  package func findings(
    rate: Rate, lender: LenderKind, contractOn day: CalendarDate, throughPlatform: Bool
  ) -> [CapFinding] {
    guard let flows = LoanCaps.flows(of: rate) else { return [] }
    return findings(flows, lender: lender, contractOn: day, throughPlatform: throughPlatform)
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
