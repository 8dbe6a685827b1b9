import Testing

@testable import Wording

@Suite struct LineWrappingTests {
  @Test func `Chinese breaks between characters but never before closing punctuation`() {
    let text = "先不要点短信里的链接，也不要回电话。先查银行流水，再决定。"
    let lines = text.wrapped(to: 20).split(separator: "\n")
    #expect(lines.count > 1)
    for line in lines {
      #expect(line.displayWidth <= 22)
      #expect(!["，", "。"].contains(line.first))
    }
    #expect(lines.joined() == text)
  }

  @Test func `English breaks between words and keeps its indent`() {
    let text = "  - do not open the link before you know who sent the message"
    let lines = text.wrapped(to: 24).split(separator: "\n")
    #expect(lines.allSatisfy { $0.displayWidth <= 24 && $0.hasPrefix("  ") })
    #expect(lines.map { $0.drop { $0 == " " } }.joined(separator: " ") == text.drop { $0 == " " })
  }

  @Test(arguments: [
    ("  15  有人说能帮我处理债务（代办、修复、注销）", "      "), ("  · 马上打报警电话，再打官方客服要求止付", "    "),
    ("- 没有写明查得到的机构，却要你点链接还款", "  "), ("2. 打转出银行的官方客服，要求紧急止付，记下工号", "   "),
    ("    来源：国家反诈电话，已核实，已过复核日，先核对", "    "), ("30 天内不能再打电话给你，也不能找你的家人", ""),
    ("2026. 年的事情先放一放，等银行的流水到了再说", ""),
  ])
  func `the lines an item is broken into begin under its text`(text: String, indent: String) {
    let lines = text.wrapped(to: 30).split(separator: "\n")
    #expect(lines.count > 1)
    for line in lines.dropFirst() {
      #expect(line.prefix { $0 == " " } == indent)
      #expect(line.displayWidth <= 30)
    }
  }

  @Test func `an item is broken to the column that is asked for`() {
    let lines = "  :note :备注  写一条备注，会进记录，谁也不会看见".wrapped(to: 24, hanging: 4)
      .split(separator: "\n")
    #expect(
      lines.count > 1
        && lines.dropFirst().allSatisfy { $0.hasPrefix("    写") || $0.hasPrefix("    ") })
  }

  @Test(arguments: 20..<50)
  func `the name of a command and a line to write on stay whole`(columns: Int) {
    let text = "到这里就走完了。可以 :信件 看信件全文，:修改 3 改回答，签名 ＿＿＿＿（姓名）"
    let lines = text.wrapped(to: columns)
    for whole in [":信件", ":修改", "＿＿＿＿"] { #expect(lines.contains(whole)) }
  }

  @Test func `a number stays with its unit`() {
    for count in 0..<24 {
      let text = String(repeating: "还", count: count) + "3,500.00元，24期，11月23日"
      for line in text.wrapped(to: 20).split(separator: "\n") {
        #expect(!["元", "期", "月", "日"].contains { line.hasPrefix($0) }, "\(line)")
      }
    }
  }

  @Test func `a link and a number are never cut`() {
    let text = "链接 axxf-pay.top/r/8Kd2 和 3,200.50元 都要留证据，不要删。"
    #expect(text.wrapped(to: 20).contains("axxf-pay.top/r/8Kd2"))
    #expect(text.wrapped(to: 20).contains("3,200.50"))
  }

  @Test(
    arguments: [
      "", " ", "\n", "\n\n", "a", "一", "  ", "\u{301}", "，。，。", "（（（", "\t\t", "a\u{200B}b", "👨‍👩‍👧",
      "短 long 短 long 短 long 短 long 短 long 短",
      "https://a.example/" + String(repeating: "x", count: 50),
    ], [-5, 0, 20, 21, 80])
  func `no word is lost or added`(text: String, columns: Int) {
    func words(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
    #expect(words(text.wrapped(to: columns)) == words(text))
  }

  @Test func `wrapping twice is wrapping once`() {
    let text = "先查银行流水（半年内的），再决定。Call the official line first，不要点链接。" + "  - 每一步都记下来，"
    for columns in 20...60 {
      let once = text.wrapped(to: columns)
      #expect(once.wrapped(to: columns) == once, "\(columns)")
    }
  }

  @Test func `existing line ends stay, and a line that fits stays as it is`() {
    #expect("一\n\n  二 \n".wrapped(to: 20) == "一\n\n  二 \n")
  }

  @Test(arguments: [" ", "一", "a ", "，", "（", "\u{301}", "\n", "👍"])
  func `a long hostile text is wrapped in one go`(piece: String) {
    let text = String(repeating: " ", count: 10_000) + String(repeating: piece, count: 20_000)
    #expect(text.wrapped(to: 40).utf8.count < 2_000_000)
  }
}
