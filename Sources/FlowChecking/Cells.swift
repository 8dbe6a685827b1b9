import Expressions
import FlowLanguage

/// The values of one variable cut into cells within which no condition of the flow can tell two
/// values apart: the options of a choice, or the points and gaps between the constants to which a
/// number, amount or day is compared.
struct Cells: Sendable {
  /// Some of a variable's cells; the last bit means that it has no value.
  typealias Subset = UInt64

  /// The bit of a variable without a value.
  static let unset: Subset = 1 << 63
  /// Every cell, a value being there.
  let all: Subset
  private let options: [String: Int]
  private let points: [Int64]
  private let isMoney: Bool

  /// The cells of a variable of a type that is compared with these values; `nil` where there is
  /// nothing to tell apart, or too much.
  init?(_ type: VariableType, comparedWith values: [Value]) {
    isMoney = type == .money
    switch type {
    case .tri, .choice, .bool:
      let ids = type == .bool ? ["false", "true"] : type.options.map(\.id)
      guard (1...63).contains(ids.count) else { return nil }
      options = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
      points = []
      all = Cells.first(ids.count)
    case .integer, .money, .date:
      let isMoney = type == .money
      let points = Set(values.compactMap { Cells.point($0, isMoney: isMoney) }).sorted()
      guard !points.isEmpty, 2 * points.count + 1 <= 63 else { return nil }
      self.points = points
      options = [:]
      all = Cells.first(2 * points.count + 1)
    default: return nil
    }
  }

  /// The cells for which a comparison with a value holds; `nil` where that can't be told.
  func holding(_ sign: BinaryOperator, _ values: [Value]) -> Subset? {
    if sign == .isIn {
      return values.reduce(Optional(0)) { cells, value in
        guard let cells, let more = holding(.equal, [value]) else { return nil }
        return cells | more
      }
    }
    guard let value = values.first else { return nil }
    return options.isEmpty ? holding(sign, point: value) : holding(sign, option: value)
  }

  private func holding(_ sign: BinaryOperator, option value: Value) -> Subset? {
    let name: String
    switch value {
    case .string(let text): name = text
    case .bool(let flag): name = flag ? "true" : "false"
    default: return nil
    }
    // What is none of the options is a fault of its own; nothing is concluded from it.
    guard let place = options[name] else { return nil }
    let cell: Subset = 1 << Subset(place)
    return switch sign {
    case .equal: cell
    case .notEqual: all & ~cell
    default: nil
    }
  }

  /// Cell 2i is the gap before point i, cell 2i + 1 the point itself.
  private func holding(_ sign: BinaryOperator, point value: Value) -> Subset? {
    guard let point = Cells.point(value, isMoney: isMoney), let place = points.firstIndex(of: point)
    else {
      return nil
    }
    let cell: Subset = 1 << Subset(2 * place + 1)
    let below = Cells.first(2 * place + 1)
    return switch sign {
    case .equal: cell
    case .notEqual: all & ~cell
    case .less: below
    case .lessOrEqual: below | cell
    case .greater: all & ~below & ~cell
    case .greaterOrEqual: all & ~below
    default: nil
    }
  }

  private static func first(_ count: Int) -> Subset { (1 << Subset(count)) - 1 }

  /// A value on the line of its type: whole numbers, fen, days.
  ///
  /// An amount may be compared with whole yuan. A double is left out, for it may stand between two of them.
  private static func point(_ value: Value, isMoney: Bool) -> Int64? {
    switch value {
    case .int(let number):
      guard isMoney else { return number }
      let (fen, overflow) = number.multipliedReportingOverflow(by: 100)
      return overflow ? nil : fen
    case .money(let money): return money.fen
    case .date(let day): return Int64(day.dayNumber)
    default: return nil
    }
  }
}
