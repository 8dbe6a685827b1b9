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
}
