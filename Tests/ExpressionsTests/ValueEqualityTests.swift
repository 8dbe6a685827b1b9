import MoneyAndDates
import Testing

@testable import Expressions

struct ValueEqualityTests {
  @Test(
    arguments: [
      ("1 == 1", "true"), ("dyn(1) == 1.0", "true"), ("dyn(1) == 1.5", "false"),
      ("double('NaN') == double('NaN')", "false"), ("[double('NaN')] == [double('NaN')]", "false"),
      ("0.0 == -0.0", "true"), ("'é' == 'e\\u0301'", "false"), ("dyn(1) == 'a'", "false"),
      ("dyn(null) == 0", "false"), ("[1, 2] == [2, 1]", "false"), ("[dyn(1)] == [1.0]", "true"),
      ("{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", "true"), ("{'a': 1} == {'a': 2}", "false"),
      ("dyn({1: 1}) == {'a': 1}", "false"), ("money('1') == money('1.00')", "true"),
      ("money('12.50') == 12.5", "true"), ("money('12.50') == 12", "false"),
      ("money('0.1') == 0.1", "true"), ("date('2026-03-01') == date('2026-03-01')", "true"),
      ("date('2026-03-01') != date('2026-03-02')", "true"), ("type(1) == type(2)", "true"),
      ("type(1) == type('a')", "false"),
    ])
  func `values are equal as CEL has it`(source: String, expected: String) {
    #expect(evaluated(source) == expected)
  }

  @Test func `rates are equal with the same number and basis only`() throws {
    let yearly = try #require(Rate(digits: 12, scale: 2, basis: .perYear))
    let monthly = try #require(Rate(digits: 12, scale: 2, basis: .perMonth))
    #expect(evaluated("a == b", ["a": .rate(yearly), "b": .rate(yearly)]) == "true")
    #expect(evaluated("a == b", ["a": .rate(yearly), "b": .rate(monthly)]) == "false")
    #expect(
      evaluated("a < b", ["a": .rate(yearly), "b": .rate(monthly)]) == "faults: type")
  }

  @Test func `records can't be compared, checked or not`() {
    let letter = Value.record(Letter())
    #expect(
      evaluated("a == a", ["a": letter], environment: Letter.environment) == "faults: type")
    #expect(uncheckedValue("[a] == [a]", ["a": letter]).hasPrefix("error: noSuchOperation"))
    #expect(!Value.equal(letter, letter))
  }
}
