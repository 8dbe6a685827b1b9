import SourceText
import Testing

@testable import FlowLanguage

private func flow(_ id: String, version: Int) throws -> Flow {
  let text = """
    schema: 1
    flow: \(id)
    version: \(version)
    title: {zh: "甲", en: "A"}
    start: a
    use: {other: "two@2"}
    nodes: {a: {outcome: x, title: {zh: "完", en: "End"}}}
    """
  return try #require(FlowReader.read(SourceText(name: id, text: text)).flow)
}

@Suite struct FlowLibraryTests {
  @Test func `a use finds the flow of its version only`() throws {
    let one = try flow("one", version: 1)
    let use = try #require(one.use("other"))
    #expect(FlowLibrary(flows: [one, try flow("two", version: 2)]).flow(for: use)?.id == "two")
    #expect(FlowLibrary(flows: [one, try flow("two", version: 3)]).flow(for: use) == nil)
  }

  @Test func `a later flow takes the place of an earlier one`() throws {
    let library = FlowLibrary(flows: [try flow("two", version: 1), try flow("two", version: 2)])
    #expect(library.flow("two")?.version == 2)
  }
}
