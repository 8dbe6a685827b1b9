import FlowTesting

extension SeededFault {
  /// What goes wrong with repetitions.
  static let repetitions: [SeededFault] = [
    SeededFault(name: "way out of a body", check: "dangling-target") { draft, generator in
      let places = draft.places([.next]).filter { draft.nodes[$0.node].isInBody }
      return draft.rewriting(generator.pick(places)) { _ in "next: ▼fork" }
    },
    SeededFault(name: "way into a body", check: "dangling-target") { draft, generator in
      guard let inside = generator.pick(draft.nodes.filter(\.isInBody)) else { return nil }
      let places = draft.places([.next]).filter { !draft.nodes[$0.node].isInBody }
      return draft.rewriting(generator.pick(places)) { _ in "next: ▼\(inside.id)" }
    },
    SeededFault(name: "until of nothing", check: "shape") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.until]))) { _ in "until: ▼nobody" }
    },
    SeededFault(name: "next behind the last question of a turn", check: "shape") {
      draft, generator in
      guard let until = generator.pick(draft.places([.until])) else { return nil }
      let id = draft.nodes[until.node].lines[until.line].text.dropFirst("until: ".utf8.count)
      guard let last = draft.nodes.firstIndex(where: { $0.id == id }) else { return nil }
      var draft = draft
      draft.nodes[last].lines.append(
        Draft.Line(role: .next, text: "next: \(draft.nodes[until.node].id)"))
      return draft.marking(last)
    },
    SeededFault(name: "count without a bound", check: "endless-loop") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.count]))) { _ in "count: \"▼101\"" }
    },
    SeededFault(name: "count by an amount", check: "type") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.count]))) { _ in "count: \"▼owed\"" }
    },
    SeededFault(name: "check of the number removed", check: "endless-loop") { draft, generator in
      let counts = draft.places([.count]) {
        find("\"v", in: $0.text) != nil
      }
      guard let place = generator.pick(counts),
        let name = between("count: \"", "\"", in: draft.nodes[place.node].lines[place.line].text),
        let asking = draft.nodes.indices.first(where: { draft.taker(of: $0) == name }),
        let check = draft.nodes[asking].lines.firstIndex(where: { $0.role == .check })
      else { return nil }
      var draft = draft
      draft.nodes[place.node].lines[place.line].text =
        "▼" + draft.nodes[place.node].lines[place.line].text
      draft.nodes[asking].lines.removeSubrange(check...check + 1)
      return draft
    },
    SeededFault(name: "undeclared list", check: "undeclared") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.collect]))) {
        replacingFirst("into: v", by: "into: ▼w", in: $0)
      }
    },
    SeededFault(name: "list of another type", check: "type") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.collect]))) { text in
        between("into: ", ",", in: text).flatMap {
          replacingFirst("into: \($0)", by: "into: ▼owed", in: text)
        }
      }
    },
    SeededFault(name: "typo in what is collected", check: "undeclared") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.collect]))) {
        replacingFirst("\"v", by: "\"▼vv", in: $0)
      }
    },
    SeededFault(name: "field that nobody collects", check: "undeclared") { draft, generator in
      let sums = draft.places([.part]) { find("d.amount", in: $0.text) != nil }
      return draft.rewriting(generator.pick(sums)) {
        replacingFirst("d.amount", by: "▼d.amuont", in: $0)
      }
    },
    SeededFault(name: "turn's own variable behind it", check: "unset-read") { draft, generator in
      readBehind(draft, &generator)
    },
  ]

  /// The text behind a repetition shows a variable that only its turns set.
  private static func readBehind(_ draft: Draft, _ generator: inout SplitMix) -> Draft? {
    guard let collect = generator.pick(draft.places([.collect])),
      let name = between(": \"", "\"", in: draft.nodes[collect.node].lines[collect.line].text),
      let next = draft.nodes[collect.node].lines.first(where: { $0.role == .next }),
      let behind = draft.nodes.firstIndex(where: { "next: \($0.id)" == next.text }),
      let say = draft.nodes[behind].lines.firstIndex(where: { $0.role == .say })
    else { return nil }
    return draft.rewriting((behind, say)) { text in
      replacingFirst("\", en: \"", by: "{▼\(name)}\", en: \"{\(name)}", in: text)
    }
  }
}
