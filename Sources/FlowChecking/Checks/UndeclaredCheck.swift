import Expressions
import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Every variable, field, function, record type, alias, input and output that is named exists.
  static let undeclared = FlowCheck(id: "undeclared") { context in
    var check = UndeclaredCheck(context: context)
    check.run()
    return context.compiled.diagnostics.filter { $0.check == "undeclared" } + check.found
  }
}

private struct UndeclaredCheck {
  let context: CheckContext
  var variables: Speller
  var found: [Diagnostic] = []

  init(context: CheckContext) {
    self.context = context
    variables = Speller(context.flow.variables.map(\.name.text))
  }

  mutating func run() {
    for variable in context.flow.variables { look(at: variable.type, of: variable) }
    for node in context.flow.nodes {
      switch node.kind {
      case .ask(let ask):
        for assignment in ask.set + (ask.skip?.set ?? []) { lookAtVariable(assignment.variable) }
      case .compute(let compute):
        for assignment in compute.set { lookAtVariable(assignment.variable) }
      case .call(let call): look(at: call)
      case .each(let each):
        if let collect = each.collect { lookAtVariable(collect.into) }
      default: break
      }
    }
  }

  private mutating func look(at type: VariableType, of variable: Variable) {
    switch type {
    case .list(let element): look(at: element, of: variable)
    case .record(let name) where context.compiled.environment.type(name) == nil:
      let near = nearestNames(to: name, among: context.compiled.environment.types.map(\.name))
      report(.recordType(name, near: near), at: variable.range)
    default: break
    }
  }

  private mutating func lookAtVariable(_ name: Name) {
    guard let variable = context.flow.variable(name.text) else {
      return report(.variable(name.text, near: variables.near(name.text)), at: name.range)
    }
    if variable.role == .input { report(.inputIsSet(name.text), at: name.range) }
  }

  private mutating func look(at call: Call) {
    for take in call.takes { lookAtVariable(take.variable) }
    guard let use = context.flow.use(call.alias.text) else {
      let near = nearestNames(
        to: call.alias.text, among: context.flow.uses.map(\.alias.text))
      return report(.alias(call.alias.text, near: near), at: call.alias.range)
    }
    guard let called = context.library.flow(for: use) else { return }
    let (inputs, outputs) = (called.inputs.map(\.name.text), called.outputs.map(\.name.text))
    for argument in call.arguments where !inputs.contains(argument.variable.text) {
      let near = nearestNames(to: argument.variable.text, among: inputs)
      report(.input(argument.variable.text, called.id, near: near), at: argument.variable.range)
    }
    for take in call.takes where !outputs.contains(take.output.text) {
      let near = nearestNames(to: take.output.text, among: outputs)
      report(.output(take.output.text, called.id, near: near), at: take.output.range)
    }
  }

  private mutating func report(_ fault: UndeclaredFault, at range: SourceRange) {
    found.append(context.fault("undeclared", at: range, fault.message))
  }
}

private enum UndeclaredFault {
  case variable(String, near: [String])
  case inputIsSet(String)
  case recordType(String, near: [String])
  case alias(String, near: [String])
  case input(String, String, near: [String])
  case output(String, String, near: [String])

  var message: BilingualText {
    switch self {
    case .variable(let name, let near):
      FlowChecking.message(
        zh: "没有声明变量 \"\(name)\"", en: "no variable \"\(name)\" is declared", near: near,
        otherwise: BilingualText(
          zh: "请在 vars 里写 \(name): {type: …}", en: "declare it under vars: \(name): {type: …}"))
    case .inputIsSet(let name):
      BilingualText(
        zh: "\"\(name)\" 由调用方传入，这里不能改；请另设一个变量",
        en: "\"\(name)\" is passed in by the caller and can't be set here; use another variable")
    case .recordType(let name, let near):
      FlowChecking.message(
        zh: "没有记录类型 \"\(name)\"", en: "there is no record type \"\(name)\"", near: near)
    case .alias(let name, let near):
      FlowChecking.message(
        zh: "use 里没有 \"\(name)\"", en: "\"\(name)\" does not stand under use", near: near,
        otherwise: BilingualText(
          zh: "请在 use 里写 \(name): \"流程id@版本\"", en: "add it there: \(name): \"flow.id@version\""))
    case .input(let name, let flow, let near):
      FlowChecking.message(
        zh: "流程 \"\(flow)\" 没有输入 \"\(name)\"", en: "the flow \"\(flow)\" has no input \"\(name)\"",
        near: near)
    case .output(let name, let flow, let near):
      FlowChecking.message(
        zh: "流程 \"\(flow)\" 没有输出 \"\(name)\"", en: "the flow \"\(flow)\" has no output \"\(name)\"",
        near: near)
    }
  }
}
