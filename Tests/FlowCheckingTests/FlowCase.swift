import Expressions
import FlowLanguage
import SourceText
import Testing
import Wording

@testable import FlowChecking

private func label(_ word: String) -> BilingualText { BilingualText(zh: word, en: word) }

/// The types and functions of the flows in these tests.
let testEnvironment = Environment.standard.adding(
  types: [
    RecordType(
      "Notice",
      fields: [
        .init("text", .string, label: label("text")),
        .init("links", .list(.string), label: label("links")),
        .init("deadline", .date, mayBeAbsent: true, label: label("deadline")),
        .init("amount", .money, mayBeAbsent: true, label: label("amount")),
      ]),
    RecordType("Fact", fields: [.init("text", .string, label: label("text"))]),
  ],
  functions: [
    Function(
      "notice.read", parameters: [.string], result: .record("Notice"), summary: label("read")
    ) { _, _ in .null },
    Function("fact", parameters: [.string], result: .record("Fact"), summary: label("fact")) {
      _, _ in .null
    },
  ])

/// What stands before the nodes of every flow here; `sub` can be called and ends in two ways.
private let header = """
  schema: 1
  flow: test.flow
  version: 1
  title: {zh: "测试", en: "Test"}
  start: a
  use: {sub: "test.sub@1"}
  vars:
    known: {type: tri}
    lender: {type: choice, options: {bank: {zh: "银行", en: "Bank"}, card: {zh: "信用卡", en: "Card"}, other: {zh: "其他", en: "Other"}}}
    signs: {type: multi, options: {link: {zh: "链接", en: "Link"}, code: {zh: "验证码", en: "Code"}}}
    amount: {type: money}
    text: {type: text}
    sms: {type: Notice}
    agreed: {type: money}
    count: {type: integer}

  """

private let sub = """
  schema: 1
  flow: test.sub
  version: 1
  title: {zh: "子流程", en: "Sub-flow"}
  start: s
  inputs: {owed: {type: money}}
  outputs: {sum: {type: money}}
  vars: {sure: {type: tri}}
  nodes:
    s:
      ask: tri
      text: {zh: "谈成了吗？{owed}", en: "Did they agree? {owed}"}
      set: {sure: "answer"}
      next: {"yes": set, "no": left, "unsure": left}
    set: {compute: {sum: "owed"}, next: done}
    done: {outcome: done, title: {zh: "成", en: "Agreed"}}
    left: {outcome: left, title: {zh: "没成", en: "Not agreed"}}
  """

/// A question that every flow here may begin with: a tri that nothing but its routes needs.
let askKnown = """
  ask: tri, text: {zh: "知道吗？", en: "Known?"}, set: {known: "answer"}
  """
let askAmount = """
  ask: money, text: {zh: "多少？", en: "How much?"}, set: {amount: "answer"}
  """
let end = """
  outcome: end, title: {zh: "完", en: "End"}
  """

/// Everything that the reader and all checks find in a flow made of these nodes.
func faults(
  _ nodes: MarkedText, letters: [SourceText] = [], facts: [String: FactStatus]? = nil
) -> [Diagnostic] {
  let subFlow = SourceText(name: "sub.flow.yaml", text: sub)
  return FlowChecker.check(
    flows: [nodes.source, subFlow], letters: letters, environment: testEnvironment, facts: facts
  ).diagnostics
}

/// A flow of the test header and these lines, `▼` where a fault is expected.
func flow(_ nodes: String, more variables: String = "") -> MarkedText {
  let more = variables.isEmpty ? "" : "  \(variables)\n"
  return MarkedText(
    header + more + "nodes:\n" + nodes.split(separator: "\n").map { "  \($0)\n" }.joined())
}

/// The marked places must be those of a check's faults, and no other check may complain.
func expect(
  _ check: String, _ nodes: String, letters: [SourceText] = [], facts: [String: FactStatus]? = nil,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let marked = flow(nodes)
  let found = faults(marked, letters: letters, facts: facts)
  #expect(
    found.map { "\(place($0.position)) \($0.check)" } == marked.places.map { "\($0) \(check)" },
    "\(found.map { $0.line(in: .en) })", sourceLocation: sourceLocation)
}
