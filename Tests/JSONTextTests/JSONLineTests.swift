import JSONText
import Testing

@Suite struct JSONLineTests {
  @Test(arguments: [
    "plain", "引号\"与\\", "\n\t\r\u{0}", "\u{202E}\u{FEFF}\u{85}", "😀Ω—，", "",
  ])
  func `a string is written as the value is`(text: String) {
    var line = JSONLine(room: 8)
    line.add(string: text)
    #expect(line.bytes == JSONValue.string(text).jsonBytes)
    var same = JSONLine(room: 8)
    same.add(string: Array(text.unicodeScalars)[...])
    #expect(same.bytes == line.bytes)
  }

  @Test(arguments: [0, 7, 10, 99, 100, 1_234_567, -1, -10, Int.max, Int.min])
  func `a whole number is written as the value is`(number: Int) {
    var line = JSONLine(room: 8)
    line.add(number)
    #expect(line.bytes == JSONValue.int(number).jsonBytes)
  }
}
