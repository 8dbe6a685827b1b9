import Testing
import Wording

@testable import Planning

@Suite struct TextTableTests {
  @Test func `columns line up in display columns, wide characters included`() {
    let text = TextTable([["方案", "合计"], ["等额本息", "1,200.00元"], ["lump", "9元"]]).text
    let lines = text.split(separator: "\n")
    #expect(Set(lines.map(\.displayWidth)).count == 1)
    #expect(lines[0].hasPrefix("方案    "))
  }

  @Test func `no line ends in blanks, and an empty table is empty`() {
    #expect(TextTable([["a", ""], ["bbb", ""]]).text == "a\nbbb")
    #expect(TextTable([]).text.isEmpty)
  }
}
