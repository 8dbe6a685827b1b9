import SourceText
import Testing

@testable import FlowLanguage

@Suite struct FlowReachTests {
  private func flow(_ id: String, uses: [String] = [], tail: String = "") -> SourceText {
    let uses = uses.map { "\($0.filter { $0 != "." }): \"\($0)@1\"" }.joined(separator: ", ")
    return SourceText(
      name: "\(id).flow.yaml",
      text: "schema: 1\nflow: \(id)\nversion: 1\nuse: {\(uses)}\norder: 3\nnodes:\n\(tail)")
  }

  @Test func `a flow needs itself and what it calls, directly or not`() {
    let sources = [
      flow("a.a", uses: ["b.b"]), flow("b.b", uses: ["c.c", "a.a"]), flow("c.c"), flow("d.d"),
    ]
    #expect(FlowReach(sources).sources(for: "a.a").map(\.name) == sources.prefix(3).map(\.name))
    #expect(FlowReach(sources).sources(for: "d.d").count == 1)
    #expect(FlowReach(sources).sources(for: "e.e").isEmpty)
  }

  @Test func `the header is read though the nodes are no YAML`() {
    let source = flow("a.a", tail: "  x: [{]\n\u{0}\n")
    #expect(FlowReach.id(in: source) == "a.a")
    #expect(FlowReach([source]).flows.map(\.order) == [3])
  }

  @Test func `the file of a flow is found by its id, however that is written`() {
    let sources = [
      flow("a.a", uses: ["b.b"]), flow("a.ab"), flow("\"c.\\x63\""), flow("a.b # a.a"),
      flow("b.b"),
    ]
    for (place, id) in ["a.a", "a.ab", "c.c", "a.b", "b.b"].enumerated() {
      #expect(FlowReach.source(of: id, in: sources) == sources[place])
    }
    #expect(FlowReach.source(of: "a", in: sources) == nil)
    let later = flow("a.a", tail: "  x: 1\n")
    #expect(FlowReach.source(of: "a.a", in: sources + [later]) == later)
  }

  @Test(arguments: ["", "[", "schema: 1\n", "nodes: {}\nflow: x.y\n"])
  func `a file without an id is no flow`(text: String) {
    let source = SourceText(name: "x.flow.yaml", text: text)
    #expect(FlowReach.id(in: source) == (text.hasPrefix("nodes") ? "x.y" : nil))
  }
}
