import Expressions
import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// A choice is compared with its own options alone, set to one of them, and routed by them.
  static let noSuchOption = FlowCheck(id: "no-such-option") { context in
    var written: [ObjectIdentifier: WrittenTexts] = [:]
    return context.flow.expressions.flatMap { strangers(in: $0, context, &written) }
      + context.flow.nodes.flatMap { strangers(in: $0, context) }
  }
}

/// Routes keyed by something that is no option of the question.
private func strangers(in node: Node, _ context: CheckContext) -> [Diagnostic] {
  guard case .ask(let ask) = node.kind, case .byAnswer(let routes, _) = ask.next else { return [] }
  let ids = ask.type.options.map(\.id)
  guard !ids.isEmpty else { return [] }
  return routes.filter { !ids.contains($0.answer.text) }.map { route in
    fault(route.answer.text, nil, ids, at: route.answer.range, context)
  }
}

/// Literals in an expression that no option matches.
private func strangers(
  in expression: FlowExpression, _ context: CheckContext,
  _ written: inout [ObjectIdentifier: WrittenTexts]
) -> [Diagnostic] {
  guard let checked = context.compiled[expression] else { return [] }
  let known = written[ObjectIdentifier(checked)]
  let texts = known ?? WrittenTexts(checked)
  if known == nil { written[ObjectIdentifier(checked)] = texts }
  var found: [Diagnostic] = []
  for (variable, text, range) in texts.compared {
    guard let options = options(of: variable, in: expression, context), !options.contains(text)
    else { continue }
    let range = expression.fileRange(scalars: range)
    found.append(fault(text, variable, options, at: range, context))
  }
  guard !texts.possible.isEmpty, let (name, options) = taker(of: expression, context) else {
    return found
  }
  for (text, range) in texts.possible where !options.contains(text) {
    let range = expression.fileRange(scalars: range)
    found.append(fault(text, name, options, at: range, context))
  }
  return found
}

/// The texts written in an expression that may have to be options; a flow says the same short
/// things over and over, and they share it.
private struct WrittenTexts {
  /// Those with which a variable is compared, and their places in scalars.
  let compared: [(variable: String, text: String, range: Range<Int>)]
  /// Those to which the whole expression may evaluate.
  let possible: [(text: String, range: Range<Int>)]

  init(_ checked: CheckedExpression) {
    var compared: [(String, String, Range<Int>)] = []
    for comparison in checked.comparisons where comparison.fields.isEmpty {
      for (value, range) in zip(comparison.values, comparison.ranges) {
        if case .string(let text) = value { compared.append((comparison.variable, text, range)) }
      }
    }
    for (name, list) in checked.listComparisons {
      for (text, range) in list.possibleTexts { compared.append((name, text, range)) }
    }
    self.compared = compared
    possible = checked.syntax.possibleTexts.map { (text: $0.0, range: $0.1) }
  }
}

/// The options of a variable, or of the question where the variable is `answer`.
private func options(
  of variable: String, in expression: FlowExpression, _ context: CheckContext
) -> [String]? {
  let type: VariableType?
  if variable == "answer" {
    guard case .ask(let ask) = context.flow.node(expression.node)?.kind else { return nil }
    type = ask.type
  } else {
    type = context.flow.variable(variable)?.type
  }
  let options = type?.options.map(\.id) ?? []
  return options.isEmpty ? nil : options
}

/// The choice that takes the expression's value, and its options.
private func taker(
  of expression: FlowExpression, _ context: CheckContext
) -> (name: String, options: [String])? {
  let (name, type): (String, VariableType?) =
    switch expression.purpose {
    case .set(let name), .setFromAnswer(let name): (name, context.flow.variable(name)?.type)
    case .argument(let alias, let input):
      (
        input,
        context.flow.use(alias).flatMap { context.library.flow(for: $0) }?.variable(input)?.type
      )
    default: ("", nil)
    }
  let options = type?.options.map(\.id) ?? []
  return options.isEmpty ? nil : (name, options)
}

private func fault(
  _ text: String, _ variable: String?, _ options: [String], at range: SourceRange,
  _ context: CheckContext
) -> Diagnostic {
  let fault = NoSuchOptionFault(
    text: text, variable: variable, options: options,
    near: nearestNames(to: text, among: options))
  return context.fault("no-such-option", at: range, fault.message)
}

extension CheckedExpression {
  /// The variables that are compared with a list written out, `h == ['a', 'b']`, and the list.
  fileprivate var listComparisons: [(variable: String, list: Syntax)] {
    let read = Dictionary(
      reads.map { ($0.range, $0.name) }, uniquingKeysWith: { first, _ in first })
    return syntax.equalities.compactMap { left, right in
      switch (read[left.range], right.kind, read[right.range], left.kind) {
      case (let name?, .list, _, _): (name, right)
      case (_, _, let name?, .list): (name, left)
      default: nil
      }
    }
  }
}

extension Syntax {
  /// Both sides of each `==` and `!=` in it.
  fileprivate var equalities: [(Syntax, Syntax)] {
    let inner = children.flatMap(\.equalities)
    guard case .binary(let sign, let left, let right, _) = kind, sign == .equal || sign == .notEqual
    else { return inner }
    return inner + [(left, right)]
  }

  /// The texts that the whole expression may evaluate to, as far as they are written in it.
  fileprivate var possibleTexts: [(String, Range<Int>)] {
    switch kind {
    case .literal(.string(let text)): [(text, range)]
    case .conditional(_, let then, let otherwise): then.possibleTexts + otherwise.possibleTexts
    case .list(let items): items.flatMap(\.possibleTexts)
    default: []
    }
  }
}

private struct NoSuchOptionFault {
  let text: String
  let variable: String?
  let options: [String]
  let near: [String]

  var message: BilingualText {
    let shown = options.prefix(8).map { "\"\($0)\"" }
    let more = options.count > 8 ? " …" : ""
    return FlowChecking.message(
      zh: variable.map { "\"\(text)\" 不是 \($0) 的选项" } ?? "\"\(text)\" 不是这个问题的选项",
      en: variable.map { "\"\(text)\" is no option of \($0)" }
        ?? "\"\(text)\" is no option of this question",
      near: near,
      otherwise: BilingualText(
        zh: "选项有 \(shown.joined(separator: "、"))\(more)",
        en: "the options are \(shown.joined(separator: ", "))\(more)"))
  }
}
