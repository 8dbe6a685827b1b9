import Testing

@testable import Sessions

struct SessionIDTests {
  @Test(
    arguments: [
      "", "..", "a/b", "../x", "-a", ".a", "A", "a.b", "你", String(repeating: "a", count: 65),
      "a\u{0}",
    ])
  func `what could lead out of the folder is no id`(text: String) {
    #expect(SessionID(text) == nil)
  }

  @Test func `a fresh id begins with its day and is an id`() {
    var randomness = SystemRandomNumberGenerator()
    let id = SessionID(day: Sample.day, randomness: &randomness)
    #expect(id.description.hasPrefix("20261121-"))
    #expect(SessionID(id.description) == id)
  }
}
