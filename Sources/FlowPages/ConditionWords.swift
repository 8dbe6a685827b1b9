import Expressions
import FlowChecking
import FlowLanguage
import Wording

/// Conditions of a flow in words, for people who read no code.
///
/// `known == 'yes' && lump < owed` is `known 是“是”，并且 lump 小于 owed`. What has no words of its
/// own stays as it is written.
package struct ConditionWords: Sendable {
  private let flow: Flow
  private let language: Language

  /// The words of a flow's conditions in a language.
  package init(_ flow: Flow, _ language: Language) {
    self.flow = flow
    self.language = language
  }

  /// When a way is taken; empty where it always is.
  package func words(for way: FlowGraph.Edge, from node: Node) -> String {
    let words: String =
      switch way.cause {
      case .always: ""
      case .answer(let id): option(id, of: node)
      case .rule(let place):
        if case .rules(let rules, _) = node.next, rules.indices.contains(place) {
          self.words(for: rules[place].condition)
        } else {
          ""
        }
      case .otherwise: Words.otherwise[language]
      case .skip: Words.skipped[language]
      }
    guard way.skipped, way.cause != .skip else { return words }
    return Words.skipped[language] + (words.isEmpty ? "" : Words.comma[language] + words)
  }

  /// The label of an answer, or the title of a called flow's outcome.
  private func option(_ id: String, of node: Node) -> String {
    guard case .ask(let ask) = node.kind else { return id }
    return ask.type.options.first { $0.id == id }?.label[language] ?? id
  }

  /// A condition in words.
  package func words(for condition: FlowExpression) -> String {
    guard case .success(let parsed) = Expression.parse(condition.text) else {
      return condition.text
    }
    return words(for: parsed.syntax, in: condition, depth: 0)
  }

  // MARK: - Syntax

  private func words(for syntax: Syntax, in condition: FlowExpression, depth: Int) -> String {
    let asWritten = { self.text(of: syntax, in: condition) }
    guard depth < 16 else { return asWritten() }
    switch syntax.kind {
    case .and(let parts): return join(parts, Words.and, in: condition, depth)
    case .or(let parts): return join(parts, Words.or, in: condition, depth)
    case .not(let part):
      return Words.not[language] + bracketed(part, in: condition, depth + 1, always: true)
    case .answered(let name): return "\(name.text) \(Words.answered[language])"
    case .has(let part, let field):
      return "\(text(of: part, in: condition)).\(field.text) \(Words.present[language])"
    case .binary(let sign, let left, let right, _):
      return comparison(sign, left, right, in: condition) ?? asWritten()
    default: return asWritten()
    }
  }

  private func join(
    _ parts: [Syntax], _ word: BilingualText, in condition: FlowExpression, _ depth: Int
  ) -> String {
    parts.map { bracketed($0, in: condition, depth + 1, always: false) }
      .joined(separator: word[language])
  }

  private func bracketed(
    _ part: Syntax, in condition: FlowExpression, _ depth: Int, always: Bool
  ) -> String {
    let words = words(for: part, in: condition, depth: depth)
    switch part.kind {
    case .and, .or: return Words.bracket(words, language)
    default: return always && part.isComparison ? Words.bracket(words, language) : words
    }
  }

  private func comparison(
    _ sign: BinaryOperator, _ left: Syntax, _ right: Syntax, in condition: FlowExpression
  ) -> String? {
    if sign == .isIn { return membership(left, right, in: condition) }
    if sign == .equal, let counted = left.counted, case .literal(.int(0)) = right.kind {
      return "\(text(of: counted, in: condition)) \(Words.empty[language])"
    }
    if sign == .greater, let counted = left.counted, case .literal(.int(0)) = right.kind {
      return "\(text(of: counted, in: condition)) \(Words.notEmpty[language])"
    }
    guard let word = Words.sign(sign) else { return nil }
    let variable = left.variableName ?? right.variableName
    let sides = [left, right].map { value($0, of: variable, in: condition) }
    return "\(sides[0]) \(word[language]) \(sides[1])"
  }

  private func membership(
    _ left: Syntax, _ right: Syntax, in condition: FlowExpression
  ) -> String? {
    if let list = right.variableName {
      return "\(list) \(Words.holds[language]) \(value(left, of: list, in: condition))"
    }
    guard let name = left.variableName, case .list(let items) = right.kind else { return nil }
    let values = items.map { value($0, of: name, in: condition) }
    return "\(name) \(Words.isOneOf[language]) \(values.joined(separator: Words.listed[language]))"
  }

  /// A side of a comparison: an option by its label, everything else as it is written.
  private func value(
    _ syntax: Syntax, of variable: String?, in condition: FlowExpression
  ) -> String {
    switch syntax.kind {
    case .literal(.string(let id)):
      let options = variable.flatMap { flow.variable($0) }?.type.options ?? []
      let label = options.first { $0.id == id }?.label[language] ?? id
      return Words.quoted(label, language)
    case .call(let name, nil, let arguments) where name.text == "money":
      guard case .literal(.string(let amount)) = arguments.first?.kind else { break }
      return language == .zh ? "\(amount) 元" : "¥\(amount)"
    default: break
    }
    return text(of: syntax, in: condition)
  }

  /// A part as the author wrote it.
  private func text(of syntax: Syntax, in condition: FlowExpression) -> String {
    let scalars = Array(condition.text.unicodeScalars)
    let range = syntax.range.clamped(to: 0..<scalars.count)
    return String(String.UnicodeScalarView(scalars[range]))
  }
}

