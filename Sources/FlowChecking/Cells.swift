import Expressions
import FlowLanguage

/// The values of one variable cut into cells within which no condition of the flow can tell two
/// values apart: the options of a choice, the subsets of a multi choice, or the points and gaps
/// between the constants to which a number, amount or day is compared.
struct Cells: Hashable, Sendable {
  /// Some of a variable's cells; the last bit means that it has no value.
  typealias Subset = UInt64

  /// The bit of a variable without a value.
  static let unset: Subset = 1 << 63
  /// Every cell that holds a value at all.
  let all: Subset
  private let kind: Kind

  private enum Kind: Hashable {
    /// A cell for each option, or for each text that is compared; of a text the last is any other.
    case options([String: Int])
    /// Cell 2i is the gap before point i, cell 2i + 1 the point itself.
    case points([Int64], isMoney: Bool)
    /// A cell for each subset of these options; `open` where there are others, whose being chosen
    /// is one more bit.
    case subsets([String: Int], open: Bool)
    /// One cell: a value is there.
    case presence
  }

  /// One cell: that a value is there.
  static let presence = Cells(all: 1, kind: .presence)

  /// A cell for each answer of a question with three.
  private static let tri = Cells(
    all: Cells.first(VariableType.tri.options.count),
    kind: .options(places(VariableType.tri.options.map(\.id))))

  private init(all: Subset, kind: Kind) {
    self.all = all
    self.kind = kind
  }

  /// The cells of a variable of a type that is compared with these values; `nil` where there is
  /// nothing to tell apart, or too much.
  init?(_ type: VariableType, comparedWith values: [Value], askedForPresence: Bool = false) {
    switch type {
    case .tri: self = Cells.tri
    case .choice, .bool:
      let ids = type == .bool ? ["false", "true"] : type.options.map(\.id)
      guard (1...62).contains(ids.count) else { return nil }
      kind = .options(places(ids))
      all = Cells.first(ids.count)
    case .integer, .money, .date:
      let isMoney = type == .money
      let points = Set(values.compactMap { Cells.point($0, isMoney: isMoney) }).sorted()
      guard 2 * points.count + 1 <= 62, !points.isEmpty || askedForPresence else { return nil }
      kind = .points(points, isMoney: isMoney)
      all = Cells.line(points)
    case .multi(let options):
      guard let (kind, all) = Cells.subsets(options.map(\.id), comparedWith: values) else {
        return nil
      }
      (self.kind, self.all) = (kind, all)
    case .text, .phone, .paste, .file:
      let texts = Set(values.compactMap(\.text)).sorted()
      guard texts.count < 32, !texts.isEmpty || askedForPresence else { return nil }
      kind = .options(places(texts))
      all = Cells.first(texts.count + 1)
    case .list where values.contains(where: { $0.text?.isEmpty ?? false }):
      kind = .options(places([""]))
      all = Cells.first(2)
    case .percent, .list, .record:
      guard askedForPresence else { return nil }
      self = Cells.presence
    }
  }

  /// Of a multi choice up to five options are told apart; all of them, or those that are named and
  /// "some other".
  private static func subsets(
    _ ids: [String], comparedWith values: [Value]
  ) -> (Kind, Subset)? {
    guard ids.count > 5 else { return (.subsets(places(ids), open: false), first(1 << ids.count)) }
    let texts = Set(values.compactMap(\.text))
    let named = ids.filter { texts.contains($0) }
    guard named.count < 5 else { return nil }
    return (.subsets(places(named), open: true), first(1 << (named.count + 1)))
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
    switch kind {
    case .options(let places): return holding(sign, option: value, places)
    case .points(let points, let isMoney):
      return Cells.point(value, isMoney: isMoney).flatMap { holding(sign, point: $0, points) }
    case .subsets, .presence: return nil
    }
  }

  private func holding(
    _ sign: BinaryOperator, option value: Value, _ places: [String: Int]
  ) -> Subset? {
    let name: String
    switch value {
    case .string(let text): name = text
    case .bool(let flag): name = flag ? "true" : "false"
    default: return nil
    }
    // What is none of the options is a fault of its own; nothing is concluded from it.
    guard let place = places[name] else { return nil }
    let cell: Subset = 1 << Subset(place)
    return switch sign {
    case .equal: cell
    case .notEqual: all & ~cell
    default: nil
    }
  }

  private func holding(_ sign: BinaryOperator, point: Int64, _ points: [Int64]) -> Subset? {
    guard let place = points.firstIndex(of: point) else { return nil }
    let cell: Subset = 1 << Subset(2 * place + 1)
    let below = Cells.first(2 * place + 1)
    return switch sign {
    case .equal: cell
    case .notEqual: all & ~cell
    case .less: all & below
    case .lessOrEqual: all & (below | cell)
    case .greater: all & ~below & ~cell
    case .greaterOrEqual: all & ~below
    default: nil
    }
  }

  /// The subsets of a multi choice that hold an option; `nil` where that can't be told.
  func holding(option: Value) -> Subset? {
    guard case .subsets(let places, _) = kind, let text = option.text, let bit = places[text]
    else { return nil }
    return filter { $0 & (1 << bit) != 0 }
  }

