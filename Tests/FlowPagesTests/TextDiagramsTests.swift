import Testing

@testable import FlowPages

@Suite struct TextDiagramsTests {
  @Test func `every node and every way stands in the drawing, in words`() throws {
    let diagram = FlowDiagram(try page(), in: .en)
    #expect(diagram.boxes.map(\.id) == ["known", "look", "owed", "fork", "stranger", "done"])
    #expect(diagram.start == 0)
    #expect(diagram.arrows.contains { $0.from == 0 && $0.to == 2 && $0.words == "Yes" })
    #expect(diagram.arrows.contains { $0.from == 3 && $0.to == 4 && $0.words == "otherwise" })
    let fork = try #require(diagram.arrows.first { $0.from == 3 && $0.to == 5 })
    #expect(fork.words.hasPrefix("known is “Yes” and owed is more"))
  }

  @Test func `the ways of a skipped question join those of an answered one`() throws {
    let ways = FlowDiagram(try page(), in: .zh).arrows.filter { $0.from == 2 }
    #expect(ways.count == 1 && ways[0].words == "跳过")
  }

  @Test func `mermaid text can't end its quotes`() throws {
    let text = FlowDiagram(try page(), in: .en).mermaid
    #expect(text.hasPrefix("---\ntitle: \"Sample <b>\\\"one\\\"</b> & two\"\n---\nflowchart TD\n"))
    for line in text.split(separator: "\n").dropFirst(4) {
      #expect(line.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 0, "\(line)")
      #expect(!line.contains("`") && !line.contains("<b>"), "\(line)")
    }
  }

  @Test func `dot text can't end its quotes`() throws {
    let text = FlowDiagram(try page(), in: .en).dot
    #expect(text.hasPrefix("digraph \"sample.page@3\" {"))
    #expect(text.contains("label=\"Sample <b>\\\"one\\\"</b> & two\";"))
    #expect(text.hasSuffix("}\n"))
  }
}
