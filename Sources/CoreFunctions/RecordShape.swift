import Expressions
import Wording

/// How a core's value looks to expressions: the record type's name and, field by field, its type,
/// its label and how it is taken from the value.
package struct RecordShape<Subject: Sendable>: Sendable {
  /// One field and how it is taken.
  package struct Part: Sendable {
    let field: RecordType.Field
    let take: @Sendable (Subject) -> Value?
  }

  /// The record type as the checker sees it.
  package let type: RecordType
  private let parts: [String: Part]

  /// A shape with its fields in the order they are documented.
  package init(_ name: String, _ parts: [Part]) {
    self.type = RecordType(name, fields: parts.map(\.field))
    self.parts = Dictionary(
      parts.map { ($0.field.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The value of a field; `nil` where it is absent.
  func value(_ name: String, of subject: Subject) -> Value? {
    parts[name]?.take(subject)
  }

  /// The value as a record of this shape.
  package func record(_ subject: Subject) -> Value {
    .record(CoreRecord(subject: subject, shape: self))
  }
}

extension RecordShape.Part {
  /// A field that every record of the shape has.
  static func field(
    _ name: String, _ type: ExpressionType, zh: String, en: String,
    _ take: @escaping @Sendable (Subject) -> Value
  ) -> Self {
    Self(
      field: RecordType.Field(name, type, label: BilingualText(zh: zh, en: en)),
      take: { take($0) })
  }

  /// A field that a record may lack.
  static func maybe(
    _ name: String, _ type: ExpressionType, zh: String, en: String,
    _ take: @escaping @Sendable (Subject) -> Value?
  ) -> Self {
    Self(
      field: RecordType.Field(name, type, mayBeAbsent: true, label: BilingualText(zh: zh, en: en)),
      take: take)
  }
}

/// A core's value inside expressions; those who print results take the value back out of it.
package struct CoreRecord<Subject: Sendable>: RecordValue {
  /// The value itself.
  package let subject: Subject
  private let shape: RecordShape<Subject>

  init(subject: Subject, shape: RecordShape<Subject>) {
    self.subject = subject
    self.shape = shape
  }

  /// The name of its type.
  package var recordType: String { shape.type.name }

  /// The value of a field; `nil` where it is absent.
  package func field(_ name: String) -> Value? { shape.value(name, of: subject) }
}
