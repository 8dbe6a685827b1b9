import Testing

@testable import JSONText

struct JSONParserTests {
  private func parsed(_ text: String) throws -> JSONValue { try JSONValue(parsing: text) }

  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .int(0)),
      ("-0", .int(0)), ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
      ("1.0", .double(1)), ("1e2", .double(100)), ("-2.5E-1", .double(-0.25)),
      (#""""#, .string("")), (#""你\n\u4f60\ud83d\ude00\/""#, .string("你\n你😀/")),
      ("[]", .array([])), ("[1, [2]\r\n]", .array([.int(1), .array([.int(2)])])),
      (#"{"a":{},"b":null}"#, .object([("a", .object([])), ("b", .null)])),
    ] as [(String, JSONValue)])
  func `a value is read as it stands`(text: String, value: JSONValue) throws {
    #expect(try parsed(text) == value)
  }

  @Test(
    arguments: [
      ("", .endsEarly, 0), ("[1", .endsEarly, 2), (#"{"a""#, .endsEarly, 4),
      (#""ab"#, .endsEarly, 3),
      ("-", .endsEarly, 1), ("tru", .endsEarly, 3), ("nul!", .unexpectedByte, 3),
      ("[1,]", .unexpectedByte, 3), ("{1:2}", .unexpectedByte, 1), ("'a'", .unexpectedByte, 0),
      ("NaN", .unexpectedByte, 0), ("1 2", .trailingText, 2), ("01", .badNumber, 0),
      ("1.", .badNumber, 0), ("1e", .badNumber, 0), ("-a", .badNumber, 0),
      ("9223372036854775808", .numberOutOfRange, 0), ("1e400", .numberOutOfRange, 0),
      ("\"a\nb\"", .bareControl, 2), (#""\x""#, .badEscape, 1), (#""\ud800""#, .badEscape, 1),
      (#""\udc00\ud800""#, .badEscape, 1), (#""\u12g4""#, .badEscape, 1),
      (#"{"a":1,"a":2}"#, .repeatedName("a"), 0), ("\u{FEFF}1", .unexpectedByte, 0),
    ] as [(String, JSONFault.Reason, Int)])
  func `what is no value is refused with its place`(
    text: String, reason: JSONFault.Reason, offset: Int
  ) {
    #expect(throws: JSONFault(reason: reason, offset: offset)) { try parsed(text) }
  }

  @Test func `a string of invalid UTF-8 is refused`() {
    #expect(throws: JSONFault(reason: .invalidUTF8, offset: 0)) {
      try JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22])
    }
  }

  @Test func `an escape does not hide invalid UTF-8 around it`() {
    #expect(throws: JSONFault(reason: .invalidUTF8, offset: 0)) {
      try JSONValue(parsing: [0x22, 0xC3, 0x5C, 0x6E, 0xA9, 0x22])
    }
  }

  @Test func `offsets in a part of a text count from its start`() {
    #expect(throws: JSONFault(reason: .unexpectedByte, offset: 1)) {
      try JSONValue(parsing: Array("1,[x]".utf8)[2...])
    }
  }

  @Test func `nesting is followed up to the limit and refused beyond it`() throws {
    let limit = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(throws: Never.self) { try parsed(limit) }
    #expect(throws: JSONFault(reason: .tooDeep, offset: 128)) {
      try parsed(String(repeating: "[", count: 1_000_000))
    }
  }

  @Test func `names in another composition are two names`() throws {
    let value = try parsed("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"] == .int(1))
    #expect(value["e\u{301}"] == .int(2))
  }

  @Test func `a name that stands twice is found among many`() {
    let members = (0..<1_000).map { "\"k\($0)\":\($0)" } + ["\"k500\":0"]
    #expect(throws: JSONFault(reason: .repeatedName("k500"), offset: 0)) {
      try parsed("{" + members.joined(separator: ",") + "}")
    }
  }

  @Test func `many members are found by name`() throws {
    let members = (0..<1_000).map { "\"k\($0)\":\($0)" }
    let value = try parsed("{" + members.joined(separator: ",") + "}")
    #expect(value["k999"] == .int(999))
    #expect(value["k1000"] == nil)
  }
}
