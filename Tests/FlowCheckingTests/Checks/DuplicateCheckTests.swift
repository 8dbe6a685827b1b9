import SourceText
import Testing

@testable import FlowChecking

@Suite struct DuplicateCheckTests {
  @Test func `a node that stands twice is found`() {
    expect("duplicate", "a: {\(end)}\n▼a: {\(end)}")
  }

  @Test func `a variable named like a group of functions, and a moved id in use, are found`() {
    let marked = MarkedText(
      """
      schema: 1
      flow: x.y
      version: 1
      title: {zh: "甲", en: "A"}
      start: a
      vars: {▼notice: {type: text}}
      nodes: {a: {\(end)}}
      moved: {▼a: a}
      """)
    let found = faults(marked)
    #expect(found.map { place($0.position) } == marked.places)
    #expect(found.allSatisfy { $0.check == "duplicate" })
  }

  @Test func `two flows with one id are found`() {
    let text = flow("a: {\(end)}").source.utf8
    let (one, two) = (SourceText(name: "1", utf8: text), SourceText(name: "2", utf8: text))
    let found = FlowChecker.check(flows: [one, two], environment: testEnvironment).diagnostics
    #expect(found.filter { $0.check == "duplicate" }.map(\.file) == ["2"])
  }
}
