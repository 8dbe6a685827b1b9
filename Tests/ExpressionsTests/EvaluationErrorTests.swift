import Testing

@testable import Expressions

struct EvaluationErrorTests {
  @Test(
    arguments: [
      EvaluationError.Kind.divisionByZero, .overflow, .noSuchKey("'k'"), .noSuchPosition("3"),
      .noSuchField("f"),
      .absentField("f"), .noSuchVariable("v"), .noSuchFunction("f"),
      .noSuchOperation("+", types: "int, string"),
      .notBool("int"), .conversion("三", to: "int"), .badKey("1"), .outOfRange("charAt(9)"),
      .limit(.steps),
    ])
  func `every error speaks both languages`(kind: EvaluationError.Kind) {
    let message = EvaluationError(kind).message
    #expect(message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(!message.en.isEmpty)
  }

  @Test(arguments: ExpressionLimit.allCases)
  func `every limit says so in both languages`(limit: ExpressionLimit) {
    #expect(!limit.message.zh.isEmpty && !limit.message.en.isEmpty)
    #expect(limit.most > 0)
  }
}
