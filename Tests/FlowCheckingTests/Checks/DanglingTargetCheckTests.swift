import Testing

@testable import FlowChecking

@Suite struct DanglingTargetCheckTests {
  @Test(arguments: [
    "a: {\(askKnown), next: {\"yes\": b, \"no\": ▼bb, unsure: b}}\nb: {\(end)}",
    "a: {say: {zh: \"好\", en: \"ok\"}, next: ▼nowhere}",
    "a: {\(askKnown), skip: {next: ▼c}, next: {\"yes\": b, \"no\": b, unsure: b}}\nb: {\(end)}",
    "a: {\(askKnown), next: b}\nb: {branch: [{when: \"known == 'no'\", next: ▼d}, {else: ▼e}]}\nc: {\(end)}",
    "a: {\(askKnown), next: {\"yes\": r, \"no\": r, unsure: r}}\nr: {review: [a, known, ▼knwn], next: b}\nb: {\(end)}",
  ])
  func `a route to a node that is not there is found`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "dangling-target" }
    #expect(found.map { place($0.position) } == marked.places)
  }

  @Test func `the nearest name is offered in both languages`() {
    let found = faults(flow("a: {say: {zh: \"好\", en: \"ok\"}, next: finsh}\nfinish: {\(end)}"))
    #expect(found.map(\.message.en) == ["no node is named \"finsh\"; did you mean \"finish\"?"])
    #expect(found.map(\.message.zh) == ["没有名为 \"finsh\" 的节点；是不是 \"finish\"？"])
  }

  @Test func `a start, a moved id and a called flow must be there, in the pinned version`() {
    let text = """
      schema: 1
      flow: x.y
      version: 1
      title: {zh: "甲", en: "A"}
      start: ▼b
      use: {one: ▼"test.sub@2", two: ▼"test.subb@1"}
      nodes: {a: {\(end)}}
      moved: {old: ▼c}
      """
    let marked = MarkedText(text)
    #expect(faults(marked).map { place($0.position) } == marked.places)
  }
}
