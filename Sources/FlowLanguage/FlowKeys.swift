/// Every key that a flow file or a letter may hold, by the mapping it stands in.
///
/// The readers refuse all others; the authors' manual and `flow.schema.json` are held to this list
/// by tests.
package enum FlowKeys {
  /// Of the whole file.
  package static let header = [
    "schema", "flow", "version", "title", "offer", "order", "start", "use", "inputs", "outputs",
    "vars", "nodes", "moved",
  ]
  /// Of a declared variable.
  package static let variable = ["type", "options", "per"]
  /// Of a node, by what it does.
  package static let nodes: [String: [String]] = [
    "ask": [
      "ask", "text", "why", "help", "guess", "check", "set", "skip", "record", "next", "of",
      "options", "per",
    ],
    "say": ["say", "next"],
    "branch": ["branch"],
    "compute": ["compute", "next"],
    "call": ["call", "with", "set", "next", "also_print"],
    "each": ["each", "next"],
    "review": ["review", "next"],
    "outcome": [
      "outcome", "title", "text", "basis", "letters", "contacts", "deadlines", "steps",
    ],
  ]
  /// Of a check of a question.
  package static let check = ["that", "say"]
  /// Of the way round a question.
  package static let skip = ["text", "set", "next"]
  /// Of one of several routes.
  package static let rule = ["when", "next", "else"]
  /// Of a condition that is written as data, beside the names of variables.
  package static let condition = ["all", "any", "none"]
  /// Of a repetition.
  package static let each = ["until", "count", "body", "collect"]
  /// Of its body.
  package static let body = ["start", "nodes"]
  /// Of what it collects.
  package static let collect = ["into", "fields", "value"]
  /// Of a letter or contact that an outcome lists.
  package static let listed = ["id", "when"]
  /// Of a deadline.
  package static let deadline = ["what", "on", "basis", "when"]
  /// Of a next step.
  package static let step = ["do", "by", "when"]
  /// Of a text.
  package static let text = ["zh", "en"]
  /// Of a letter's front matter.
  package static let letter = [
    "id", "title", "addressee", "use", "must", "never", "warnings", "basis", "fields",
  ]
  /// Of a letter's field.
  package static let letterField = ["zh", "en", "from"]

  /// All keys of flow files, each once.
  package static var ofFlows: Set<String> {
    Set(
      [
        header, variable, check, skip, rule, condition, each, body, collect, listed, deadline,
        step, text,
      ].joined()
    ).union(nodes.values.joined())
  }

  /// All keys of letters, each once.
  package static var ofLetters: Set<String> { Set(letter + letterField) }
}
