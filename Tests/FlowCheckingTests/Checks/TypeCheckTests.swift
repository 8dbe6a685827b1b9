import Testing

@testable import FlowChecking

@Suite struct TypeCheckTests {
  @Test(arguments: [
    "a: {\(askAmount), next: b}\nb: {branch: [{when: \"▼amount\", next: c}, {else: c}]}\nc: {\(end)}",
    "a: {compute: {count: \"▼'three'\"}, next: b}\nb: {say: {zh: \"{count}\", en: \"{count}\"}, next: c}\nc: {\(end)}",
    "a: {compute: {sms: \"notice.read('x')\"}, next: b}\nb: {say: {zh: \"{▼sms}\", en: \"{▼sms}\"}, next: c}\nc: {\(end)}",
    "a: {compute: {sms: \"notice.read('x')\"}, next: b}\nb: {ask: money, text: {zh: \"多少？\", en: \"How much?\"}, guess: \"▼sms.deadline\", record: true, next: c}\nc: {\(end)}",
    "a: {call: sub, with: {owed: \"money('1')\"}, set: {text: ▼sum}, next: b}\nb: {say: {zh: \"{text | 无}\", en: \"{text | none}\"}, next: c}\nc: {\(end)}",
    "a: {call: sub, with: {owed: \"▼1\"}, next: b}\nb: {\(end)}",
    "a: {\(askAmount), record: true, next: ▼{x: b}}\nb: {\(end)}",
    "a: {outcome: x, title: {zh: \"完\", en: \"End\"}, deadlines: [{what: {zh: \"回复\", en: \"Reply\"}, on: \"▼5\"}]}",
  ])
  func `an expression of another type than its place needs is found`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "type" }
    #expect(
      found.map(\.position.line) == marked.offsets.map { marked.source.position(at: $0).line })
    #expect(!found.isEmpty && found.allSatisfy { !$0.message.zh.isEmpty })
  }

  @Test func `what fits gives no alarm`() {
    expect(
      "type",
      """
      a: {compute: {sms: "notice.read('x')"}, next: b}
      b: {ask: tri, text: {zh: "多少？", en: "How much?"}, guess: "size(sms.links) > 0", set: {known: "answer"}, next: c}
      c: {branch: [{when: {known: ["yes", "no"]}, next: d}, {else: d}]}
      d: {call: sub, with: {owed: "money('1')"}, next: e}
      e: {outcome: x, title: {zh: "完", en: "End"}, deadlines: [{what: {zh: "回复", en: "Reply"}, on: "today + 1"}]}
      """)
  }
}
