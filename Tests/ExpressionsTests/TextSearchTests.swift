import Testing

@testable import Expressions

struct TextSearchTests {
  /// The starts of all occurrences, found the slow way.
  private func starts(of pattern: [Int], in text: [Int]) -> [Int] {
    guard !pattern.isEmpty, pattern.count <= text.count else { return [] }
    return (0...text.count - pattern.count).filter {
      Array(text[$0..<$0 + pattern.count]) == pattern
    }
  }

  @Test func `it finds what looking everywhere finds`() {
    var state: UInt32 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 16) % bound
    }
    for _ in 0..<500 {
      let text = (0..<next(40)).map { _ in next(2) }
      let pattern = (0..<next(6)).map { _ in next(2) }
      var found: [Int] = []
      TextSearch(pattern).forEach(in: text) { start in
        found.append(start)
        return true
      }
      let all = starts(of: pattern, in: text)
      #expect(found == all)
      #expect(TextSearch(pattern).first(in: text) == all.first)
      let separate = TextSearch(pattern).separate(in: text, most: .max)
      #expect(zip(separate, separate.dropFirst()).allSatisfy { $1 - $0 >= pattern.count })
    }
  }
}
