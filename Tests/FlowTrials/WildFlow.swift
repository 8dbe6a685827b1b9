import FlowTesting
import SourceText

/// Makes up small flows without care: ways lead anywhere, things are read unset.
///
/// Their form is sound, so that they can be run.
package struct WildFlow {
  /// The nodes among which ways lead: those of the flow, or of a body.
  private struct Region {
    let letter: String
    let count: Int
    /// Where ways lead behind the last of them.
    let end: String

    func id(_ place: Int) -> String { place < count ? "\(letter)\(place)" : end }
  }

  private var generator: SplitMix
  private let count: Int
  private var region = Region(letter: "n", count: 0, end: "")

  /// A flow of 2 to 30 nodes, mostly few.
  package static func source(seed: UInt64) -> SourceText {
    var maker = WildFlow(seed: seed)
    return maker.make().file(named: "wild.flow.yaml").source
  }

  private init(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let most = [6, 9, 12, 30][generator.below(4)]
    count = 2 + generator.below(most - 1)
    self.generator = generator
  }

  private static let options =
    "options: {a: {zh: \"甲\", en: \"First\"}, b: {zh: \"乙\", en: \"Second\"}, c: {zh: \"丙\", en: \"Third\"}}"
  private static let declarations = [
    "t: {type: tri}", "u: {type: tri}", "b: {type: bool}", "i: {type: integer}", "m: {type: money}",
    "d: {type: date}", "l: {type: list(money)}", "c: {type: choice, \(options)}",
    "h: {type: multi, \(options)}",
  ]

  private mutating func make() -> Draft {
    var draft = Draft(name: "trial.wild", start: "n0")
    draft.uses = ["asks: \"trial.asks@1\"", "silent: \"trial.silent@1\""]
    draft.variables = WildFlow.declarations.map {
      Draft.Variable(name: String($0.prefix(1)), type: "", declaration: $0)
    }
    var bodies: [Int] = []
    var rest = count
    while rest > 0 {
      let body = rest > 3 && generator.below(7) == 0 ? 1 + generator.below(min(5, rest - 1)) : 0
      bodies.append(body)
      rest -= 1 + body
    }
    region = Region(letter: "n", count: bodies.count, end: "n\(bodies.count)")
    let hasBeginning = generator.below(3) > 0
    for (place, body) in bodies.enumerated() {
      if place == 0, hasBeginning {
        draft.nodes.append(beginning())
      } else {
        draft.nodes += body > 0 ? repetition(place, body) : [node(place)]
      }
    }
    draft.nodes.append(outcome(region.end))
    return draft
  }

  // MARK: - Nodes

  private mutating func node(_ place: Int) -> Draft.Node {
    let id = region.id(place)
    let isInBody = region.letter == "p"
    switch generator.below(14) {
    case 0...4: return question(id, place)
    case 5, 6: return branch(id, place)
    case 7, 8: return computation(id, place)
    case 9: return statement(id, place)
    case 10 where place > 0 && !isInBody: return outcome(id)
    case 11: return call(id, place)
    case 12 where generator.below(3) == 0: return review(id, place)
    default: return question(id, place)
    }
  }

  /// A first node that sets some of the variables, so that not everything is unset.
  private mutating func beginning() -> Draft.Node {
    let set = ["t", "u", "b", "i", "m", "c", "h", "d"].filter { _ in generator.below(4) > 0 }
    guard !set.isEmpty else { return outcome("n0") }
    return Draft.Node(
      id: "n0",
      lines: [Draft.Line(role: .compute, text: "compute:")]
        + set.map {
          Draft.Line(role: .part, text: "\($0): \"\(constant(for: $0))\"", indent: 2)
        } + [Draft.Line(role: .next, text: "next: \(region.id(1))")])
  }

  private func outcome(_ id: String) -> Draft.Node {
    Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .outcome, text: "outcome: o_\(id)"),
        Draft.Line(role: .title, text: "title: {zh: \"完\", en: \"End\"}"),
      ])
  }

  /// Mostly a node further down; now and then any, seldom none that is there.
  private mutating func target(_ place: Int) -> String {
    switch generator.below(40) {
    case 0: return "gone"
    case 1...8: return region.id(generator.below(region.count + 1))
    default: return region.id(place + 1 + generator.below(3))
    }
  }

  private mutating func question(_ id: String, _ place: Int) -> Draft.Node {
    let name = generator.pick(["t", "t", "u", "c", "i", "m", "h", "d"]) ?? "t"
    let types = [
      "t": "tri", "u": "tri", "c": "choice", "i": "integer", "m": "money", "h": "multi",
      "d": "date",
    ]
    let type = types[name] ?? "tri"
    var lines = [Draft.Line(role: .ask, text: "ask: \(type)")]
    if type == "choice" || type == "multi" {
      lines.append(Draft.Line(role: .of, text: "of: \(name)"))
    }
    let shown = generator.below(8) == 0 ? "{\(shown())}" : ""
    lines.append(
      Draft.Line(role: .text, text: "text: {zh: \"问？\(shown)\", en: \"Well? \(shown)\"}"))
    let checks = [
      "integer": "answer > 1", "multi": "size(answer) > 0", "date": "answer < date('2026-06-01')",
    ]
    if let check = checks[type], generator.below(3) == 0 {
      lines.append(Draft.Line(role: .check, text: "check:"))
      lines.append(
        Draft.Line(
          role: .part, text: "- {that: \"\(check)\", say: {zh: \"太小\", en: \"Too small\"}}",
          indent: 2))
    }
    if generator.below(8) > 0 {
      lines.append(Draft.Line(role: .set, text: "set: {\(name): \"answer\"}"))
    }
    lines.append(Draft.Line(role: .record, text: "record: true"))
    let isRouted = type == "tri" || type == "choice"
    let form = generator.below(isRouted ? 3 : 2)
    if generator.below(5) == 0 { lines.append(skip(place, name, needsWay: form == 2)) }
    switch form {
    case 2: lines.append(routes(type, place))
    case 1: lines += rules(place, under: "next:", role: .list)
    default:
      if generator.below(30) > 0 {
        lines.append(Draft.Line(role: .next, text: "next: \(target(place))"))
      }
    }
    return Draft.Node(id: id, lines: lines)
  }

  private mutating func skip(_ place: Int, _ name: String, needsWay: Bool) -> Draft.Line {
    var parts: [String] = []
    if generator.below(3) > 0 { parts.append("set: {\(name): \"\(constant(for: name))\"}") }
    if needsWay || generator.below(2) == 0 { parts.append("next: \(target(place))") }
    if parts.isEmpty { parts = ["text: {zh: \"不知道\", en: \"Unknown\"}"] }
    return Draft.Line(role: .skip, text: "skip: {\(parts.joined(separator: ", "))}")
  }

  private mutating func routes(_ type: String, _ place: Int) -> Draft.Line {
    let options = type == "tri" ? ["\"yes\"", "\"no\"", "\"unsure\""] : ["a", "b", "c"]
    var routes = options.map { "\($0): \(target(place))" }
    if generator.below(25) == 0 { routes.removeLast() }
    return Draft.Line(role: .routes, text: "next: {\(routes.joined(separator: ", "))}")
  }

  private mutating func branch(_ id: String, _ place: Int) -> Draft.Node {
    Draft.Node(id: id, lines: rules(place, under: "branch:", role: .branch))
  }

  private mutating func rules(_ place: Int, under head: String, role: Draft.Role) -> [Draft.Line] {
    var lines = [Draft.Line(role: role, text: head)]
    for _ in 0...generator.below(3) {
      lines.append(
        Draft.Line(
          role: .rule, text: "- {when: \"\(condition(0))\", next: \(target(place))}", indent: 2))
    }
    if generator.below(25) > 0 {
      lines.append(
        Draft.Line(role: .otherwise, text: "- {else: \(target(place))}", indent: 2))
    }
    return lines
  }

  /// A call of one flow that asks, or of one that does not.
  private mutating func call(_ id: String, _ place: Int) -> Draft.Node {
    guard generator.below(3) > 0 else {
      return Draft.Node(
        id: id,
        lines: [
          Draft.Line(role: .call, text: "call: silent"),
          Draft.Line(role: .next, text: "next: \(target(place))"),
        ])
    }
    var lines = [
      Draft.Line(role: .call, text: "call: asks"),
      Draft.Line(
        role: .with, text: "with: {owed: \"\(generator.below(3) > 0 ? "money('5')" : "m")\"}"),
    ]
    let taken = [("m", "sum"), ("t", "sure")].filter { _ in generator.below(3) > 0 }
      .map { "\($0): \"\($1)\"" }
    if !taken.isEmpty {
      lines.append(Draft.Line(role: .take, text: "set: {\(taken.joined(separator: ", "))}"))
    }
    switch generator.below(4) {
    case 0: lines.append(Draft.Line(role: .next, text: "next: \(target(place))"))
    default:
      let left = generator.below(20) > 0 ? ", left: \(target(place))" : ""
      lines.append(Draft.Line(role: .routes, text: "next: {done: \(target(place))\(left)}"))
    }
    return Draft.Node(id: id, lines: lines)
  }

  private mutating func review(_ id: String, _ place: Int) -> Draft.Node {
    Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .review, text: "review: [\(variable())]"),
        Draft.Line(role: .next, text: "next: \(target(place))"),
      ])
  }

  /// Some nodes in turns: until an answer says so, or so often as a number says.
  private mutating func repetition(_ place: Int, _ count: Int) -> [Draft.Node] {
    let id = region.id(place)
    var lines =
      generator.below(3) == 0
      ? rules(place, under: "next:", role: .list)
      : [Draft.Line(role: .next, text: "next: \(target(place))")]
    lines.append(Draft.Line(role: .each, text: "each:"))
    let outside = region
    defer { region = outside }
    let isAsked = generator.below(2) == 0
    region = Region(letter: "p", count: count, end: id)
    var body = (0..<count).map { node($0) }
    if isAsked {
      body[count - 1] = lastQuestion(region.id(count - 1))
      lines.append(Draft.Line(role: .until, text: "until: \(region.id(count - 1))", indent: 2))
    } else {
      lines.append(Draft.Line(role: .count, text: "count: \"\(number())\"", indent: 2))
    }
    if generator.below(3) > 0 {
      let value = generator.below(2) == 0 ? "m" : "money('7')"
      lines.append(
        Draft.Line(role: .collect, text: "collect: {into: l, value: \"\(value)\"}", indent: 2))
    }
    lines += [
      Draft.Line(role: .frame, text: "body:", indent: 2),
      Draft.Line(
        role: .frame, text: "start: \(region.id(generator.below(min(2, count))))", indent: 4),
      Draft.Line(role: .frame, text: "nodes:", indent: 4),
    ]
    return [Draft.Node(id: id, lines: lines)]
      + body.map { node in
        var node = node
        node.isInBody = true
        return node
      }
  }

  private mutating func lastQuestion(_ id: String) -> Draft.Node {
    var lines = [
      Draft.Line(role: .ask, text: "ask: tri"),
      Draft.Line(role: .text, text: "text: {zh: \"完了？\", en: \"All?\"}"),
    ]
    if generator.below(2) == 0 {
      lines.append(
        Draft.Line(role: .set, text: "set: {\(generator.below(2) == 0 ? "t" : "u"): \"answer\"}"))
    }
    if generator.below(5) == 0 { lines.append(Draft.Line(role: .skip, text: "skip: {}")) }
    return Draft.Node(id: id, lines: lines)
  }

  private mutating func number() -> String {
    generator.pick([
      "0", "1", "2", "3", "i", "size(h)", "size(l)", "math.least(i, 3)",
      "math.greatest(1, size(h))",
      "t == 'yes' ? 2 : 1",
    ]) ?? "1"
  }

  private mutating func computation(_ id: String, _ place: Int) -> Draft.Node {
    let name = variable()
    let others = ["t": "u", "u": "t"]
    let value =
      generator.below(4) == 0 ? others[name] ?? constant(for: name) : constant(for: name)
    var lines = [
      Draft.Line(role: .compute, text: "compute:"),
      Draft.Line(role: .part, text: "\(name): \"\(value)\"", indent: 2),
    ]
    if generator.below(6) == 0 {
      lines.append(
        Draft.Line(
          role: .part,
          text: "\(name == "b" ? "t" : "b"): \"\(name == "b" ? "'no'" : condition(1))\"", indent: 2)
      )
    }
    lines.append(Draft.Line(role: .next, text: "next: \(target(place))"))
    return Draft.Node(id: id, lines: lines)
  }

  private mutating func statement(_ id: String, _ place: Int) -> Draft.Node {
    let shown = generator.below(2) == 0 ? "{\(shown())}" : ""
    return Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .say, text: "say: {zh: \"说。\(shown)\", en: \"Say. \(shown)\"}"),
        Draft.Line(role: .next, text: "next: \(target(place))"),
      ])
  }

  // MARK: - Expressions

  private mutating func variable() -> String {
    generator.pick(["t", "u", "c", "i", "m", "b", "h", "d"]) ?? "t"
  }

  private mutating func shown() -> String {
    generator.below(8) == 0 ? "size(l)" : variable()
  }

  private mutating func constant(for name: String) -> String {
    switch name {
    case "t", "u": generator.pick(["'yes'", "'no'", "'unsure'"]) ?? "'yes'"
    case "c": generator.pick(["'a'", "'b'", "'c'"]) ?? "'a'"
    case "i": generator.pick(["2", "5"]) ?? "2"
    case "m": "money('100')"
    case "h": generator.pick(["[]", "['a']", "['a', 'c']"]) ?? "[]"
    case "d": generator.pick(["date('2026-03-01')", "date('2026-06-01')"]) ?? "today"
    default: generator.pick(["true", "false"]) ?? "true"
    }
  }

  private mutating func condition(_ depth: Int) -> String {
    if depth < 2, generator.below(4) == 0 {
      let (left, right) = (condition(depth + 1), condition(depth + 1))
      return generator.below(2) == 0 ? "(\(left) && \(right))" : "(\(left) || \(right))"
    }
    if generator.below(12) == 0 { return "!(\(comparison()))" }
    return comparison()
  }

  private mutating func comparison() -> String {
    if generator.below(12) == 0 { return "size(l) \(generator.below(2) == 0 ? "==" : ">") 0" }
    let name = variable()
    switch (name, generator.below(10)) {
    case ("b", _): return "b"
    case ("h", 0): return "answered(h) && size(h) > 0"
    case ("h", 1...5): return "\(generator.pick(["'a'", "'b'", "'c'"]) ?? "'a'") in h"
    case ("h", _):
      return "size(h) \(generator.pick(["==", ">", "<=", "!="]) ?? "==") \(generator.below(3))"
    case (_, 0): return "answered(\(name)) && \(name) == \(constant(for: name))"
    case ("t", 1), ("u", 1): return generator.below(2) == 0 ? "t == u" : "t != u"
    case ("c", 1...3): return "c in ['a', \(constant(for: "c"))]"
    case ("i", _), ("m", _), ("d", _):
      let sign = generator.pick(["<", "<=", ">", ">=", "==", "!="]) ?? "<"
      return "\(name) \(sign) \(constant(for: name))"
    default:
      return "\(name) \(generator.below(4) == 0 ? "!=" : "==") \(constant(for: name))"
    }
  }
}
