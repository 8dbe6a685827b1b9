import FlowLanguage
import Wording

/// Something that happened in an interview, in order; texts are printed on demand, in either
/// language.
package enum FlowEvent: Sendable {
  /// The flow told the person something.
  case said(FlowText, Scope)
  /// A question was answered.
  case answered(AnsweredQuestion)
  /// Answers were shown together and left as they are.
  case reviewed(key: String)
  /// A called flow ended in an outcome that is printed too; boxed, because a page is large and rare.
  indirect case passed(OutcomePage)
}

/// A question on the way so far with its answer.
package struct AnsweredQuestion: Sendable {
  /// The question as it stood.
  package let question: Question
  /// The answer that holds now.
  package let given: GivenAnswer

  /// The answer's key.
  package var key: String { question.key }
}

/// Answers shown together before the flow goes on.
package struct ReviewPage: Sendable {
  /// The key under which its confirmation is kept.
  package let key: String
  /// The questions it lists, in the author's order.
  package let items: [AnsweredQuestion]
}

/// Why an interview can't go on: a fault of the flow, never of the person.
package struct FlowFault: Hashable, Sendable {
  /// The node at which it stopped.
  package let node: String
  /// What happened, for the person and the author.
  package let message: BilingualText
}
