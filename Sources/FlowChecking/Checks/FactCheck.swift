import Expressions
import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Facts come by keys that exist and have not expired; phone numbers, addresses, percentages and
  /// terms of days are never typed into a text.
  static let fact = FlowCheck(id: "fact") { context in
    var check = FactCheck(context: context)
    check.run()
    return check.found
  }
}

private struct FactCheck {
  let context: CheckContext
  var keys: Speller
  var found: [Diagnostic] = []
  /// Facts past their review that were listed, so that each is listed once a file.
  private var overdue: Set<String> = []
  /// The keys in expressions, which a flow repeats over and over.
  private var keysOf: [ObjectIdentifier: [Syntax]] = [:]

  init(context: CheckContext) {
    self.context = context
    keys = Speller(context.facts.map { $0.keys.sorted() } ?? [])
  }

  mutating func run() {
    for expression in context.flow.expressions { look(at: expression) }
    for text in context.texts { look(at: text) }
    for node in context.flow.nodes {
      if case .outcome(let outcome) = node.kind { look(at: outcome) }
    }
    for label in context.flow.labels { look(at: label) }
    for letter in CompiledFlow.letters(of: context.flow, in: context.library) { look(at: letter) }
  }

  private mutating func look(at outcome: Outcome) {
    for name in outcome.basis { look(at: name, in: context.flow.source) }
    for item in outcome.contacts {
      look(at: item.name, in: context.flow.source, asContact: true)
    }
    for deadline in outcome.deadlines {
      if let basis = deadline.basis { look(at: basis, in: context.flow.source) }
    }
  }

  private mutating func look(at letter: LetterTemplate) {
    for name in letter.basis { look(at: name, in: letter.source) }
    for field in letter.fields {
      guard let from = field.from,
        let checked = context.compiled.expression(of: field, in: letter)
      else { continue }
      look(at: checked.syntax.factKeys, of: from, in: letter.source)
    }
    for fact in TypedFact.all(in: letter.body) {
      let start = letter.bodyStart + fact.range.lowerBound
      let range = SourceRange(start: start, end: letter.bodyStart + fact.range.upperBound)
      report(fact.kind, at: range, in: letter.source)
    }
  }

  /// `fact('key')`, `fact.text('key', lang)`: the key must be written out, so that it can be looked up here.
  private mutating func look(at expression: FlowExpression) {
    guard let checked = context.compiled[expression] else { return }
    let known = keysOf[ObjectIdentifier(checked)]
    let keys = known ?? checked.syntax.factKeys
    if known == nil { keysOf[ObjectIdentifier(checked)] = keys }
    look(at: keys, of: expression, in: context.flow.source)
  }

  private mutating func look(
    at keys: [Syntax], of expression: FlowExpression, in source: SourceText
  ) {
    for argument in keys {
      let range = expression.fileRange(scalars: argument.range)
      if let key = argument.literalText {
        look(at: Name(key, at: range), in: source)
      } else {
        report(.keyNotLiteral, at: range, in: source)
      }
    }
  }

  private mutating func look(
    at name: Name, in source: SourceText, asContact: Bool = false
  ) {
    guard let facts = context.facts else { return }
    guard let status = facts[name.text] else {
      return report(.unknown(name.text, near: keys.near(name.text)), at: name.range, in: source)
    }
    if asContact, !status.isContact { report(.notAContact(name.text), at: name.range, in: source) }
    if status.isExpired {
      report(.expired(name.text), at: name.range, in: source, .warning)
    } else if let days = status.overdue, overdue.insert("\(source.name)\n\(name.text)").inserted {
      report(.overdue(name.text, days), at: name.range, in: source, .warning)
    }
  }

  private mutating func look(at text: FlowText) {
    look(at: text.zh)
    look(at: text.en)
  }

