/// The places of the cases of an enumeration, told without hashing.
struct CaseOrder<Case: CaseIterable & Hashable & Sendable>: Sendable {
  private let cases: [Case]
  /// Whether the byte of each case is its place, as the compiler lays out cases without values.
  private let isByte: Bool

  init() {
    cases = Array(Case.allCases)
    isByte =
      MemoryLayout<Case>.size == 1
      && cases.enumerated().allSatisfy { Int(CaseOrder.byte($0.element)) == $0.offset }
  }

  @inline(__always)
  private static func byte(_ value: Case) -> UInt8 { withUnsafeBytes(of: value) { $0[0] } }

  var count: Int { cases.count }

  @inline(__always)
  func place(_ wanted: Case) -> Int {
    if isByte { return Int(CaseOrder.byte(wanted)) }
    var place = 0
    while place < cases.count, cases[place] != wanted { place += 1 }
    return place
  }
}
