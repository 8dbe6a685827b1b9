import Testing

@testable import Expressions

struct TypeSolverTests {
  @Test func `an open type stands for what it met, and not for itself`() {
    var solver = TypeSolver()
    let open = solver.openType()
    let fits1 = solver.accepts(open, .list(open))
    #expect(!fits1)
    let fits2 = solver.accepts(open, .list(.int))
    #expect(fits2)
    #expect(solver.resolved(.map(key: .string, value: open)).name == "map(string, list(int))")
    let fits3 = solver.accepts(open, .int)
    #expect(!fits3)
    let fits4 = solver.accepts(.list(.dyn), open)
    #expect(fits4)
  }

  @Test func `what fails leaves nothing behind`() {
    var solver = TypeSolver()
    let open = solver.openType()
    let fits5 = solver.accepts(.map(key: open, value: .int), .map(key: .string, value: .bool))
    #expect(!fits5)
    #expect(solver.resolved(open) == .dyn)
  }

  @Test func `the parameters of a declaration are new in each call`() {
    var solver = TypeSolver()
    let declared: [ExpressionType] = [.list(.parameter("A")), .parameter("A")]
    let first = solver.opened(declared)
    let second = solver.opened(declared)
    let fits6 = solver.accepts(first[0], .list(.int))
    #expect(fits6)
    let fits7 = solver.accepts(second[0], .list(.string))
    #expect(fits7)
    #expect(solver.resolved(first[1]) == .int)
    #expect(solver.resolved(second[1]) == .string)
  }

  @Test func `elements of different types join to dyn`() {
    var solver = TypeSolver()
    let joined8 = solver.join(.int, .string)
    #expect(joined8 == .dyn)
    let joined9 = solver.join(.int, .int)
    #expect(joined9 == .int)
    let joined10 = solver.join(.list(.dyn), .list(.int))
    #expect(joined10 == .list(.dyn))
  }
}
