extension Environment {
  /// Member functions of texts; positions count Unicode scalars from 0.
  static let textFunctions: [Function] = [
    .member(
      "contains", [.string, .string], .bool, zh: "文字里有没有这一段", en: "whether a text holds another",
      .init("'已逾期'.contains('逾期')", gives: "true")
    ) { texts($0) { text, part in .bool(text.containsScalars(part)) } },
    .member(
      "startsWith", [.string, .string], .bool, zh: "文字是不是以这一段开头",
      en: "whether a text begins with another", .init("'1069800'.startsWith('1069')", gives: "true")
    ) { texts($0) { text, part in .bool(text.utf8.starts(with: part.utf8)) } },
    .member(
      "endsWith", [.string, .string], .bool, zh: "文字是不是以这一段结尾",
      en: "whether a text ends with another", .init("'a.cn'.endsWith('.cn')", gives: "true")
    ) {
      texts($0) { text, part in .bool(text.utf8.reversed().starts(with: part.utf8.reversed())) }
    },
    .member(
      "charAt", [.string, .int], .string, zh: "这个位置上的字（从 0 数起）",
      en: "the character at a position (from 0)", .init("'催收短信'.charAt(2)", gives: "'短'"), character
    ),
    .member(
      "indexOf", [.string, .string], .int, zh: "这一段第一次出现的位置，没有为 -1",
      en: "where a text first occurs, -1 if nowhere", .init("'tacocat'.indexOf('a')", gives: "1"),
      firstPosition),
    .member(
      "indexOf", [.string, .string, .int], .int, zh: "从某个位置起，这一段第一次出现的位置",
      en: "where a text first occurs from a position on",
      .init("'tacocat'.indexOf('a', 3)", gives: "5"), firstPosition),
    .member(
      "lastIndexOf", [.string, .string], .int, zh: "这一段最后一次出现的位置，没有为 -1",
      en: "where a text last occurs, -1 if nowhere",
      .init("'tacocat'.lastIndexOf('at')", gives: "5"), lastPosition),
    .member(
      "lastIndexOf", [.string, .string, .int], .int, zh: "不超过某个位置，这一段最后一次出现的位置",
      en: "where a text last occurs up to a position",
      .init("'tacocat'.lastIndexOf('a', 3)", gives: "1"), lastPosition),
    .member(
      "lowerAscii", [.string], .string, zh: "英文字母变小写", en: "ASCII letters in lower case",
      .init("'AbC'.lowerAscii()", gives: "'abc'")
    ) { cased($0) { ("A"..."Z").contains($0) ? $0.value + 32 : $0.value } },
    .member(
      "upperAscii", [.string], .string, zh: "英文字母变大写", en: "ASCII letters in upper case",
      .init("'AbC'.upperAscii()", gives: "'ABC'")
    ) { cased($0) { ("a"..."z").contains($0) ? $0.value - 32 : $0.value } },
    .member(
      "replace", [.string, .string, .string], .string, zh: "每处都换成另一段",
      en: "each occurrence replaced", .init("'1-2-3'.replace('-', '/')", gives: "'1/2/3'"), replaced
    ),
    .member(
      "replace", [.string, .string, .string, .int], .string, zh: "前几处换成另一段",
      en: "the first occurrences replaced",
      .init("'1-2-3'.replace('-', '/', 1)", gives: "'1/2-3'"), replaced),
    .member(
      "split", [.string, .string], .list(.string), zh: "按分隔符切开", en: "cut at a separator",
      .init("'a,b'.split(',')", gives: "['a', 'b']"), pieces),
    .member(
      "split", [.string, .string, .int], .list(.string), zh: "按分隔符切开，最多几段",
      en: "cut at a separator into so many pieces at most",
      .init("'a,b,c'.split(',', 2)", gives: "['a', 'b,c']"), pieces),
    .member(
      "substring", [.string, .int], .string, zh: "从某个位置到末尾", en: "from a position to the end",
      .init("'催收短信'.substring(2)", gives: "'短信'"), part),
    .member(
      "substring", [.string, .int, .int], .string, zh: "从某个位置到另一个位置之前",
      en: "from a position up to another", .init("'催收短信'.substring(1, 3)", gives: "'收短'"), part),
    .member(
      "trim", [.string], .string, zh: "去掉首尾空白", en: "without blanks at both ends",
      .init("' x '.trim()", gives: "'x'"), trimmed),
    .member(
      "join", [.list(.string)], .string, zh: "接成一段文字", en: "put together",
      .init("['a', 'b'].join()", gives: "'ab'"), joined),
    .member(
      "join", [.list(.string), .string], .string, zh: "用分隔符接成一段文字",
      en: "put together with a separator", .init("['a', 'b'].join('、')", gives: "'a、b'"), joined),
  ]

  private static func texts(_ arguments: [Value], _ body: (String, String) -> Value) -> Value {
    guard case .string(let text) = arguments[0], case .string(let part) = arguments[1] else {
      return .failed(.noSuchOperation("text", types: arguments[0].typeName))
    }
    return body(text, part)
  }

  private static func cased(
    _ arguments: [Value], _ change: (Unicode.Scalar) -> UInt32
  ) -> Value {
    guard case .string(let text) = arguments[0] else { return arguments[0] }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(Unicode.Scalar(change(scalar)) ?? scalar) }
    return .string(String(result))
  }

  @Sendable private static func character(_ arguments: [Value]) -> Value {
    guard case .string(let text) = arguments[0], case .int(let position) = arguments[1] else {
      return arguments[0]
    }
    let scalars = text.unicodeScalars
    guard position >= 0,
      let index = scalars.index(
        scalars.startIndex, offsetBy: Int(clamping: position), limitedBy: scalars.endIndex)
    else { return .failed(.outOfRange("charAt(\(position))")) }
    return .string(index == scalars.endIndex ? "" : String(scalars[index]))
  }

  @Sendable private static func part(_ arguments: [Value]) -> Value {
    guard case .string(let text) = arguments[0], case .int(let start) = arguments[1] else {
      return arguments[0]
    }
    let scalars = text.unicodeScalars
    func index(_ position: Int64) -> String.Index? {
      position < 0
        ? nil
        : scalars.index(
          scalars.startIndex, offsetBy: Int(clamping: position), limitedBy: scalars.endIndex)
    }
    var end: String.Index? = scalars.endIndex
    if arguments.count > 2, case .int(let position) = arguments[2] { end = index(position) }
    guard let from = index(start), let to = end, from <= to else {
      return .failed(.outOfRange("substring"))
    }
    return .string(String(scalars[from..<to]))
  }

  @Sendable private static func trimmed(_ arguments: [Value]) -> Value {
    guard case .string(let text) = arguments[0] else { return arguments[0] }
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return .string(String(scalars))
  }
}
