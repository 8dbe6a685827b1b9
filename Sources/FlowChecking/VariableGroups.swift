import Expressions
import FlowLanguage

/// Which variables are compared with what, and which take their values from each other and so
/// must be cut into the same cells.
struct VariableGroups {
  private let flow: Flow
  private var leader: [Int]
  private var compared: [[Value]]
  private var assigned: [[Value]]
  private var isAskedFor: [Bool]
  private var answers: [String: [Value]] = [:]
  /// The parts of expressions that compare or ask; a flow says the same short things over and over.
  private var partsOf: [ObjectIdentifier: [Syntax]] = [:]
  /// Values kept for one variable; more could not be told apart anyway.
  private static let most = 64

  init(_ flow: Flow) {
    self.flow = flow
    leader = Array(flow.variables.indices)
    compared = flow.variables.map { _ in [] }
    assigned = compared
    isAskedFor = flow.variables.map { _ in false }
  }

  /// Takes over what an expression compares and copies.
  mutating func take(_ checked: CheckedExpression, of expression: FlowExpression) {
    for comparison in checked.comparisons where comparison.fields.isEmpty {
      note(comparison.values, of: comparison.variable, in: expression)
    }
    let known = partsOf[ObjectIdentifier(checked)]
    let parts = known ?? checked.syntax.tellingParts
    if known == nil { partsOf[ObjectIdentifier(checked)] = parts }
    for part in parts { take(part, of: expression) }
    switch expression.purpose {
    case .set(let variable), .setFromAnswer(let variable):
      if let index = flow.variableIndex(variable) {
        takeValue(checked.syntax, of: checked, for: index, expression)
      }
    case .count:
      for name in checked.variables {
        // A list counts by its size: whether it has any elements.
        note([.int(1), .int(Int64(Each.mostTurns)), .string("")], of: name, in: expression)
      }
    case .condition where checked.syntax.isName:
      if case .name(let name) = checked.syntax.kind { note([], of: name.text, in: expression) }
    default: break
    }
  }

  private mutating func take(_ part: Syntax, of expression: FlowExpression) {
    switch part.kind {
    case .answered(let name):
      if let index = index(name.text, expression) { isAskedFor[index] = true }
    case .binary(let sign, let left, let right, _) where sign.isComparison:
      if case .name(let one) = left.kind, case .name(let other) = right.kind,
        let one = index(one.text, expression), let other = index(other.text, expression)
      {
        isAskedFor[one] = true
        isAskedFor[other] = true
        unite(one, other)
      }
      if let (name, _, _) = SizeTest(sign, left, right)?.parts {
        note([.string("")], of: name, in: expression)
      }
    default: break
    }
  }

  /// The values that an assignment writes out, and the variables it copies.
  private mutating func takeValue(
    _ syntax: Syntax, of checked: CheckedExpression, for variable: Int,
    _ expression: FlowExpression
  ) {
    switch syntax.kind {
    case .name(let name):
      if let source = index(name.text, expression), source != variable { unite(source, variable) }
    case .conditional(_, let then, let otherwise):
      takeValue(then, of: checked, for: variable, expression)
      takeValue(otherwise, of: checked, for: variable, expression)
    default:
      guard let value = checked.literal(syntax), assigned[variable].count < VariableGroups.most
      else { return }
      assigned[variable].append(value)
    }
  }

  private mutating func note(
    _ values: [Value], of name: String, in expression: FlowExpression
  ) {
    if let index = index(name, expression) {
      let room = VariableGroups.most - compared[index].count
      compared[index] += values.prefix(max(0, room))
    } else if name == "answer" {
      answers[expression.node, default: []] += values.prefix(VariableGroups.most)
    }
  }

  /// The variable that a name means: `answer` is the one that takes the answer as it is.
  private func index(_ name: String, _ expression: FlowExpression) -> Int? {
    guard name == "answer" else { return flow.variableIndex(name) }
    guard case .ask(let ask) = flow.node(expression.node)?.kind else { return nil }
    return taker(of: ask)
  }

  /// The variable that takes an answer as it is, by its place.
  func taker(of ask: Ask) -> Int? {
    ask.set.first { $0.value.text == "answer" }.flatMap { flow.variableIndex($0.variable.text) }
  }

  private mutating func unite(_ one: Int, _ other: Int) {
    guard flow.variables[one].type == flow.variables[other].type else { return }
    let (one, other) = (root(one), root(other))
    guard one != other else { return }
    leader[other] = one
    compared[one] += compared[other]
    assigned[one] += assigned[other]
    isAskedFor[one] = isAskedFor[one] || isAskedFor[other]
  }

  private func root(_ variable: Int) -> Int {
    var root = variable
    while leader[root] != root { root = leader[root] }
    return root
  }

  /// Gives each group what was noted of its members after they were united.
  mutating func settle() {
    for variable in leader.indices {
      let root = root(variable)
      guard root != variable else { continue }
      compared[root] += compared[variable]
      assigned[root] += assigned[variable]
      isAskedFor[root] = isAskedFor[root] || isAskedFor[variable]
    }
  }

  /// The cells of a variable; `nil` where no condition asks for it.
  func cells(of variable: Int, _ type: VariableType) -> Cells? {
    let root = root(variable)
    guard !compared[root].isEmpty || isAskedFor[root] || type == .bool else { return nil }
    return Cells(
      type, comparedWith: compared[root] + assigned[root], askedForPresence: isAskedFor[root])
  }

  /// The cells of the answer to a question that no variable takes as it is.
  func answerCells(of node: String, _ type: VariableType) -> Cells? {
    Cells(type, comparedWith: answers[node] ?? [])
  }
}

extension Syntax {
  /// All parts that compare, or ask whether there is a value.
  fileprivate var tellingParts: [Syntax] {
    var parts: [Syntax] = []
    var stack = [self]
    while let part = stack.popLast() {
      stack += part.children
      switch part.kind {
      case .answered: parts.append(part)
      case .binary(let sign, _, _, _) where sign.isComparison: parts.append(part)
      default: break
      }
    }
    return parts
  }
}
