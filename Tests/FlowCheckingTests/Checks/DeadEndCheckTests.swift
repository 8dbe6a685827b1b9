import Testing

@testable import FlowChecking

@Suite struct DeadEndCheckTests {
  @Test(arguments: [
    "▼a: {say: {zh: \"好\", en: \"ok\"}}",
    "▼a: {\(askKnown), record: true}",
    "▼a: {\(askKnown), next: {}}",
    "▼a: {branch: []}",
    "▼a: {call: sub, with: {owed: \"money('1')\"}}",
    "a: {\(askKnown), next: {\"yes\": b, \"no\": c, unsure: c}}\n▼b: {compute: {amount: \"money('1')\"}}\nc: {\(end)}",
  ])
  func `a node that leads nowhere is found`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "dead-end" }
    #expect(found.map { place($0.position) } == marked.places)
  }

  @Test func `an outcome leads nowhere and should`() {
    expect("dead-end", "a: {say: {zh: \"好\", en: \"ok\"}, next: b}\nb: {\(end)}")
  }
}
