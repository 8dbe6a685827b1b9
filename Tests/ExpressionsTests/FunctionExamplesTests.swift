import Testing

@testable import Expressions

struct FunctionExamplesTests {
  @Test(arguments: Environment.standard.functions.compactMap(\.example))
  func `each example of a standard function gives what it says`(example: Function.Example) {
    #expect(evaluated(example.expression) == evaluated(example.expected))
    #expect(!evaluated(example.expression).hasPrefix("fault"))
  }

  @Test func `each standard function is described, and its name has an example`() {
    let functions = Environment.standard.functions
    for function in functions {
      #expect(!function.summary.zh.isEmpty && !function.summary.en.isEmpty)
      #expect(
        functions.contains { $0.name == function.name && $0.example != nil }, "\(function.name)")
    }
  }

  @Test func `signatures read as they are called`() {
    let signatures = Environment.standard.functions.map(\.signature)
    #expect(signatures.contains("string.contains(string) -> bool"))
    #expect(signatures.contains("money(string) -> money"))
    #expect(signatures.contains("math.greatest(int, …) -> int"))
  }
}
