// What the parser says, in one place.

extension ExpressionFault {
  /// A bound was passed.
  init(_ phase: Phase, limit: ExpressionLimit, at range: Range<Int>) {
    self.init(phase, .limit, at: range, zh: limit.message.zh, en: limit.message.en)
  }

  /// Whether the words after it can't be trusted, so that a fault of grammar would be noise.
  var breaksGrammar: Bool {
    switch code {
    case .syntax, .badText: true
    default: false
    }
  }
}

extension Parser {
  private func syntax(zh: String, en: String, at range: Range<Int>? = nil) -> ExpressionFault {
    ExpressionFault(.parse, .syntax, at: range ?? token.range, zh: zh, en: en)
  }

  /// Takes a word of another language for the sign it means, with a fault that says so.
  mutating func acceptForeign(_ words: [String], meaning sign: String) -> Bool {
    guard case .word(let word) = token.kind, words.contains(word) else { return false }
    faults.append(
      ExpressionFault(
        .parse, .foreignOperator, at: token.range, zh: "“\(word)”请写 \(sign)",
        en: "for \"\(word)\" write \(sign)"))
    index += 1
    return true
  }

  /// Takes `not` before a value for `!`.
  mutating func acceptForeignNot() -> Bool {
    guard case .word(let word) = token.kind, ["not", "NOT", "Not"].contains(word) else {
      return false
    }
    switch following.kind {
    case .word(let next) where next == "in":
      return false
    case .word, .string, .int, .double, .sign(.openParenthesis), .sign(.openBracket), .sign(.not):
      return acceptForeign([word], meaning: "!")
    default: return false
    }
  }

  /// What stands where a value was due.
  func missingValue() -> ExpressionFault {
    if token.kind == .end {
      return syntax(
        zh: "表达式没有写完，这里还缺一个值", en: "the expression ends too early; a value is missing here")
    }
    return syntax(
      zh: "这里要有一个值，却是 \(token.written)", en: "a value is missing before \(token.written)")
  }

  func takenWord(_ word: String) -> ExpressionFault {
    switch word {
    case "if", "else":
      syntax(
        zh: "没有 \(word)；选择请写 条件 ? 甲 : 乙", en: "there is no \(word); write condition ? this : that")
    case "in": syntax(zh: "in 的左边缺一个值", en: "the value on the left of in is missing")
    case "for", "while", "loop":
      syntax(
        zh: "没有 \(word)；逐项判断请写 list.all(x, …) 或 list.exists(x, …)",
        en: "there is no \(word); write list.all(x, …) or list.exists(x, …)")
    default:
      syntax(zh: "\(word) 是保留字，不能作名字", en: "\(word) is a reserved word and can't be a name")
    }
  }

  /// What stands behind a complete expression.
  func unexpectedAfterValue() -> ExpressionFault {
    switch token.kind {
    case .sign(.closeParenthesis), .sign(.closeBracket), .sign(.closeBrace):
      return syntax(
        zh: "多了一个 \(token.written)，没有对应的左括号", en: "this \(token.written) has no opening partner")
    case .word("not"), .word("NOT"):
      return syntax(zh: "“不在其中”请写 !(x in list)", en: "for \"not in\" write !(x in list)")
    case .word("is"), .word("IS"):
      return syntax(zh: "比较是否相等请写 ==", en: "to compare, write ==")
    case .word("then"), .word("else"):
      return syntax(zh: "选择请写 条件 ? 甲 : 乙", en: "write condition ? this : that")
    case .sign(.question):
      return syntax(
        zh: "一个 ?: 里不能直接再套一个，请加括号", en: "put the inner ? : in parentheses")
    case .sign(.comma) where following.isNumber:
      return syntax(zh: "数字里不要写千位逗号：1000", en: "write numbers without commas: 1000")
    case .int where tokens[max(0, index - 1)].isNumber:
      return syntax(zh: "数字中间不要有空格：1000", en: "write numbers without blanks: 1000")
    case .sign(let sign):
      return syntax(
        zh: "\(sign.rawValue) 不该在这里", en: "\(sign.rawValue) can't stand here")
    default:
      return syntax(
        zh: "\(token.written) 前面缺一个运算符（如 && || + ==）",
        en: "a sign such as && || + == is missing before \(token.written)")
    }
  }

  func missingColon() -> ExpressionFault {
    if token.kind == .sign(.question) {
      return syntax(zh: "一个 ?: 里不能直接再套一个，请加括号", en: "put the inner ? : in parentheses")
    }
    if token.kind == .sign(.dot) || following.kind == .sign(.dot) { return noOptionals() }
    return syntax(
      zh: "条件 ? 甲 : 乙 里缺了冒号 : 和后面的值",
      en: "condition ? this : that lacks its colon and the value after it")
  }

  func missingMapColon() -> ExpressionFault {
    syntax(zh: "对照表要写成 {键: 值}，这里缺冒号", en: "a map is written {key: value}; the colon is missing")
  }

  func missingField() -> ExpressionFault {
    syntax(zh: "点号后面缺字段的名字", en: "the name of a field is missing after the dot")
  }

  func notClosed(by sign: Token.Sign) -> ExpressionFault {
    if token.kind == .end {
      return syntax(zh: "缺右括号 \(sign.rawValue)", en: "the closing \(sign.rawValue) is missing")
    }
    if sign == .closeParenthesis, token.kind == .sign(.comma) {
      return syntax(zh: "列表请用方括号：['a', 'b']", en: "a list stands in square brackets: ['a', 'b']")
    }
    return syntax(
      zh: "这里该是 \(sign.rawValue) 或逗号，却是 \(token.written)",
      en: "expected \(sign.rawValue) or a comma, found \(token.written)")
  }

  func noOptionals() -> ExpressionFault {
    ExpressionFault(
      .parse, .notInProfile, at: token.range, zh: "没有 ?. 这种写法；先用 has(a.b) 判断，再读 a.b",
      en: "there is no optional syntax; ask has(a.b), then read a.b")
  }

  func noRecordLiterals() -> ExpressionFault {
    ExpressionFault(
      .parse, .notInProfile, at: token.range, zh: "表达式里不能造记录；记录由函数给出",
      en: "records can't be written in an expression; functions make them")
  }
}

extension Token {
  /// Whether it is a number.
  fileprivate var isNumber: Bool {
    switch kind {
    case .int, .double: true
    default: false
    }
  }

  /// How it is written, for a message; long texts are cut.
  var written: String {
    switch kind {
    case .word(let word): word
    case .quotedWord(let word): "`\(word)`"
    case .int(let number): String(number)
    case .double(let number): "\(number)"
    case .string(let text): "'\(text.count > 20 ? String(text.prefix(20)) + "…" : text)'"
    case .sign(let sign): sign.rawValue
    case .end: "…"
    }
  }
}
