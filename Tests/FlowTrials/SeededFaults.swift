import FlowTesting

extension SeededFault {
  /// Every class: the 18 kinds of fault the checker promises to find, several ways for some of
  /// them, and typos, swapped targets, a removed else, a wrong unit, a stale translation.
  package static let all: [SeededFault] =
    ways + names + values + texts + forms + repetitions

  private static let textRoles: Set<Draft.Role> = [.text, .why, .help, .say, .title, .words]

  // MARK: - Ways (1, 2, 6, 8, 9, 11, 14)

  private static let ways: [SeededFault] = [
    SeededFault(name: "dangling target", check: "dangling-target") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.next]))) { "next: ▼gone\($0.utf8.count)" }
    },
    SeededFault(name: "dangling route", check: "dangling-target") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.otherwise]))) { _ in "- {else: ▼nowhere}" }
    },
    SeededFault(name: "typo in a target", check: "dangling-target") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.next]))) {
        $0.hasPrefix("next: ") ? "next: ▼" + $0.dropFirst(6) + "q" : nil
      }
    },
    SeededFault(name: "unreachable node", check: "unreachable-node") { draft, _ in
      draft.adding(
        Draft.Node(
          id: "orphan",
          lines: [
            Draft.Line(role: .say, text: "say: {zh: \"没人来\", en: \"Nobody comes\"}"),
            Draft.Line(role: .next, text: "next: fork"),
          ], isMarked: true))
    },
    SeededFault(name: "swapped target", check: "unreachable-node") { draft, generator in
      swapTarget(draft, &generator)
    },
    SeededFault(name: "dead end", check: "dead-end") { draft, generator in
      guard let place = generator.pick(draft.places([.next])) else { return nil }
      return draft.removing(place).marking(place.node)
    },
    SeededFault(name: "condition that can't hold", check: "never-taken") { draft, generator in
      guard
        let place = generator.pick(
          draft.places([.rule]) {
            find("== '", in: $0.text) != nil && find("answered", in: $0.text) == nil
          })
      else { return nil }
      return repeating(place, in: draft)
    },
    SeededFault(name: "number that can't be", check: "never-taken") { draft, generator in
      guard let place = generator.pick(draft.places([.rule]) { find(" > 12", in: $0.text) != nil })
      else { return nil }
      return repeating(place, in: draft) { replacingFirst(" > 12", by: " > 40", in: $0) }
    },
    SeededFault(name: "loop of one", check: "endless-loop") { draft, generator in
      let says = draft.places([.next]).filter { draft.nodes[$0.node].lines[0].role == .say }
      guard let place = generator.pick(says) else { return nil }
      return draft.rewriting(place) { _ in "next: \(draft.nodes[place.node].id)" }?
        .marking(place.node)
    },
    SeededFault(name: "loop of two", check: "endless-loop") { draft, generator in
      let says = draft.places([.next]).filter { draft.nodes[$0.node].lines[0].role == .say }
      guard let place = generator.pick(says) else { return nil }
      let back = Draft.Node(
        id: "back",
        lines: [
          Draft.Line(role: .compute, text: "compute: {owed: \"owed + money('1')\"}"),
          Draft.Line(role: .next, text: "next: \(draft.nodes[place.node].id)"),
        ], isMarked: true)
      return draft.rewriting(place) { _ in "next: back" }?.marking(place.node)
        .adding(back, beside: place.node)
    },
    SeededFault(name: "removed else", check: "unhandled") { draft, generator in
      guard let place = generator.pick(draft.places([.otherwise])) else { return nil }
      return draft.removing(place).marking(place.node)
    },
    SeededFault(name: "answer without a route", check: "unhandled") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.routes]))) { text in
        guard
          let last = find(", \"unsure\"", in: text) ?? find(", c:", in: text)
            ?? find(", left:", in: text)
        else { return nil }
        return "▼" + String(decoding: Array(text.utf8)[..<last.lowerBound], as: UTF8.self) + "}"
      }
    },
    SeededFault(name: "else before the end", check: "unhandled") { draft, generator in
      guard let place = generator.pick(draft.places([.otherwise])) else { return nil }
      var draft = draft
      let line = draft.nodes[place.node].lines.remove(at: place.line)
      draft.nodes[place.node].lines.insert(line, at: place.line - 1)
      draft.nodes[place.node].lines[place.line].text =
        "▼" + draft.nodes[place.node].lines[place.line].text
      return draft
    },
    SeededFault(name: "trap without an outcome", check: "no-outcome") { draft, generator in
      let trap = Draft.Node(
        id: "trap",
        lines: [
          Draft.Line(role: .ask, text: "ask: tri"),
          Draft.Line(role: .text, text: "text: {zh: \"再来？\", en: \"Again?\"}"),
          Draft.Line(role: .record, text: "record: true"),
          Draft.Line(role: .next, text: "next: trap"),
        ], isMarked: true)
      guard let place = generator.pick(draft.places([.otherwise])) else { return nil }
      return draft.rewriting(place) { _ in "- {else: trap}" }?.adding(trap, beside: place.node)
    },
  ]

  /// A line that leads to another node than before, so that nothing leads to its own any more.
  private static func swapTarget(_ draft: Draft, _ generator: inout SplitMix) -> Draft? {
    let text = draft.marked
    let lone = draft.places([.next]).filter { place in
      let target = draft.nodes[place.node].lines[place.line].text.dropFirst(6)
      return target != draft.wayOut(of: place.node)
        && occurrences(of: String(target), in: text) == 2
    }
    guard let place = generator.pick(lone) else { return nil }
    let target = String(draft.nodes[place.node].lines[place.line].text.dropFirst(6))
    guard let index = draft.nodes.firstIndex(where: { $0.id == target }) else { return nil }
    return draft.rewriting(place) { _ in "next: \(draft.wayOut(of: place.node))" }?.marking(index)
  }

  /// How often a word stands in a text, no letter or digit beside it.
  private static func occurrences(of word: String, in text: String) -> Int {
    text.utf8.split {
      !(0x30...0x39).contains($0) && !(0x41...0x5A).contains($0) && !(0x61...0x7A).contains($0)
        && $0 != 0x5F
    }
    .count { $0.elementsEqual(word.utf8) }
  }

  /// A rule once more behind itself, so that it can never hold.
  private static func repeating(
    _ place: Draft.Place, in draft: Draft, _ change: (String) -> String? = { $0 }
  ) -> Draft? {
    var line = draft.nodes[place.node].lines[place.line]
    guard let text = change(line.text) else { return nil }
    line.text = "▼" + text
    var draft = draft
    draft.nodes[place.node].lines.insert(line, at: place.line + 1)
    return draft
  }

  // MARK: - Names (3, 12, 18)

  private static let names: [SeededFault] = [
    SeededFault(name: "undeclared variable in a text", check: "undeclared") { draft, generator in
      let texts = draft.places(textRoles) {
        find("{v", in: $0.text) != nil || find("{owed", in: $0.text) != nil
      }
      return draft.rewriting(generator.pick(texts)) { text in
        let name = find("{v", in: text) != nil ? "{v" : "{owed"
        return "▼" + replacing(name, by: "{zz", in: text)
      }
    },
    SeededFault(name: "typo in a variable", check: "undeclared") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.set]))) {
        replacingFirst(": \"answer\"", by: "q: \"answer\"", in: "▼" + $0)
      }
    },
    SeededFault(name: "undeclared variable in a condition", check: "undeclared") {
      draft, generator in
      let rules = draft.places([.rule]) { find("when: \"v", in: $0.text) != nil }
      return draft.rewriting(generator.pick(rules)) {
        replacingFirst("when: \"v", by: "when: \"▼w", in: $0)
      }
    },
    SeededFault(name: "unknown function", check: "undeclared") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.rule]) { find("size(", in: $0.text) != nil })) {
        replacingFirst("size(", by: "▼sizes(", in: $0)
      }
    },
    SeededFault(name: "unknown alias", check: "undeclared") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.call]))) { _ in "call: ▼caled" }
    },
    SeededFault(name: "unknown output", check: "undeclared") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.take]))) {
        replacingFirst("\"sum\"", by: "▼smu", in: $0)
      }
    },
    SeededFault(name: "duplicate node", check: "duplicate") { draft, generator in
      guard let place = generator.pick(Array(draft.nodes.indices)) else { return nil }
      return draft.adding(
        Draft.Node(
          id: draft.nodes[place].id,
          lines: [
            Draft.Line(role: .say, text: "say: {zh: \"又一个\", en: \"One more\"}"),
            Draft.Line(role: .next, text: "next: \(draft.wayOut(of: place))"),
          ], isMarked: true), beside: place)
    },
    SeededFault(name: "duplicate key", check: "duplicate") { draft, generator in
      guard let place = generator.pick(draft.places([.next])) else { return nil }
      var draft = draft
      var line = draft.nodes[place.node].lines[place.line]
      line.text = "▼" + line.text
      draft.nodes[place.node].lines.insert(line, at: place.line + 1)
      return draft
    },
    SeededFault(name: "duplicate variable", check: "duplicate") { draft, generator in
      guard var variable = generator.pick(draft.variables) else { return nil }
      variable.declaration = "▼" + variable.declaration
      var draft = draft
      draft.variables.append(variable)
      return draft
    },
    SeededFault(name: "no such option", check: "no-such-option") { draft, generator in
      let rules = draft.places([.rule]) { find("== '", in: $0.text) != nil }
      return draft.rewriting(generator.pick(rules)) {
        replacingFirst("== '", by: "== ▼'zz", in: $0)
      }
    },
    SeededFault(name: "typo in an answer", check: "no-such-option") { draft, generator in
      let routes = draft.places([.routes]) { find("\"unsure\"", in: $0.text) != nil }
      return draft.rewriting(generator.pick(routes)) {
        replacingFirst("\"unsure\"", by: "▼\"unsrue\"", in: $0)
      }
    },
    SeededFault(name: "no such outcome", check: "unhandled") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.routes]) { find("done:", in: $0.text) != nil }))
      {
        replacingFirst("done:", by: "▼finished:", in: $0)
      }
    },
  ]

  // MARK: - Values (4, 5, 13, 15)

  private static let values: [SeededFault] = [
    SeededFault(name: "read before it is set", check: "unset-read") { draft, generator in
      unsetRead(draft, &generator)
    },
    SeededFault(name: "skipped and not set", check: "unset-read") { draft, generator in
      let skips = draft.places([.skip]) { find("set:", in: $0.text) != nil }
      guard let place = generator.pick(skips), let name = draft.taker(of: place.node) else {
        return nil
      }
      return draft.rewriting(place) { _ in "skip: {text: {zh: \"不说\", en: \"I won't say\"}}" }
        .flatMap { markReads(of: name, in: $0) }
    },
    SeededFault(name: "input not passed", check: "unset-read") { draft, generator in
      guard let place = generator.pick(draft.places([.with])) else { return nil }
      var draft = draft
      let call = draft.nodes[place.node].lines.firstIndex { $0.role == .call }
      guard let call else { return nil }
      draft.nodes[place.node].lines[call].text = "▼" + draft.nodes[place.node].lines[call].text
      return draft.removing(place)
    },
    SeededFault(name: "wrong type in a condition", check: "type") { draft, generator in
      let rules = draft.places([.rule]) { find("> 12", in: $0.text) != nil }
      return draft.rewriting(generator.pick(rules)) {
        replacingFirst("> 12", by: "> ▼'12'", in: $0)
      }
    },
    SeededFault(name: "no condition", check: "type") { draft, generator in
      draft.rewriting(
        generator.pick(draft.places([.rule]) { find("when: \"", in: $0.text) != nil })
      ) {
        text in
        guard let old = between("when: \"", "\"", in: text) else { return nil }
        return replacingFirst("\"\(old)\"", by: "\"▼owed\"", in: text)
      }
    },
    SeededFault(name: "value of another type", check: "type") { draft, generator in
      let sets = draft.places([.set]).filter { place in
        draft.taker(of: place.node).map {
          draft.variables(["money", "integer", "date"]).contains($0)
        } ?? false
      }
      return draft.rewriting(generator.pick(sets)) {
        replacingFirst("\"answer\"", by: "\"▼'text'\"", in: $0)
      }
    },
    SeededFault(name: "wrong unit", check: "type") { draft, generator in
      let rules = draft.places([.rule]) { find("> money(", in: $0.text) != nil }
      return draft.rewriting(generator.pick(rules)) {
        replacingFirst("> money(", by: "> ▼date('2026-01-01') + size(", in: $0)
      }
    },
    SeededFault(name: "days for yuan", check: "type") { draft, generator in
      draft.rewriting(
        generator.pick(draft.places([.part]) { find("owed + money", in: $0.text) != nil })
      ) {
        replacingFirst("owed + money('12.50')", by: "▼today + 3", in: $0)
      }
    },
    SeededFault(name: "question of another type", check: "type") { draft, generator in
      let asks = draft.places([.ask]) { $0.text == "ask: money" || $0.text == "ask: integer" }
      guard let place = generator.pick(asks) else { return nil }
      return draft.rewriting(place) { _ in "ask: date" }.flatMap { draft in
        guard let set = draft.nodes[place.node].lines.firstIndex(where: { $0.role == .set }) else {
          return nil
        }
        return draft.rewriting((place.node, set)) { "▼" + $0 }
      }
    },
    SeededFault(name: "answer that nothing reads", check: "unread-answer") { draft, generator in
      guard let place = generator.pick(draft.places([.next])) else { return nil }
      let target = String(draft.nodes[place.node].lines[place.line].text.dropFirst(6))
      var draft = draft
      draft.variables.append(
        Draft.Variable(name: "idle", type: "text", declaration: "idle: {type: text}"))
      let idle = Draft.Node(
        id: "idle",
        lines: [
          Draft.Line(role: .ask, text: "ask: text"),
          Draft.Line(role: .text, text: "text: {zh: \"还有吗？\", en: \"Anything else?\"}"),
          Draft.Line(role: .set, text: "set: {idle: \"answer\"}"),
          Draft.Line(role: .next, text: "next: \(target)"),
        ], isMarked: true)
      return draft.rewriting(place) { _ in "next: idle" }?.adding(idle, beside: place.node)
    },
    SeededFault(name: "letter that is not there", check: "letter") { draft, generator in
      draft.rewriting(generator.pick(draft.places([.letters]))) { _ in "letters: [▼prooof]" }
    },
    SeededFault(name: "letter of something unset", check: "letter") { draft, generator in
      var draft = draft
      draft.variables.append(
        Draft.Variable(name: "reference", type: "text", declaration: "reference: {type: text}"))
      return draft.rewriting(generator.pick(draft.places([.letters]))) { _ in
        "letters: [proof, ▼paper]"
      }
    },
  ]

  private static func unsetRead(_ draft: Draft, _ generator: inout SplitMix) -> Draft? {
    let sets = draft.places([.set]).filter { place in
      guard let name = draft.taker(of: place.node) else { return false }
      return !reads(of: name, in: draft).isEmpty
    }
    guard let place = generator.pick(sets), let name = draft.taker(of: place.node) else {
      return nil
    }
    return markReads(of: name, in: draft.removing(place))
  }

  private static func reads(of name: String, in draft: Draft) -> [Draft.Place] {
    draft.places([.say, .rule, .title, .with, .part, .collect]) { line in
      guard find("answered(\(name))", in: line.text) == nil else { return false }
      return line.text.utf8.split {
        !(0x30...0x39).contains($0) && !(0x41...0x5A).contains($0) && !(0x61...0x7A).contains($0)
          && $0 != 0x5F
      }.contains { $0.elementsEqual(name.utf8) }
    }
  }

  private static func markReads(of name: String, in draft: Draft) -> Draft? {
    let places = reads(of: name, in: draft)
    guard !places.isEmpty else { return nil }
    var draft = draft
    for place in places {
      draft.nodes[place.node].lines[place.line].text =
        "▼" + draft.nodes[place.node].lines[place.line].text
    }
    return draft
  }

  // MARK: - Texts and facts (7, 16)

  private static let texts: [SeededFault] =
    [
      SeededFault(name: "missing translation", check: "translation") { draft, generator in
        draft.rewriting(generator.pick(draft.places(textRoles))) { text in
          find(", en: ", in: text).map {
            "▼" + String(decoding: Array(text.utf8)[..<$0.lowerBound], as: UTF8.self) + "}"
          }
        }
      },
      SeededFault(name: "empty translation", check: "translation") { draft, generator in
        draft.rewriting(generator.pick(draft.places(textRoles))) { text in
          find("en: ", in: text).map {
            "▼" + String(decoding: Array(text.utf8)[..<$0.lowerBound], as: UTF8.self) + "en: \"\"}"
          }
        }
      },
      SeededFault(name: "other placeholders", check: "translation") { draft, generator in
        let texts = draft.places(textRoles) { find("{v", in: $0.text) != nil }
        return draft.rewriting(generator.pick(texts)) { text in
          find("en: ", in: text).map {
            "▼" + String(decoding: Array(text.utf8)[..<$0.lowerBound], as: UTF8.self)
              + "en: \"Something else.\"}"
          }
        }
      },
      SeededFault(
        name: "stale translation", check: "translation",
        seed: { draft, generator in
          draft.rewriting(generator.pick(draft.places(textRoles))) {
            replacingFirst("zh: \"", by: "zh: \"改过了，", in: "▼" + $0)
          }
        }, needsLock: true),
      SeededFault(name: "unknown fact", check: "fact") { draft, generator in
        draft.rewriting(generator.pick(draft.places([.basis]))) { _ in
          "basis: [rule.A-1, ▼rule.A-9]"
        }
      },
      SeededFault(name: "unknown fact in a text", check: "fact") { draft, generator in
        draft.rewriting(generator.pick(draft.places([.say]))) { _ in
          "say: {zh: \"{▼fact('rule.NONE').text}\", en: \"{fact('rule.NONE').text}\"}"
        }
      },
      SeededFault(name: "expired fact", check: "fact") { draft, generator in
        draft.rewriting(generator.pick(draft.places([.basis]))) { _ in "basis: [▼rule.OLD-1]" }
      },
      SeededFault(name: "weak contact", check: "fact") { draft, generator in
        draft.rewriting(generator.pick(draft.places([.contacts]))) { _ in
          "contacts: [▼helpline.weak]"
        }
      },
    ]
    + [
      ("typed phone number", "请打 95588"), ("typed mobile number", "联系 17055550142"),
      ("typed address", "见 www.example-pay.cn"), ("typed percentage", "最高 24%"),
      ("typed days", "十五日内答复"),
    ].map { name, words in
      SeededFault(name: name, check: "fact") { draft, generator in
        draft.rewriting(generator.pick(draft.places(textRoles))) {
          replacingFirst("zh: \"", by: "zh: \"▼\(words)，", in: $0)
        }
      }
    }

  // MARK: - Form (10, 17)

  private static let forms: [SeededFault] =
    [
      ("single equals sign", " == ", " = "), ("full-width quotes", "'", "“"),
      ("word for a sign", " == ", " is "), ("full-width sign", " == ", " ＝ "),
    ].map { name, old, new in
      SeededFault(name: name, check: "syntax") { draft, generator in
        let rules = draft.places([.rule]) {
          find(old, in: $0.text) != nil && find("when: \"", in: $0.text) != nil
        }
        return draft.rewriting(generator.pick(rules)) {
          replacingFirst(old, by: new, in: "▼" + $0)
        }
      }
    } + [
      SeededFault(name: "unclosed brace in a text", check: "syntax") { draft, generator in
        draft.rewriting(generator.pick(draft.places(textRoles))) {
          replacingFirst("zh: \"", by: "zh: \"▼{owed，", in: $0)
        }
      },
      SeededFault(name: "unclosed bracket", check: "syntax") { draft, generator in
        draft.rewriting(generator.pick(draft.places([.rule]) { find("size(", in: $0.text) != nil }))
        {
          replacingFirst(") > 1", by: " > 1", in: "▼" + $0)
        }
      },
      SeededFault(name: "typo in a key", check: "yaml") { draft, generator in
        let lines = draft.places([.why, .help, .set, .check])
        return draft.rewriting(generator.pick(lines)) {
          replacingFirst(":", by: "x:", in: "▼" + $0)
        }
      },
      SeededFault(name: "bare yes", check: "yaml") { draft, generator in
        let routes = draft.places([.routes]) { find("\"yes\"", in: $0.text) != nil }
        return draft.rewriting(generator.pick(routes)) {
          replacingFirst("\"yes\"", by: "▼yes", in: $0)
        }
      },
      SeededFault(name: "unquoted comma", check: "yaml") { draft, generator in
        draft.rewriting(generator.pick(draft.places(textRoles))) { text in
          find("en: ", in: text).map {
            "▼" + String(decoding: Array(text.utf8)[..<$0.lowerBound], as: UTF8.self)
              + "en: well, fine}"
          }
        }
      },
      SeededFault(name: "tag", check: "yaml") { draft, generator in
        draft.rewriting(generator.pick(draft.places([.next]))) {
          replacingFirst("next: ", by: "next: ▼!x ", in: $0)
        }
      },
      SeededFault(name: "unquoted expression", check: "yaml") { draft, generator in
        let rules = draft.places([.rule]) {
          find("when: \"v", in: $0.text) != nil && find(" == '", in: $0.text) != nil
        }
        return draft.rewriting(generator.pick(rules)) { text in
          guard let old = between("when: \"", "\"", in: text) else { return nil }
          return replacingFirst("\"\(old)\"", by: "▼\(old)", in: text)
        }
      },
      SeededFault(name: "control character", check: "yaml") { draft, generator in
        draft.rewriting(generator.pick(draft.places(textRoles))) {
          replacingFirst("zh: \"", by: "zh: \"\u{202E}", in: "▼" + $0)
        }
      },
    ]
}
