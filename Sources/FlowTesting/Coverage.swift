import FlowChecking
import FlowEngine
import FlowLanguage
import SourceText
import Wording

/// How much of some flows their scenarios pass: nodes, routes, conditions both ways, outcomes and
/// letters, each of them in each language.
package struct Coverage: Sendable {
  /// What is counted.
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// Every node.
    case nodes
    /// Every way out of a node.
    case routes
    /// Every condition of a route, a letter, a contact or a step, as true and as false.
    case conditions
    /// Every outcome.
    case outcomes
    /// Every letter an outcome offers.
    case letters
  }

  /// One thing to be covered.
  package struct Item: Hashable, Sendable {
    /// What it is.
    package let kind: Kind
    /// The language in which it counts.
    package let language: Language
    fileprivate let flow: String
    fileprivate let node: String
    fileprivate let detail: Detail
  }

  fileprivate enum Detail: Hashable {
    case whole
    case way(FlowGraph.Cause, skipped: Bool)
    case condition(Int, Bool)
    case letter(String)
  }

  /// Everything to be covered with its place, in file order, by kind.
  private let items: [(item: Item, source: SourceText, range: SourceRange)]
  private let covered: Set<Item>

  /// What some runs cover of some flows.
  package init(of flows: [Flow], by runs: [ScenarioRun]) {
    items = flows.flatMap { Coverage.items(of: $0) }
    var covered: Set<Item> = []
    for run in runs {
      let language = run.scenario.language
      for step in run.interview.steps { Coverage.add(step, language, to: &covered) }
    }
    self.covered = covered
  }

  /// How many things of a kind there are in a language, and how many of them are covered.
  package func count(_ kind: Kind, _ language: Language) -> (covered: Int, all: Int) {
    let items = items.filter { $0.item.kind == kind && $0.item.language == language }
    return (items.count { covered.contains($0.item) }, items.count)
  }

  /// Covered things in percent of all, rounded down; 100 where there are none.
  package var percent: Int {
    items.isEmpty ? 100 : items.count { covered.contains($0.item) } * 100 / items.count
  }

  /// What is not covered, as warnings at their places, in reading order.
  package var gaps: [Diagnostic] {
    items.filter { !covered.contains($0.item) }.map { item, source, range in
      Diagnostic(
        .warning, in: source, at: range, check: "uncovered",
        message: Coverage.message(for: item))
    }.sorted(by: Diagnostic.inReadingOrder)
  }

  // MARK: - What there is

  private static func items(
    of flow: Flow
  ) -> [(item: Item, source: SourceText, range: SourceRange)] {
    var found: [(Item, SourceText, SourceRange)] = []
    for node in flow.nodes {
      func add(_ kind: Kind, _ detail: Detail, _ range: SourceRange) {
        for language in Language.allCases {
          let item = Item(
            kind: kind, language: language, flow: flow.id, node: node.id, detail: detail)
          found.append((item, flow.source, range))
        }
      }
      add(.nodes, .whole, node.name.range)
      for way in ways(of: node) {
        add(.routes, .way(way.cause, skipped: way.skipped), way.range)
      }
      for condition in conditions(of: node) {
        for held in [true, false] {
          add(.conditions, .condition(condition.index, held), condition.range)
        }
      }
      guard case .outcome(let outcome) = node.kind else { continue }
      add(.outcomes, .whole, outcome.name.range)
      for letter in outcome.letters {
        add(.letters, .letter(letter.name.text), letter.name.range)
      }
    }
    return found
  }

  private struct Way {
    let cause: FlowGraph.Cause
    var skipped = false
    let range: SourceRange
  }

  /// The ways out of a node as they are written, each at its place.
  private static func ways(of node: Node) -> [Way] {
    guard case .ask(let ask) = node.kind, let skip = ask.skip else { return ways(of: node.next) }
    if let target = skip.next {
      return ways(of: node.next) + [Way(cause: .skip, skipped: true, range: target.range)]
    }
    let others = ways(of: node.next).map {
      Way(cause: $0.cause, skipped: true, range: skip.range)
    }
    return ways(of: node.next) + others
  }

  private static func ways(of next: Next?) -> [Way] {
    switch next {
    case .node(let target): [Way(cause: .always, range: target.range)]
    case .byAnswer(let routes, _):
      routes.map { Way(cause: .answer($0.answer.text), range: $0.answer.range) }
    case .rules(let rules, let otherwise):
      rules.enumerated().map { Way(cause: .rule($0), range: $1.target.range) }
        + (otherwise.map { [Way(cause: .otherwise, range: $0.range)] } ?? [])
    case .missing, .unreadable, nil: []
    }
  }

  private static func conditions(of node: Node) -> [FlowExpression] {
    var conditions: [FlowExpression] = []
    if case .rules(let rules, _) = node.next { conditions = rules.map(\.condition) }
    if case .outcome(let outcome) = node.kind {
      conditions += outcome.conditions
    }
    return conditions
  }

  // MARK: - What is covered

  private static func add(_ step: WalkedStep, _ language: Language, to covered: inout Set<Item>) {
    let flow = step.flow
    func cover(_ kind: Kind, _ detail: Detail) {
      covered.insert(
        Item(kind: kind, language: language, flow: flow.id, node: step.node, detail: detail))
    }
    cover(.nodes, .whole)
    if let way = step.way(in: language) {
      cover(.routes, .way(way.cause, skipped: way.skipped))
    }
    for (condition, held) in step.conditions(in: language) {
      cover(.conditions, .condition(condition.index, held))
    }
    guard case .outcome(let outcome) = flow.node(step.node)?.kind else { return }
    cover(.outcomes, .whole)
    for letter in outcome.letters where step.exit.holds(letter.when, lang: language) {
      cover(.letters, .letter(letter.name.text))
    }
    for when in outcome.conditions {
      cover(.conditions, .condition(when.index, step.exit.holds(when, lang: language)))
    }
  }
}

