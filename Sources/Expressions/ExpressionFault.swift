import Wording

/// One fault in an expression, found before it is evaluated: where, what, and what to write.
package struct ExpressionFault: Error, Hashable, Sendable {
  /// When it was found.
  package enum Phase: String, Hashable, Sendable {
    /// The text is no expression.
    case parse
    /// The expression has no sense: unknown names, types that don't fit.
    case check
  }

  /// The kind of fault; stable, for scripts and for looking it up.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// The text is no expression.
    case syntax
    /// A sign of the Chinese keyboard where the ASCII one is needed.
    case wideCharacter = "wide-character"
    /// A word or sign of another language: `and`, `=`.
    case foreignOperator = "foreign-operator"
    /// A text without an end or with a bad escape.
    case badText = "bad-text"
    /// A number that can't be read.
    case badNumber = "bad-number"
    /// A part of CEL that flows do without: bytes, uint, optional syntax, regular expressions.
    case notInProfile = "not-in-profile"
    /// A macro with arguments of the wrong form.
    case macroForm = "macro-form"
    /// A bound was passed.
    case limit
    /// No variable of this name.
    case unknownName = "unknown-name"
    /// No function of this name.
    case unknownFunction = "unknown-function"
    /// The record type has no such field.
    case unknownField = "unknown-field"
    /// An operation or a function does not work on these types.
    case type
    /// The field may be absent and the read is not guarded by `has()`.
    case unguardedField = "unguarded-field"
    /// `money('…')` or `date('…')` of a text that is no amount or day.
    case badLiteral = "bad-literal"
    /// Allowed, but out of place in a flow (`dyn`, `type()`, `cel.bind`).
    case discouraged
  }

  /// When it was found.
  package let phase: Phase
  /// The kind of fault.
  package let code: Code
  /// The part of the expression it is about, in Unicode scalars from its start.
  package let range: Range<Int>
  /// What is wrong and what to write instead.
  package let message: BilingualText

  /// A fault at a place.
  package init(_ phase: Phase, _ code: Code, at range: Range<Int>, zh: String, en: String) {
    self.phase = phase
    self.code = code
    self.range = range
    self.message = BilingualText(zh: zh, en: en)
  }
}

/// All faults of an expression, in the order of their places; never empty.
package struct ExpressionFaults: Error, Hashable, Sendable {
  /// The faults.
  package let faults: [ExpressionFault]

  /// The faults, put into the order of their places.
  package init(_ faults: [ExpressionFault]) {
    self.faults = faults.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}
