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

  @Test(arguments: [
    ("nonsense", "null"), ("[]", "null"), (#"{"id":1}"#, "1"), (#"{"id":2,"text":5}"#, "2"),
    (#"{"id":"a","text":"明天","ref":"bad"}"#, #""a""#),
    (#"{"id":3,"text":"明天","ref":"2026-02-30T10:00:00"}"#, "3"),
    (#"{"id":4,"text":"明天","ref":7}"#, "4"),
  ])
  func `a line that is no request is answered with its id and an error`(line: String, id: String) {
    let answer = answer(line)
    #expect(answer.hasPrefix(#"{"id":\#(id),"error":{"message":"#))
    #expect(!answer.contains("entities"))
  }

  @Test func `no reference and null are the same`() {
    #expect(
      answer(#"{"id":1,"text":"5天"}"#) == answer(#"{"id":1,"text":"5天","ref":null}"#))
  }

  @Test func `both ends of a rate are written`() {
    #expect(
      answer(#"{"id":1,"text":"24%~36%"}"#).contains(#""value":{"n":"24","max":"36"}"#))
  }

  @Test func `a last day that is not certain says the earliest`() {
    #expect(
      answer(#"{"id":1,"text":"3-5日内","ref":"2026-11-21"}"#)
        .contains(#""mod":"within","not_before":"2026-11-24""#))
  }
}
