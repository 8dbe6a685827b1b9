import FlowLanguage
import SourceText
import Testing

/// A flow with a text that tries to be markup, and one of every simple node.
let sampleFlow = """
  schema: 1
  flow: sample.page
  version: 3
  title: {zh: "样例 <b>“一”</b> & 二", en: "Sample <b>\\"one\\"</b> & two"}
  start: known
  vars: {known: {type: tri}, owed: {type: money}, later: {type: date}}
  nodes:
    known:
      ask: tri
      text: {zh: "认识吗？ | *粗*", en: "Known? | *bold* [x](y) `c` --> %% ]] \\"q\\""}
      set: {known: "answer"}
      next: {"yes": owed, "no": stranger, "unsure": look}
    look: {say: {zh: "先看账单", en: "See the bill"}, next: known}
    owed:
      ask: money
      text: {zh: "欠多少？", en: "How much?"}
      set: {owed: "answer"}
      skip: {text: {zh: "不知道", en: "I don't know"}, set: {owed: "money('0')"}}
      next: fork
    fork:
      branch:
        - {when: "known == 'yes' && owed > money('100')", next: done}
        - {else: stranger}
    stranger: {outcome: stranger, title: {zh: "先核实", en: "Verify"}}
    done: {outcome: done, title: {zh: "欠 {owed}", en: "Owed {owed}"}, basis: [rule.X-1]}
  """

func page(_ text: String = sampleFlow) throws -> Flow {
  let (flow, diagnostics) = FlowReader.read(SourceText(name: "s.flow.yaml", text: text))
  try #require(diagnostics.isEmpty, "\(diagnostics.map { $0.line(in: .en) })")
  return try #require(flow)
}
