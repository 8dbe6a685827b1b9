import Testing

@testable import Statements

@Suite struct DelimitedTextTests {
  private func cells(_ text: String) -> [[String]] {
    DelimitedText.rows(of: text, delimiter: UInt8(ascii: ",")).map { $0.cells.map(\.text) }
  }

  @Test(arguments: [
    ("a,b\nc", [["a", "b"], ["c"]]),
    ("\"a,b\",c\r\nd", [["a,b", "c"], ["d"]]),
    ("\"a\"\"b\"  ,c", [["a\"b", "c"]]),
    ("点击\"多多视频\",b", [["点击\"多多视频\"", "b"]]),
    (" a\t,\t\u{FEFF}b ,", [["a", "b", ""]]),
    ("\"two\nlines\",b\nc", [["two\nlines", "b"], ["c"]]),
    ("\"never closed,b\nc,d", [["\"never closed", "b"], ["c", "d"]]),
    ("a\n\nb", [["a"], [""], ["b"]]),
    ("", []),
  ])
  func `cells are parted, unquoted and trimmed`(text: String, expected: [[String]]) {
    #expect(cells(text) == expected)
  }

  @Test func `rows carry the line they begin on`() {
    let rows = DelimitedText.rows(of: "\"a\nb\",c\nd\r\ne", delimiter: UInt8(ascii: ","))
    #expect(rows.map(\.number) == [1, 3, 4])
  }

  @Test func `a forgotten quote does not make one row of two`() {
    #expect(cells("\"x,1\n\"y,2\n\"z\",3") == [["\"x", "1"], ["\"y", "2"], ["z", "3"]])
  }

  @Test func `quotes that never close cost a bounded look each`() {
    let text = String(repeating: "\"x,\n", count: 20_000)
    #expect(cells(text).count == 20_000)
  }
}