  private mutating func look(at template: FlowTemplate) {
    for fact in TypedFact.all(in: template.written) {
      let start = template.places.file(fact.range.lowerBound)
      let inside = template.expressions.contains {
        $0.range.start <= start && start < $0.range.end
      }
      if inside { continue }
      let range = SourceRange(start: start, end: template.places.file(fact.range.upperBound))
      report(fact.kind, at: range, in: context.flow.source)
    }
  }

  private mutating func report(
    _ kind: TypedFact.Kind, at range: SourceRange, in source: SourceText
  ) {
    report(.typed(kind), at: range, in: source, kind == .days ? .warning : .error)
  }

  private mutating func report(
    _ fault: FactFault, at range: SourceRange, in source: SourceText,
    _ severity: Diagnostic.Severity = .error
  ) {
    found.append(
      Diagnostic(severity, in: source, at: range, check: "fact", message: fault.message))
  }
}

private enum FactFault {
  case unknown(String, near: [String])
  case expired(String)
  case overdue(String, FactStatus.Overdue)
  case notAContact(String)
  case keyNotLiteral
  case typed(TypedFact.Kind)

  var message: BilingualText {
    switch self {
    case .unknown(let key, let near):
      FlowChecking.message(
        zh: "事实库里没有 \"\(key)\"", en: "the facts hold no \"\(key)\"", near: near,
        otherwise: BilingualText(
          zh: "可用 mingbai facts 查看", en: "list them with mingbai facts"))
    case .expired(let key):
      BilingualText(
        zh: "事实 \"\(key)\" 已过有效期；请核对来源后更新",
        en: "the fact \"\(key)\" is past its date; check its source and renew it")
    case .overdue(let key, let days):
      BilingualText(
        zh:
          "事实 \"\(key)\" 该复核了：截至 \(days.asOf.isEmpty ? "日期不明" : days.asOf)，应在 \(days.reviewBy) 前复核；请核对来源",
        en:
          "the fact \"\(key)\" is due for review: as of \(days.asOf.isEmpty ? "an unknown day" : days.asOf), to be looked at by \(days.reviewBy); check its source"
      )
    case .notAContact(let key):
      BilingualText(
        zh: "\"\(key)\" 的可信度最低，不能当联系方式；请换一个",
        en: "\"\(key)\" has the lowest grade of confidence and can't be a contact; name another")
    case .keyNotLiteral:
      BilingualText(
        zh: "fact() 里要直接写出键，例如 fact('rule.INT-01')",
        en: "write the key itself in fact(), such as fact('rule.INT-01')")
    case .typed(.phone):
      BilingualText(
        zh: "电话号码会变；请从事实库取：{fact('helpline.…').number}",
        en: "phone numbers change; take it from the facts: {fact('helpline.…').number}")
    case .typed(.address):
      BilingualText(
        zh: "网址会变；请从事实库取：{fact.text('…', lang)}",
        en: "addresses change; take it from the facts: {fact.text('…', lang)}")
    case .typed(.percentage):
      BilingualText(
        zh: "百分比会变；请从事实库取：{fact.text('rule.…', lang)}",
        en: "percentages change; take it from the facts: {fact.text('rule.…', lang)}")
    case .typed(.days):
      BilingualText(
        zh: "如果这是法定期限，请从事实库取：{fact.text('deadline.…', lang)}",
        en: "if this is a legal term, take it from the facts: {fact.text('deadline.…', lang)}")
    }
  }
}

extension Syntax {
  /// The arguments that name facts in all its parts.
  fileprivate var factKeys: [Syntax] {
    var keys: [Syntax] = []
    var stack = [self]
    while let part = stack.popLast() {
      stack += part.children
      if let key = part.factKey { keys.append(key) }
    }
    return keys
  }

  /// The argument that names a fact, where this is a call of `fact` or `fact.text`.
  fileprivate var factKey: Syntax? {
    guard case .call(let name, let target, let arguments) = kind else { return nil }
    switch target?.kind {
    case nil where name.text == "fact": return arguments.first
    case .name(let space) where space.text == "fact" && name.text == "text": return arguments.first
    default: return nil
    }
  }
}
