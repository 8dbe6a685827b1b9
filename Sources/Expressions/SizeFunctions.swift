extension Environment {
  /// `size`, as a function and as a member, of texts, lists and maps.
  static let sizeFunctions: [Function] = [
    (ExpressionType.string, "size('催收')", "2"),
    (.list(.parameter("A")), "size([1, 2, 3])", "3"),
    (.map(key: .parameter("A"), value: .parameter("B")), "size({'a': 1})", "1"),
  ].flatMap { type, example, expected in
    [
      Function.global(
        "size", [type], .int, zh: "字数或项数", en: "the number of characters or elements",
        .init(example, gives: expected), count),
      Function.member(
        "size", [type], .int, zh: "字数或项数", en: "the number of characters or elements",
        .init("\(example.dropFirst(5).dropLast()).size()", gives: expected), count),
    ]
  }

  @Sendable private static func count(_ arguments: [Value]) -> Value {
    switch arguments[0] {
    case .string(let text): .int(Int64(text.unicodeScalars.count))
    case .list(let elements): .int(Int64(elements.count))
    case .map(let map): .int(Int64(map.count))
    default: .failed(.noSuchOperation("size", types: arguments[0].typeName))
    }
  }
}
