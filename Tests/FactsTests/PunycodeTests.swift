import Testing

@testable import Facts

@Suite struct PunycodeTests {
  private func decoded(_ label: String) -> String {
    String(decoding: Punycode.decoded(Array(label.utf8)[...]), as: UTF8.self)
  }

  @Test(arguments: [
    ("xn--mnchen-3ya", "münchen"), ("xn--fiqs8s", "中国"), ("xn--80ak6aa92e", "аррӏе"),
    ("xn--bcher-kva", "bücher"), ("xn--fiq228c", "中文"),
    ("xn--ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
  ])
  func `a label says what its letters are`(label: String, letters: String) {
    #expect(decoded(label).unicodeScalars.elementsEqual(letters.unicodeScalars))
  }

  @Test(arguments: [
    "icbc", "", "xn--", "xn--!", "xn--99999999", "xn---",
  ])
  func `what stands for nothing stays`(label: String) {
    #expect(decoded(label) == label)
  }

  @Test func `a long label costs nothing`() {
    let long = "xn--" + String(repeating: "9", count: 100_000)
    #expect(decoded(long) == long)
  }
}
