import Testing

@testable import Expressions

struct MapValueTests {
  private func map(_ count: Int64) throws -> MapValue {
    try #require(MapValue((0..<count).map { (key: .int($0), value: .string("v\($0)")) }))
  }

  @Test(arguments: [3, 8, 9, 500] as [Int64])
  func `a key is found in small and large maps, by int and by whole double`(count: Int64) throws {
    let map = try map(count)
    for key in 0..<count {
      #expect(shown(map[.int(key)] ?? .null) == "'v\(key)'")
      #expect(shown(map[.double(Double(key))] ?? .null) == "'v\(key)'")
    }
    #expect(map[.int(count)] == nil)
    #expect(map[.double(0.5)] == nil)
    #expect(map[.bool(true)] == nil)
    #expect(map[.null] == nil)
    #expect(map.count == Int(count))
  }

  @Test func `entries keep the order they were put in`() throws {
    let map = try #require(
      MapValue([(key: .string("b"), value: .int(1)), (key: .string("a"), value: .int(2))]))
    #expect(map.entries.map { shown($0.key) } == ["'b'", "'a'"])
  }

  @Test func `texts are keys by their scalars`() throws {
    let map = try #require(
      MapValue([(key: .string("é"), value: .int(1)), (key: .string("e\u{301}"), value: .int(2))]))
    #expect(shown(map[text: "e\u{301}"] ?? .null) == "2")
  }

  @Test func `a repeated key and a key of another type make no map`() {
    #expect(MapValue([(key: .int(1), value: .null), (key: .int(1), value: .null)]) == nil)
    #expect(MapValue([(key: .double(1), value: .null)]) == nil)
    #expect(MapValue([(key: .null, value: .null)]) == nil)
    #expect(MapValue([(key: .list([]), value: .null)]) == nil)
  }
}
