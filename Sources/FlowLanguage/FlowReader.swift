import SourceText
import Wording
import YAMLTree

/// Reads flow files: as much as can be read, with every fault at its place.
package enum FlowReader {
  /// Reads a flow; `nil` only when the file is no YAML mapping at all.
  ///
  /// A flow that came with errors is good for finding more of them, not for running.
  package static func read(_ source: SourceText) -> (flow: Flow?, diagnostics: [Diagnostic]) {
    var reading = FlowReading(source: source)
    let flow = reading.readFlow()
    return (flow, reading.diagnostics.sorted(by: Diagnostic.inReadingOrder))
  }
}

/// One reading of one file: what was found so far.
struct FlowReading {
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var expressions: [FlowExpression] = []
  /// The texts that take no expressions.
  var labels: [FlowTemplate] = []
  /// The node being read.
  var node = ""
  /// The `each` whose body is being read, and the nodes of that body so far.
  var body: (each: String, nodes: [Node])?
  /// The declared variables, known before any node is read.
  var variables: [Variable] = []
  var variableIndexes: [String: Int] = [:]
  private var hasTooMany = false
  /// Misspelt names for which near ones are still looked up; bounds the cost of a hostile file.
  private var spellings = 200

  init(source: SourceText) {
    self.source = source
  }

  /// Lists a fault, up to 1,000 a file.
  mutating func report(
    _ fault: FlowFault, at range: SourceRange, _ severity: Diagnostic.Severity = .error
  ) {
    guard diagnostics.count < FlowLimits.diagnostics else { return }
    diagnostics.append(
      Diagnostic(severity, in: source, at: range, check: fault.check, message: fault.message))
  }

  /// Takes over what the YAML reader found.
  mutating func take(_ found: [Diagnostic]) {
    diagnostics += found.prefix(FlowLimits.diagnostics)
  }

  /// The names nearest to a misspelt one.
  mutating func near(_ word: String, _ names: some Sequence<String>) -> [String] {
    guard spellings > 0 else { return [] }
    spellings -= 1
    return nearestNames(to: word, among: names)
  }

  /// Gives an expression its place in the flow's table.
  mutating func expression(
    _ text: String, range: SourceRange, places: OffsetMap, _ purpose: FlowExpression.Purpose
  ) -> FlowExpression {
    let expression = FlowExpression(
      text: text, index: expressions.count, range: range, purpose: purpose, node: node,
      places: places)
    guard expressions.count < FlowLimits.expressions else {
      if !hasTooMany { report(.tooMany("expressions", FlowLimits.expressions), at: range) }
      hasTooMany = true
      return expression
    }
    expressions.append(expression)
    return expression
  }

  func variable(_ name: String) -> Variable? { variableIndexes[name].map { variables[$0] } }
}

/// What a flow file from a stranger may hold at most, beside the limits of YAML.
package enum FlowLimits {
  /// Faults listed for one file.
  package static let diagnostics = 1_000
  /// Nodes of a flow.
  package static let nodes = 50_000
  /// Expressions of a flow.
  package static let expressions = 200_000
  /// Variables of a flow.
  package static let variables = 10_000
  /// Options of a choice.
  package static let options = 1_000
  /// Fields of a record that a repetition collects.
  package static let fields = 100
  /// Bytes of an id.
  package static let idBytes = 64
  /// Nesting of structured conditions.
  package static let conditionDepth = 8
}
