import FlowTesting
import SourceText

/// Makes up flows that are sound: every kind of node, both languages, every answer read, every
/// branch possible, every path ending in an outcome.
package struct SoundFlow {
  var generator: SplitMix
  var draft = Draft(name: "trial.made", start: "")
  private var count = 0
  /// Variables set on every path so far: name and type.
  var known: [(name: String, type: String)] = []
  /// Variables of answers that nothing has read yet, set on every path so far.
  var unread: [String] = []
  private let size: Int

  /// A flow of about so many nodes, 5 at least.
  package static func source(seed: UInt64, size: Int) -> SourceText {
    draft(seed: seed, size: size).file().source
  }

  static func draft(seed: UInt64, size: Int) -> Draft {
    var maker = SoundFlow(seed: seed, size: max(5, size))
    maker.make()
    return maker.draft
  }

  private init(seed: UInt64, size: Int) {
    generator = SplitMix(seed: seed)
    self.size = size
  }

  // MARK: - The whole

  private mutating func make() {
    draft.uses = ["called: \"trial.called@1\""]
    let owed = declare("owed", "money")
    draft.start = "n1"
    var spine: [Draft.Node] = []
    spine += question(type: "money", variable: owed, isSpine: true)
    while spine.count + 7 < size { spine += block() }
    if !unread.isEmpty { spine.append(statement(about: takeUnread())) }
    if !spine.contains(where: { $0.lines.first?.role == .call }) { draft.uses = [] }
    draft.nodes = chained(spine) + ends()
  }

  /// Puts `NEXT` of each node right: to the node behind it, at last to the fork of the ends.
  private func chained(_ nodes: [Draft.Node]) -> [Draft.Node] {
    nodes.enumerated().map { index, node in
      var node = node
      let next = index + 1 < nodes.count ? nodes[index + 1].id : "fork"
      node.lines = node.lines.map { line in
        var line = line
        line.text = replacing("NEXT", by: next, in: line.text)
        return line
      }
      return node
    }
  }

  mutating func id() -> String {
    count += 1
    return "n\(count)"
  }

  private mutating func declare(_ name: String, _ type: String) -> String {
    let options =
      "options: {a: {zh: \"甲\", en: \"First\"}, b: {zh: \"乙\", en: \"Second\"}, c: {zh: \"丙\", en: \"Third\"}}"
    let declaration =
      switch type {
      case "choice", "multi": "\(name): {type: \(type), \(options)}"
      case "percent": "\(name): {type: percent, per: year}"
      default: "\(name): {type: \(type)}"
      }
    draft.variables.append(Draft.Variable(name: name, type: type, declaration: declaration))
    return name
  }

  mutating func fresh(_ type: String) -> String {
    declare("v\(draft.variables.count)", type)
  }

  private mutating func takeUnread() -> [String] {
    defer { unread = [] }
    return unread
  }

  // MARK: - Blocks of the spine

  /// Some nodes that lead to whatever comes next.
  private mutating func block() -> [Draft.Node] {
    switch generator.below(14) {
    case 0: return forkedQuestion(type: "tri")
    case 1: return forkedQuestion(type: "choice")
    case 2, 3:
      let types = [
        "money", "integer", "date", "text", "phone", "percent", "tri", "choice", "paste",
      ]
      let type = types[generator.below(types.count)]
      return question(type: type, variable: fresh(type), isSpine: true)
    case 4: return askThenBranch()
    case 5: return ruledQuestion()
    case 6: return [statement(about: Array(unread.prefix(3)))]
    case 7: return computation()
    case 8: return call()
    case 9: return review()
    case 10: return multipleChoice()
    case 11: return skipped()
    case 12: return repetition()
    default: return lookAgain()
    }
  }

  private func words(_ id: String, _ variables: [String] = []) -> String {
    let shown = variables.map { "{\($0)}" }.joined(separator: "，")
    return "{zh: \"第 \(id) 步。\(shown)\", en: \"This is step \(id). \(shown)\"}"
  }

  mutating func statement(about variables: [String]) -> Draft.Node {
    let id = id()
    unread.removeAll { variables.contains($0) }
    return Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .say, text: "say: \(words(id, variables))"),
        Draft.Line(role: .next, text: "next: NEXT"),
      ])
  }

  /// A question whose answer a later text reads.
  mutating func question(
    type: String, variable: String, isSpine: Bool
  ) -> [Draft.Node] {
    let id = id()
    var lines = ask(type, variable, id)
    if type == "money" || type == "integer", generator.below(2) == 0 {
      lines.append(Draft.Line(role: .check, text: "check:"))
      let least = type == "money" ? "money('0')" : "0"
      lines.append(
        Draft.Line(
          role: .part,
          text:
            "- {that: \"answer >= \(least)\", say: {zh: \"不能是负数。\", en: \"It can't be below 0.\"}}",
          indent: 2))
    }
    lines.append(Draft.Line(role: .set, text: "set: {\(variable): \"answer\"}"))
    if type == "text" {
      lines.append(Draft.Line(role: .skip, text: "skip: {set: {\(variable): \"'无'\"}}"))
    }
    lines.append(Draft.Line(role: .next, text: "next: NEXT"))
    unread.append(variable)
    known.append((variable, type))
    return [Draft.Node(id: id, lines: lines)]
  }

  mutating func ask(_ type: String, _ variable: String, _ id: String) -> [Draft.Line] {
    var lines = [Draft.Line(role: .ask, text: "ask: \(type)")]
    if type == "choice" || type == "multi" {
      lines.append(Draft.Line(role: .of, text: "of: \(variable)"))
    }
    if type == "percent" { lines.append(Draft.Line(role: .per, text: "per: year")) }
    lines.append(Draft.Line(role: .text, text: "text: \(words(id))"))
    if generator.below(3) == 0 { lines.append(Draft.Line(role: .why, text: "why: \(words(id))")) }
    if generator.below(3) == 0 { lines.append(Draft.Line(role: .help, text: "help: \(words(id))")) }
    return lines
  }

  /// A question that forks by its answer into statements and joins again.
  private mutating func forkedQuestion(type: String) -> [Draft.Node] {
    let id = id()
    let variable = fresh(type)
    let side = statement(about: [])
    let options = type == "tri" ? ["\"yes\"", "\"no\"", "\"unsure\""] : ["a", "b", "c"]
    var lines = ask(type, variable, id)
    lines.append(Draft.Line(role: .set, text: "set: {\(variable): \"answer\"}"))
    let targets = [side.id, "NEXT", "NEXT"]
    let routes = zip(options, targets).map { "\($0): \($1)" }.joined(separator: ", ")
    lines.append(Draft.Line(role: .routes, text: "next: {\(routes)}"))
    // The side stands behind the question, so that its own NEXT is the node behind it.
    var question = Draft.Node(id: id, lines: lines)
    question.lines = question.lines.map { line in
      var line = line
      line.text = replacing("NEXT", by: "BEHIND", in: line.text)
      return line
    }
    return joined([question, side])
  }

  /// A head whose `BEHIND` means what stands behind all of the sides.
  mutating func joined(
    _ nodes: [Draft.Node], about variables: [String] = []
  ) -> [Draft.Node] {
    let join = statement(about: variables)
    return nodes.map { node in
      resolve("NEXT", to: join.id, in: resolve("BEHIND", to: join.id, in: node))
    } + [join]
  }

  func resolve(_ word: String, to target: String, in node: Draft.Node) -> Draft.Node {
    var node = node
    node.lines = node.lines.map { line in
      var line = line
      line.text = replacing(word, by: target, in: line.text)
      return line
    }
    return node
  }

  /// A question without routes, then a branch on its answer.
  private mutating func askThenBranch() -> [Draft.Node] {
    let isTri = generator.below(2) == 0
    let variable = fresh(isTri ? "tri" : "choice")
    let question = question(type: isTri ? "tri" : "choice", variable: variable, isSpine: true)
    unread.removeAll { $0 == variable }
    let id = id()
    let side = statement(about: [])
    let (first, second) = isTri ? ("yes", "no") : ("a", "b")
    let rule =
      generator.below(2) == 0
      ? "- {when: \"\(variable) == '\(first)'\", next: \(side.id)}"
      : "- {when: {\(variable): \"\(first)\"}, next: \(side.id)}"
    let head = Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .branch, text: "branch:"), Draft.Line(role: .rule, text: rule, indent: 2),
        Draft.Line(
          role: .rule, text: "- {when: \"\(variable) == '\(second)'\", next: BEHIND}", indent: 2),
        Draft.Line(role: .otherwise, text: "- {else: BEHIND}", indent: 2),
      ])
    return question + joined([head, side])
  }

  /// A number with rules of its own, cut at two constants.
  private mutating func ruledQuestion() -> [Draft.Node] {
    let isMoney = generator.below(2) == 0
    let variable = fresh(isMoney ? "money" : "integer")
    let id = id()
    let side = statement(about: [])
    let (low, high) = isMoney ? ("money('100')", "money('500.50')") : ("3", "12")
    var lines = ask(isMoney ? "money" : "integer", variable, id)
    lines += [
      Draft.Line(role: .set, text: "set: {\(variable): \"answer\"}"),
      Draft.Line(role: .list, text: "next:"),
      Draft.Line(
        role: .rule, text: "- {when: \"\(variable) > \(high)\", next: \(side.id)}", indent: 2),
      Draft.Line(
        role: .rule, text: "- {when: \"\(variable) > \(low)\", next: BEHIND}", indent: 2),
      Draft.Line(role: .otherwise, text: "- {else: \(side.id)}", indent: 2),
    ]
    return joined([Draft.Node(id: id, lines: lines), side])
  }

  private mutating func computation() -> [Draft.Node] {
    let id = id()
    let sum = fresh("money")
    let node = Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .compute, text: "compute:"),
        Draft.Line(role: .part, text: "\(sum): \"owed + money('12.50')\"", indent: 2),
        Draft.Line(role: .next, text: "next: NEXT"),
      ])
    unread.append(sum)
    known.append((sum, "money"))
    return [node]
  }

  private mutating func call() -> [Draft.Node] {
    let id = id()
    let side = statement(about: [])
    let sum = fresh("money")
    let head = Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .call, text: "call: called"),
        Draft.Line(role: .with, text: "with: {owed: \"owed\"}"),
        Draft.Line(role: .take, text: "set: {\(sum): \"sum\"}"),
        Draft.Line(role: .routes, text: "next: {done: BEHIND, left: \(side.id)}"),
      ])
    unread.append(sum)
    known.append((sum, "money"))
    return joined([head, side])
  }

  private mutating func review() -> [Draft.Node] {
    let id = id()
    let items = known.suffix(3).map(\.name).joined(separator: ", ")
    return [
      Draft.Node(
        id: id,
        lines: [
          Draft.Line(role: .review, text: "review: [\(items)]"),
          Draft.Line(role: .next, text: "next: NEXT"),
        ])
    ]
  }

  private mutating func multipleChoice() -> [Draft.Node] {
    let id = id()
    let variable = fresh("multi")
    let side = statement(about: [])
    var lines = ask("multi", variable, id)
    lines += [
      Draft.Line(role: .set, text: "set: {\(variable): \"answer\"}"),
      Draft.Line(role: .list, text: "next:"),
      Draft.Line(
        role: .rule, text: "- {when: \"'a' in \(variable)\", next: \(side.id)}", indent: 2),
      Draft.Line(
        role: .rule, text: "- {when: \"size(\(variable)) > 1\", next: BEHIND}", indent: 2),
      Draft.Line(role: .otherwise, text: "- {else: \(side.id)}", indent: 2),
    ]
    return joined([Draft.Node(id: id, lines: lines), side])
  }

  /// A question that may be skipped, read only where it was answered.
  private mutating func skipped() -> [Draft.Node] {
    let id = id()
    let variable = fresh("date")
    var lines = ask("date", variable, id)
    lines += [
      Draft.Line(role: .set, text: "set: {\(variable): \"answer\"}"),
      Draft.Line(role: .skip, text: "skip: {text: {zh: \"不知道\", en: \"I don't know\"}}"),
      Draft.Line(role: .next, text: "next: NEXT"),
    ]
    let branch = self.id()
    let side = statement(about: [])
    let head = Draft.Node(
      id: branch,
      lines: [
        Draft.Line(role: .branch, text: "branch:"),
        Draft.Line(
          role: .rule,
          text: "- {when: \"answered(\(variable)) && \(variable) < today\", next: \(side.id)}",
          indent: 2),
        Draft.Line(role: .otherwise, text: "- {else: BEHIND}", indent: 2),
      ])
    var question = Draft.Node(id: id, lines: lines)
    question = resolve("NEXT", to: branch, in: question)
    return [question] + joined([head, side])
  }

  /// "Not sure" leads to advice and back to the question.
  private mutating func lookAgain() -> [Draft.Node] {
    let id = id()
    let variable = fresh("tri")
    let look = resolve("NEXT", to: id, in: statement(about: []))
    var lines = ask("tri", variable, id)
    lines += [
      Draft.Line(role: .set, text: "set: {\(variable): \"answer\"}"),
      Draft.Line(
        role: .routes, text: "next: {\"yes\": BEHIND, \"no\": BEHIND, \"unsure\": \(look.id)}"),
    ]
    return joined([Draft.Node(id: id, lines: lines), look])
  }

  // MARK: - The ends

  /// A question that leads to three outcomes with everything an outcome may have.
  private mutating func ends() -> [Draft.Node] {
    let want = declare("want", "choice")
    let fork = Draft.Node(
      id: "fork",
      lines: ask("choice", want, "fork") + [
        Draft.Line(role: .set, text: "set: {want: \"answer\"}"),
        Draft.Line(role: .routes, text: "next: {a: write, b: wait, c: stop}"),
      ])
    let write = Draft.Node(
      id: "write",
      lines: [
        Draft.Line(role: .outcome, text: "outcome: write_first"),
        Draft.Line(role: .title, text: "title: {zh: \"先写信：{owed}\", en: \"Write first: {owed}\"}"),
        Draft.Line(role: .words, text: "text: {zh: \"依据在下面。\", en: \"The grounds follow.\"}"),
        Draft.Line(role: .basis, text: "basis: [rule.A-1, rule.B-2]"),
        Draft.Line(role: .letters, text: "letters: [proof]"),
        Draft.Line(role: .contacts, text: "contacts: [helpline.a]"),
        Draft.Line(role: .deadline, text: "deadlines:"),
        Draft.Line(
          role: .part,
          text: "- {what: {zh: \"最晚\", en: \"At the latest\"}, on: \"today + 1\", basis: rule.A-1}",
          indent: 2),
        Draft.Line(role: .step, text: "steps:"),
        Draft.Line(
          role: .part,
          text:
            "- {do: {zh: \"寄出\", en: \"Send it\"}, by: \"today + 1\", when: \"owed > money('10')\"}",
          indent: 2),
      ])
    return [fork, write, outcome("wait"), outcome("stop")]
  }

  private func outcome(_ id: String) -> Draft.Node {
    Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .outcome, text: "outcome: \(id)_now"),
        Draft.Line(role: .title, text: "title: {zh: \"到此为止\", en: \"That is all\"}"),
      ])
  }
}

/// A text with every occurrence of a word replaced.
func replacing(_ word: String, by other: String, in text: String) -> String {
  let (bytes, old) = (Array(text.utf8), Array(word.utf8))
  var result: [UInt8] = []
  var offset = 0
  while offset < bytes.count {
    if bytes[offset...].starts(with: old) {
      result += other.utf8
      offset += old.count
    } else {
      result.append(bytes[offset])
      offset += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}