// MARK: - Wording

extension Coverage.Kind {
  /// What is counted, in words.
  package var label: BilingualText {
    switch self {
    case .nodes: BilingualText(zh: "节点", en: "nodes")
    case .routes: BilingualText(zh: "路线", en: "routes")
    case .conditions: BilingualText(zh: "条件（真、假各一）", en: "conditions, both ways")
    case .outcomes: BilingualText(zh: "结局", en: "outcomes")
    case .letters: BilingualText(zh: "信件", en: "letters")
    }
  }
}

extension Coverage {
  private static func message(for item: Item) -> BilingualText {
    let place =
      item.language == .zh
      ? BilingualText(zh: "中文", en: "Chinese") : BilingualText(zh: "英文", en: "English")
    switch item.detail {
    case .letter(let id):
      return BilingualText(
        zh: "没有\(place.zh)场景用到信件“\(id)”", en: "no \(place.en) scenario offers the letter \"\(id)\"")
    case .condition(_, let held):
      return BilingualText(
        zh: "没有\(place.zh)场景让这个条件\(held ? "成立" : "不成立")",
        en: "in no \(place.en) scenario is this condition \(held ? "true" : "false")")
    case .way(let cause, let skipped):
      return BilingualText(
        zh: "没有\(place.zh)场景走“\(item.node)”的这条路（\(words(cause, skipped).zh)）",
        en:
          "no \(place.en) scenario takes this way from \"\(item.node)\" (\(words(cause, skipped).en))"
      )
    case .whole:
      return item.kind == .outcomes
        ? BilingualText(
          zh: "没有\(place.zh)场景走到这个结局", en: "no \(place.en) scenario reaches this outcome")
        : BilingualText(
          zh: "没有\(place.zh)场景经过“\(item.node)”",
          en: "no \(place.en) scenario passes \"\(item.node)\"")
    }
  }

  private static func words(_ cause: FlowGraph.Cause, _ skipped: Bool) -> BilingualText {
    let words: BilingualText =
      switch cause {
      case .always: BilingualText(zh: "下一步", en: "next")
      case .answer(let id): BilingualText(zh: "“\(id)”", en: "\"\(id)\"")
      case .rule(let place):
        BilingualText(zh: "第 \(place + 1) 个条件", en: "condition \(place + 1)")
      case .otherwise: BilingualText(zh: "else", en: "else")
      case .skip: BilingualText(zh: "跳过", en: "skip")
      }
    return skipped && cause != .skip
      ? BilingualText(zh: "跳过后，\(words.zh)", en: "after skip, \(words.en)") : words
  }
}
