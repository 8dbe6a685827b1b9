import MoneyAndDates
import Wording

/// What is owed over time under one plan.
package struct BalanceCurve: Hashable, Sendable {
  /// What people call the plan.
  package let name: String
  /// What is owed: today first, then after each month; 0 or more.
  package let balances: [Money]

  /// What is owed over time under one plan.
  package init(name: String, balances: [Money]) {
    self.name = name
    self.balances = balances
  }

  /// The month after which nothing is owed; `nil` where the curve does not get there.
  package var paidOff: Int? { balances.firstIndex { $0 <= .zero } }

  /// What is owed at a point between months, straight between them; after the last value that value.
  func balance(at month: Double) -> Double {
    guard let last = balances.last else { return 0 }
    let before = Int(max(0, month))
    guard before + 1 < balances.count else {
      return Double((balances.indices.contains(before) ? balances[before] : last).fen)
    }
    let (left, right) = (Double(balances[before].fen), Double(balances[before + 1].fen))
    return left + (right - left) * (month - Double(before))
  }
}

/// Balances over time of several plans, drawn as SVG or on a terminal: pure text, the same for the
/// same values.
package struct BalanceChart: Hashable, Sendable {
  /// The curves; each has a letter, A for the first.
  package let curves: [BalanceCurve]
  /// The language of words in the drawing.
  package let language: Language
  /// The last month drawn, 1 or more.
  package let months: Int
  /// The top of the scale in fen, a round sum above every balance drawn.
  let top: Double
  /// The distance of the scale's lines in fen.
  let step: Double

  /// A chart of at most 26 curves; the time axis ends where the last plan that ends within `longest`
  /// months ends, or at `longest` where none does.
  package init(curves: [BalanceCurve], language: Language, longest: Int = 120) {
    self.curves = Array(curves.prefix(26))
    self.language = language
    let ends = self.curves.compactMap(\.paidOff).filter { $0 <= longest }
    let lasting = self.curves.map(\.balances.count).max() ?? 1
    let months = max(1, ends.max() ?? min(longest, lasting - 1))
    self.months = months
    let highest = self.curves.flatMap { $0.balances.prefix(months + 1) }.map(\.fen).max() ?? 0
    step = BalanceChart.roundStep(for: Double(max(highest, 100)) / 4)
    top = (Double(max(highest, 100)) / step).rounded(.up) * step
  }

  /// The letter of a curve.
  package static func letter(_ index: Int) -> String {
    Unicode.Scalar(UInt32(0x41 + index % 26)).map { String(Character($0)) } ?? "?"
  }

  /// 1, 2, 2.5 or 5 times a power of ten yuan, not below `raw`.
  private static func roundStep(for raw: Double) -> Double {
    var power = 100.0
    while power * 10 < raw { power *= 10 }
    return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= raw } ?? raw
  }

  /// The sums at the scale's lines, from 0 up.
  var levels: [Double] { (0...max(1, Int((top / step).rounded()))).map { Double($0) * step } }

  /// Whole yuan with a comma between each three digits; half a yuan is shown as written.
  static func label(fen: Double) -> String {
    let yuan = Money(fen: Int64(min(fen, 9e18))).formatted(in: .en).dropFirst()
    return String(yuan.hasSuffix(".00") ? yuan.dropLast(3) : yuan)
  }

  /// Months at which the time axis is marked: at most `most` and the last one.
  func monthMarks(most: Int) -> [Int] {
    let step = [1, 2, 3, 6, 12, 24, 60, 120].first { months / $0 <= max(1, most) } ?? months
    var marks = Array(stride(from: 0, to: months, by: step))
    if let last = marks.last, last > 0, (months - last) * 2 < step { marks.removeLast() }
    return marks + [months]
  }
}
