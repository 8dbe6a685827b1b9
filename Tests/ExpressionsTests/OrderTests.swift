import Testing

@testable import Expressions

struct OrderTests {
  @Test(
    arguments: [
      ("1 < 2", "true"), ("2 <= 2", "true"), ("1 > 1.5", "false"), ("1.5 >= 1", "true"),
      ("'a' < 'b'", "true"), ("'Z' < 'a'", "true"), ("'2' < '10'", "false"),
      ("false < true", "true"),
      ("0.0 / 0.0 < 1.0", "false"), ("0.0 / 0.0 >= 1.0", "false"),
      ("money('500.01') > 500", "true"), ("money('500') > 500", "false"),
      ("money('-1.50') < -1", "true"), ("money('-1.50') > -2", "true"),
      ("money('-0.50') < 0", "true"),
      ("money('0.50') <= 0.5", "true"), ("300 < money('300.01')", "true"),
      ("money('92233720368547758.07') > 9223372036854775807", "false"),
      ("date('2026-02-28') < date('2026-03-01')", "true"),
      // The suite pins the rounded comparison.
      ("dyn(9223372036854775807) < 9223372036854775808.0", "false"),
      ("9223372036854775807 >= 9223372036854775808.0", "true"),
    ])
  func `values are ordered`(source: String, expected: String) {
    #expect(evaluated(source) == expected)
  }

  @Test(arguments: ["[1] < [2]", "null < null", "{} > {}", "type(1) < type(2)", "1 < 'a'"])
  func `values without order are an error when evaluated`(source: String) {
    #expect(uncheckedValue(source).hasPrefix("error: noSuchOperation"))
    #expect(evaluated(source) == "faults: type")
  }
}
