import Expressions
import Testing

@testable import ExpressionFilter

struct TypeTextTests {
  @Test(
    arguments: [
      "int", "null_type", "list(int)", "map(string, list(map(int, dyn)))", "money",
      "list(list(dyn))", "timestamp",
    ])
  func `a type is read and written the same`(text: String) {
    #expect(TypeText.written(TypeText.type(text)) == text)
  }

  @Test func `a letter behind a dollar is an open type`() {
    #expect(TypeText.type("list($T)") == .list(.parameter("T")))
  }
}
