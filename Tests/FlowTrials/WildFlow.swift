import FlowTesting
import SourceText

/// Makes up small flows without care: ways lead anywhere, things are read unset.
///
/// Their form is sound, so that they can be run.
package struct WildFlow {
  private var generator: SplitMix
  private let count: Int

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

  private static let declarations = [
    "t: {type: tri}", "u: {type: tri}", "b: {type: bool}", "i: {type: integer}", "m: {type: money}",
    "c: {type: choice, options: {a: {zh: \"甲\", en: \"First\"}, b: {zh: \"乙\", en: \"Second\"}, c: {zh: \"丙\", en: \"Third\"}}}",
  ]

  private mutating func make() -> Draft {
    var draft = Draft(name: "trial.wild", start: "n0")
    draft.variables = WildFlow.declarations.map {
      Draft.Variable(name: String($0.prefix(1)), type: "", declaration: $0)
    }
    draft.nodes = (0..<count).map { node($0) }
    if generator.below(3) > 0 { draft.nodes[0] = beginning() }
    draft.nodes.append(outcome("n\(count)"))
    return draft
  }

  // MARK: - Nodes

  private mutating func node(_ place: Int) -> Draft.Node {
    let id = "n\(place)"
    switch generator.below(12) {
    case 0...4: return question(id, place)
    case 5, 6: return branch(id, place)
    case 7, 8: return computation(id, place)
    case 9: return statement(id, place)
    case 10 where place > 0: return outcome(id)
    default: return question(id, place)
    }
  }

  /// A first node that sets some of the variables, so that not everything is unset.
  private mutating func beginning() -> Draft.Node {
    let set = ["t", "u", "b", "i", "m", "c"].filter { _ in generator.below(4) > 0 }
    guard !set.isEmpty else { return outcome("n0") }
    return Draft.Node(
      id: "n0",
      lines: [Draft.Line(role: .compute, text: "compute:")]
        + set.map {
          Draft.Line(role: .part, text: "\($0): \"\(constant(for: $0))\"", indent: 2)
        } + [Draft.Line(role: .next, text: "next: n1")])
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
    case 1...8: return "n\(generator.below(count + 1))"
    default: return "n\(min(count, place + 1 + generator.below(3)))"
    }
  }

  private mutating func question(_ id: String, _ place: Int) -> Draft.Node {
    let name = generator.pick(["t", "t", "u", "c", "i", "m"]) ?? "t"
    let type = ["t": "tri", "u": "tri", "c": "choice", "i": "integer", "m": "money"][name] ?? "tri"
    var lines = [Draft.Line(role: .ask, text: "ask: \(type)")]
    if type == "choice" { lines.append(Draft.Line(role: .of, text: "of: c")) }
    let shown = generator.below(8) == 0 ? "{\(variable())}" : ""
    lines.append(
      Draft.Line(role: .text, text: "text: {zh: \"问？\(shown)\", en: \"Well? \(shown)\"}"))
    if type == "integer", generator.below(3) == 0 {
      lines.append(Draft.Line(role: .check, text: "check:"))
      lines.append(
        Draft.Line(
          role: .part, text: "- {that: \"answer > 1\", say: {zh: \"太小\", en: \"Too small\"}}",
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
    let shown = generator.below(2) == 0 ? "{\(variable())}" : ""
    return Draft.Node(
      id: id,
      lines: [
        Draft.Line(role: .say, text: "say: {zh: \"说。\(shown)\", en: \"Say. \(shown)\"}"),
        Draft.Line(role: .next, text: "next: \(target(place))"),
      ])
  }

  // MARK: - Expressions

  private mutating func variable() -> String {
    generator.pick(["t", "u", "c", "i", "m", "b"]) ?? "t"
  }

  private mutating func constant(for name: String) -> String {
    switch name {
    case "t", "u": generator.pick(["'yes'", "'no'", "'unsure'"]) ?? "'yes'"
    case "c": generator.pick(["'a'", "'b'", "'c'"]) ?? "'a'"
    case "i": generator.pick(["2", "5"]) ?? "2"
    case "m": "money('100')"
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
    let name = variable()
    switch (name, generator.below(10)) {
    case ("b", _): return "b"
    case (_, 0): return "answered(\(name)) && \(name) == \(constant(for: name))"
    case ("t", 1), ("u", 1): return generator.below(2) == 0 ? "t == u" : "t != u"
    case ("c", 1...3): return "c in ['a', \(constant(for: "c"))]"
    case ("i", _), ("m", _):
      let sign = generator.pick(["<", "<=", ">", ">=", "==", "!="]) ?? "<"
      return "\(name) \(sign) \(constant(for: name))"
    default:
      return "\(name) \(generator.below(4) == 0 ? "!=" : "==") \(constant(for: name))"
    }
  }
}
