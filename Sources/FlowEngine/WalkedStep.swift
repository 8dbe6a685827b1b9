import FlowLanguage

/// One node that a walk has passed, for coverage, random walks and explanations.
///
/// A called flow's nodes stand before the step of the node that called it.
package struct WalkedStep: Sendable {
  /// The node's id in its flow.
  package let node: String
  /// What its expressions saw when it was entered; names its flow too.
  package let entry: Scope
  /// What its routes saw: everything the node sets is set, `answer` still stands.
  package let exit: Scope
  /// The answer to a question; the outcome of a called flow as an option; `nil` elsewhere.
  package let answer: AnswerValue?
  /// The node it led to; `nil` where no route fits, and for an outcome.
  package let target: String?
}
