import SourceText

/// Something told to the person.
package struct Say: Hashable, Sendable {
  /// What is told.
  package let text: FlowText
  /// Where it leads.
  package let next: Next

  /// A text and where it leads.
  package init(text: FlowText, next: Next) {
    self.text = text
    self.next = next
  }
}

/// A fork by conditions.
package struct Branch: Hashable, Sendable {
  /// Tried in order.
  package let rules: [Rule]
  /// Where no rule holds; `nil` when the author left it out (a fault is reported).
  package let otherwise: Name?

  /// Rules and where to go without them.
  package init(rules: [Rule], otherwise: Name?) {
    self.rules = rules
    self.otherwise = otherwise
  }
}

/// Variables set from others.
package struct Compute: Hashable, Sendable {
  /// Set in order.
  package let set: [Assignment]
  /// Where it leads.
  package let next: Next

  /// Assignments and where they lead.
  package init(set: [Assignment], next: Next) {
    self.set = set
    self.next = next
  }
}

/// A called flow.
package struct Call: Hashable, Sendable {
  /// The alias in `use`.
  package let alias: Name
  /// What is passed to its inputs; `variable` is the input's name.
  package let arguments: [Assignment]
  /// What is taken from its outputs.
  package let takes: [Take]
  /// By its outcomes, or one node for all.
  package let next: Next
  /// Whether its outcome is printed too.
  package let alsoPrint: Bool

  /// A call.
  package init(
    alias: Name, arguments: [Assignment], takes: [Take], next: Next, alsoPrint: Bool
  ) {
    self.alias = alias
    self.arguments = arguments
    self.takes = takes
    self.next = next
    self.alsoPrint = alsoPrint
  }

  /// A variable and the called flow's output it takes.
  package struct Take: Hashable, Sendable {
    /// The caller's variable.
    package let variable: Name
    /// The called flow's output.
    package let output: Name

    /// A variable takes an output.
    package init(variable: Name, output: Name) {
      self.variable = variable
      self.output = output
    }
  }
}

/// Answers shown together, each of which can be changed.
package struct Review: Hashable, Sendable {
  /// Nodes or variables.
  package let items: [Name]
  /// Where it leads.
  package let next: Next

  /// Items and where the review leads.
  package init(items: [Name], next: Next) {
    self.items = items
    self.next = next
  }
}
