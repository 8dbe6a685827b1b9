import Testing

@testable import Recognizers

struct LentTests {
  @Test func `a place outside reads as the other`() {
    [UInt32(7), 8].withUnsafeBufferPointer { elements in
      let lent = Lent(elements)
      #expect(lent.count == 2)
      #expect(lent[1] == 8)
      #expect(lent[1, or: 0] == 8)
      #expect(lent[2, or: 0] == 0)
      #expect(lent[-1, or: 9] == 9)
    }
  }

  @Test func `nothing lends nothing`() {
    #expect(Lent(UnsafeBufferPointer<UInt32>(start: nil, count: 0))[0, or: 5] == 5)
  }
}
