import Testing
import Wording

@testable import Expressions

struct EnvironmentTests {
  private let twice = Function(
    "twice", parameters: [.string], result: .string, summary: BilingualText(zh: "两遍", en: "twice")
  ) { arguments, _ in
    guard case .string(let text) = arguments[0] else { return .null }
    return .string(text + text)
  }

  @Test func `functions of the same name become overloads`() {
    let more = Function(
      "twice", parameters: [.int], result: .int, summary: BilingualText(zh: "两倍", en: "double")
    ) { arguments, _ in
      if case .int(let number) = arguments[0] { .int(number * 2) } else { .null }
    }
    let environment = Environment.standard.adding(functions: [twice]).adding(functions: [more])
    #expect(evaluated("twice('a') + 'b'", environment: environment) == "'aab'")
    #expect(evaluated("twice(2)", environment: environment) == "4")
    #expect(evaluated("twice(dyn(2))", environment: environment) == "4")
    #expect(evaluated("twice(true)", environment: environment) == "faults: type")
    #expect(
      evaluated("twice(dyn(true))", environment: environment).hasPrefix("error: noSuchOperation"))
    #expect(evaluated("twice('a')") == "faults: unknown-function")
  }

  @Test func `a type of the same name replaces the earlier one`() {
    let environment = Letter.environment.adding(types: [RecordType("Letter", fields: [])])
    #expect(environment.type("Letter")?.fields.isEmpty == true)
    #expect(Letter.environment.type("Letter")?.field("amount")?.mayBeAbsent == true)
    #expect(Letter.environment.type("Nothing") == nil)
  }

  @Test func `an error of a function gets the place of the call`() throws {
    let failing = Function(
      "fail", parameters: [], result: .int, summary: BilingualText(zh: "失败", en: "fails")
    ) { _, _ in .error(.function(zh: "不行", en: "no")) }
    let environment = Environment.standard.adding(functions: [failing])
    let expression = try #require(checked("1 + fail()", environment: environment))
    guard case .error(let error) = expression.evaluate(variables: { _ in nil }) else {
      Issue.record("no error")
      return
    }
    #expect(error.range == 4..<10)
    #expect(error.message == BilingualText(zh: "不行", en: "no"))
  }
}
