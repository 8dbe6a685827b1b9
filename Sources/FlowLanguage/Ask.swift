import SourceText

/// A question.
///
/// A class only so that handing it on copies nothing; nothing in it ever changes.
package final class Ask: Sendable {
  /// What is asked for; a choice's options are already looked up.
  package let type: VariableType
  /// The variable whose options are offered, where `of:` names one.
  package let of: Name?
  /// The question.
  package let text: FlowText
  /// Why it is asked.
  package let why: FlowText?
  /// How to find the answer.
  package let help: FlowText?
  /// What the reading core found: offered, confirmed by the person, never taken by Enter alone.
  package let guess: FlowExpression?
  /// What the answer must satisfy, in order, before anything is set.
  package let checks: [AnswerCheck]
  /// What is set after an answer, in order.
  package let set: [Assignment]
  /// What happens when the person can't answer; `nil` when there is no such way.
  package let skip: Skip?
  /// Kept for the transcript only, so nothing need read it.
  package let record: Bool
  /// Where it leads.
  package let next: Next

  /// A question.
  package init(
    type: VariableType, of: Name?, text: FlowText, why: FlowText?, help: FlowText?,
    guess: FlowExpression?, checks: [AnswerCheck], set: [Assignment], skip: Skip?, record: Bool,
    next: Next
  ) {
    self.type = type
    self.of = of
    self.text = text
    self.why = why
    self.help = help
    self.guess = guess
    self.checks = checks
    self.set = set
    self.skip = skip
    self.record = record
    self.next = next
  }
}

/// A condition on an answer and what is said when it fails.
package struct AnswerCheck: Hashable, Sendable {
  /// A bool expression over `answer`.
  package let that: FlowExpression
  /// What the person reads when it is false.
  package let say: FlowText

  /// A condition with its message.
  package init(that: FlowExpression, say: FlowText) {
    self.that = that
    self.say = say
  }
}

/// The way of a person who can't answer.
package struct Skip: Hashable, Sendable {
  /// What the way is called; the assistant has its own words where this is `nil`.
  package let text: FlowText?
  /// What is set, in order; variables not set here stay unknown.
  package let set: [Assignment]
  /// Where it leads; the question's own `next` where this is `nil`.
  package let next: Name?
  /// Where it stands.
  package let range: SourceRange

  /// A way round the question.
  package init(text: FlowText?, set: [Assignment], next: Name?, range: SourceRange) {
    self.text = text
    self.set = set
    self.next = next
    self.range = range
  }
}
