/// The places of the cases of an enumeration, told without hashing.
struct CaseOrder<Case: CaseIterable & Hashable & Sendable>: Sendable {
  private let cases: [Case]

  init() { cases = Array(Case.allCases) }

  var count: Int { cases.count }

  @inline(__always)
  func place(_ wanted: Case) -> Int {
    var place = 0
    while place < cases.count, cases[place] != wanted { place += 1 }
    return place
  }
}
