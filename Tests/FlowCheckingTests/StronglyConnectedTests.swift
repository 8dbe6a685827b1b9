import Testing

@testable import FlowChecking

@Suite struct StronglyConnectedTests {
  @Test func `loops are found and long chains do not overflow`() {
    let found = StronglyConnected.components(of: [[1], [2], [0, 3], [4], []])
    #expect(found.map { $0.sorted() } == [[4], [3], [0, 1, 2]])
    let chain = (0..<50_000).map { $0 + 1 < 50_000 ? [$0 + 1] : [0] }
    #expect(StronglyConnected.components(of: chain).map(\.count) == [50_000])
  }
}
