import Testing

@testable import LineEditing

struct CompletionListTests {
  @Test(
    arguments: [
      ([], ""), (["abc"], "abc"), (["abc", "abd"], "ab"), (["返回", "返工"], "返"), (["a", "b"], ""),
    ] as [([String], String)])
  func `words share a beginning`(words: [String], common: String) {
    #expect(CompletionList.commonBeginning(of: words) == common)
  }

  @Test func `words run down columns of equal width`() {
    let rows = CompletionList.rows(of: ["甲", "bbb", "cc", "d"], columns: 12)
    #expect(rows == ["甲   cc", "bbb  d"])
  }

  @Test func `a narrow window takes one word a row`() {
    #expect(CompletionList.rows(of: ["甲乙", "丙丁"], columns: 3) == ["甲乙", "丙丁"])
  }

  @Test func `a long list is cut and says so`() {
    let rows = CompletionList.rows(of: (0..<105).map(String.init), columns: 1)
    #expect(rows.count == 101)
    #expect(rows.last == "… +5")
  }
}
