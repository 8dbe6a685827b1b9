import Testing

@testable import Wording

@Suite struct TerminalSafetyTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a[31mb"), ("x\u{202E}y", "xy"), ("\u{9B}1m", "1m"), ("a\r\nb", "a\nb"),
    ("明\t白", "明\t白"),
    ("tag\u{E0041}", "tag"), ("\u{2067}甲\u{2069}", "甲"),
  ])
  func `controls and bidi marks never reach the terminal`(text: String, safe: String) {
    #expect(Array(text.safeForTerminal.utf8) == Array(safe.utf8))
  }

  @Test func `nothing that steers is left, nothing else is lost, and twice is once`() {
    var all = String.UnicodeScalarView()
    for value in (0 as UInt32)...0x2FFF {
      if let scalar = Unicode.Scalar(value) { all.append(scalar) }
    }
    for value in (0xE0000 as UInt32)...0xE01EF {
      if let scalar = Unicode.Scalar(value) { all.append(scalar) }
    }
    let safe = String(all).safeForTerminal
    #expect(!safe.unicodeScalars.contains { $0.steersTerminal })
    #expect(safe.unicodeScalars.count == all.count { !$0.steersTerminal })
    #expect(safe.safeForTerminal.utf8.elementsEqual(safe.utf8))
    let controls = all.filter {
      $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
    }
    #expect(controls.allSatisfy { $0.steersTerminal })
  }

  @Test(arguments: ["\u{206A}", "\u{200E}", "\u{061C}", "\u{2028}", "\u{85}", "\u{E0001}", "\r"])
  func `invisible signs that turn or break text are taken out`(sign: String) {
    #expect("甲\(sign)乙".safeForTerminal.utf8.elementsEqual("甲乙".utf8))
  }

  @Test(arguments: ["👨‍👩‍👧", "e\u{301}", "क्\u{200D}ष", "A\u{FE0F}"])
  func `signs that letters and emoji need stay`(text: String) {
    #expect(text.safeForTerminal.utf8.elementsEqual(text.utf8))
  }
}
