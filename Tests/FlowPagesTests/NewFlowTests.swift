import FlowLanguage
import SourceText
import Testing

@testable import FlowPages

@Suite struct NewFlowTests {
  @Test(arguments: ["late-rent", "a.b", "A_1"])
  func `a new flow is free of faults of form`(name: String) throws {
    let fresh = try #require(NewFlow(name))
    #expect(FlowReader.read(SourceText(name: "n.flow.yaml", text: fresh.flow)).diagnostics == [])
  }

  @Test(arguments: [
    "", "../x", "a/b", "a..b", "-a", "a-", "名", "a b", String(repeating: "a", count: 65),
  ])
  func `what can't be an id is no name`(name: String) {
    #expect(NewFlow(name) == nil)
  }
}
