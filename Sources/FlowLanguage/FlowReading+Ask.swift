import SourceText
import Wording
import YAMLTree

extension FlowReading {
  /// Reads a question.
  mutating func readAsk(_ head: YAMLNode, _ fields: Fields, _ name: Name) -> Ask {
    let set = fields["set"].map { assignments($0) { .setFromAnswer(variable: $0) } } ?? []
    let of = fields["of"].flatMap { self.name($0) }
    return Ask(
      type: askType(head, fields, of, set), of: of,
      text: flowText(required: "text", of: fields, at: name.range),
      why: flowText(optional: fields["why"]), help: flowText(optional: fields["help"]),
      guess: fields["guess"].flatMap { expression($0, .guess) },
      checks: fields["check"].map { readChecks($0) } ?? [], set: set,
      skip: fields["skip"].flatMap { readSkip($0) }, record: flag(fields["record"]),
      next: next(fields, .answers))
  }

  private mutating func askType(
    _ head: YAMLNode, _ fields: Fields, _ of: Name?, _ set: [Assignment]
  ) -> VariableType {
    guard let word = text(head) else { return .text }
    if word != "choice", word != "multi", let entry = fields.entry("options") ?? fields.entry("of")
    {
      report(.optionsUnused(word), at: entry.keyRange)
    }
    switch word {
    case "choice":
      return .choice(options(fields, of, head) { if case .choice = $0 { true } else { false } })
    case "multi":
      return .multi(options(fields, of, head) { if case .multi = $0 { true } else { false } })
    case "percent": return .percent(per: askPeriod(fields, set, head))
    case "bool": break
    default: if let type = VariableType(simple: word) { return type }
    }
    let names = FlowReading.typeNames.filter { $0 != "bool" }
    let near = word == "bool" ? ["tri"] : near(word, names)
    report(.unknownType(word, near: near), at: head.range)
    return .text
  }

  /// The options of `of:`'s variable, or the question's own.
  private mutating func options(
    _ fields: Fields, _ of: Name?, _ head: YAMLNode, fits: (VariableType) -> Bool
  ) -> [Option] {
    if let own = fields["options"] { return readOptions(own) }
    guard let of else {
      report(.missingOptions, at: head.range)
      return []
    }
    guard let variable = variable(of.text) else {
      let near = near(of.text, variables.map(\.name.text))
      report(.unknownOptionSource(of.text, near: near), at: of.range)
      return []
    }
    if !fits(variable.type) { report(.notAChoice(of.text), at: of.range) }
    return variable.type.options
  }

  /// The question's own period, else that of the variable that takes the answer as it is.
  private mutating func askPeriod(
    _ fields: Fields, _ set: [Assignment], _ head: YAMLNode
  ) -> RatePeriod? {
    if let node = fields["per"] { return period(node) }
    for assignment in set where assignment.value.text == "answer" {
      if case .percent(let per?) = variable(assignment.variable.text)?.type { return per }
    }
    report(.missingPeriod, at: head.range)
    return nil
  }

  private mutating func readChecks(_ node: YAMLNode) -> [AnswerCheck] {
    guard let elements = node.elements else {
      report(.wrongShape(wanted: .list), at: node.range)
      return []
    }
    return elements.compactMap { element in
      guard let fields = fields(element, keys: FlowKeys.check) else { return nil }
      let say = flowText(required: "say", of: fields, at: element.range)
      guard let that = fields["that"] else {
        report(.missingKey("that"), at: element.range)
        return nil
      }
      return expression(that, .check).map { AnswerCheck(that: $0, say: say) }
    }
  }

  private mutating func readSkip(_ node: YAMLNode) -> Skip? {
    guard let fields = fields(node, keys: FlowKeys.skip) else { return nil }
    return Skip(
      text: flowText(optional: fields["text"]),
      set: fields["set"].map { assignments($0) { .set(variable: $0) } } ?? [],
      next: fields["next"].flatMap { target($0) }, range: node.range)
  }
}