extension Syntax {
  /// The `x` of `size(x)` and `x.size()`.
  fileprivate var counted: Syntax? {
    guard case .call(let name, let target, let arguments) = kind, name.text == "size" else {
      return nil
    }
    return target ?? arguments.first
  }

  fileprivate var variableName: String? {
    if case .name(let name) = kind { name.text } else { nil }
  }

  fileprivate var isComparison: Bool {
    if case .binary = kind { true } else { false }
  }
}

private enum Words {
  static let otherwise = BilingualText(zh: "其他情况", en: "otherwise")
  static let skipped = BilingualText(zh: "跳过", en: "skipped")
  static let comma = BilingualText(zh: "，", en: ", ")
  static let and = BilingualText(zh: "，并且 ", en: " and ")
  static let or = BilingualText(zh: "，或者 ", en: " or ")
  static let not = BilingualText(zh: "不满足：", en: "not: ")
  static let answered = BilingualText(zh: "已回答", en: "was answered")
  static let present = BilingualText(zh: "存在", en: "is present")
  static let empty = BilingualText(zh: "为空", en: "is empty")
  static let notEmpty = BilingualText(zh: "不为空", en: "is not empty")
  static let holds = BilingualText(zh: "包括", en: "includes")
  static let isOneOf = BilingualText(zh: "是其中之一：", en: "is one of")
  static let listed = BilingualText(zh: "、", en: ", ")

  static func bracket(_ text: String, _ language: Language) -> String {
    language == .zh ? "（\(text)）" : "(\(text))"
  }

  static func quoted(_ text: String, _ language: Language) -> String {
    language == .zh ? "“\(text)”" : "“\(text)”"
  }

  static func sign(_ sign: BinaryOperator) -> BilingualText? {
    switch sign {
    case .equal: BilingualText(zh: "是", en: "is")
    case .notEqual: BilingualText(zh: "不是", en: "is not")
    case .less: BilingualText(zh: "小于", en: "is less than")
    case .lessOrEqual: BilingualText(zh: "不超过", en: "is at most")
    case .greater: BilingualText(zh: "大于", en: "is more than")
    case .greaterOrEqual: BilingualText(zh: "不少于", en: "is at least")
    default: nil
    }
  }
}
