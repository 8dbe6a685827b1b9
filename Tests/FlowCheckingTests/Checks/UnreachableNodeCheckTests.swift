import Testing

@testable import FlowChecking

@Suite struct UnreachableNodeCheckTests {
  @Test(arguments: [
    "a: {\(end)}\n▼b: {\(end)}",
    "a: {say: {zh: \"好\", en: \"ok\"}, next: c}\n▼b: {say: {zh: \"好\", en: \"ok\"}, next: c}\nc: {\(end)}",
    "a: {\(end)}\n▼b: {\(askKnown), next: {\"yes\": c, \"no\": c, unsure: b}}\n▼c: {\(end)}",
  ])
  func `a node that nothing leads to is found`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "unreachable-node" }
    #expect(found.map { place($0.position) } == marked.places)
  }

  @Test(arguments: [
    "a: {\(askKnown), skip: {next: c}, next: {\"yes\": b, \"no\": b, unsure: b}}\nb: {\(end)}\nc: {\(end)}",
    "a: {say: {zh: \"好\", en: \"ok\"}, next: finsh}\nfinish: {\(end)}",
    "a: {sy: {zh: \"好\", en: \"ok\"}, next: b}\nb: {\(end)}",
  ])
  func `a skip leads on, and one mistake is not reported twice`(nodes: String) {
    #expect(!faults(flow(nodes)).contains { $0.check == "unreachable-node" })
  }
}
