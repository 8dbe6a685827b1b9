/// A word or sign of an expression.
struct Token: Sendable {
  enum Kind: Equatable, Sendable {
    /// A name, or a word of the language such as `in`.
    case word(String)
    /// A field's name between backticks.
    case quotedWord(String)
    /// A whole number without its sign.
    case int(UInt64)
    case double(Double)
    case string(String)
    case sign(Sign)
    case end
  }

  /// Signs of more than a word; the raw value is how they are written.
  enum Sign: String, Sendable, CaseIterable {
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case dot = "."
    case comma = ","
    case colon = ":"
    case question = "?"
    case not = "!"
    case and = "&&"
    case or = "||"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
    case remainder = "%"
  }

  let kind: Kind
  /// Its place, in Unicode scalars.
  let range: Range<Int>

  /// Words of CEL that can't be names; fields and member functions may bear them.
  static let reservedWords: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]
  /// Words that are part of the language and never a name.
  static let languageWords: Set<String> = ["in", "true", "false", "null"]
}
