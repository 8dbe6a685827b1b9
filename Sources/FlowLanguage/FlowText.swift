import SourceText
import Wording

/// A text for people in both languages, with expressions in braces.
///
/// A class only so that handing it on copies nothing; nothing in it ever changes.
package final class FlowText: Hashable, Sendable {
  /// The Chinese text.
  package let zh: FlowTemplate
  /// The English text.
  package let en: FlowTemplate
  /// Where both stand.
  package let range: SourceRange

  /// Both languages of a text.
  package init(zh: FlowTemplate, en: FlowTemplate, range: SourceRange) {
    self.zh = zh
    self.en = en
    self.range = range
  }

  /// Whether both were written alike at the same place.
  package static func == (one: FlowText, other: FlowText) -> Bool {
    one === other || one.range == other.range && one.zh == other.zh && one.en == other.en
  }

  /// Hashes its place, which few share.
  package func hash(into hasher: inout Hasher) { hasher.combine(range) }

  /// The text of one language.
  package subscript(language: Language) -> FlowTemplate {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// One language of a text: `"你欠 {amount}，{sms.platform | 该平台}……"`.
package struct FlowTemplate: Hashable, Sendable {
  /// A run of plain text or an expression to print.
  package enum Piece: Hashable, Sendable {
    /// Text as it stands, `{{` and `}}` resolved.
    case literal(String)
    /// A value; the fallback is printed when the value is absent.
    case expression(FlowExpression, fallback: String?)
  }

  /// The pieces in order.
  package let pieces: [Piece]
  /// The text as written, braces and all.
  package let written: String
  /// Where it stands, quotes included; for a missing language, where it is missing.
  package let range: SourceRange
  /// From offsets in `written` to offsets in the file.
  package let places: OffsetMap

  /// A text in pieces.
  package init(pieces: [Piece], written: String, range: SourceRange, places: OffsetMap) {
    self.pieces = pieces
    self.written = written
    self.range = range
    self.places = places
  }

  /// The expressions in order.
  package var expressions: [FlowExpression] {
    pieces.compactMap { if case .expression(let expression, _) = $0 { expression } else { nil } }
  }
}
