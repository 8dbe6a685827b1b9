import RecognizerFilter
import Testing

struct RecognizeFilterTests {
  private let filter = RecognizeFilter(
    numberingPlan: "kind,prefix,digits\nvirtual,1705,11\n", publicSuffixes: "top\n")

  private func answer(_ line: String) -> String {
    String(decoding: filter.answer(line: Array(line.utf8)), as: UTF8.self)
  }

  @Test func `an answer names kind, place, text, value and folds`() {
    #expect(
      answer(#"{"id":"a","text":"加①⑦⓪55550199","ref":"2026-11-21T10:30:00"}"#)
        == #"{"id":"a","entities":[{"kind":"phone","start":1,"end":12,"text":"①⑦⓪55550199","#
        + #""value":{"digits":"17055550199"},"folds":["enclosedDigit"]}]}"#)
  }

  @Test func `a deadline ends at its instant`() {
    let line = answer(#"{"id":1,"text":"11月23日18:00前","ref":"2026-11-21T10:30:00"}"#)
    #expect(line.contains(#"["2026-11-21T10:30:00","2026-11-23T18:00:00"]"#))
  }

  @Test func `money is written exactly`() {
    #expect(
      answer(#"{"id":1,"text":"3,200.50元"}"#)
        .contains(#""value":{"cur":"CNY","amount":3200.5,"definition":"accurate"}"#))
  }

  @Test func `a line that is no request is answered`() {
    #expect(answer("nonsense") == #"{"id":null,"entities":[],"error":"no request"}"#)
    #expect(answer(#"{"id":1}"#) == #"{"id":null,"entities":[],"error":"no request"}"#)
  }
}
