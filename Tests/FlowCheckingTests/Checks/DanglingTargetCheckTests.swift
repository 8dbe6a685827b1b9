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

  @Test(arguments: [
    "a: {\(askKnown), next: {\"yes\": b, \"no\": ▼\"\", unsure: b}}\nb: {\(end)}",
    "a: {\(askKnown), skip: {next: ▼\"\"}, next: {\"yes\": b, \"no\": b, unsure: b}}\nb: {\(end)}",
    "a: {say: {zh: \"好\", en: \"ok\"}, next: ▼''}\nb: {\(end)}",
    "a: {branch: [{when: \"today > date('2026-01-01')\", next: b}, {else: ▼\"\"}]}\nb: {\(end)}",
  ])
  func `a route to nothing at all is found`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.severity == .error }
    #expect(
      found.contains { place($0.position) == marked.places.first && $0.check == "shape" },
      "\(found.map { $0.line(in: .en) })")
  }

  @Test func `a start at nothing is found`() {
    let text = """
      schema: 1
      flow: x.y
      version: 1
      title: {zh: "甲", en: "A"}
      start: ▼""
      nodes: {a: {\(end)}}
      """
    let marked = MarkedText(text)
    #expect(faults(marked).map { place($0.position) }.contains(marked.places.first ?? ""))
  }

  @Test func `the nearest name is offered in both languages`() {
    let found = faults(flow("a: {say: {zh: \"好\", en: \"ok\"}, next: finsh}\nfinish: {\(end)}"))
    #expect(found.map(\.message.en) == ["no node is named \"finsh\"; did you mean \"finish\"?"])
    #expect(found.map(\.message.zh) == ["没有名为 \"finsh\" 的节点；是不是 \"finish\"？"])
  }

  @Test func `a review is offered the nearest variable too`() {
    let nodes = "a: {\(askKnown), next: r}\nr: {review: [knwn], next: b}\nb: {\(end)}"
    #expect(
      faults(flow(nodes)).map(\.message.en).contains(
        "no node or variable is named \"knwn\"; did you mean \"known\"?"))
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
