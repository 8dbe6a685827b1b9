import Recognizers
import Testing

struct PublicSuffixesTests {
  private let suffixes = PublicSuffixes(text: "// rules\ncom\ncn\ncom.cn\n*.ck\n!www.ck\n")

  @Test(arguments: [
    ("m.abcd.com", "abcd.com"), ("a.b.abcd.com.cn", "abcd.com.cn"),
    ("x.abcd.foo.ck", "abcd.foo.ck"),
    ("www.ck", "www.ck"), ("a.www.ck", "www.ck"), ("abcd.unknown", "abcd.unknown"), ("com", "com"),
  ])
  func `the registrable host has one label more than the suffix`(host: String, wanted: String) {
    #expect(suffixes.registrableHost(of: host) == wanted)
  }

  @Test func `a top level is known by its own rule or a wildcard`() {
    #expect(suffixes.knows(topLevel: "com"))
    #expect(suffixes.knows(topLevel: "ck"))
    #expect(!suffixes.knows(topLevel: "html"))
  }
}
