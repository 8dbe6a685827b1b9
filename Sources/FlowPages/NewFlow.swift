import Wording

/// A small flow of one question and two outcomes with its scenarios: valid as it stands, meant to
/// be changed.
package struct NewFlow: Sendable {
  /// The flow's id and the name of its files.
  package let name: String

  /// A flow of a name; `nil` where the name can't be an id: ASCII letters, digits, `_`, joined by
  /// single dots or hyphens.
  package init?(_ name: String) {
    guard NewFlow.isName(name) else { return nil }
    self.name = name
  }

  private static func isName(_ name: String) -> Bool {
    var expectsWord = true
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): expectsWord = false
      case UInt8(ascii: "."), UInt8(ascii: "-"):
        if expectsWord { return false }
        expectsWord = true
      default: return false
      }
    }
    return !expectsWord && name.utf8.count <= 64
  }

  /// The flow's file.
  package var flow: String {
    """
    schema: 1
    flow: \(name)
    version: 1
    title: {zh: "新流程", en: "A new flow"}
    offer: {zh: "新流程（请改成你的一句话）", en: "A new flow (write your own line)"}
    start: owed
    vars:
      owed: {type: money}
      told: {type: tri}
    nodes:
      owed:
        ask: money
        text: {zh: "一共欠多少？", en: "How much do you owe?"}
        why: {zh: "后面的话要对得上这个数。", en: "What follows rests on this sum."}
        help: {zh: "看账单或合同。", en: "See the bill or the contract."}
        check:
          - {that: "answer > money('0')", say: {zh: "要大于 0。", en: "It must be above 0."}}
        set: {owed: "answer"}
        next: told
      told:
        ask: tri
        text: {zh: "告诉对方了吗？", en: "Have you told them?"}
        why: {zh: "说过和没说过，下一步不一样。", en: "The next step depends on it."}
        help: {zh: "翻翻聊天记录和通话记录。", en: "Look through your messages and calls."}
        set: {told: "answer"}
        next: {"yes": done, "no": tell, "unsure": look}
      look:
        say: {zh: "先查一查，再回答。", en: "Look first, then answer."}
        next: told
      tell:
        outcome: tell_them
        title: {zh: "先告诉对方：欠 {owed}", en: "Tell them first: you owe {owed}"}
        steps:
          - {do: {zh: "写信说明情况。", en: "Write to them."}, by: "today + 1"}
      done:
        outcome: wait
        title: {zh: "已经说过，等对方答复", en: "They know; wait for their answer"}

    """
  }

  /// The scenarios' file: each outcome once.
  package var scenarios: String {
    """
    - scenario: not_told_yet
      flow: \(name)
      lang: zh
      today: 2026-11-21
      answers:
        owed: "1800"
        told: "no"
      expect:
        outcome: tell_them
        facts: {owed: "1800.00"}
    - scenario: unsure_then_told
      flow: \(name)
      lang: en
      today: 2026-11-21
      answers:
        owed: "1800"
        told: "unsure"
        "told#2": "yes"
      expect:
        outcome: wait
        path: [owed, told]

    """
  }
}
