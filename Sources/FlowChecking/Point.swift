import Expressions

/// One combination of values at one moment: for each slot the place of its cell.
struct Point: Hashable, Sendable {
  /// The place of "no value".
  static let unset: UInt8 = 63
  /// The place of a value that nothing asks for any more.
  static let any: UInt8 = 255
  private var cells: [UInt8]

  /// No slot has a value.
  init(slots: Int) { cells = [UInt8](repeating: Point.unset, count: slots) }

  /// The place of a slot's cell.
  subscript(slot: Int) -> UInt8 {
    get { slot < cells.count ? cells[slot] : Point.any }
    set { if slot < cells.count { cells[slot] = newValue } }
  }

  /// This point with another cell for a slot.
  func setting(_ slot: Int, to cell: UInt8) -> Point {
    var point = self
    point[slot] = cell
    return point
  }

  /// Gives these slots some value that nobody can tell.
  mutating func giveValues(_ slots: UInt64) {
    for slot in cells.indices where slots & (1 << UInt64(slot)) != 0 { cells[slot] = Point.any }
  }

  /// What it says of these slots alone.
  func keeping(_ slots: UInt64) -> Point {
    var point = self
    for slot in cells.indices where slots & (1 << UInt64(slot)) == 0 { point[slot] = Point.any }
    return point
  }
}

extension Cells.Subset {
  /// The places of its cells, that of "no value" included.
  var places: [UInt8] {
    (UInt8(0)...Point.unset).filter { self & (1 << UInt64($0)) != 0 }
  }
}

extension Truth {
  /// What may come out of a condition at one point.
  struct Outcome: Hashable, Sendable {
    /// Its value; `nil` where it has none.
    let value: Bool?
    /// The slots it read though they had no value.
    let missing: UInt64
  }

  /// Everything that may come out at a point, evaluated as the engine does: from left to right, a
  /// deciding operand wins over those without a value.
  func outcomes(at point: Point) -> [Outcome] {
    switch self {
    case .constant(let constant): return [Outcome(value: constant, missing: 0)]
    case .open(let reads):
      return Truth.opened(reads.reduce(0) { $0 | Truth.missing($1, point) })
    case .test(let slot, let holding, _):
      let cell = point[slot]
      guard cell < Point.unset else { return Truth.opened(Truth.missing(slot, point)) }
      return [Outcome(value: holding & (1 << UInt64(cell)) != 0, missing: 0)]
    case .relation(let sign, let left, let right, let cells):
      return Truth.related(sign, left, right, cells, point)
    case .answered(let slot):
      return point[slot] == Point.any
        ? Truth.opened(0) : [Outcome(value: point[slot] != Point.unset, missing: 0)]
    case .not(let part):
      return part.outcomes(at: point).map {
        Outcome(value: $0.value.map { !$0 }, missing: $0.missing)
      }
    case .and(let parts): return Truth.junction(parts, deciding: false, point)
    case .or(let parts): return Truth.junction(parts, deciding: true, point)
    case .conditional(let condition, let then, let otherwise):
      let outcomes = condition.outcomes(at: point).flatMap { tested -> [Outcome] in
        guard let value = tested.value else { return [tested] }
        return (value ? then : otherwise).outcomes(at: point).map {
          Outcome(value: $0.value, missing: $0.missing | tested.missing)
        }
      }
      return Truth.few(Truth.distinct(outcomes))
    }
  }

  private static func missing(_ slot: Int, _ point: Point) -> UInt64 {
    point[slot] == Point.unset ? 1 << UInt64(slot) : 0
  }

  /// Either value, or none where something was missing.
  private static func opened(_ missing: UInt64) -> [Outcome] {
    missing != 0
      ? [Outcome(value: nil, missing: missing)]
      : [Outcome(value: true, missing: 0), Outcome(value: false, missing: 0)]
  }

  private static func related(
    _ sign: BinaryOperator, _ left: Int, _ right: Int, _ cells: Cells, _ point: Point
  ) -> [Outcome] {
    let (mine, theirs) = (point[left], point[right])
    guard mine < Point.unset, theirs < Point.unset else {
      return opened(missing(left, point) | missing(right, point))
    }
    let (one, other): (Cells.Subset, Cells.Subset) = (1 << UInt64(mine), 1 << UInt64(theirs))
    return [true, false].filter { cells.canHold($0 ? sign : sign.opposite, one, other) }
      .map { Outcome(value: $0, missing: 0) }
  }

  /// So many outcomes are told apart; of more, those that read something unset are put together.
  private static let mostOutcomes = 64

  private static func junction(
    _ parts: [Truth], deciding: Bool, _ point: Point
  ) -> [Outcome] {
    var open = [Outcome(value: !deciding, missing: 0)]
    var decided: [Outcome] = []
    for part in parts {
      let results = part.outcomes(at: point)
      var next: [Outcome] = []
      for before in open {
        for result in results {
          let missing = before.missing | result.missing
          if result.value == deciding {
            decided.append(Outcome(value: deciding, missing: missing))
          } else {
            let value = before.value == nil ? nil : result.value
            next.append(Outcome(value: value, missing: missing))
          }
        }
      }
      open = few(distinct(next))
      decided = few(decided)
    }
    return distinct(decided + open)
  }

  /// Outcomes that are not too many: conditions of which each may or may not be asked have twice as
  /// many with every part.
  private static func few(_ outcomes: [Outcome]) -> [Outcome] {
    guard outcomes.count > mostOutcomes else { return outcomes }
    var few = outcomes.filter { $0.missing == 0 }
    for value in [true, false, nil] {
      let missing = outcomes.reduce(0) { $1.value == value ? $0 | $1.missing : $0 }
      if missing != 0 { few.append(Outcome(value: value, missing: missing)) }
    }
    return distinct(few)
  }

  private static func distinct(_ outcomes: [Outcome]) -> [Outcome] {
    guard outcomes.count > 1 else { return outcomes }
    var seen: Set<Outcome> = []
    return outcomes.filter { seen.insert($0).inserted }
  }
}
