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
        look: { Console.Look(colour: colour, columns: columns, accessible: false) },
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
}
