import Wording

// What the checker says about types, in one place.

extension Checker {
  private func type(at range: Range<Int>, zh: String, en: String) -> ExpressionFault {
    ExpressionFault(.check, .type, at: range, zh: zh, en: en)
  }

  func notOfType(
    _ wanted: ExpressionType, _ given: ExpressionType, at range: Range<Int>
  ) -> ExpressionFault {
    if wanted == .bool, given == .string {
      return type(
        at: range, zh: "这里要一个是非值，却是文字；请写比较，如 变量 == 'yes'",
        en: "a yes/no value is needed here, not a text; compare it, as in variable == 'yes'")
    }
    return type(
      at: range, zh: "这里要\(wanted.label.zh)，却是\(given.label.zh)",
      en: "\(wanted.label.en) is needed here, not \(given.label.en)")
  }

  func noOperation(
    _ sign: BinaryOperator, _ left: Syntax, _ leftType: ExpressionType, _ right: Syntax,
    _ rightType: ExpressionType, at place: Range<Int>
  ) -> ExpressionFault {
    let fix = self.fix(sign, left, leftType, right, rightType)
    if sign.isComparison {
      return type(
        at: place, zh: "\(leftType.label.zh)和\(rightType.label.zh)不能用 \(sign.rawValue) 比较\(fix.zh)",
        en:
          "\(leftType.label.en) and \(rightType.label.en) can't be compared with \(sign.rawValue)\(fix.en)"
      )
    }
    return type(
      at: place, zh: "\(sign.rawValue) 不能用于\(leftType.label.zh)和\(rightType.label.zh)\(fix.zh)",
      en:
        "\(sign.rawValue) does not work on \(leftType.label.en) and \(rightType.label.en)\(fix.en)")
  }

  /// What to write instead, where that is plain.
  private func fix(
    _ sign: BinaryOperator, _ left: Syntax, _ leftType: ExpressionType, _ right: Syntax,
    _ rightType: ExpressionType
  ) -> BilingualText {
    switch (leftType, rightType) {
    case (.int, .double), (.double, .int):
      let int = leftType == .int ? left : right
      if case .literal(.int(let number)) = int.kind {
        return BilingualText(zh: "；请写 \(number).0", en: "; write \(number).0")
      }
      return BilingualText(zh: "；请写 double(整数)", en: "; write double(the whole number)")
    case (.string, .int) where sign == .plus, (.int, .string) where sign == .plus:
      return BilingualText(zh: "；请写 string(整数)", en: "; write string(the whole number)")
    case (.string, .string) where sign == .isIn:
      return BilingualText(zh: "；请写 x.contains('…')", en: "; write x.contains('…')")
    case (.list, .string) where sign == .equal, (.string, .list) where sign == .equal:
      return BilingualText(zh: "；请写 '…' in 列表", en: "; write '…' in the list")
    case (.bool, .string), (.string, .bool):
      return BilingualText(
        zh: "；是非题的回答是 'yes' 'no' 'unsure'",
        en: "; answers to yes/no questions are 'yes', 'no', 'unsure'")
    case (.bool, _) where sign.isComparison:
      return BilingualText(zh: "；连写的比较请用 && 拆开", en: "; split a chain of comparisons with &&")
    case (.money, .string), (.string, .money):
      return BilingualText(zh: "；金额请写 money('…')", en: "; write money('…')")
    case (.date, .string), (.string, .date):
      return BilingualText(zh: "；日期请写 date('…')", en: "; write date('…')")
    case (.money, .int) where sign == .plus || sign == .minus,
      (.money, .double) where sign == .plus || sign == .minus:
      return BilingualText(
        zh: "；请写 money('\(right.literalText ?? "…")')",
        en: "; write money('\(right.literalText ?? "…")')")
    case (.money, _) where sign == .dividedBy:
      return BilingualText(
        zh: "；金额不能除，分期请用 plan 的函数（一分不差）",
        en: "; to divide an amount use the plan functions, which account for every fen")
    case (.money, .double), (.double, .money):
      return BilingualText(
        zh: "；金额只能乘整数，利息请用 plan 的函数",
        en: "; amounts are only multiplied by whole numbers; for interest use the plan functions")
    case (.rate, .rate):
      return BilingualText(
        zh: "；利率的大小要连口径一起看，请用 plan 的函数",
        en: "; rates differ by what they count; use the plan functions")
    default: return BilingualText(zh: "", en: "")
    }
  }

