/// The name of a rule, "money.currency-after", made a `String` only when somebody asks.
struct RuleName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  private let name: StaticString

  init(stringLiteral name: StaticString) { self.name = name }

  var description: String { name.description }

  static func == (left: RuleName, right: RuleName) -> Bool {
    guard left.name.utf8CodeUnitCount == right.name.utf8CodeUnitCount else { return false }
    return left.name.withUTF8Buffer { one in
      right.name.withUTF8Buffer { one.baseAddress == $0.baseAddress || one.elementsEqual($0) }
    }
  }

  func hash(into hasher: inout Hasher) {
    name.withUTF8Buffer { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
