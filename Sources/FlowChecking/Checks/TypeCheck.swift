import Expressions
import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Every expression has the type its place needs, and what is taken from a called flow fits.
  static let type = FlowCheck(id: "type") { context in
    context.compiled.diagnostics.filter { $0.check == "type" }
      + context.flow.nodes.flatMap { misfits(in: $0, context) }
  }
}

private func misfits(in node: Node, _ context: CheckContext) -> [Diagnostic] {
  switch node.kind {
  case .call(let call): takes(of: call, context)
  case .ask(let ask): routes(of: ask, context)
  default: []
  }
}

private func takes(of call: Call, _ context: CheckContext) -> [Diagnostic] {
  guard let called = context.flow.use(call.alias.text).flatMap({ context.library.flow(for: $0) })
  else { return [] }
  return call.takes.compactMap { take in
    guard let output = called.variable(take.output.text)?.type.expressionType,
      let variable = context.flow.variable(take.variable.text)?.type.expressionType,
      output != variable
    else { return nil }
    let fault = TypeFault.take(take.output.text, output, take.variable.text, variable)
    return context.fault("type", at: take.output.range, fault.message)
  }
}

/// Only a tri and a choice have one answer out of several, by which `next` can be keyed.
private func routes(of ask: Ask, _ context: CheckContext) -> [Diagnostic] {
  guard case .byAnswer(_, let range) = ask.next else { return [] }
  switch ask.type {
  case .tri, .choice: return []
  default: return [context.fault("type", at: range, TypeFault.notByAnswer.message)]
  }
}

private enum TypeFault {
  case take(String, ExpressionType, String, ExpressionType)
  case notByAnswer

  var message: BilingualText {
    switch self {
    case .take(let output, let found, let variable, let wanted):
      BilingualText(
        zh: "输出 \"\(output)\" 是\(found.label.zh)，变量 \"\(variable)\" 是\(wanted.label.zh)；请改其中一个的类型",
        en:
          "the output \"\(output)\" is \(found.label.en), the variable \"\(variable)\" is \(wanted.label.en); change one of them"
      )
    case .notByAnswer:
      BilingualText(
        zh: "只有 tri 和 choice 能按答案分路；请写 [{when: \"…\", next: …}, {else: …}]",
        en: "only tri and choice can be keyed by answer; write [{when: \"…\", next: …}, {else: …}]")
    }
  }
}
