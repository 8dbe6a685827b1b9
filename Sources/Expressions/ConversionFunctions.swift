import MoneyAndDates

extension Environment {
  /// Conversions between types, and the ways to write an amount and a day.
  static let conversionFunctions: [Function] = [
    .global(
      "int", [.int], .int, zh: "整数本身", en: "the whole number itself", .init("int(3)", gives: "3")
    ) { $0[0] },
    .global(
      "int", [.double], .int, zh: "去掉小数部分的整数", en: "the number without its decimals",
      .init("int(-3.9)", gives: "-3")
    ) { wholeNumber(of: $0[0]) },
    .global(
      "int", [.string], .int, zh: "文字里写的整数", en: "the whole number a text holds",
      .init("int('37')", gives: "37")
    ) { wholeNumber(in: $0[0]) },
    .global(
      "double", [.double], .double, zh: "小数本身", en: "the decimal number itself",
      .init("double(1.5)", gives: "1.5")
    ) { $0[0] },
    .global(
      "double", [.int], .double, zh: "整数变成小数", en: "a whole number as a decimal one",
      .init("double(2)", gives: "2.0")
    ) { if case .int(let number) = $0[0] { .double(Double(number)) } else { $0[0] } },
    .global(
      "double", [.string], .double, zh: "文字里写的小数", en: "the decimal number a text holds",
      .init("double('0.24')", gives: "0.24")
    ) { decimalNumber(in: $0[0]) },
    .global(
      "bool", [.bool], .bool, zh: "是非值本身", en: "the yes/no value itself",
      .init("bool(true)", gives: "true")
    ) { $0[0] },
    .global(
      "bool", [.string], .bool, zh: "文字里写的 true 或 false", en: "true or false as a text holds it",
      .init("bool('true')", gives: "true")
    ) { truth(in: $0[0]) },
    .global(
      "string", [.string], .string, zh: "文字本身", en: "the text itself",
      .init("string('a')", gives: "'a'")
    ) { $0[0] },
    .global(
      "string", [.int], .string, zh: "整数写成文字", en: "a whole number as text",
      .init("string(37)", gives: "'37'")
    ) { .string($0[0].written) },
    .global(
      "string", [.double], .string, zh: "小数写成文字", en: "a decimal number as text",
      .init("string(0.24)", gives: "'0.24'")
    ) { .string($0[0].written) },
    .global(
      "string", [.bool], .string, zh: "true 或 false 写成文字", en: "true or false as text",
      .init("string(true)", gives: "'true'")
    ) { .string($0[0].written) },
    .global(
      "dyn", [.parameter("A")], .dyn, zh: "同一个值，但不检查类型", en: "the same value, its type unchecked",
      .init("dyn(1) == 1.0", gives: "true")
    ) { $0[0] },
    .global(
      "type", [.parameter("A")], .type, zh: "值的类型", en: "the type of a value",
      .init("type(1) == int", gives: "true")
    ) { .type($0[0].typeName) },
    .global(
      "money", [.string], .money, zh: "一笔金额，单位元，最多两位小数",
      en: "an amount in yuan, at most two decimals",
      .init("money('12.50') * 2", gives: "money('25')")
    ) { amount(in: $0[0]) },
    .global(
      "date", [.string], .date, zh: "一个日期，写成 年-月-日", en: "a day, written year-month-day",
      .init("date('2026-02-28') + 1", gives: "date('2026-03-01')")
    ) { day(in: $0[0]) },
  ]

  private static func wholeNumber(of value: Value) -> Value {
    // The bounds are exclusive by CEL's suite: int(-9223372036854775808.0) is an error.
    guard case .double(let number) = value, number > -0x1p63, number < 0x1p63 else {
      return .failed(.overflow)
    }
    return .int(Int64(number))
  }

  private static func wholeNumber(in value: Value) -> Value {
    guard case .string(let text) = value else { return value }
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard text.utf8.count - digits.count <= 1, !digits.isEmpty, let number = Int64(text) else {
      return .failed(.conversion(text, to: "int"))
    }
    return .int(number)
  }

  private static func decimalNumber(in value: Value) -> Value {
    guard case .string(let text) = value else { return value }
    switch text {
    case "NaN", "nan": return .double(.nan)
    case "Inf", "+Inf", "Infinity", "+Infinity", "inf": return .double(.infinity)
    case "-Inf", "-Infinity", "-inf": return .double(-.infinity)
    default: break
    }
    let signs = "+-.eE".utf8
    let isPlain = text.utf8.allSatisfy { signs.contains($0) || (0x30...0x39).contains($0) }
    let padded = text.utf8.first == UInt8(ascii: ".") ? "0" + text : text
    guard isPlain, let number = Double(padded), number.isFinite else {
      return .failed(.conversion(text, to: "double"))
    }
    return .double(number)
  }

  private static func truth(in value: Value) -> Value {
    guard case .string(let text) = value else { return value }
    switch text {
    case "1", "t", "true", "TRUE", "True": return .bool(true)
    case "0", "f", "false", "FALSE", "False": return .bool(false)
    default: return .failed(.conversion(text, to: "bool"))
    }
  }

  private static func amount(in value: Value) -> Value {
    guard case .string(let text) = value else { return value }
    return Money(yuan: text).map { .money($0) } ?? .failed(.conversion(text, to: "money"))
  }

  private static func day(in value: Value) -> Value {
    guard case .string(let text) = value else { return value }
    return CalendarDate(iso: text).map { .date($0) } ?? .failed(.conversion(text, to: "date"))
  }
}
