import Expressions
import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Something depends on every answer: a route, a text, a letter, an output.
  ///
  /// What is asked for the transcript alone says `record: true`.
  static let unreadAnswer = FlowCheck(id: "unread-answer") { context in
    let live = LiveVariables(context)
    return context.flow.nodes.compactMap { node in
      guard case .ask(let ask) = node.kind, !ask.record, !isRouted(ask, node, context),
        !ask.set.contains(where: { live.contains($0.variable.text) })
      else { return nil }
      return context.fault("unread-answer", at: node.name.range, UnreadAnswerFault.message)
    }
  }
}

/// Whether the answer decides where the flow goes: by its routes, or on another turn.
private func isRouted(_ ask: Ask, _ node: Node, _ context: CheckContext) -> Bool {
  if case .byAnswer = ask.next { return true }
  guard let each = node.each, case .each(let loop)? = context.flow.node(each)?.kind,
    case .until(let until) = loop.rounds
  else { return false }
  return until.text == node.id
}

extension FlowExpression.Purpose {
  /// The variable that takes the expression's value; `nil` where it is used at once.
  fileprivate var taker: String? {
    switch self {
    case .set(let variable), .setFromAnswer(let variable), .collected(let variable, _): variable
    default: nil
    }
  }
}

/// The variables on which anything depends, directly or through other variables.
private struct LiveVariables {
  private var live: Set<String> = []

  /// An expression and the variable that takes its value.
  private struct Use: Hashable {
    let expression: ObjectIdentifier
    let taker: String?

    init(of expression: ObjectIdentifier, for taker: String?) {
      self.expression = expression
      self.taker = taker
    }
  }

  init(_ context: CheckContext) {
    var sources: [String: Set<String>] = [:]
    var roots = Set(context.flow.outputs.map(\.name.text))
    var seen: Set<Use> = []
    for expression in context.flow.expressions {
      let checked = context.compiled[expression]
      let taker = expression.purpose.taker
      // A flow says the same short things over and over: each is looked at once for a variable.
      if let checked, !seen.insert(Use(of: ObjectIdentifier(checked), for: taker)).inserted {
        continue
      }
      let names = LiveVariables.names(in: expression, checked)
      if let taker {
        sources[taker, default: []].formUnion(names)
      } else {
        roots.formUnion(names)
      }
    }
    for letter in CompiledFlow.letters(of: context.flow, in: context.library) {
      roots.formUnion(letter.placeholders.map(\.text))
      for field in letter.fields {
        guard let from = field.from else { continue }
        let checked = context.compiled.expression(of: field, in: letter)
        roots.formUnion(LiveVariables.names(in: from, checked))
      }
    }
    var stack = Array(roots)
    while let name = stack.popLast() {
      guard live.insert(name).inserted else { continue }
      stack += sources[name] ?? []
    }
  }

  func contains(_ name: String) -> Bool { live.contains(name) }

  /// The variables an expression reads; of one that has an error, every word in it.
  private static func names(
    in expression: FlowExpression, _ checked: CheckedExpression?
  ) -> [String] {
    if let checked { return checked.variables + checked.syntax.answeredNames }
    let words = expression.text.utf8.split { byte in
      let isWord =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
      return !isWord
    }
    return words.compactMap { String($0) }
  }
}

extension Syntax {
  /// The variables of every `answered(v)` in the expression.
  fileprivate var answeredNames: [String] {
    var names: [String] = []
    var stack = [self]
    while let part = stack.popLast() {
      if case .answered(let name) = part.kind { names.append(name.text) }
      stack += part.children
    }
    return names
  }
}

private enum UnreadAnswerFault {
  static let message = BilingualText(
    zh: "这个问题的答案没有被用到；请在条件、文字或信函里使用它，只为留底就写 record: true，否则删掉这个问题",
    en:
      "nothing uses the answer; use it in a condition, a text or a letter, write record: true if it is only kept, or take the question out"
  )
}
