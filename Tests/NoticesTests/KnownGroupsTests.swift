import Testing

@testable import Notices

@Suite struct KnownGroupsTests {
  @Test func `every name has a bit of its own`() {
    let bits = KnownGroups.Name.allCases.map { KnownGroups.Names($0).rawValue }
    #expect(bits.allSatisfy { $0.nonzeroBitCount == 1 })
    #expect(Set(bits).count == bits.count)
  }

  @Test func `names are told from the groups of hits, wherever the book has them`() {
    let groups = KnownGroups(["threat.sue", "debt", "discount", "overdue"])
    #expect(groups.place(of: .debt) == 1)
    #expect(groups.place(of: .overdue) == 3)
    #expect(groups.place(of: .negation) == -1)
    func hit(_ group: Int) -> CueScan.Hit { CueScan.Hit(group: group, range: 0..<2, isWhole: true) }
    #expect(groups.names(of: [hit(0), hit(2)]).isEmpty)
    #expect(groups.names(of: [hit(0), hit(3)]) == KnownGroups.Names(.overdue))
    #expect(groups.names(of: [hit(1), hit(3), hit(1)]).rawValue.nonzeroBitCount == 2)
  }
}
