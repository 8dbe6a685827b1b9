extension SoundFlow {
  /// Several questions in turns, collected in a list; an answer or a number decides how often.
  mutating func repetition() -> [Draft.Node] {
    var before: [Draft.Node] = []
    var rounds = Draft.Line(role: .count, text: "count: \"\(1 + generator.below(4))\"", indent: 2)
    let kind = generator.below(3)
    if kind == 1 {
      let number = fresh("integer")
      before = smallNumber(number)
      let count = generator.below(2) == 0 ? number : "math.least(\(number), 9)"
      rounds.text = "count: \"\(count)\""
    }
    let id = id()
    let (unread, known) = (unread, known)
    let (name, amount) = (fresh("text"), fresh("money"))
    let hasFields = generator.below(2) == 0
    var body = question(type: "text", variable: name, isSpine: false)
    if generator.below(2) == 0 { body += turnFork() }
    body += question(type: "money", variable: amount, isSpine: false)
    if !hasFields || generator.below(3) == 0 { body.append(statement(about: [name, amount])) }
    (self.unread, self.known) = (unread, known)
    if kind == 2 {
      let last = Draft.Node(id: self.id(), lines: ask("tri", "", id))
      rounds = Draft.Line(role: .until, text: "until: \(last.id)", indent: 2)
      body.append(last)
    }
    let content =
      hasFields
      ? "fields: {who: \"\(name)\", amount: \"\(amount)\"}" : "value: \"\(amount)\""
    let list = fresh(hasFields ? "list(Item\(draft.variables.count))" : "list(money)")
    let collect = Draft.Line(
      role: .collect, text: "collect: {into: \(list), \(content)}", indent: 2)
    return before + joined(repeating(body, id, [rounds, collect]), about: ["size(\(list))"])
      + (hasFields ? total(of: "sum(\(list).map(d, d.amount))") : [])
  }

  /// A question for a small number.
  private mutating func smallNumber(_ variable: String) -> [Draft.Node] {
    let id = id()
    var lines = ask("integer", variable, id)
    lines += [
      Draft.Line(role: .check, text: "check:"),
      Draft.Line(
        role: .part,
        text:
          "- {that: \"answer >= 1 && answer <= 20\", say: {zh: \"太多。\", en: \"Too many.\"}}",
        indent: 2),
      Draft.Line(role: .set, text: "set: {\(variable): \"answer\"}"),
      Draft.Line(role: .next, text: "next: NEXT"),
    ]
    return [Draft.Node(id: id, lines: lines)]
  }

  /// A question of a turn, and a branch on its answer.
  private mutating func turnFork() -> [Draft.Node] {
    let variable = fresh("choice")
    let question = question(type: "choice", variable: variable, isSpine: false)
    let id = id()
    let side = statement(about: [])
    let head = Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .branch, text: "branch:"),
        Draft.Line(
          role: .rule, text: "- {when: \"\(variable) == 'b'\", next: \(side.id)}", indent: 2),
        Draft.Line(role: .otherwise, text: "- {else: BEHIND}", indent: 2),
      ])
    return question + joined([head, side])
  }

  /// A repetition and its body; behind it comes `BEHIND`.
  private func repeating(
    _ body: [Draft.Node], _ id: String, _ rounds: [Draft.Line]
  ) -> [Draft.Node] {
    let head = Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .next, text: "next: BEHIND"), Draft.Line(role: .each, text: "each:"),
      ] + rounds + [
        Draft.Line(role: .frame, text: "body:", indent: 2),
        Draft.Line(role: .frame, text: "start: \(body.first?.id ?? id)", indent: 4),
        Draft.Line(role: .frame, text: "nodes:", indent: 4),
      ])
    return [head]
      + body.enumerated().map { place, node in
        let next = place + 1 < body.count ? body[place + 1].id : id
        var node = resolve("NEXT", to: next, in: node)
        node.isInBody = true
        return node
      }
  }

  /// A sum worked out from a list.
  private mutating func total(of sum: String) -> [Draft.Node] {
    let total = fresh("money")
    unread.append(total)
    known.append((total, "money"))
    return [
      Draft.Node(
        id: id(),
        lines: [
          Draft.Line(role: .compute, text: "compute:"),
          Draft.Line(role: .part, text: "\(total): \"\(sum)\"", indent: 2),
          Draft.Line(role: .next, text: "next: NEXT"),
        ])
    ]
  }
}
