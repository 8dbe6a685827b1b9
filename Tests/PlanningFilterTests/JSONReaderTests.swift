import Testing

@testable import PlanningFilter

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("null", "null"), (" [1, -2.5e3 ,true,false] ", "[1,-2.5e3,true,false]"),
    (#"{"a":{"b":[]},"c":""}"#, #"{"a":{"b":[]},"c":""}"#),
    (#""\u4f60\ud83d\ude00\n\"\\\/""#, "\"你😀\\u000a\\\"\\\\/\""),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    (#""\ud83d""#, "\"\u{FFFD}\""), (#""\ud83dx""#, "\"\u{FFFD}x\""),
  ])
  func `a value is written back as it was read`(text: String, expected: String) throws {
    var bytes: [UInt8] = []
    try JSONReader.read(Array(text.utf8)).write(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    "", "nul", "01", "1.", "-", "1e", "[1,]", "{\"a\"}", "{a:1}", "\"", "\"\\x\"", "\"\\u12\"",
    "1 2", "\"\u{01}\"", "+1", ".5", "\"\\u+123\"",
  ])
  func `what is not JSON is refused`(text: String) {
    #expect(throws: JSONReader.Fault.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func `deep nesting is refused, not a crash`() {
    let text = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONReader.Fault.self) { try JSONReader.read(text) }
  }
}
