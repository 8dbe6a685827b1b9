import SourceText

/// A body of nodes that runs several times, in turns.
///
/// The nodes of the body stand among the flow's nodes under ids of their own, `debts/amount`. A
/// turn ends when one of them leads back to the repetition (`next: debts`), or with the answer to
/// the question under `until`. Variables that only the body sets are forgotten at the end of a turn.
package struct Each: Hashable, Sendable {
  /// What decides how many turns there are.
  package enum Rounds: Hashable, Sendable {
    /// A yes-no question of the body: "no" begins another turn, any other answer ends the
    /// repetition. There is one turn at least.
    case until(Name)
    /// A whole number, worked out before the first turn; none for 0 and less.
    case count(FlowExpression)
    /// Neither: the reader has reported it.
    case unreadable
  }

  /// What decides how many turns there are.
  package let rounds: Rounds
  /// The first node of a turn.
  package let start: Name
  /// What is kept of each turn; `nil` where nothing is.
  package let collect: Collect?
  /// Where it stands.
  package let range: SourceRange
  /// Where it leads after the last turn.
  package let next: Next

  /// A repetition.
  package init(rounds: Rounds, start: Name, collect: Collect?, range: SourceRange, next: Next) {
    self.rounds = rounds
    self.start = start
    self.collect = collect
    self.range = range
    self.next = next
  }

  /// What is kept of each turn, in a list that is empty before the first.
  package struct Collect: Hashable, Sendable {
    /// The variable that holds the list.
    package let into: Name
    /// What is added to it at the end of a turn.
    package let content: Content

    /// What a variable collects.
    package init(into: Name, content: Content) {
      self.into = into
      self.content = content
    }

    /// The expressions it evaluates.
    package var expressions: [FlowExpression] {
      switch content {
      case .fields(let fields): fields.map(\.value)
      case .value(let value): [value]
      }
    }
  }

  /// What is added at the end of a turn.
  package enum Content: Hashable, Sendable {
    /// A record with these fields; its type bears the name that the variable's type gives it.
    case fields([Assignment])
    /// A value, perhaps a record of the cores.
    case value(FlowExpression)
  }

  /// The most turns of a repetition.
  package static let mostTurns = 100
}
