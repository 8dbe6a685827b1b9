import Expressions
import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Every answer, every outcome of a called flow and every case of a list of rules has a route.
  static let unhandled = FlowCheck(id: "unhandled") { context in
    context.flow.nodes.flatMap { openCases(in: $0, context) }
  }
}

private func openCases(in node: Node, _ context: CheckContext) -> [Diagnostic] {
  var faults = missingElse(in: node, context)
  switch node.kind {
  case .ask(let ask):
    faults += missingAnswers(of: ask, context)
    faults += missingSkipRoute(of: ask, context)
  case .call(let call): faults += missingOutcomes(of: call, context)
  default: break
  }
  return faults
}

private func missingElse(in node: Node, _ context: CheckContext) -> [Diagnostic] {
  guard case .rules(let rules, nil) = node.next, !rules.isEmpty,
    !OptionCover(rules, context).isComplete
  else { return [] }
  return [context.fault("unhandled", at: node.name.range, UnhandledFault.noElse.message)]
}

private func missingAnswers(of ask: Ask, _ context: CheckContext) -> [Diagnostic] {
  guard case .byAnswer(let routes, let range) = ask.next, !routes.isEmpty else { return [] }
  switch ask.type {
  case .tri, .choice: break
  default: return []
  }
  let options = ask.type.options.map(\.id)
  return unrouted(options, routes).map {
    context.fault("unhandled", at: range, UnhandledFault.answer($0).message)
  }
}

/// The ids without a route; one that a misspelt route nearly names is left to that fault.
private func unrouted(_ ids: [String], _ routes: [Route]) -> [String] {
  var handled = Set(routes.map(\.answer.text))
  for route in routes where !ids.contains(route.answer.text) {
    let open = ids.filter { !handled.contains($0) }
    if let meant = nearestNames(to: route.answer.text, among: open).first { handled.insert(meant) }
  }
  return ids.filter { !handled.contains($0) }
}

private func missingSkipRoute(of ask: Ask, _ context: CheckContext) -> [Diagnostic] {
  guard let skip = ask.skip, skip.next == nil, case .byAnswer = ask.next else { return [] }
  return [context.fault("unhandled", at: skip.range, UnhandledFault.skip.message)]
}

private func missingOutcomes(of call: Call, _ context: CheckContext) -> [Diagnostic] {
  guard case .byAnswer(let routes, let range) = call.next, !routes.isEmpty,
    let called = context.flow.use(call.alias.text).flatMap({ context.library.flow(for: $0) })
  else { return [] }
  let ids = called.outcomeIDs
  let unknown = routes.filter { !ids.contains($0.answer.text) }.map { route in
    let near = nearestNames(to: route.answer.text, among: ids)
    let fault = UnhandledFault.noSuchOutcome(route.answer.text, called.id, near: near)
    return context.fault("unhandled", at: route.answer.range, fault.message)
  }
  return unknown
    + unrouted(ids, routes).map {
      context.fault("unhandled", at: range, UnhandledFault.outcome($0, called.id).message)
    }
}

/// Whether rules that all compare one tri or choice name every option of it.
private struct OptionCover {
  let isComplete: Bool

  init(_ rules: [Rule], _ context: CheckContext) {
    var variable: String?
    var named: Set<String> = []
    for rule in rules {
      guard let checked = context.compiled[rule.condition],
        let (name, options) = OptionCover.options(in: checked.syntax),
        variable == nil || variable == name
      else {
        isComplete = false
        return
      }
      variable = name
      named.formUnion(options)
    }
    let all = variable.flatMap { context.flow.variable($0) }?.type.options.map(\.id) ?? []
    isComplete = !all.isEmpty && all.allSatisfy { named.contains($0) }
  }

  /// The variable and the options of `v == 'a' || v == 'b'` or `v in ['a', 'b']`.
  private static func options(in syntax: Syntax) -> (String, Set<String>)? {
    switch syntax.kind {
    case .or(let parts):
      let found = parts.map { options(in: $0) }
      guard let name = found.first??.0 else { return nil }
      var all: Set<String> = []
      for part in found {
        guard let part, part.0 == name else { return nil }
        all.formUnion(part.1)
      }
      return (name, all)
    case .binary(.equal, let left, let right, _):
      guard case .name(let name) = left.kind, let text = right.literalText else { return nil }
      return (name.text, [text])
    case .binary(.isIn, let left, let right, _):
      guard case .name(let name) = left.kind, case .list(let items) = right.kind else { return nil }
      let texts = items.compactMap(\.literalText)
      return texts.count == items.count ? (name.text, Set(texts)) : nil
    default: return nil
    }
  }
}

extension Syntax {
  /// The text of a string literal.
  var literalText: String? {
    guard case .literal(.string(let text)) = kind else { return nil }
    return text
  }
}

private enum UnhandledFault {
  case noElse
  case answer(String)
  case skip
  case outcome(String, String)
  case noSuchOutcome(String, String, near: [String])

  var message: BilingualText {
    switch self {
    case .noElse:
      BilingualText(
        zh: "所有条件都不成立时不知道去哪里；请在最后加 - {else: 节点}",
        en: "nothing says where to go when no condition holds; add - {else: <node>} at the end")
    case .answer(let option):
      BilingualText(
        zh: "答案 \"\(option)\" 没有去处；请加 \"\(option)\": 节点",
        en: "the answer \"\(option)\" leads nowhere; add \"\(option)\": <node>")
    case .skip:
      BilingualText(
        zh: "跳过时没有答案可依，不知道去哪里；请在 skip 里写 next: 节点",
        en: "a skipped question has no answer to go by; add next: <node> to skip")
    case .outcome(let outcome, let flow):
      BilingualText(
        zh: "流程 \"\(flow)\" 的结果 \"\(outcome)\" 没有去处；请加 \(outcome): 节点",
        en:
          "the outcome \"\(outcome)\" of the flow \"\(flow)\" leads nowhere; add \(outcome): <node>"
      )
    case .noSuchOutcome(let outcome, let flow, let near):
      FlowChecking.message(
        zh: "流程 \"\(flow)\" 没有结果 \"\(outcome)\"",
        en: "the flow \"\(flow)\" has no outcome \"\(outcome)\"",
        near: near)
    }
  }
}