  /// Comparisons whose types fit each other but which still make no sense.
  func unfitComparison(
    _ sign: BinaryOperator, _ left: Syntax, _ leftType: ExpressionType, _ right: Syntax,
    _ rightType: ExpressionType, at place: Range<Int>
  ) -> ExpressionFault? {
    guard sign.isComparison || sign == .isIn else { return nil }
    for (amount, number, syntax) in [(leftType, rightType, right), (rightType, leftType, left)]
    where amount == .money && [.int, .double].contains(number) && !syntax.isNumberLiteral {
      return type(
        at: place, zh: "金额只能和金额或直接写出的数字比较；请用 money 类型的变量",
        en:
          "an amount is compared with an amount or a number written here; use a variable of type money"
      )
    }
    if case .record(let name) = leftType, sign != .isIn || !rightType.isMap {
      return type(
        at: place, zh: "\(name) 记录不能整个比较；请比较它的字段",
        en: "records of type \(name) can't be compared as a whole; compare a field")
    }
    return nil
  }

  func noElement(
    _ operand: ExpressionType, _ position: ExpressionType, at range: Range<Int>
  ) -> ExpressionFault {
    switch operand {
    case .list:
      type(
        at: range, zh: "列表的位置要用整数，却是\(position.label.zh)",
        en: "a position in a list is a whole number, not \(position.label.en)")
    case .map(let key, _):
      type(
        at: range, zh: "这张对照表的键是\(key.label.zh)，却给了\(position.label.zh)",
        en: "the keys of this map are \(key.label.en), not \(position.label.en)")
    case .string:
      type(
        at: range, zh: "取一个字请写 x.charAt(位置)", en: "for one character write x.charAt(position)")
    default:
      type(
        at: range, zh: "\(operand.label.zh)不能用 [ ] 取值",
        en: "[ ] does not work on \(operand.label.en)")
    }
  }

  func differentBranches(
    _ then: ExpressionType, _ otherwise: ExpressionType, at range: Range<Int>
  ) -> ExpressionFault {
    type(
      at: range, zh: "? : 的两边要是同一种值，这里是\(then.label.zh)和\(otherwise.label.zh)",
      en: "both sides of ? : must be of one type, not \(then.label.en) and \(otherwise.label.en)")
  }

  func badKey(_ key: ExpressionType, at range: Range<Int>) -> ExpressionFault {
    type(at: range, zh: "\(key.label.zh)不能作键", en: "\(key.label.en) can't be a key")
  }

  func notIterable(_ range: ExpressionType, _ macro: Syntax.Macro) -> ExpressionFault {
    type(
      at: macro.nameRange, zh: "\(macro.kind.rawValue) 要用在列表上，这里是\(range.label.zh)",
      en: "\(macro.kind.rawValue) works on a list, not on \(range.label.en)")
  }

  func noOverload(
    _ functions: [Function], _ name: Syntax.Name, _ given: [ExpressionType], isMember: Bool
  ) -> ExpressionFault {
    if isMember, name.text == "contains", case .list? = given.first {
      return type(
        at: name.range, zh: "列表里有没有，请写 '…' in 列表", en: "for a list write '…' in the list")
    }
    let forms = functions.prefix(4).map(\.signature).joined(separator: " | ")
    let types = given.dropFirst(isMember ? 1 : 0).map(\.name).joined(separator: ", ")
    let receiver = isMember ? "\(given.first?.name ?? "")." : ""
    return type(
      at: name.range, zh: "不能这样用：\(receiver)\(name.text)(\(types))；写法是 \(forms)",
      en: "\(receiver)\(name.text)(\(types)) does not fit; the form is \(forms)")
  }

  func badLiteral(_ function: String, _ literal: Value, at range: Range<Int>) -> ExpressionFault {
    guard function == "date" else {
      return ExpressionFault(
        .check, .badLiteral, at: range, zh: "\(literal.written) 不是金额；写法如 money('3200.50')，最多两位小数",
        en: "\(literal.written) is no amount; write money('3200.50'), with two decimals at most")
    }
    return ExpressionFault(
      .check, .badLiteral, at: range, zh: "\(literal.written) 不是日期；写法如 date('2026-03-01')",
      en: "\(literal.written) is no day; write date('2026-03-01')")
  }

  func unexpectedResult(
    _ wanted: ExpressionType, _ given: ExpressionType, at range: Range<Int>
  ) -> ExpressionFault {
    let fault = notOfType(wanted, given, at: range)
    guard wanted == .bool else {
      return type(
        at: range, zh: "这个表达式要给出\(wanted.label.zh)，却给出\(given.label.zh)",
        en: "this expression must give \(wanted.label.en), but gives \(given.label.en)")
    }
    return fault
  }
}

extension Syntax {
  /// A number that is written out, as text; `nil` for anything else.
  fileprivate var literalText: String? {
    if case .literal(let value) = kind, isNumberLiteral { value.written } else { nil }
  }

  /// Whether it is a number written out, with or without a sign.
  var isNumberLiteral: Bool {
    switch kind {
    case .literal(.int), .literal(.double): true
    case .negate(let operand): operand.isNumberLiteral
    default: false
    }
  }
}

extension ExpressionType {
  fileprivate var isMap: Bool { if case .map = self { true } else { false } }
}
