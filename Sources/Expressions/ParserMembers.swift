extension Parser {
  /// A value with the fields, positions and member functions behind it.
  mutating func parseMember() throws(ExpressionFault) -> Syntax {
    try parsePostfix(try parsePrimary())
  }

  mutating func parsePostfix(_ primary: Syntax) throws(ExpressionFault) -> Syntax {
    var operand = primary
    while true {
      if accept(.dot) {
        operand = try parseField(of: operand)
      } else if accept(.openBracket) {
        if token.kind == .sign(.question) { throw noOptionals() }
        let position = try parseExpression()
        try close(.closeBracket)
        operand = try make(.index(of: operand, position: position), from: operand)
      } else {
        return operand
      }
    }
  }

  private mutating func parseField(of operand: Syntax) throws(ExpressionFault) -> Syntax {
    let token = token
    switch token.kind {
    case .quotedWord(let field):
      index += 1
      let name = Syntax.Name(text: field, range: token.range)
      return try make(.select(of: operand, field: name), from: operand)
    case .word(let word) where !Token.languageWords.contains(word):
      index += 1
      let name = Syntax.Name(text: word, range: token.range)
      guard accept(.openParenthesis) else {
        if self.token.kind == .sign(.openBrace) { throw noRecordLiterals() }
        return try make(.select(of: operand, field: name), from: operand)
      }
      let arguments = try parseElements(until: .closeParenthesis, mayTrail: false)
      return try makeCall(name, target: operand, arguments, from: operand.range.lowerBound)
    case .sign(.question): throw noOptionals()
    default: throw missingField()
    }
  }

  private mutating func parsePrimary() throws(ExpressionFault) -> Syntax {
    let token = token
    let start = token.range.lowerBound
    switch token.kind {
    case .int(let magnitude):
      index += 1
      return try make(.literal(try positive(magnitude, at: token.range)), from: start)
    case .double(let number):
      index += 1
      return try make(.literal(.double(number)), from: start)
    case .string(let text):
      index += 1
      return try make(.literal(.string(text)), from: start)
    case .word(let word): return try parseWord(word)
    case .sign(.dot):
      guard case .word(let word) = following.kind, !Token.isTaken(word) else {
        throw missingValue()
      }
      index += 1
      return try parseName(word, isAbsolute: true, from: start)
    case .sign(.openParenthesis): return try parseParenthesis()
    case .sign(.openBracket):
      index += 1
      let elements = try parseElements(until: .closeBracket, mayTrail: true)
      return try make(.list(elements), from: start)
    case .sign(.openBrace): return try parseMap()
    default: throw missingValue()
    }
  }

  private func positive(
    _ magnitude: UInt64, at range: Range<Int>
  ) throws(ExpressionFault) -> Value {
    guard let number = Int64(exactly: magnitude) else {
      throw ExpressionFault(
        .parse, .badNumber, at: range, zh: "这个整数太大", en: "this whole number is too large")
    }
    return .int(number)
  }

  private mutating func parseWord(_ word: String) throws(ExpressionFault) -> Syntax {
    let start = token.range.lowerBound
    let literal: Value? =
      switch word {
      case "true": .bool(true)
      case "false": .bool(false)
      case "null": .null
      default: nil
      }
    if let literal {
      index += 1
      return try make(.literal(literal), from: start)
    }
    guard !Token.isTaken(word) else { throw takenWord(word) }
    return try parseName(word, isAbsolute: false, from: start)
  }

  private mutating func parseName(
    _ word: String, isAbsolute: Bool, from start: Int
  ) throws(ExpressionFault) -> Syntax {
    let name = Syntax.Name(text: word, range: token.range, isAbsolute: isAbsolute)
    index += 1
    if accept(.openParenthesis) {
      let arguments = try parseElements(until: .closeParenthesis, mayTrail: false)
      return try makeCall(name, target: nil, arguments, from: start)
    }
    if token.kind == .sign(.openBrace) { throw noRecordLiterals() }
    return try make(.name(name), from: start)
  }

  /// The part inside, with the place of the parentheses.
  private mutating func parseParenthesis() throws(ExpressionFault) -> Syntax {
    let start = token.range.lowerBound
    index += 1
    let inside = try parseExpression()
    try close(.closeParenthesis)
    return inside.widened(from: start, to: lastEnd)
  }

  private mutating func parseElements(
    until end: Token.Sign, mayTrail: Bool
  ) throws(ExpressionFault) -> [Syntax] {
    var elements: [Syntax] = []
    if accept(end) { return elements }
    while true {
      if token.kind == .sign(.question) { throw noOptionals() }
      elements.append(try parseExpression())
      guard accept(.comma) else { break }
      if mayTrail, token.kind == .sign(end) { break }
    }
    try close(end)
    return elements
  }

  private mutating func parseMap() throws(ExpressionFault) -> Syntax {
    let start = token.range.lowerBound
    index += 1
    var entries: [Syntax.MapEntry] = []
    while token.kind != .sign(.closeBrace) {
      if token.kind == .sign(.question) { throw noOptionals() }
      let key = try parseExpression()
      guard accept(.colon) else { throw missingMapColon() }
      entries.append(Syntax.MapEntry(key: key, value: try parseExpression()))
      guard accept(.comma) else { break }
    }
    try close(.closeBrace)
    return try make(.map(entries), from: start)
  }

  private mutating func close(_ sign: Token.Sign) throws(ExpressionFault) {
    guard accept(sign) else { throw notClosed(by: sign) }
  }
}

extension Token {
  /// Whether a word can't be the name of a variable or function.
  static func isTaken(_ word: String) -> Bool {
    reservedWords.contains(word) || languageWords.contains(word)
  }
}
