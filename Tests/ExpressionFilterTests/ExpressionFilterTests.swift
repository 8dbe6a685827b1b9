import Testing

@testable import ExpressionFilter

struct ExpressionFilterTests {
  private func answer(_ line: String) -> String {
    String(decoding: ExpressionFilter.answer(line: Array(line.utf8)), as: UTF8.self)
  }

  @Test(
    arguments: [
      (
        #"{"id":"a","expr":"1 + 1"}"#,
        #"{"id":"a","phase":"ok","type":"int","value":{"t":"int","v":"2"}}"#
      ),
      (
        #"{"id":"b","expr":"x.map(k, v > 1.0, k)","type_env":[{"name":"x","kind":"var","type":"map(string, int)"},{"name":"v","kind":"var","type":"double"}],"bindings":{"x":{"t":"map","v":[[{"t":"string","v":"k"},{"t":"int","v":"1"}]]},"v":{"t":"double","v":"Infinity"}}}"#,
        #"{"id":"b","phase":"ok","type":"list(string)","value":{"t":"list","v":[{"t":"string","v":"k"}]}}"#
      ),
      (
        #"{"id":"c","expr":"y","container":"x","type_env":[{"name":"x.y","kind":"var","type":"bool"}],"bindings":{"x.y":{"t":"bool","v":true}}}"#,
        #"{"id":"c","phase":"ok","type":"bool","value":{"t":"bool","v":true}}"#
      ),
      (
        #"{"id":"d","expr":"f('a', 1)","check_only":true,"type_env":[{"name":"f","kind":"function","overloads":[{"id":"f","params":["string","$T"],"result":"list($T)","receiver":false}]}]}"#,
        #"{"id":"d","phase":"ok","type":"list(int)"}"#
      ),
      (
        #"{"id":"e","expr":"money('1.5')"}"#,
        #"{"id":"e","phase":"ok","type":"money","value":{"t":"money","v":"1.50"}}"#
      ),
      (
        #"{"id":"f","expr":"date('2026-03-01')"}"#,
        #"{"id":"f","phase":"ok","type":"date","value":{"t":"date","v":"2026-03-01"}}"#
      ),
      (
        #"{"id":"g","expr":"[null, 0.0 / 0.0, -0.0, type(1), {true: '\u0000'}]"}"#,
        #"{"id":"g","phase":"ok","type":"list(dyn)","value":{"t":"list","v":[{"t":"null"},{"t":"double","v":"NaN"},{"t":"double","v":"-0.0"},{"t":"type","v":"int"},{"t":"map","v":[[{"t":"bool","v":true},{"t":"string","v":"\u0000"}]]}]}}"#
      ),
    ])
  func `a record is answered with type and value`(line: String, expected: String) {
    #expect(answer(line) == expected)
  }

  @Test(
    arguments: [
      (#"{"id":"a","expr":"1 +"}"#, "parse", 1, 4),
      (#"{"id":"a","expr":"1 +\n  bad"}"#, "check", 2, 3),
      (#"{"id":"a","expr":"1 / 0"}"#, "eval", 1, 1),
      (#"{"id":"a","expr":"x","disable_check":true}"#, "eval", 1, 1),
      (#"{"id":"a","expr":"'催收' + 金额"}"#, "parse", 1, 8),
    ])
  func `a failure names its phase and place`(line: String, phase: String, row: Int, column: Int) {
    let answer = answer(line)
    #expect(answer.contains(#""phase":"\#(phase)""#))
    #expect(answer.contains(#""line":\#(row)"#))
    #expect(answer.contains(#""column":\#(column)"#))
  }

  @Test func `a variable without a value fails when evaluated`() {
    let answer = answer(
      #"{"id":"a","expr":"n","type_env":[{"name":"n","kind":"var","type":"int"}]}"#)
    #expect(answer.contains(#""phase":"eval""#))
    #expect(answer.contains("no value for n"))
  }

  @Test(
    arguments: [
      "", "{", "[]", "null", "1", #"{"id":1}"#, #"{"id":"x"}"#,
      #"{"id":"x","expr":"1","bindings":{"a":{"t":"int","v":"x"}}}"#,
      String(repeating: "[", count: 100_000), #"{"id":"x","expr":1}"#, "\u{0}",
    ])
  func `a line that is no record is answered and flagged`(line: String) {
    let (bytes, isBadLine) = ExpressionFilter.read(Array(line.utf8))
    #expect(isBadLine)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix(#"{"error":{"message":"#))
    #expect(text.contains(#""id":"#))
  }
}
