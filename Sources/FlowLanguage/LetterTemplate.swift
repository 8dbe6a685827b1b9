import SourceText
import Wording

/// A letter in one language: what its front matter says, and its text with placeholders.
package struct LetterTemplate: Hashable, Sendable {
  /// The file it was read from.
  package let source: SourceText
  /// The id by which outcomes name it, and where it stands.
  package let name: Name
  /// The language it is written in.
  package let language: Language
  /// Its heading.
  package let title: String
  /// To whom it goes; empty when the front matter names nobody.
  package let addressee: String
  /// When to use it.
  package let use: [String]
  /// What the person must do or enclose.
  package let must: [String]
  /// What the person must never write.
  package let never: [String]
  /// What to think of before sending.
  package let warnings: [String]
  /// Keys of the facts it rests on.
  package let basis: [Name]
  /// What the person fills in by hand, or what an expression fills in.
  package let fields: [LetterField]
  /// The Mustache text.
  package let body: String
  /// The offset of `body` in the file.
  package let bodyStart: Int
  /// The `{{name}}`s of the body, in order.
  package let placeholders: [Name]

  /// A letter from its parts.
  package init(
    source: SourceText, name: Name, language: Language, title: String, addressee: String,
    use: [String], must: [String], never: [String], warnings: [String], basis: [Name],
    fields: [LetterField], body: String, bodyStart: Int, placeholders: [Name]
  ) {
    self.source = source
    self.name = name
    self.language = language
    self.title = title
    self.addressee = addressee
    self.use = use
    self.must = must
    self.never = never
    self.warnings = warnings
    self.basis = basis
    self.fields = fields
    self.body = body
    self.bodyStart = bodyStart
    self.placeholders = placeholders
  }

  /// The field of a name.
  package func field(_ name: String) -> LetterField? { fields.first { $0.name.text == name } }
}

/// A placeholder of a letter that no variable fills.
package struct LetterField: Hashable, Sendable {
  /// The placeholder's name.
  package let name: Name
  /// What stands beside the blank.
  package let label: BilingualText
  /// The expression that fills it; `nil` where the person writes it in by hand.
  ///
  /// It sees the variables of the flow whose outcome prints the letter. Its `index` counts the letter's own expressions.
  package let from: FlowExpression?

  /// A field, filled by an expression or by hand.
  package init(name: Name, label: BilingualText, from: FlowExpression?) {
    self.name = name
    self.label = label
    self.from = from
  }
}
