import BigInt
import MoneyAndDates

/// Whether flows have one internal rate, none or several.
package enum RateStatus: String, Hashable, Sendable, CaseIterable {
  /// Exactly one rate.
  case ok
  /// The flows change sign, but at no rate are they worth nothing.
  case none
  /// Several rates; none may be picked silently.
  case multiple
  /// The flows never change sign: nothing was lent, or nothing is repaid.
  case noSignChange = "no-sign-change"
}

/// An amount that moves on a day; received is positive, paid is negative.
package struct DatedFlow: Hashable, Sendable {
  /// The day.
  package let date: CalendarDate
  /// The amount with its sign.
  package let amount: Money

  /// An amount that moves on a day.
  package init(date: CalendarDate, amount: Money) {
    self.date = date
    self.amount = amount
  }
}

/// The internal rates of return of flows: every rate r > −1 at which they are worth nothing.
///
/// With one sign change the rate is unique and found wherever it is. With more, all rates with
/// |ln(1+r)| ≤ max(12, 60/T) are found, T the time from the first to the last flow in the unit of
/// r, at least 1.
package struct RateOfReturn: Hashable, Sendable {
  /// Whether there is one.
  package let status: RateStatus
  /// ln(1 + r) of each rate, ascending.
  package let growths: [Double]
  /// How often the flows change sign in time order, zeros skipped.
  package let signChanges: Int
  /// Whether the only rate is one where the value touches 0 without crossing it.
  package let isDoubleRoot: Bool

  /// The rates per unit of time (a period, or a year of 365 days), ascending.
  package var rates: [Double] { growths.map(exponentialMinusOne) }

  /// The one rate per unit of time, where there is exactly one.
  package var rate: Double? { status == .ok ? rates.first : nil }

  /// The one rate compounded over so many units, (1+r)^n − 1, where there is exactly one.
  package func compounded(over units: Double) -> Double? {
    guard status == .ok, let growth = growths.first else { return nil }
    return exponentialMinusOne(growth * units)
  }

  /// The rate per period of flows one period apart, the first at time 0.
  package static func periodic(_ flows: [Money]) -> RateOfReturn {
    periodic(flows.map { Double($0.fen) })
  }

  /// The rate per period of flows one period apart, without a bound on the amounts.
  package static func periodic(_ flows: [BigInt]) -> RateOfReturn {
    periodic(relative(flows))
  }

  /// The rate per period of flows in any unit of money.
  package static func periodic(_ flows: [Double]) -> RateOfReturn {
    var times: [Double] = []
    var weights: [Double] = []
    times.reserveCapacity(flows.count)
    weights.reserveCapacity(flows.count)
    var first: Int?
    for (index, flow) in flows.enumerated() where flow != 0 && flow.isFinite {
      let start = first ?? index
      first = start
      times.append(Double(index - start))
      weights.append(flow)
    }
    return RateOfReturn(ExponentialSum(times: times, weights: weights))
  }

  /// The effective annual rate of flows on days: exponent days/365 from the earliest, any order,
  /// flows of one day added.
  package static func dated(_ flows: [DatedFlow]) -> RateOfReturn {
    if let sum = inOrder(flows) { return RateOfReturn(sum) }
    return dated(flows.map { (day: $0.date.dayNumber, flow: Int128($0.amount.fen)) }) { sum in
      // The conversion of 128 bits is slow and seldom needed.
      Int64(exactly: sum).map(Double.init) ?? Double(sum)
    }
  }

  /// The effective annual rate of flows on days, without a bound on the amounts.
  package static func dated(days: [CalendarDate], flows: [BigInt]) -> RateOfReturn {
    let widest = flows.map(\.magnitude.bitWidth).max() ?? 0
    return dated(zip(days, flows).map { (day: $0.dayNumber, flow: $1) }) {
      relative($0, widest: widest)
    }
  }

  /// The effective annual rate of flows in any unit of money.
  package static func dated(days: [CalendarDate], flows: [Double]) -> RateOfReturn {
    dated(zip(days, flows).map { (day: $0.dayNumber, flow: $1) }) { $0 }
  }

  /// The flows as they are where their days ascend, the usual case; `nil` else.
  private static func inOrder(_ flows: [DatedFlow]) -> ExponentialSum? {
    var times: [Double] = []
    var weights: [Double] = []
    times.reserveCapacity(flows.count)
    weights.reserveCapacity(flows.count)
    var last = Int.min
    var start: Int?
    for flow in flows {
      let day = flow.date.dayNumber
      guard day > last else { return nil }
      last = day
      guard flow.amount.fen != 0 else { continue }
      let first = start ?? day
      start = first
      times.append(Double(day - first) / 365)
      weights.append(Double(flow.amount.fen))
    }
    return ExponentialSum(times: times, weights: weights)
  }

  private static func dated<Flow: SignedNumeric & Comparable>(
    _ flows: [(day: Int, flow: Flow)], weight: (Flow) -> Double
  ) -> RateOfReturn {
    var ordered = flows
    if !zip(flows, flows.dropFirst()).allSatisfy({ $0.day <= $1.day }) {
      ordered.sort { $0.day < $1.day }
    }
    var times: [Double] = []
    var weights: [Double] = []
    times.reserveCapacity(ordered.count)
    weights.reserveCapacity(ordered.count)
    var first: Int?
    var index = 0
    while index < ordered.count {
      let day = ordered[index].day
      var sum = ordered[index].flow
      index += 1
      while index < ordered.count, ordered[index].day == day {
        sum += ordered[index].flow
        index += 1
      }
      guard sum != 0 else { continue }
      let start = first ?? day
      first = start
      times.append(Double(day - start) / 365)
      weights.append(weight(sum))
    }
    return RateOfReturn(ExponentialSum(times: times, weights: weights))
  }

  private init(_ sum: ExponentialSum) {
    let changes = sum.signChanges
    let roots = sum.roots(
      limit: max(12, 60 / max(1, sum.times.last ?? 0)), signChanges: changes)
    signChanges = changes
    growths = roots.map(\.growth)
    isDoubleRoot = roots.count == 1 && roots.allSatisfy(\.isDouble)
    status =
      switch (changes, roots.count) {
      case (0, _): .noSignChange
      case (_, 0): .none
      case (_, 1): .ok
      default: .multiple
      }
  }

  /// The amounts as parts of the largest power of two among them, so that none overflows.
  private static func relative(_ flows: [BigInt]) -> [Double] {
    let widest = flows.map(\.magnitude.bitWidth).max() ?? 0
    return flows.map { relative($0, widest: widest) }
  }

  private static func relative(_ flow: BigInt, widest: Int) -> Double {
    guard widest > 1000 else { return Double(flow) }
    let width = flow.magnitude.bitWidth
    let kept = width > 64 ? flow.magnitude >> (width - 64) : flow.magnitude
    let exponent = max(0, width - 64) - widest
    let size = Double(sign: .plus, exponent: max(exponent, -1000), significand: Double(kept))
    return flow < 0 ? -size : size
  }
}
