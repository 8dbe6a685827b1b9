import Testing

@testable import Expressions

struct NumberTextTests {
  @Test(
    arguments: [
      (1.0, "1"), (0.24, "0.24"), (123.456, "123.456"), (-0.0045, "-0.0045"), (1e6, "1e+06"),
      (999_999, "999999"),
      (1_234_567, "1.234567e+06"), (0.0001, "0.0001"), (0.00001, "1e-05"), (-0.0, "-0"),
      (.nan, "NaN"),
      (.infinity, "+Inf"), (-.infinity, "-Inf"), (.leastNonzeroMagnitude, "5e-324"),
      (1.797e308, "1.797e+308"),
      (0.1 + 0.2, "0.30000000000000004"),
      (100, "100"), (123_456.5, "123456.5"), (6.02214e23, "6.02214e+23"), (0, "0"),
    ])
  func `a decimal number is written as CEL writes it`(number: Double, text: String) {
    #expect(number.shortest == text)
  }
}
