import Expressions
import FlowLanguage

/// The variables of a flow that its conditions tell apart, each with its slot and its cells, and
/// the conditions in terms of them.
struct CellTable: Sendable {
  /// How many slots there are; one more, the last, is that of the answer just given.
  let count: Int
  /// The slot of the answer while its question is worked on.
  var answer: Int { count }
  private let flow: Flow
  private let compiled: CompiledFlow
  private let slots: [Int?]
  private let cells: [Cells?]
  private let answerCells: [String: Cells]

  /// Whether conditions tell what they read beside what they decide by.
  private let tellsReads: Bool

  /// The table of a flow with at most so many slots.
  ///
  /// Of the variables in `present` at least that they are set is told, and what reads them.
  init(_ flow: Flow, _ compiled: CompiledFlow, most: Int, present: Set<Int>? = nil) {
    tellsReads = present != nil
    self.flow = flow
    self.compiled = compiled
    var groups = VariableGroups(flow)
    for expression in flow.expressions {
      guard let checked = compiled[expression] else { continue }
      groups.take(checked, of: expression)
    }
    groups.settle()
    var cells: [Cells?] = []
    var slots: [Int?] = []
    var count = 0
    for (index, variable) in flow.variables.enumerated() {
      let isPresent = present?.contains(index) ?? false
      let compared = groups.cells(of: index, variable.type)
      let found = count < most ? compared ?? (isPresent ? Cells.presence : nil) : nil
      cells.append(found)
      slots.append(found == nil ? nil : count)
      if found != nil { count += 1 }
    }
    var answers: [String: Cells] = [:]
    for node in flow.nodes {
      guard case .ask(let ask) = node.kind else { continue }
      let taker = groups.taker(of: ask).flatMap { cells[$0] == Cells.presence ? nil : cells[$0] }
      answers[node.id] = taker ?? groups.answerCells(of: node.id, ask.type)
    }
    self.count = count
    self.slots = slots
    self.cells = cells
    self.answerCells = answers
  }

  /// The slot and cells of a variable.
  func slot(ofVariable name: String) -> (slot: Int, cells: Cells)? {
    guard let index = flow.variableIndex(name), let slot = slots[index], let cells = cells[index]
    else { return nil }
    return (slot, cells)
  }

  /// The cells of the answer to a node's question.
  func answerCells(at node: String) -> Cells? { answerCells[node] }

  /// The slot and cells of a name in an expression.
  func slot(of name: String, in expression: FlowExpression) -> (slot: Int, cells: Cells)? {
    guard name == "answer" else { return slot(ofVariable: name) }
    return answerCells[expression.node].map { (answer, $0) }
  }

  /// A condition; open where it has an error.
  func truth(_ expression: FlowExpression) -> Truth {
    guard let checked = compiled[expression] else { return .open(reads: []) }
    return truth(checked.syntax, checked, expression)
  }

  /// The condition that a part of an expression is.
  func truth(
    _ syntax: Syntax, _ checked: CheckedExpression, _ expression: FlowExpression
  ) -> Truth {
    let inner = { (part: Syntax) in truth(part, checked, expression) }
    var open: Truth { .open(reads: reads(of: syntax, checked, expression)) }
    switch syntax.kind {
    case .literal(.bool(let literal)): return .constant(literal)
    case .not(let operand): return .not(inner(operand))
    case .and(let parts): return .and(parts.map(inner))
    case .or(let parts): return .or(parts.map(inner))
    case .conditional(let condition, let then, let otherwise):
      return .conditional(inner(condition), inner(then), inner(otherwise))
    case .answered(let name):
      return slot(of: name.text, in: expression)
        .map { .answered(slot: $0.slot) } ?? .open(reads: [])
    case .name(let name):
      guard let (slot, cells) = slot(of: name.text, in: expression),
        let holding = cells.holding(.equal, [.bool(true)])
      else { return open }
      return .test(slot: slot, holding: holding, all: cells.all)
    case .binary(let sign, let left, let right, _):
      return comparison(sign, left, right, syntax, checked, expression)
    default: return open
    }
  }

  private func comparison(
    _ sign: BinaryOperator, _ left: Syntax, _ right: Syntax, _ whole: Syntax,
    _ checked: CheckedExpression, _ expression: FlowExpression
  ) -> Truth {
    if let truth = checked.writtenTruth(whole) { return .constant(truth) }
    var open: Truth { .open(reads: reads(of: whole, checked, expression)) }
    if let (name, sign, number) = SizeTest(sign, left, right)?.parts,
      let (slot, cells) = slot(of: name, in: expression),
      let holding = cells.holding(size: sign, number)
    {
      return .test(slot: slot, holding: holding, all: cells.all)
    }
    if sign.isComparison, case .name(let one) = left.kind, case .name(let other) = right.kind {
      guard let one = slot(of: one.text, in: expression),
        let other = slot(of: other.text, in: expression), one.cells == other.cells,
        one.slot != other.slot
      else { return open }
      return .relation(sign, one.slot, other.slot, one.cells)
    }
    guard left.isName || right.isName,
      let found = checked.comparison(within: whole.range),
      let (slot, cells) = slot(of: found.variable, in: expression)
    else { return open }
    let holding =
      found.variableIsList
      ? found.values.first.flatMap { cells.holding(option: $0) }
      : cells.holding(found.sign, found.values)
    return holding.map { .test(slot: slot, holding: $0, all: cells.all) } ?? open
  }

  /// The slots that a part of an expression reads without asking first whether they are set.
  private func reads(
    of part: Syntax, _ checked: CheckedExpression, _ expression: FlowExpression
  ) -> [Int] {
    guard tellsReads else { return [] }
    return checked.reads.compactMap { read in
      guard !read.isGuarded, part.range.contains(read.range.lowerBound) else { return nil }
      return slot(of: read.name, in: expression)?.slot
    }
  }
}

/// `size(v) > 0`, `0 < v.size()`.
struct SizeTest {
  /// The variable, the sign with the variable on the left, and the number.
  let parts: (String, BinaryOperator, Int64)

  init?(_ sign: BinaryOperator, _ left: Syntax, _ right: Syntax) {
    guard sign.isComparison else { return nil }
    if let name = left.sizedName, case .literal(.int(let number)) = right.kind {
      parts = (name, sign, number)
    } else if let name = right.sizedName, case .literal(.int(let number)) = left.kind {
      parts = (name, sign.mirrored, number)
    } else {
      return nil
    }
  }
}

extension Syntax {
  /// Whether this is a single name.
  var isName: Bool { if case .name = kind { true } else { false } }

  /// The variable of `size(v)` or `v.size()`.
  var sizedName: String? {
    guard case .call(let name, let target, let arguments) = kind, name.text == "size" else {
      return nil
    }
    let subject = target ?? arguments.first
    guard arguments.count == (target == nil ? 1 : 0), case .name(let variable)? = subject?.kind
    else { return nil }
    return variable.text
  }
}

extension CheckedExpression {
  /// The comparison with literals written at a place of the syntax tree.
  func comparison(within range: Range<Int>) -> LiteralComparison? {
    comparisons.first { comparison in
      comparison.fields.isEmpty && !comparison.ranges.isEmpty
        && comparison.ranges.allSatisfy {
          range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
        }
    }
  }
}
