import Testing

@testable import FlowChecking

@Suite struct SyntaxCheckTests {
  @Test(arguments: [
    "a: {branch: [{when: \"text ▼= 'x'\", next: b}, {else: b}]}\nb: {\(end)}",
    "a: {compute: {count: \"1 +▼\"}, next: b}\nb: {\(end)}",
    "a: {say: {zh: \"{(1▼}\", en: \"ok\"}, next: b}\nb: {\(end)}",
    "a: {compute: {count: '1 ▼＋ 2'}, next: b}\nb: {\(end)}",
    "a: {say: {zh: \"好 ▼}\", en: \"ok\"}, next: b}\nb: {\(end)}",
  ])
  func `what can't be read is found on its line`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "syntax" }
    #expect(!found.isEmpty)
    #expect(Set(found.map(\.position.line)) == [8 + 9], "\(found.map { $0.line(in: .en) })")
  }

  @Test(arguments: [
    "a: {branch: [{when: \"text == 'x = y，（好）'\", next: b}, {else: b}]}\nb: {\(end)}",
    "a: {say: {zh: \"{{不是表达式}}，{size('a') + 1}\", en: \"{{no expression}} {size('a') + 1}\"}, next: b}\nb: {\(end)}",
    "a: {compute: {count: '1 + 2'}, next: b}\nb: {\(end)}",
  ])
  func `what can be read gives no alarm`(nodes: String) {
    #expect(!faults(flow(nodes)).contains { $0.check == "syntax" })
  }

  @Test func `an expression in a block or with escapes keeps its place`() {
    let marked = flow(
      "a:\n  compute:\n    count: >-\n      1 +\n      ▼cuont\n    text: \"'a\\\"' + ▼txet\"\n  next: b\nb: {\(end)}"
    )
    let found = faults(marked).filter { $0.check == "undeclared" }
    #expect(found.map { place($0.position) } == marked.places, "\(found.map { $0.line(in: .en) })")
  }
}
