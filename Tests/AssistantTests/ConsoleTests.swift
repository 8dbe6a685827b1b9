import Testing
import Wording

@testable import Assistant

@Suite struct ConsoleTests {
  private func printed(
    colour: Bool = false, columns: Int? = nil, _ body: (Console) -> Void
  ) -> String {
    var text = ""
    body(
      Console(
        look: { TextLook(colour: colour, columns: columns, accessible: false) },
        sink: { text += $0 }))
    return text
  }

  @Test func `colour is only in what the console adds`() {
    #expect(
      printed(colour: true) { $0.print("\u{1B}[31m红", .strong) } == "\u{1B}[1m[31m红\u{1B}[0m\n")
    #expect(printed { $0.print("红", .warning) } == "红\n")
    #expect(printed(colour: true) { $0.print("红") } == "红\n")
  }

  @Test func `running text is wrapped to the window, a table is not`() {
    let text = String(repeating: "长", count: 30)
    #expect(printed(columns: 20) { $0.print(text) }.split(separator: "\n").count == 3)
    let row = "期  " + text
    #expect(printed(columns: 70) { $0.printLaidOut(row) } == row + "\n")
    #expect(
      printed(columns: 20) { $0.printLaidOut("信\n" + text) }.split(separator: "\n").count == 4)
    #expect(printed(columns: 20) { $0.printLaidOut("a\n") } == "a\n")
  }

  @Test(arguments: 20...44)
  func `the cells of a row follow one another where the window is narrow`(columns: Int) {
    let row = "  1   2026-03-01   1,250.00元    按时还的这一期"
    let lines = printed(columns: columns) { $0.printLaidOut(row) }.split(separator: "\n")
    #expect(lines.allSatisfy { $0.displayWidth <= columns })
    for cell in ["1", "2026-03-01", "1,250.00元", "按时还的这一期"] {
      #expect(lines.contains { $0.contains(cell) }, "\(cell) in \(columns)")
    }
  }

  @Test func `numbers of a list stand under one another, and its long lines under their text`() {
    let texts = (1...10).map { "第\($0)" }
    let lines = printed { $0.printNumbered(texts) }.split(separator: "\n")
    #expect(lines.first == "   1  第1" && lines.last == "  10  第10")
    #expect(printed { $0.printNumbered(["甲"]) } == "  1  甲\n")
    #expect(Console.marked("-", "没有", among: 12) == "   -  没有")
    let long = printed(columns: 20) { $0.printNumbered(["一二三四五六七八九十"]) }
    #expect(long == "  1  一二三四五六七\n     八九十\n")
  }

  @Test(arguments: [20, 40, 80])
  func `names stand in columns where the window holds every row, else before their text`(
    columns: Int
  ) {
    let pairs: [(name: String, about: String)] = [
      (":a :甲", "短"), (":long :长名字", "这一条说得比较长，一行放不下，要折到下一行去才行的"),
    ]
    let lines = printed(columns: columns) { $0.printPairs(pairs) }.split(separator: "\n")
    #expect(lines.allSatisfy { $0.displayWidth <= columns })
    #expect(lines.first == (columns == 80 ? "  :a :甲         短" : "  :a :甲  短"))
    #expect(lines.dropFirst(2).allSatisfy { $0.hasPrefix("    ") })
  }
}
