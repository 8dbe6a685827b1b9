import SourceText
import Testing

@testable import FlowLanguage

@Suite struct OverlayTests {
  private func flow(_ id: String, in name: String) -> SourceText {
    SourceText(name: name, text: "schema: 1\nflow: \(id)\nversion: 1\nnodes:\n  a: {say: x}\n")
  }

  private func letter(_ id: String, in name: String) -> SourceText {
    SourceText(name: name, text: "---\nid: \(id)\ntitle: \"T\"\n---\nX\n")
  }

  @Test func `a flow takes the place of one with its id, whatever the files are called`() {
    let others = [flow("a.b", in: "one.flow.yaml"), flow("c.d", in: "two.flow.yaml")]
    let own = [flow("c.d", in: "own/one.flow.yaml"), flow("e.f", in: "own/two.flow.yaml")]
    #expect(
      Overlay.flows(own, over: others).map(\.name)
        == ["one.flow.yaml", "own/one.flow.yaml", "own/two.flow.yaml"])
  }

  @Test func `nothing of one's own leaves everything as it is`() {
    let others = [flow("a.b", in: "one.flow.yaml"), flow("a.b", in: "two.flow.yaml")]
    #expect(Overlay.flows([], over: others).map(\.name) == ["one.flow.yaml", "two.flow.yaml"])
  }

  @Test func `files of one's own that share an id stay, and so do files that are no flows`() {
    let broken = SourceText(name: "own/broken.flow.yaml", text: "- x\n")
    let own = [flow("a.b", in: "own/1.flow.yaml"), flow("a.b", in: "own/2.flow.yaml"), broken]
    let odd = SourceText(name: "odd.flow.yaml", text: "[")
    let laid = Overlay.flows(own, over: [flow("a.b", in: "one.flow.yaml"), odd])
    #expect(laid.map(\.name) == ["odd.flow.yaml"] + own.map(\.name))
  }

  @Test func `a letter takes the place of one with its id in its language`() {
    let others = [
      letter("p", in: "p.zh.md"), letter("p", in: "p.en.md"), letter("q", in: "q.en.md"),
    ]
    let own = [letter("p", in: "own/mine.en.md")]
    #expect(
      Overlay.letters(own, over: others).map(\.name) == ["p.zh.md", "q.en.md", "own/mine.en.md"])
  }
}
