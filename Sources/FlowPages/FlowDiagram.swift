import FlowChecking
import FlowLanguage
import Wording

/// A flow as boxes and arrows, ready to be drawn in any form.
package struct FlowDiagram: Sendable {
  /// What a box stands for; it decides the box's shape.
  package enum Shape: Hashable, Sendable {
    case question, statement, fork, sum, call, review, repetition, outcome
  }

  /// A node of the flow.
  package struct Box: Hashable, Sendable {
    /// The node's id.
    package let id: String
    /// What it stands for.
    package let shape: Shape
    /// A few words about it.
    package let words: String
  }

  /// A way between two boxes.
  package struct Arrow: Hashable, Sendable {
    /// The place of the box it leaves.
    package let from: Int
    /// The place of the box it reaches.
    package let to: Int
    /// When it is taken; empty where it always is.
    package let words: String
  }

  /// The flow's id and version.
  package let name: String
  /// The flow's title.
  package let title: String
  /// The boxes in file order.
  package let boxes: [Box]
  /// The arrows, those between the same boxes made one.
  package let arrows: [Arrow]
  /// The place of the first box; `nil` where the flow names no such node.
  package let start: Int?

  /// Columns that a few words about a node may take.
  private static let mostColumns = 36

  /// The diagram of a flow in a language.
  package init(_ flow: Flow, in language: Language) {
    let graph = FlowGraph(flow)
    name = "\(flow.id)@\(flow.version)"
    title = flow.title[language]
    start = graph.start
    boxes = flow.nodes.map { node in
      Box(
        id: node.id, shape: FlowDiagram.shape(of: node),
        words: FlowDiagram.words(of: node, in: flow, language).shortened(
          to: FlowDiagram.mostColumns))
    }
    let conditions = ConditionWords(flow, language)
    arrows = flow.nodes.indices.flatMap { place in
      FlowDiagram.arrows(from: place, graph.ways[place], flow, conditions)
    }
  }

  private static func shape(of node: Node) -> Shape {
    switch node.kind {
    case .ask: .question
    case .say: .statement
    case .branch: .fork
    case .compute: .sum
    case .call: .call
    case .review: .review
    case .each: .repetition
    case .outcome: .outcome
    }
  }

  private static func words(of node: Node, in flow: Flow, _ language: Language) -> String {
    switch node.kind {
    case .ask(let ask): ask.text[language].plain
    case .say(let say): say.text[language].plain
    case .compute(let compute): compute.set.map(\.variable.text).joined(separator: ", ")
    case .call(let call): flow.use(call.alias.text)?.flow.text ?? call.alias.text
    case .review(let review): review.items.map(\.text).joined(separator: ", ")
    case .outcome(let outcome): outcome.title[language].plain
    case .branch, .each: ""
    }
  }

  /// The arrows out of a node; several to one box are one arrow with all their words.
  private static func arrows(
    from place: Int, _ ways: [FlowGraph.Edge], _ flow: Flow, _ words: ConditionWords
  ) -> [Arrow] {
    var targets: [Int] = []
    var labels: [Int: [String]] = [:]
    for way in ways {
      if labels[way.to] == nil { targets.append(way.to) }
      let label = words.words(for: way, from: flow.nodes[place]).shortened(to: mostColumns)
      let isNew = !labels[way.to, default: []].contains(label)
      if isNew, !label.isEmpty || labels[way.to] == nil {
        labels[way.to, default: []].append(label)
      }
    }
    return targets.map { target in
      let words = (labels[target] ?? []).filter { !$0.isEmpty }.joined(separator: " / ")
      return Arrow(from: place, to: target, words: words)
    }
  }
}

extension FlowTemplate {
  /// The text with its expressions in braces, on one line.
  package var plain: String {
    let text = pieces.map { piece in
      switch piece {
      case .literal(let literal): literal
      case .expression(let expression, _): "{\(expression.text)}"
      }
    }.joined()
    return text.split(whereSeparator: \.isNewline).joined(separator: " ").safeForTerminal
  }
}

extension String {
  /// The text cut to a number of display columns, `…` at its end where something was cut.
  func shortened(to columns: Int) -> String {
    guard displayWidth > columns else { return self }
    var cut = String.UnicodeScalarView()
    var width = 0
    for scalar in unicodeScalars {
      width += scalar.displayWidth
      guard width < columns else { break }
      cut.append(scalar)
    }
    return String(cut) + "…"
  }
}
