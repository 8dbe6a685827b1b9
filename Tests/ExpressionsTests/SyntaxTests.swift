import Testing

@testable import Expressions

struct SyntaxTests {
  private func syntax(_ source: String) throws -> Syntax {
    try Expression.parse(source).get().syntax
  }

  @Test func `the words of a name are told, and nothing else is a name`() throws {
    #expect(try syntax("a.b.c").dottedName?.words == ["a", "b", "c"])
    #expect(try syntax(".a.b").dottedName?.isAbsolute == true)
    #expect(try syntax("a[0].b").dottedName == nil)
    #expect(try syntax("f().b").dottedName == nil)
    #expect(try syntax("a").simpleName?.text == "a")
    #expect(try syntax(".a").simpleName == nil)
  }

  @Test func `depth counts parts inside each other, chains of && and || count once`() throws {
    #expect(try syntax("1").depth == 1)
    #expect(try syntax("1 + 2 + 3").depth == 3)
    #expect(try syntax("a && b && c && d").depth == 2)
    #expect(try syntax("[[1]]").depth == 3)
    #expect(try syntax("l.all(x, l.all(y, x == y))").macroDepth == 2)
    #expect(try syntax("l.map(x, x).map(x, x)").macroDepth == 1)
  }

  @Test func `signs are mirrored as a person would`() {
    #expect(BinaryOperator.less.mirrored == .greater)
    #expect(BinaryOperator.greaterOrEqual.mirrored == .lessOrEqual)
    #expect(BinaryOperator.allCases.allSatisfy { $0.mirrored.mirrored == $0 })
  }
}
