import Testing

@testable import Expressions

struct NameScopeTests {
  private func value(_ source: String, _ variables: [String: Int64], container: String = "")
    -> String
  {
    let mode = Expression.Mode(container: container, macros: true, checks: true)
    let values = variables.mapValues { Value.int($0) }
    let checked = Expression.check(
      source, environment: .standard, variables: variables.mapValues { _ in .int }, mode: mode)
    guard case .success(let expression) = checked else { return "faults" }
    return shown(expression.evaluate { values[$0] })
  }

  @Test func `the longest dotted name wins, in the innermost container`() {
    #expect(value("a.b", ["a.b": 1]) == "1")
    #expect(value("x", ["x": 1, "com.x": 2, "com.example.x": 3], container: "com.example") == "3")
    #expect(value("x", ["x": 1, "com.x": 2], container: "com.example") == "2")
    #expect(value(".x", ["x": 1, "com.x": 2], container: "com") == "1")
  }

  @Test func `names of macros hide variables, a leading dot hides names of macros`() {
    #expect(value("[5].map(x, x)[0]", ["x": 1]) == "5")
    #expect(value("[5].map(x, .x)[0]", ["x": 1]) == "1")
    #expect(value("[{'z': 5}].map(y, y.z)[0]", ["y.z": 1]) == "5")
    #expect(value("[{'z': 5}].map(y, .y.z)[0]", ["y.z": 1]) == "1")
    #expect(value("[5].map(x, x)[0] + x", ["x": 1]) == "6")
  }

  @Test func `true, false and null are never variables`() {
    #expect(value("true ? 1 : 2", ["true": 5]) == "1")
  }

  @Test func `a function of a namespace is found behind its name`() {
    #expect(value("math.abs(-3)", [:]) == "3")
    #expect(value("abs(-3)", [:], container: "math") == "3")
    #expect(value("[1].map(math, math.size())", [:]) == "faults")
  }
}
