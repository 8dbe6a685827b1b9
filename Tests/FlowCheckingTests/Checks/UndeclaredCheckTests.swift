import Testing

@testable import FlowChecking

@Suite struct UndeclaredCheckTests {
  @Test(arguments: [
    "a: {ask: money, text: {zh: \"多少？\", en: \"How much?\"}, set: {▼amont: \"answer\"}, record: true, next: b}\nb: {\(end)}",
    "a: {compute: {▼total: \"money('1')\"}, next: b}\nb: {\(end)}",
    "a: {compute: {count: \"▼cuont + 1\"}, next: b}\nb: {\(end)}",
    "a: {compute: {sms: \"notice.▼raed('x')\"}, next: b}\nb: {\(end)}",
    "a: {compute: {sms: \"notice.read('x')\"}, next: b}\nb: {say: {zh: \"{sms.▼txt}\", en: \"{sms.▼txt}\"}, next: c}\nc: {\(end)}",
    "a: {call: ▼sbu, next: b}\nb: {\(end)}",
    "a: {call: sub, with: {owed: \"money('1')\", ▼owe: \"1\"}, next: b}\nb: {\(end)}",
    "a: {call: sub, with: {owed: \"money('1')\"}, set: {▼agred: sum}, next: b}\nb: {\(end)}",
    "a: {call: sub, with: {owed: \"money('1')\"}, set: {agreed: ▼sun}, next: b}\nb: {\(end)}",
    "a: {branch: [{when: {▼knwn: \"yes\"}, next: b}, {else: b}]}\nb: {\(end)}",
    "a: {compute: {count: \"▼answer\"}, next: b}\nb: {\(end)}",
  ])
  func `a name that nobody declared is found`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "undeclared" }
    #expect(found.map { place($0.position) } == marked.places, "\(found.map { $0.line(in: .en) })")
  }

  @Test func `record types must be the cores' own and inputs are not set`() {
    let text = """
      schema: 1
      flow: x.y
      version: 1
      title: {zh: "甲", en: "A"}
      start: a
      inputs: {given: {type: money}}
      vars: {▼n: {type: Notic}, m: {type: list(Notice)}}
      nodes:
        a: {compute: {▼given: "given"}, next: b}
        b: {\(end)}
      """
    let marked = MarkedText(text)
    let found = faults(marked)
    #expect(found.map { place($0.position) } == marked.places, "\(found.map { $0.line(in: .en) })")
  }

  @Test func `today, lang, flow and answer are known where they belong`() {
    expect(
      "undeclared",
      """
      a: {ask: date, text: {zh: "何时？", en: "When?"}, check: [{that: "answer <= today", say: {zh: "太晚", en: "Too late"}}], set: {text: "lang + flow"}, next: b}
      b: {say: {zh: "{text}", en: "{text}"}, next: c}
      c: {\(end)}
      """)
  }
}
