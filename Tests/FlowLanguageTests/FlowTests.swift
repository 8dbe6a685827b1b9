import SourceText
import Testing

@testable import FlowLanguage

@Suite struct FlowTests {
  private static func flow(_ nodes: [String]) throws -> Flow {
    let text = """
      schema: 1
      flow: test.places
      version: 1
      title: {zh: "测试", en: "Test"}
      start: a
      nodes:

      """
    let outcome = "{outcome: x, title: {zh: \"完\", en: \"End\"}}\n"
    let body = nodes.map { "  \($0): \(outcome)" }.joined()
    return try #require(FlowReader.read(SourceText(name: "t", text: text + body)).flow)
  }

  @Test(arguments: [["a"], ["a", "b", "c"], ["a", "b", "b", "c"], ["a", "a", "b"]])
  func `a node is found from everywhere where it is found at all`(nodes: [String]) throws {
    let flow = try Self.flow(nodes)
    for id in ["a", "b", "c", "d", ""] {
      for place in -1...nodes.count {
        #expect(flow.nodeIndex(id, from: place) == flow.nodeIndex(id))
      }
    }
  }
}
