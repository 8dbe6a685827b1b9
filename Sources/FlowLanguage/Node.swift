import SourceText

/// One step of a flow.
package struct Node: Sendable {
  /// What a step does; boxed, because steps are copied often and are large.
  package indirect enum Kind: Sendable {
    /// Asks the person.
    case ask(Ask)
    /// Tells the person.
    case say(Say)
    /// Chooses a way by conditions.
    case branch(Branch)
    /// Sets variables from others.
    case compute(Compute)
    /// Runs another flow.
    case call(Call)
    /// Runs its body several times.
    case each(Each)
    /// Shows answers, each of which can be changed.
    case review(Review)
    /// Ends the flow.
    case outcome(Outcome)
  }

  /// The id and where it stands.
  package let name: Name
  /// Where the node's body stands.
  package let range: SourceRange
  /// What it does.
  package let kind: Kind
  /// The id of the `each` whose body it belongs to; `nil` outside of any.
  package let each: String?

  /// A step under an id.
  package init(name: Name, range: SourceRange, kind: Kind, each: String? = nil) {
    self.name = name
    self.range = range
    self.kind = kind
    self.each = each
  }

  /// The id; a node of a body has the id of its `each` before its own, `debts/amount`.
  package var id: String { name.text }

  /// Where it leads; `nil` for an outcome, which ends the flow.
  package var next: Next? {
    switch kind {
    case .ask(let ask): ask.next
    case .say(let say): say.next
    case .branch(let branch): .rules(branch.rules, otherwise: branch.otherwise)
    case .compute(let compute): compute.next
    case .call(let call): call.next
    case .each(let each): each.next
    case .review(let review): review.next
    case .outcome: nil
    }
  }

  /// Every node it can lead to as written, in file order, the route of `skip` last.
  package var targets: [Name] {
    var targets = next?.targets ?? []
    if case .each(let each) = kind { targets.insert(each.start, at: 0) }
    if case .ask(let ask) = kind, let skip = ask.skip?.next { targets.append(skip) }
    return targets
  }
}

extension Node {
  /// The variables it can set, as written.
  package var setVariables: [String] {
    switch kind {
    case .ask(let ask): (ask.set + (ask.skip?.set ?? [])).map(\.variable.text)
    case .compute(let compute): compute.set.map(\.variable.text)
    case .call(let call): call.takes.map(\.variable.text)
    case .each(let each): each.collect.map { [$0.into.text] } ?? []
    case .say, .branch, .review, .outcome: []
    }
  }
}

/// Where a step leads.
package enum Next: Hashable, Sendable {
  /// Always to one node.
  case node(Name)
  /// By the answer of a tri or choice, or by the outcome of a called flow.
  case byAnswer([Route], range: SourceRange)
  /// To the first rule whose condition holds, else onwards.
  case rules([Rule], otherwise: Name?)
  /// Nowhere: the author left it out (a check reports it).
  case missing
  /// Somewhere: what stands there can't be read (the reader has reported it).
  case unreadable

  /// Every node it names, in file order.
  package var targets: [Name] {
    switch self {
    case .node(let target): [target]
    case .byAnswer(let routes, _): routes.map(\.target)
    case .rules(let rules, let otherwise): rules.map(\.target) + (otherwise.map { [$0] } ?? [])
    case .missing, .unreadable: []
    }
  }
}

/// An answer (or a called flow's outcome) and the node it leads to.
package struct Route: Hashable, Sendable {
  /// The option's or outcome's id.
  package let answer: Name
  /// The node.
  package let target: Name

  /// From an answer to a node.
  package init(answer: Name, target: Name) {
    self.answer = answer
    self.target = target
  }
}

/// A condition and the node to which it leads.
package struct Rule: Hashable, Sendable {
  /// A bool expression; structured conditions are turned into one.
  package let condition: FlowExpression
  /// The node.
  package let target: Name

  /// A condition that leads to a node.
  package init(condition: FlowExpression, target: Name) {
    self.condition = condition
    self.target = target
  }
}

/// A variable and the expression whose value it takes.
package struct Assignment: Hashable, Sendable {
  /// The variable.
  package let variable: Name
  /// Its new value.
  package let value: FlowExpression

  /// A variable takes a value.
  package init(variable: Name, value: FlowExpression) {
    self.variable = variable
    self.value = value
  }
}
