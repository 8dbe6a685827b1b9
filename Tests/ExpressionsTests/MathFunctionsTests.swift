import Testing

@testable import Expressions

struct MathFunctionsTests {
  @Test(
    arguments: [
      ("math.round(2.5)", "3.0"), ("math.round(-2.5)", "-3.0"), ("math.round(-1.4)", "-1.0"),
      ("math.ceil(-1.2)", "-1.0"),
      ("math.floor(-1.2)", "-2.0"), ("math.trunc(-1.8)", "-1.0"),
      ("math.isNaN(math.round(0.0 / 0.0))", "true"),
      ("math.abs(-9223372036854775808)", "error"), ("math.sign(0.0)", "0.0"),
      ("math.sign(-3)", "-1"),
      ("math.isInf(-1.0 / 0.0)", "true"), ("math.isFinite(0.0 / 0.0)", "false"),
      ("math.greatest(1, 2.5, -3)", "2.5"),
      ("math.least(1, 1.0)", "1"), ("math.greatest([1, 3, 2])", "3"), ("math.least([1.5, 1])", "1"),
      ("math.greatest([])", "error"),
      ("math.greatest(-5)", "-5"), ("math.round(dyn(1))", "error"),
      ("math.isNaN(dyn(true))", "error"),
      ("math.greatest(dyn('a'), 1)", "error"),
    ])
  func `numbers are rounded and compared`(source: String, expected: String) {
    let value = evaluated(source)
    #expect(value.hasPrefix("error") ? expected == "error" : value == expected)
  }
}
