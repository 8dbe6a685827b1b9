import SourceText
import Wording

/// One flow as an author wrote it: data with the place of every part, nothing evaluated yet.
///
/// A flow that came with errors may hold parts that lead nowhere; run only one that was checked.
/// A class only so that handing it on copies nothing; nothing in it ever changes.
package final class Flow: Sendable {
  /// The file it was read from.
  package let source: SourceText
  /// The stable id, `notice.triage`, and where it stands.
  package let name: Name
  /// The author's version of this flow, from 1; other flows pin it as `id@version`.
  package let version: Int
  /// What the flow is about.
  package let title: BilingualText
  /// Its place in the assistant's first menu, small numbers first; `nil` for one behind all that
  /// have a place.
  package let order: Int?
  /// The line of the assistant's first menu; `nil` for a flow that is only called.
  package let offer: BilingualText?
  /// The node at which the flow begins.
  package let start: Name
  /// The flows it calls, each under an alias.
  package let uses: [Use]
  /// Every variable in file order: inputs, outputs, then the others.
  package let variables: [Variable]
  /// Every node in file order.
  package let nodes: [Node]
  /// Old node ids and the present ones, for sessions saved under older versions.
  package let moved: [Move]
  /// Every expression of the flow; `FlowExpression.index` is its place here.
  package let expressions: [FlowExpression]
  /// Its texts that take no expressions: title, offer, the labels of options.
  package let labels: [FlowTemplate]
  private let turnVariables: [String: Set<String>]
  private let nodeIndexes: [String: Int]
  private let variableIndexes: [String: Int]
  private let useIndexes: [String: Int]

  /// A flow from its parts.
  ///
  /// Of several nodes, variables or uses with one name the first is found.
  package init(
    source: SourceText, name: Name, version: Int, title: BilingualText, offer: BilingualText?,
    order: Int? = nil, start: Name, uses: [Use], variables: [Variable], nodes: [Node],
    moved: [Move], expressions: [FlowExpression], labels: [FlowTemplate] = []
  ) {
    self.source = source
    self.name = name
    self.version = version
    self.title = title
    self.offer = offer
    self.order = order
    self.start = start
    self.uses = uses
    self.variables = variables
    self.nodes = nodes
    self.moved = moved
    self.expressions = expressions
    self.labels = labels
    self.turnVariables = Flow.turnVariables(nodes, variables)
    self.nodeIndexes = firstIndexes(nodes.map(\.id))
    self.variableIndexes = firstIndexes(variables.map(\.name.text))
    self.useIndexes = firstIndexes(uses.map(\.alias.text))
  }

  /// The variables that only the body of a repetition sets: each turn begins without them.
  package func turnVariables(of each: String) -> Set<String> { turnVariables[each] ?? [] }

  private static func turnVariables(
    _ nodes: [Node], _ variables: [Variable]
  ) -> [String: Set<String>] {
    guard nodes.contains(where: { $0.each != nil }) else { return [:] }
    var inside: [String: Set<String>] = [:]
    var outside: [String: Set<String>] = [:]
    let everywhere = Set(variables.filter { $0.role == .input }.map(\.name.text))
    for node in nodes {
      for name in node.setVariables {
        if let each = node.each { inside[each, default: []].insert(name) }
        outside[name, default: []].insert(node.each ?? "")
      }
    }
    return Dictionary(
      uniqueKeysWithValues: inside.map { each, names in
        (each, names.filter { outside[$0] == [each] && !everywhere.contains($0) })
      })
  }

  /// The stable id.
  package var id: String { name.text }

  /// What a caller passes in.
  package var inputs: [Variable] { variables.filter { $0.role == .input } }

  /// What a caller may take out.
  package var outputs: [Variable] { variables.filter { $0.role == .output } }

  /// The outcomes in file order, each id once: the exits of this flow when it is called.
  package var outcomeIDs: [String] {
    var seen: Set<String> = []
    return nodes.compactMap { node in
      guard case .outcome(let outcome) = node.kind else { return nil }
      return seen.insert(outcome.name.text).inserted ? outcome.name.text : nil
    }
  }

  /// The ids of the letters that its outcomes print.
  package var letterIDs: Set<String> {
    Set(
      nodes.flatMap { node -> [String] in
        guard case .outcome(let outcome) = node.kind else { return [] }
        return outcome.letters.map(\.name.text)
      })
  }

  /// The node of an id.
  package func node(_ id: String) -> Node? { nodeIndex(id).map { nodes[$0] } }

  /// The place of a node in `nodes`.
  package func nodeIndex(_ id: String) -> Int? { nodeIndexes[id] }

  /// The same for a step from the node at a place: it is looked for right behind it first, where most
  /// steps lead, and found there without a look into the table.
  package func nodeIndex(_ id: String, from place: Int) -> Int? {
    let next = place + 1
    if next < nodes.count, nodes[next].name.text == id, hasDistinctNodes { return next }
    return nodeIndexes[id]
  }

  /// Whether no two nodes have one id.
  private var hasDistinctNodes: Bool { nodeIndexes.count == nodes.count }

  /// The variable of a name.
  package func variable(_ name: String) -> Variable? { variableIndex(name).map { variables[$0] } }

  /// The place of a variable in `variables`.
  package func variableIndex(_ name: String) -> Int? { variableIndexes[name] }

  /// The use of an alias.
  package func use(_ alias: String) -> Use? { useIndexes[alias].map { uses[$0] } }
}

private func firstIndexes(_ names: [String]) -> [String: Int] {
  Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
}

/// A word an author wrote (an id, a key, a reference) with its place.
package struct Name: Hashable, Sendable {
  /// The word.
  package let text: String
  /// Where it stands.
  package let range: SourceRange

  /// A word at a place.
  package init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A flow that another calls: `nego: "repay.negotiate@2"`.
package struct Use: Hashable, Sendable {
  /// The name by which nodes call it.
  package let alias: Name
  /// The called flow's id.
  package let flow: Name
  /// The version it is pinned to.
  package let version: Int

  /// An alias for a flow of a version.
  package init(alias: Name, flow: Name, version: Int) {
    self.alias = alias
    self.flow = flow
    self.version = version
  }
}

/// A node id of an older version and the present one.
package struct Move: Hashable, Sendable {
  /// The id that sessions may still name.
  package let old: Name
  /// The id of today.
  package let new: Name

  /// From an old id to a new one.
  package init(old: Name, new: Name) {
    self.old = old
    self.new = new
  }
}
