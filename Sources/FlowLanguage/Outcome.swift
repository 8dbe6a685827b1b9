/// An end of the flow: the verdict and what to do next.
package struct Outcome: Hashable, Sendable {
  /// The outcome's id, an exit when the flow is called.
  package let name: Name
  /// The verdict in a line.
  package let title: FlowText
  /// The verdict in words.
  package let text: FlowText?
  /// Keys of the facts it rests on.
  package let basis: [Name]
  /// The letters offered.
  package let letters: [Item]
  /// Keys of help lines and institutions.
  package let contacts: [Item]
  /// Days that matter.
  package let deadlines: [Deadline]
  /// What to do next, in order.
  package let steps: [Step]

  /// An end of the flow.
  package init(
    name: Name, title: FlowText, text: FlowText?, basis: [Name], letters: [Item],
    contacts: [Item], deadlines: [Deadline], steps: [Step]
  ) {
    self.name = name
    self.title = title
    self.text = text
    self.basis = basis
    self.letters = letters
    self.contacts = contacts
    self.deadlines = deadlines
    self.steps = steps
  }

  /// Every condition of what it lists, in the order of the file's keys as the manual has them.
  package var conditions: [FlowExpression] {
    (letters + contacts).compactMap(\.when) + deadlines.compactMap(\.when)
      + steps.compactMap(\.when)
  }

  /// A letter or contact, perhaps only under a condition.
  package struct Item: Hashable, Sendable {
    /// The letter's id or the fact's key.
    package let name: Name
    /// Offered only when it holds; always where this is `nil`.
    package let when: FlowExpression?

    /// An item, perhaps under a condition.
    package init(name: Name, when: FlowExpression?) {
      self.name = name
      self.when = when
    }
  }

  /// A day that matters.
  package struct Deadline: Hashable, Sendable {
    /// What is due.
    package let what: FlowText
    /// The day: a date expression.
    package let on: FlowExpression
    /// The key of the fact it rests on.
    package let basis: Name?
    /// Listed only when it holds; always where this is `nil`.
    package let when: FlowExpression?

    /// Something due on a day, perhaps only under a condition.
    package init(what: FlowText, on: FlowExpression, basis: Name?, when: FlowExpression? = nil) {
      self.what = what
      self.on = on
      self.basis = basis
      self.when = when
    }
  }

  /// Something to do.
  package struct Step: Hashable, Sendable {
    /// What to do.
    package let what: FlowText
    /// By which day: a date expression.
    package let by: FlowExpression?
    /// Listed only when it holds; always where this is `nil`.
    package let when: FlowExpression?

    /// Something to do, perhaps by a day, perhaps under a condition.
    package init(what: FlowText, by: FlowExpression?, when: FlowExpression?) {
      self.what = what
      self.by = by
      self.when = when
    }
  }
}
