import Expressions
import FlowLanguage

/// A repetition in progress.
struct Turn: Sendable {
  /// The id of its node.
  let each: String
  /// The key of its node, `debts` or (the second time it was reached) `debts#2`.
  let key: String
  /// How many turns there are; `nil` where a question decides.
  let total: Int?
  /// The present turn, from 1.
  var index = 1
  /// How often a node of the body was reached in this turn.
  var visits = Visits()
  /// Whether the question that decides has been answered in this turn, and with "no".
  var decision: Decision = .open

  /// What the question under `until` has brought.
  enum Decision: Sendable {
    case open, again, enough
  }

  /// What stands before the node ids of this turn in answer keys: `debts[2]/`.
  var prefix: String { "\(key)[\(index)]/" }

  /// Whether another turn follows this one.
  var isFollowed: Bool { total.map { index < $0 } ?? (decision == .again) }

  /// The next turn.
  mutating func begin() {
    index += 1
    visits = Visits()
    decision = .open
  }
}

/// A record that a repetition collected; its type is named and typed by the flow.
struct CollectedRecord: RecordValue {
  let recordType: String
  private let names: [String]
  private let values: [Value]

  init(_ recordType: String, _ fields: [(name: String, value: Value)]) {
    self.recordType = recordType
    names = fields.map(\.name)
    values = fields.map(\.value)
  }

  func field(_ name: String) -> Value? {
    names.firstIndex { $0.utf8.elementsEqual(name.utf8) }.map { values[$0] }
  }
}
