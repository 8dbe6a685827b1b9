import Testing

@testable import FlowEngine

@Suite struct VisitsTests {
  @Test func `every node is counted by itself, and none is at first`() {
    var visits = Visits()
    #expect(visits[0] == 0 && visits[7] == 0)
    visits.count(7)
    visits.count(2)
    visits.count(7)
    #expect((0..<9).map { visits[$0] } == [0, 0, 1, 0, 0, 0, 0, 2, 0])
  }
}
