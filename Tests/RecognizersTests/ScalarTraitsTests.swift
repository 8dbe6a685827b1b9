import Testing

@testable import Recognizers

struct ScalarTraitsTests {
  private static let classes: [ScalarClass] = [
    .other, .digit, .hanziDigit, .hanziUnit, .latin, .space, .wordStart, .han, .sign,
  ]

  private func traits(_ text: String) -> ScalarTraits {
    FoldedText(text).traits(at: 0)
  }

  @Test func `the classes count up from 0 without a gap`() {
    #expect(Self.classes.map { Int($0.rawValue) } == Array(0..<9))
    for raw in UInt8(9)...15 { #expect(ScalarClass(rawValue: raw) == nil) }
  }

  @Test func `every class comes back out of the lowest four bits`() {
    for one in Self.classes {
      let traits = ScalarTraits(rawValue: UInt32(one.rawValue) | ScalarTraits.anchor.rawValue)
      #expect(traits.kind == one)
    }
  }

  @Test func `no trait lies in the bits of the class`() {
    let all: [ScalarTraits] = [
      .anchor, .inNumber, .moneyAfter, .dateAfter, .clockAfter, .lengthAfter, .percentAfter,
      .periodAfter, .cueEnd, .filler, .clauseEnd, .englishTime, .currencyBefore, .timeStart,
      .afterStep, .linkDot, .dialled, .rest, .estimateEnd, .digitLike, .joint, .insideWord,
      .periodStart, .percentStart, .otherCalendar, .han,
    ]
    for one in all { #expect(one.rawValue & 0xF == 0) }
    #expect(all.reduce(0) { $0 | $1.rawValue }.nonzeroBitCount == all.count)
  }

  @Test(arguments: [
    ("3", ScalarClass.digit), ("３", .digit), ("三", .hanziDigit), ("万", .hanziUnit),
    ("q", .latin), (" ", .space), ("今", .wordStart), ("请", .han), ("%", .sign),
  ])
  func `a scalar has its class`(text: String, kind: ScalarClass) {
    #expect(traits(text).kind == kind)
  }

  @Test func `the words of the scanners set the bits`() {
    #expect(traits("元").contains(.moneyAfter))
    #expect(traits("天").contains(.lengthAfter))
    #expect(traits("日").isSuperset(of: [.dateAfter, .lengthAfter]))
    #expect(traits("点").contains(.clockAfter))
    #expect(!traits("天").contains(.dateAfter))
    #expect(traits("‰").contains(.percentAfter))
    #expect(traits("期").contains(.periodAfter))
    #expect(traits("至").contains(.joint))
    #expect(!traits("请").contains(.anchor))
  }
}
