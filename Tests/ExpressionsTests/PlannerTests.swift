import Testing

@testable import Expressions

struct PlannerTests {
  private func program(_ source: String, _ types: [String: ExpressionType] = [:]) throws -> Program
  {
    try #require(checked(source, types)).program
  }

  private func isConstant(_ plan: Plan) -> Bool { if case .constant = plan { true } else { false } }

  @Test func `written lists, amounts and days are made once`() throws {
    #expect(isConstant(try program("['a', 'b']").plan))
    #expect(isConstant(try program("money('1.5')").plan))
    #expect(isConstant(try program("[date('2026-01-01')]").plan))
    #expect(!isConstant(try program("[n]", ["n": .int]).plan))
    #expect(!isConstant(try program("money(s)", ["s": .string]).plan))
  }

  @Test func `each variable has one slot, names of macros share theirs`() throws {
    let program = try program(
      "n + n > 0 && l.all(x, x > n) && l.all(y, l.all(z, z > y))", ["n": .int, "l": .list(.int)])
    #expect(program.variables == ["n", "l"])
    #expect(program.localCount == 2)
  }
}
