import Testing

@testable import JSONText

struct JSONWriterTests {
  @Test(
    arguments: [
      (.null, "null"), (.bool(true), "true"), (.int(.min), "-9223372036854775808"),
      (.double(1), "1.0"), (.double(1e300), "1e+300"), (.double(-0.0), "-0.0"),
      (.double(.nan), "null"), (.double(.infinity), "null"), (.string("你\"\\/"), #""你\"\\/""#),
      (.string("\u{0}\u{1B}\u{7F}\u{9B}\u{202E}\n"), #""\u0000\u001b\u007f\u009b\u202e\n""#),
      (.array([.int(1), .array([])]), "[1,[]]"),
      (.object([("b", .int(1)), ("a", .object([]))]), #"{"b":1,"a":{}}"#),
    ] as [(JSONValue, String)])
  func `a value is written on one line`(value: JSONValue, text: String) {
    #expect(value.jsonText == text)
  }

  @Test func `reading what was written gives the same value`() throws {
    var randomness = SplitMix(state: 7)
    for _ in 0..<500 {
      let value = JSONValue.random(depth: 4, using: &randomness)
      #expect(try JSONValue(parsing: value.jsonBytes) == value)
    }
  }
}

/// A generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension JSONValue {
  static func random(depth: Int, using randomness: inout SplitMix) -> JSONValue {
    let letters = ["a", "你", "\"", "\\", "\n", "\u{202E}", "😀", "\u{0}", "é", "/"]
    func text() -> String {
      (0..<Int.random(in: 0...5, using: &randomness))
        .compactMap { _ in letters.randomElement(using: &randomness) }.joined()
    }
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &randomness) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &randomness))
    case 2: return .int(Int.random(in: .min ... .max, using: &randomness))
    case 3: return .double(Double.random(in: -1e9...1e9, using: &randomness))
    case 4: return .string(text())
    case 5:
      return .array((0..<3).map { _ in random(depth: depth - 1, using: &randomness) })
    default:
      return .object(
        (0..<3).map { ("\($0)" + text(), random(depth: depth - 1, using: &randomness)) })
    }
  }
}
