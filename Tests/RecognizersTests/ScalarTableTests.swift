import Testing

@testable import Recognizers

struct ScalarTableTests {
  @Test func `a record says what the fold table and the traits say`() {
    ScalarTable.standard.withLookup { table in
      for scalar in UInt32(0)..<0x110000 where !(0xD800...0xDFFF).contains(scalar) {
        // Beyond plane 2 nothing but the tags says anything: every hundredth scalar is enough.
        guard scalar < 0x30000 || scalar % 101 == 0 || scalar >> 12 == 0xE0 else { continue }
        let entry = FoldTable.standard[scalar]
        let target = entry & 0x1F_FFFF
        let isNumber = entry & FoldTable.twoDigits != 0
        let stays = target == scalar && entry >> 25 == 0
        let record = table[scalar]
        let traits = ScalarTraits.Table.standard[isNumber ? 0x30 + target % 10 : target, entry]
        guard record.fold == (stays ? 0 : entry), record.traits.rawValue == traits.rawValue else {
          Issue.record("U+\(String(scalar, radix: 16)) differs")
          return
        }
      }
    }
  }

  @Test func `no look-up of a scalar leaves the table`() {
    #expect(ScalarTable.standard.holdsEveryScalar)
    #expect(ScalarTable.words.holdsEveryScalar)
  }

  @Test func `a surrogate is marked`() {
    ScalarTable.standard.withLookup { table in
      #expect(table[0xD800].fold != 0)
      #expect(table[0xDFFF].fold != 0)
      #expect(table[0xD7FF].fold == 0)
    }
  }

  @Test func `the table for words has no traits but the classes`() {
    ScalarTable.words.withLookup { table in
      #expect(table[0x5143].traits.isDisjoint(with: .moneyAfter))
      #expect(table[0x33].traits.kind == .digit)
    }
  }
}
