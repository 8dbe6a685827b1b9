import BigInt
import MoneyAndDates

/// On which side of a cap a loan's cost lies, proved.
package enum CapSide: String, Hashable, Sendable, CaseIterable {
  /// It costs more than the cap.
  case above
  /// It costs less.
  case below
  /// It costs exactly the cap.
  case equal
  /// It can't be said: the flows have no internal rate, or several.
  case undecided
}

/// One cap that applies to a loan, and where the loan's cost lies.
///
/// The side is decided by the sign of the present value of the flows at the cap, in exact or interval
/// arithmetic, never by comparing a rounded rate.
package struct RateCap: Hashable, Sendable {
  /// The limit.
  package let rule: RateCapRule
  /// How high it is for this contract, a year.
  package let cap: Rate
  /// The LPR it is computed from, for a cap of so many times LPR.
  package let lpr: LPRTable.Entry?
  /// Whether a newer LPR than the table holds may have been in force.
  package let lprMayBeStale: Bool
  /// By the nominal rate (internal rate of a period × periods, or, for flows on days, of a month of
  /// 365/12 days × 12).
  package let byNominal: CapSide
  /// By the effective rate (compounded over a year).
  package let byEffective: CapSide

  /// Both readings agree: that side; else `nil`: it depends on the reading, so say "near the line".
  package var side: CapSide? { byNominal == byEffective ? byNominal : nil }

  /// The caps that bind a loan, and where its cost lies.
  ///
  /// Rules that need an LPR before the first of the table are left out.
  package static func check(
    _ flows: LoanFlows, lender: LenderKind, contractOn day: CalendarDate, throughPlatform: Bool,
    rules: [RateCapRule], lpr: LPRTable
  ) -> [RateCap] {
    rules.filter { $0.applies(to: lender, contractOn: day, throughPlatform: throughPlatform) }
      .compactMap { RateCap($0, flows: flows, contractOn: day, lpr: lpr) }
  }

  /// The cap of one later stretch of an older private loan, and where the loan's cost lies.
  package init?(later stretch: CapTimeline.Stretch, of flows: LoanFlows, mayBeStale: Bool) {
    guard let yearly = stretch.cap.ratio(periodsPerYear: 1) else { return nil }
    rule = RateCapRule(
      rule: CapTimeline.splitRule, lenders: [.private], height: .fixed(stretch.cap),
      nature: .court)
    cap = stretch.cap
    lpr = stretch.lpr
    lprMayBeStale = stretch.lpr != nil && mayBeStale
    byNominal = flows.side(ofNominal: Ratio(yearly))
    byEffective = flows.side(ofEffective: Ratio(yearly))
  }

  private init?(
    _ rule: RateCapRule, flows: LoanFlows, contractOn day: CalendarDate, lpr table: LPRTable
  ) {
    guard let (cap, entry) = rule.cap(on: day, lpr: table) else { return nil }
    self.cap = cap
    lpr = entry
    lprMayBeStale = entry != nil && table.mayBeStale(on: day)
    self.rule = rule
    guard let yearly = cap.ratio(periodsPerYear: 1) else { return nil }
    byNominal = flows.side(ofNominal: Ratio(yearly))
    byEffective = flows.side(ofEffective: Ratio(yearly))
  }
}

/// The flows of one loan: received positive, paid negative.
package enum LoanFlows: Hashable, Sendable {
  /// One period apart, so many periods a year.
  case periodic([Money], periodsPerYear: Int)
  /// On days.
  case dated([DatedFlow])

  /// Where the cost lies against a nominal rate a year.
  package func side(ofNominal cap: Ratio<BigInt>) -> CapSide {
    switch self {
    case .periodic(let flows, let perYear):
      guard perYear >= 1, let period = cap.divided(by: BigInt(perYear)) else { return .undecided }
      return side(
        PresentValueSign(
          terms: flows.enumerated().map { ($0.offset, $0.element.fen) },
          rate: period, exponentsPerUnit: 1))
    case .dated:
      // A month is 365/12 days here: exponent in months = days·12/365.
      guard let period = cap.divided(by: 12) else { return .undecided }
      return side(
        PresentValueSign(
          terms: dayTerms.map { ($0.day * 12, $0.fen) }, rate: period, exponentsPerUnit: 365))
    }
  }

  /// Where the cost lies against an effective rate a year.
  package func side(ofEffective cap: Ratio<BigInt>) -> CapSide {
    switch self {
    case .periodic(let flows, let perYear):
      guard perYear >= 1 else { return .undecided }
      return side(
        PresentValueSign(
          terms: flows.enumerated().map { ($0.offset, $0.element.fen) },
          rate: cap, exponentsPerUnit: perYear))
    case .dated:
      return side(
        PresentValueSign(
          terms: dayTerms.map { ($0.day, $0.fen) }, rate: cap, exponentsPerUnit: 365))
    }
  }

  private var isWithinCentury: Bool {
    switch self {
    case .periodic(let flows, let perYear): flows.count / 100 <= perYear
    case .dated: (dayTerms.last?.day ?? 0) <= 36_600
    }
  }

  private var dayTerms: [(day: Int, fen: Int64)] {
    guard case .dated(let flows) = self, let first = flows.map(\.date).min() else { return [] }
    return flows.map { ($0.date.days(since: first), $0.amount.fen) }.sorted { $0.day < $1.day }
  }

  /// Present value at the cap below 0: the repayments weigh more than the loan even there, so the
  /// loan costs more than the cap.
  ///
  /// Needs money received first, one change of sign, and no more than a hundred years.
  private func side(_ value: PresentValueSign) -> CapSide {
    guard isWithinCentury, value.isLoanWithOneRate else { return .undecided }
    return switch value.sign {
    case ..<0: .above
    case 0: .equal
    default: .below
    }
  }
}
