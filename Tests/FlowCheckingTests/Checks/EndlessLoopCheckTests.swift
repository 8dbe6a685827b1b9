import SourceText
import Testing

@testable import FlowChecking

@Suite struct EndlessLoopCheckTests {
  @Test(arguments: [
    ("▼a: {say: {zh: \"好\", en: \"ok\"}, next: a}", ["a", "a"]),
    (
      "▼a: {say: {zh: \"好\", en: \"ok\"}, next: b}\nb: {compute: {count: \"1\"}, next: a}",
      ["a", "b", "a"]
    ),
    (
      """
      a: {\(askKnown), next: b}
      ▼b: {branch: [{when: "known == 'yes'", next: c}, {else: d}]}
      c: {say: {zh: "好", en: "ok"}, next: b}
      d: {\(end)}
      """, ["b", "c", "b"]
    ),
  ])
  func `a loop that never asks is found with its nodes`(nodes: String, path: [String]) {
    expect("endless-loop", nodes)
    #expect(faults(flow(nodes)).map(\.path) == [path])
  }

  @Test(arguments: [
    "a: {\(askKnown), next: {\"yes\": b, \"no\": a, unsure: a}}\nb: {\(end)}",
    "a: {\(askKnown), next: {\"yes\": b, \"no\": c, unsure: c}}\nc: {review: [a], next: a}\nb: {\(end)}",
    "a: {call: sub, with: {owed: \"money('1')\"}, next: {done: b, left: a}}\nb: {\(end)}",
  ])
  func `a loop that asks gives no alarm`(nodes: String) {
    expect("endless-loop", nodes)
  }

  @Test func `flows that call each other are found`() {
    let one = """
      schema: 1
      flow: one
      version: 1
      title: {zh: "甲", en: "A"}
      start: a
      use: {other: ▼"two@1"}
      nodes: {a: {call: other, next: b}, b: {\(end)}}
      """
    let marked = MarkedText(one)
    let two = SourceText(
      name: "two.flow.yaml",
      text: one.replacing("▼", with: "").replacing("two@1", with: "one@1")
        .replacing("flow: one", with: "flow: two"))
    let found = FlowChecker.check(flows: [marked.source, two], environment: testEnvironment)
      .diagnostics.filter { $0.file == marked.source.name }
    #expect(found.map { place($0.position) } == marked.places)
    #expect(found.map(\.check) == ["endless-loop"])
  }
}
