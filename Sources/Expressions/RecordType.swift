import Wording

/// A record type that a core declares: its name and its fields with their labels.
package struct RecordType: Sendable {
  /// One field of a record.
  package struct Field: Hashable, Sendable {
    /// The name in expressions.
    package let name: String
    /// The type of its value.
    package let type: ExpressionType
    /// Whether a record may lack it; such a read must be guarded by `has()`.
    package let mayBeAbsent: Bool
    /// The name for people.
    package let label: BilingualText

    /// A field under a name; `mayBeAbsent` where a record may lack it.
    package init(
      _ name: String, _ type: ExpressionType, mayBeAbsent: Bool = false, label: BilingualText
    ) {
      self.name = name
      self.type = type
      self.mayBeAbsent = mayBeAbsent
      self.label = label
    }
  }

  /// The name in expressions and faults, `"Notice"`.
  package let name: String
  /// The fields in the order they are documented.
  package let fields: [Field]
  private let positions: [String: Int]

  /// A record type; where a field's name stands twice the first one counts.
  package init(_ name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
    self.positions = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The field of a name, `nil` where the type has none.
  package func field(_ name: String) -> Field? { positions[name].map { fields[$0] } }
}
