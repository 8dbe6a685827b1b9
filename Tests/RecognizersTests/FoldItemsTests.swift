import Testing

@testable import Recognizers

@Suite struct FoldItemsTests {
  private static func items(_ list: String) -> [String] {
    FoldItems(list).map { item in
      let value = item.value.map { "=\($0)" } ?? ""
      return "\(item.first)-\(item.last)\(value)"
    }
  }

  @Test func `an item is a scalar or a run, with a value or without`() {
    #expect(
      Self.items(" 2460-2473=1 24EA=0\n  AD 600-605\n0010FFFF=B")
        == ["9312-9331=1", "9450-9450=0", "173-173", "1536-1541", "1114111-1114111=11"])
    #expect(Self.items("").isEmpty && Self.items(" \n").isEmpty)
  }

  @Test(arguments: [
    UnicodeFolds.digits, UnicodeFolds.enclosed, UnicodeFolds.forms, UnicodeFolds.ignorable,
  ])
  func `nothing of the lists is lost`(list: String) {
    let written = list.split(whereSeparator: \.isWhitespace)
    let items = Array(FoldItems(list))
    #expect(items.count == written.count)
    for (item, text) in zip(items, written) {
      let sides = text.split(separator: "=")
      let bounds = sides[0].split(separator: "-").compactMap { UInt32($0, radix: 16) }
      #expect([item.first, item.last] == [bounds.first, bounds.last])
      #expect(item.value == (sides.count > 1 ? UInt32(sides[1], radix: 16) : nil))
    }
  }
}