  /// The one cell of a multi choice in which exactly these options are chosen; of a list the cells
  /// of those that are empty, or are not.
  func holding(exactly options: [String]) -> Subset? {
    if case .options(let places) = kind, let empty = places[""] {
      let none: Subset = 1 << Subset(empty)
      return options.isEmpty ? none : all & ~none
    }
    guard case .subsets(let places, let open) = kind else { return nil }
    var cell = 0
    for option in options {
      guard let bit = places[option] else { return nil }
      cell |= 1 << bit
    }
    return open && !options.isEmpty ? nil : 1 << Subset(cell)
  }

  /// The cells of a multi choice (a list, a text) whose size compares so with a number.
  func holding(size sign: BinaryOperator, _ number: Int64) -> Subset? {
    switch kind {
    case .subsets(_, let open):
      guard !open || Cells.asksForNone(sign, number) else { return nil }
      return filter { sign.holds(Int64($0.nonzeroBitCount), number) }
    case .options(let places):
      guard let empty = places[""], Cells.asksForNone(sign, number) else { return nil }
      let none: Subset = 1 << Subset(empty)
      return sign.holds(0, number) ? none : all & ~none
    case .points, .presence: return nil
    }
  }

  /// The cells of lists without elements; all where that is not told apart.
  var empty: Subset { holding(size: .equal, 0) ?? all }

  /// The cells of lists with elements; all where that is not told apart.
  var filled: Subset { holding(size: .greater, 0) ?? all }

  /// Between which bounds the sizes in some cells lie; of no cells at all any bounds are true.
  func sizes(in subset: Subset) -> ClosedRange<Int64> {
    switch kind {
    case .subsets(_, let open):
      let sizes = (subset & all).places.map { Int64($0.nonzeroBitCount) }
      guard let least = sizes.min(), let most = sizes.max() else { return 1...1 }
      return least...(open ? .max : most)
    case .options(let places) where places[""] != nil:
      let (none, some) = (subset & empty != 0, subset & filled != 0)
      return none ? 0...(some ? .max : 0) : 1...(some ? .max : 1)
    case .options, .points, .presence: return 0 ... .max
    }
  }

  /// Between which bounds the whole numbers in some cells lie; of no cells any bounds are true.
  func numbers(in subset: Subset) -> ClosedRange<Int64> {
    guard case .points(let points, _) = kind else { return .min ... .max }
    let places = (subset & all).places.map(Int.init)
    guard let first = places.min(), let last = places.max() else { return 1...1 }
    func point(_ place: Int, _ besides: Int64) -> Int64 { points[place] + besides }
    let least = first % 2 == 1 ? points[first / 2] : first == 0 ? .min : point(first / 2 - 1, 1)
    let most =
      last % 2 == 1 ? points[last / 2] : last / 2 == points.count ? .max : point(last / 2, -1)
    return least...most
  }

  /// Whether a comparison of a size only asks whether there is anything.
  private static func asksForNone(_ sign: BinaryOperator, _ number: Int64) -> Bool {
    sign.holds(0, number) != sign.holds(1, number)
      && sign.holds(1, number) == sign.holds(.max, number)
      && sign.holds(1, number) == sign.holds(2, number)
  }

  private func filter(_ holds: (Int) -> Bool) -> Subset {
    (0..<62).reduce(0) { cells, cell in
      let bit: Subset = 1 << Subset(cell)
      return all & bit != 0 && holds(cell) ? cells | bit : cells
    }
  }

  /// Whether a comparison of two variables with these cells holds for some values in a cell of
  /// the left one and a cell of the right one.
  func canHold(_ sign: BinaryOperator, _ left: Subset, _ right: Subset) -> Bool {
    guard case .points = kind else {
      guard case .options(let places) = kind else { return true }
      // The cell of all other texts holds many of them.
      let isOpen = left.trailingZeroBitCount >= places.count
      switch sign {
      case .equal: return left == right
      case .notEqual: return left != right || isOpen
      default: return true
      }
    }
    if left == right {
      let isPoint = left.trailingZeroBitCount % 2 == 1
      return isPoint ? sign.holds(0, 0) : true
    }
    return left < right ? sign.holds(0, 1) : sign.holds(1, 0)
  }

  private static func first(_ count: Int) -> Subset { (1 << Subset(count)) - 1 }

  /// All points and the gaps between them that hold any value.
  private static func line(_ points: [Int64]) -> Subset {
    var cells = first(2 * points.count + 1)
    for place in points.indices.dropFirst() where points[place] - 1 == points[place - 1] {
      cells &= ~(1 << Subset(2 * place))
    }
    return cells
  }

  /// A value on the line of its type: whole numbers, fen, days.
  ///
  /// An amount may be compared with whole yuan. A double is left out, for it may stand between two
  /// of them.
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

private func places(_ ids: [String]) -> [String: Int] {
  Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
}

extension Value {
  /// The text of a string.
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}

extension BinaryOperator {
  /// Whether a comparison of two numbers holds.
  fileprivate func holds(_ left: Int64, _ right: Int64) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    default: false
    }
  }
}
