/// Reads words and signs into a syntax tree: recursive descent over CEL's grammar.
///
/// The first fault of grammar stops the reading; signs and words of other languages are taken for
/// what was meant and reported, so that one mistake gives one message.
struct Parser {
  let tokens: [Token]
  /// Whether `has`, `all`, `cel.bind` and their kind are macros (off only for conformance tests).
  let macros: Bool
  var index = 0
  var faults: [ExpressionFault] = []
  private var partCount = 0
  private var nesting = 0

  /// The tree of a text, or all faults.
  static func parse(
    _ source: String, macros: Bool = true
  ) -> Result<Syntax, ExpressionFaults> {
    guard !isTooLong(source) else {
      let length = ExpressionLimit.sourceLength.most
      return .failure(
        ExpressionFaults([ExpressionFault(.parse, limit: .sourceLength, at: length..<length)]))
    }
    let (tokens, lexical) = Lexer.tokens(of: source)
    var parser = Parser(tokens: tokens, macros: macros)
    var faults = lexical
    let syntax = parser.parseAll()
    if case .failure(let fault) = syntax, !lexical.contains(where: \.breaksGrammar) {
      faults.append(fault)
    }
    faults += parser.faults
    guard faults.isEmpty, case .success(let tree) = syntax else {
      return .failure(ExpressionFaults(Array(faults.prefix(20))))
    }
    return .success(tree)
  }

  private static func isTooLong(_ source: String) -> Bool {
    let most = ExpressionLimit.sourceLength.most
    return source.utf8.count > most && source.unicodeScalars.dropFirst(most).first != nil
  }

  private init(tokens: [Token], macros: Bool) {
    self.tokens = tokens
    self.macros = macros
  }

  private mutating func parseAll() -> Result<Syntax, ExpressionFault> {
    do throws(ExpressionFault) {
      let syntax = try parseExpression()
      guard token.kind == .end else { throw unexpectedAfterValue() }
      return .success(syntax)
    } catch {
      return .failure(error)
    }
  }

  // MARK: Tokens

  /// The token to be read next; the last one is always `.end`.
  var token: Token { tokens[min(index, tokens.count - 1)] }
  /// The token after the next one.
  var following: Token { tokens[min(index + 1, tokens.count - 1)] }
  /// Where the last word read ends.
  var lastEnd: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

  mutating func accept(_ sign: Token.Sign) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    index += 1
    return true
  }

  // MARK: Operators, loosest first

  /// Reads `or ? or : expression`.
  mutating func parseExpression() throws(ExpressionFault) -> Syntax {
    try enter()
    defer { nesting -= 1 }
    let condition = try parseOr()
    guard accept(.question) else { return condition }
    let then = try parseOr()
    guard accept(.colon) else { throw missingColon() }
    let otherwise = try parseExpression()
    return try make(.conditional(condition, then: then, else: otherwise), from: condition)
  }

  private mutating func parseOr() throws(ExpressionFault) -> Syntax {
    let first = try parseAnd()
    var parts = [first]
    while accept(.or) || acceptForeign(["or", "OR", "Or"], meaning: "||") {
      parts.append(try parseAnd())
    }
    return parts.count == 1 ? first : try make(.or(parts), from: first)
  }

  private mutating func parseAnd() throws(ExpressionFault) -> Syntax {
    let first = try parseRelation()
    var parts = [first]
    while accept(.and) || acceptForeign(["and", "AND", "And"], meaning: "&&") {
      parts.append(try parseRelation())
    }
    return parts.count == 1 ? first : try make(.and(parts), from: first)
  }

  private mutating func parseRelation() throws(ExpressionFault) -> Syntax {
    var left = try parseSum()
    while let sign = relation {
      let range = token.range
      index += 1
      left = try make(.binary(sign, left, try parseSum(), sign: range), from: left)
    }
    return left
  }

  private var relation: BinaryOperator? {
    switch token.kind {
    case .sign(.equal): .equal
    case .sign(.notEqual): .notEqual
    case .sign(.less): .less
    case .sign(.lessOrEqual): .lessOrEqual
    case .sign(.greater): .greater
    case .sign(.greaterOrEqual): .greaterOrEqual
    case .word("in"): .isIn
    default: nil
    }
  }

  private mutating func parseSum() throws(ExpressionFault) -> Syntax {
    var left = try parseProduct()
    while token.kind == .sign(.plus) || token.kind == .sign(.minus) {
      let sign: BinaryOperator = token.kind == .sign(.plus) ? .plus : .minus
      let range = token.range
      index += 1
      left = try make(.binary(sign, left, try parseProduct(), sign: range), from: left)
    }
    return left
  }

  private mutating func parseProduct() throws(ExpressionFault) -> Syntax {
    var left = try parseUnary()
    while let sign = productSign {
      let range = token.range
      index += 1
      left = try make(.binary(sign, left, try parseUnary(), sign: range), from: left)
    }
    return left
  }

  private var productSign: BinaryOperator? {
    switch token.kind {
    case .sign(.times): .times
    case .sign(.dividedBy): .dividedBy
    case .sign(.remainder): .remainder
    default: nil
    }
  }

  private mutating func parseUnary() throws(ExpressionFault) -> Syntax {
    let start = token.range.lowerBound
    let isNot = accept(.not) || acceptForeignNot()
    guard isNot || token.kind == .sign(.minus) else { return try parseMember() }
    if !isNot, let number = negativeNumber(following.kind) {
      index += 2
      return try parsePostfix(try make(.literal(number), from: start))
    }
    if !isNot { index += 1 }
    try enter()
    defer { nesting -= 1 }
    let operand = try parseUnary()
    return try make(isNot ? .not(operand) : .negate(operand), from: start)
  }

  private func negativeNumber(_ kind: Token.Kind) -> Value? {
    switch kind {
    case .int(let magnitude): .int(magnitude == 1 << 63 ? .min : -Int64(clamping: magnitude))
    case .double(let magnitude): .double(-magnitude)
    default: nil
    }
  }

  // MARK: Making parts

  /// Counts a level of parentheses, brackets, branches or signs before operands.
  private mutating func enter() throws(ExpressionFault) {
    nesting += 1
    guard nesting <= ExpressionLimit.nesting.most else {
      throw ExpressionFault(.parse, limit: .nesting, at: token.range)
    }
  }

  /// A part that begins where another begins and ends with the last word read.
  mutating func make(_ kind: Syntax.Kind, from first: Syntax) throws(ExpressionFault) -> Syntax {
    try make(kind, from: first.range.lowerBound)
  }

  /// A part from a place up to the last word read.
  mutating func make(_ kind: Syntax.Kind, from start: Int) throws(ExpressionFault) -> Syntax {
    let range = start..<max(start, lastEnd)
    let syntax = Syntax(id: partCount, range: range, kind: kind)
    partCount += 1
    guard syntax.depth <= ExpressionLimit.nesting.most else {
      throw ExpressionFault(.parse, limit: .nesting, at: range)
    }
    guard syntax.macroDepth <= ExpressionLimit.macroNesting.most else {
      throw ExpressionFault(.parse, limit: .macroNesting, at: range)
    }
    return syntax
  }
}
