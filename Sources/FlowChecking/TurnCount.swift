import Expressions
import FlowLanguage

/// How many turns a repetition has, as far as the cells of variables tell.
struct TurnCount: Sendable {
  private let flow: Flow
  private let table: CellTable
  private let count: Syntax
  private let checked: CheckedExpression
  private let expression: FlowExpression
  private static let any = Int64.min...Int64.max

  /// The count of a repetition; `nil` where no count decides, or it has an error.
  init?(_ each: Each, _ flow: Flow, _ compiled: CompiledFlow, _ table: CellTable) {
    guard case .count(let expression) = each.rounds, let checked = compiled[expression] else {
      return nil
    }
    self.flow = flow
    self.table = table
    count = checked.syntax
    self.checked = checked
    self.expression = expression
  }

  /// Between which bounds it lies at a point.
  func range(at point: Point) -> ClosedRange<Int64> {
    range(
      of: count,
      Known(
        cells: { slot in
          let place = point[slot]
          return place == Point.any ? nil : place == Point.unset ? 0 : 1 << Cells.Subset(place)
        },
        mayBe: { truth, value in truth.outcomes(at: point).contains { $0.value == value } }))
  }

  /// Between which bounds it lies in a box.
  func range(in box: Box) -> ClosedRange<Int64> {
    range(
      of: count,
      Known(
        cells: { box[$0] },
        mayBe: { !$0.boxes(box, is: $1, orUndefined: false).isEmpty }))
  }

  /// What is known where the number is worked out.
  private struct Known {
    /// The cells in which a slot may be; `nil` where nothing is known of it.
    let cells: (Int) -> Cells.Subset?
    /// Whether a condition may come out so.
    let mayBe: (Truth, Bool) -> Bool
  }

  private func range(
    of part: Syntax, _ known: Known
  ) -> ClosedRange<Int64> {
    switch part.kind {
    case .literal(.int(let number)): return number...number
    case .name(let name):
      return table.slot(ofVariable: name.text).flatMap { slot, kind in
        known.cells(slot).map { kind.numbers(in: $0) }
      } ?? TurnCount.any
    case .conditional(let condition, let then, let otherwise):
      let truth = table.truth(condition, checked, expression)
      guard known.mayBe(truth, true) else { return range(of: otherwise, known) }
      guard known.mayBe(truth, false) else { return range(of: then, known) }
      let (one, other) = (range(of: then, known), range(of: otherwise, known))
      return min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
    case .call(_, _, let arguments):
      if let variable = part.sizedName { return size(of: variable, known) }
      let ranges = arguments.map { range(of: $0, known) }
      let (lower, upper) = (ranges.map(\.lowerBound), ranges.map(\.upperBound))
      if part.isMath("least"), let least = lower.min(), let most = upper.min() {
        return least...most
      }
      if part.isMath("greatest"), let least = lower.max(), let most = upper.max() {
        return least...most
      }
      return TurnCount.any
    default: return TurnCount.any
    }
  }

  private func size(
    of variable: String, _ known: Known
  ) -> ClosedRange<Int64> {
    let most = mostElements(of: variable)
    guard let (slot, kind) = table.slot(ofVariable: variable), let subset = known.cells(slot) else {
      return 0...most
    }
    let sizes = kind.sizes(in: subset)
    return min(sizes.lowerBound, most)...min(sizes.upperBound, most)
  }

  /// How many elements a list has at most: the options, or the turns of the repetitions that alone
  /// fill it.
  private func mostElements(of variable: String) -> Int64 {
    switch flow.variable(variable)?.type {
    case .multi(let options): return Int64(options.count)
    case .list:
      let isCollected = flow.nodes.allSatisfy { node in
        guard node.setVariables.contains(variable) else { return true }
        if case .each = node.kind { return true }
        return false
      }
      return isCollected && flow.variable(variable)?.role != .input
        ? Int64(Each.mostTurns) : .max
    default: return .max
    }
  }
}

extension Syntax {
  /// Whether this is a call of `math.…`.
  fileprivate func isMath(_ function: String) -> Bool {
    guard case .call(let name, let target, _) = kind else { return false }
    return name.text == function && target?.dottedName?.words == ["math"]
  }
}
