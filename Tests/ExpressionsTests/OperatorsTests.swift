import Testing

@testable import Expressions

struct OperatorsTests {
  @Test(
    arguments: [
      ("1 + 2 * 3 - 4 / 2", "5"), ("-7 / 2", "-3"), ("-7 % 3", "-1"), ("7 % -3", "1"),
      ("7.0 / 2.0", "3.5"), ("1.0 / 0.0", "+Inf"), ("1 / 0", "error: divisionByZero"),
      ("1 % 0", "error: divisionByZero"), ("9223372036854775807 + 1", "error: overflow"),
      ("-9223372036854775808 - 1", "error: overflow"),
      ("5000000000 * 5000000000", "error: overflow"),
      ("-9223372036854775808 / -1", "error: overflow"),
      ("-9223372036854775808 % -1", "error: overflow"),
      ("-(-9223372036854775808)", "error: overflow"), ("-(0.0)", "-0.0"), ("'逾' + '期'", "'逾期'"),
      ("[1] + [2]", "[1, 2]"), ("money('1.50') + money('2')", "money('3.50')"),
      ("money('1') - money('2.50')", "money('-1.50')"), ("money('1.25') * 4", "money('5.00')"),
      ("3 * money('0.10')", "money('0.30')"),
      ("money('92233720368547758.07') + money('0.01')", "error: overflow"),
      ("money('92233720368547758.07') * 2", "error: overflow"),
      ("date('2024-02-28') + 1", "date('2024-02-29')"),
      ("1 + date('2026-12-31')", "date('2027-01-01')"),
      ("date('2026-03-01') - 1", "date('2026-02-28')"),
      ("date('2026-03-01') - date('2026-02-01')", "28"),
      ("date('9999-12-31') + 1", "error: overflow"),
      ("date('2026-01-01') - (-9223372036854775807 - 1)", "error: overflow"),
      ("date('2026-01-01') + 9223372036854775807", "error: overflow"),
      ("2 in [1, 2]", "true"), ("dyn(2.0) in [1, 2]", "true"), ("'b' in {'a': 1}", "false"),
    ])
  func `signs compute, and what does not fit is an error, never a trap`(
    source: String, expected: String
  ) {
    #expect(evaluated(source) == expected)
  }

  @Test(
    arguments: [
      "1 + 'a'", "1 + 1.0", "true + true", "'a' - 'b'", "'a' * 2", "1.0 % 2.0", "money('1') * 1.5",
      "money('1') * money('1')", "money('1') / 2", "date('2026-01-01') + date('2026-01-01')",
      "1 - date('2026-01-01')", "-money('1')", "!1", "1 in 1", "money('1') + 1",
    ])
  func `a sign that does not work on its types is a fault, and an error unchecked`(source: String) {
    #expect(evaluated(source) == "faults: type")
    #expect(uncheckedValue(source).hasPrefix("error: noSuchOperation"))
  }
}
