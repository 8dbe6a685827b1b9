/// Cuts an expression into words and signs, undoing the signs of the Chinese keyboard as it goes:
/// each is a fault that names the right sign, and reading goes on as if that had been written.
struct Lexer {
  let scalars: [Unicode.Scalar]
  var position = 0
  private(set) var faults: [ExpressionFault] = []
  private var tokens: [Token] = []

  /// The words and signs of a text, ending in `.end`, and the faults met.
  static func tokens(of source: String) -> (tokens: [Token], faults: [ExpressionFault]) {
    var lexer = Lexer(scalars: Array(source.unicodeScalars))
    lexer.readAll()
    return (lexer.tokens, lexer.faults)
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func readAll() {
    while let scalar = current {
      let start = position
      if skipBlank(scalar) { continue }
      guard let kind = readToken(scalar) else { continue }
      tokens.append(Token(kind: kind, range: start..<position))
    }
    tokens.append(Token(kind: .end, range: scalars.count..<scalars.count))
  }

  /// The scalar at the reading position, full-width forms already turned into ASCII.
  var current: Unicode.Scalar? { folded(at: position) }

  func folded(at position: Int) -> Unicode.Scalar? {
    guard position < scalars.count else { return nil }
    let scalar = scalars[position]
    guard scalar.value >= 0xFF01, scalar.value <= 0xFF5E else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private mutating func readToken(_ scalar: Unicode.Scalar) -> Token.Kind? {
    let start = position
    if let quotes = scalars[position].closingQuotes { return readWideText(until: quotes) }
    if let text = readText() { return text }
    let kind: Token.Kind?
    if scalar.isWordStart {
      kind = .word(readWord())
    } else if scalar.isASCIIDigit || (scalar == "." && digitFollows(position + 1)) {
      kind = readNumber()
    } else if scalar == "`" {
      kind = readQuotedWord()
    } else {
      kind = readSign(scalar)
    }
    if case .sign? = kind {} else { reportWideForms(since: start) }
    return kind
  }

  private mutating func readWord() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = current, scalar.isWordPart {
      word.append(scalar)
      position += 1
    }
    return String(word)
  }

  private mutating func readQuotedWord() -> Token.Kind? {
    let start = position
    guard let end = scalars[(position + 1)...].firstIndex(of: "`"), end > start + 1 else {
      position = scalars.count
      report(
        .syntax, at: start..<start + 1, zh: "反引号 ` 没有成对", en: "the backtick ` has no partner")
      return nil
    }
    position = end + 1
    return .quotedWord(text(start + 1..<end))
  }

  func digitFollows(_ position: Int) -> Bool { folded(at: position)?.isASCIIDigit == true }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  mutating func report(
    _ code: ExpressionFault.Code, at range: Range<Int>, zh: String, en: String
  ) {
    faults.append(ExpressionFault(.parse, code, at: range, zh: zh, en: en))
  }
}

// Blanks, comments and signs

extension Lexer {
  /// Steps over a blank or a comment; false where there is none.
  private mutating func skipBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{0C}":
      position += 1
      return true
    case "/" where folded(at: position + 1) == "/":
      while let next = current, next != "\n" { position += 1 }
      return true
    default:
      guard scalar.asciiMeant == " " else { return false }
      let start = position
      while let next = current, next.asciiMeant == " " { position += 1 }
      report(
        .wideCharacter, at: start..<position, zh: "这里是全角或看不见的空格，请换成普通空格",
        en: "this is a full-width or invisible blank; write an ordinary one")
      return true
    }
  }

  private mutating func readSign(_ scalar: Unicode.Scalar) -> Token.Kind? {
    let start = position
    if let sign = readForeignPair() { return .sign(sign) }
    if let pair = folded(at: position + 1), let sign = Token.Sign(two: scalar, pair) {
      position += 2
      reportWideForms(since: start)
      return .sign(sign)
    }
    position += 1
    if let sign = Token.Sign(rawValue: String(Character(scalar))) {
      reportWideForms(since: start)
      return .sign(sign)
    }
    return readForeignSign(scalar, at: start)
  }

  /// Signs of other languages that are longer than one character: `=>`, `<>`, `===`.
  private mutating func readForeignPair() -> Token.Sign? {
    for (written, sign) in Lexer.foreignSigns {
      let end = position + written.count
      guard written.indices.allSatisfy({ folded(at: position + $0) == written[$0] }) else {
        continue
      }
      report(
        .foreignOperator, at: position..<end, zh: "请写 \(sign.rawValue)",
        en: "write \(sign.rawValue)")
      position = end
      return sign
    }
    return nil
  }

  private static let foreignSigns: [([Unicode.Scalar], Token.Sign)] = [
    (["=", "=", "="], .equal), (["!", "=", "="], .notEqual), (["=", ">"], .greaterOrEqual),
    (["=", "<"], .lessOrEqual), (["<", ">"], .notEqual),
  ]

  /// Chinese words for signs.
  private static let foreignWords: [String: Token.Sign] = [
    "且": .and, "并且": .and, "而且": .and, "和": .and, "或": .or, "或者": .or, "非": .not, "不是": .notEqual,
    "是": .equal, "等于": .equal, "不等于": .notEqual, "大于": .greater, "小于": .less,
    "大于等于": .greaterOrEqual, "小于等于": .lessOrEqual, "加": .plus, "减": .minus,
  ]

  /// A sign that CEL lacks, taken for the one that was meant.
  private mutating func readForeignSign(_ scalar: Unicode.Scalar, at start: Int) -> Token.Kind? {
    let range = start..<position
    switch scalar {
    case "=":
      report(.foreignOperator, at: range, zh: "比较是否相等请写 ==", en: "to compare, write ==")
      return .sign(.equal)
    case "&":
      report(.foreignOperator, at: range, zh: "“并且”请写 &&", en: "for \"and\" write &&")
      return .sign(.and)
    case "|":
      report(.foreignOperator, at: range, zh: "“或者”请写 ||", en: "for \"or\" write ||")
      return .sign(.or)
    default: break
    }
    if let meant = scalar.asciiMeant {
      reportWide(range, meant: meant)
      let word = meant.filter { $0 != " " }
      return Token.Sign(rawValue: word).map { .sign($0) } ?? .word(word)
    }
    return readStrange(from: start)
  }

  /// Signs that mean nothing here, such as Chinese characters outside of quotes.
  private mutating func readStrange(from start: Int) -> Token.Kind? {
    while let next = current, next.asciiMeant == nil, next.closingQuotes == nil,
      next.value > 0x7F
    {
      position += 1
    }
    let strange = text(start..<position)
    if let sign = Lexer.foreignWords[strange] {
      report(
        .foreignOperator, at: start..<position, zh: "“\(strange)”请写 \(sign.rawValue)",
        en: "for \"\(strange)\" write \(sign.rawValue)")
      return .sign(sign)
    }
    if scalars[start].value > 0x7F {
      report(
        .syntax, at: start..<position,
        zh: "“\(strange)”不能这样写：变量和字段的名字用英文字母，文字要放在引号里，如 '\(strange)'",
        en:
          "\"\(strange)\" can't stand here: names use English letters, text stands in quotes, '\(strange)'"
      )
    } else {
      report(
        .syntax, at: start..<position, zh: "表达式里没有 \(strange) 这个符号",
        en: "expressions have no sign \(strange)")
    }
    return .word("_")
  }

  /// Reports full-width forms among the scalars read since a position.
  private mutating func reportWideForms(since start: Int) {
    let range = start..<position
    guard scalars[range].contains(where: { (0xFF01...0xFF5E).contains($0.value) }) else { return }
    let meant = range.compactMap { folded(at: $0) }.map { String(Character($0)) }.joined()
    reportWide(range, meant: meant)
  }

  private mutating func reportWide(_ range: Range<Int>, meant: String) {
    let wide = text(range)
    let meant = meant.filter { $0 != " " }
    report(
      .wideCharacter, at: range, zh: "“\(wide)”是全角或中文符号，请写半角的 \(meant)",
      en: "\"\(wide)\" is a full-width or Chinese sign; write \(meant)")
  }
}

extension Token.Sign {
  /// The sign of two characters, `nil` where they are none.
  fileprivate init?(two first: Unicode.Scalar, _ second: Unicode.Scalar) {
    switch (first, second) {
    case ("&", "&"): self = .and
    case ("|", "|"): self = .or
    case ("=", "="): self = .equal
    case ("!", "="): self = .notEqual
    case ("<", "="): self = .lessOrEqual
    case (">", "="): self = .greaterOrEqual
    default: return nil
    }
  }
}
