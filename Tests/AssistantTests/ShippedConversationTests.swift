import ShippedFlows
import FlowEngine
import Sessions
import Testing
import Transcripts
import Wording

@testable import Assistant

/// The shipped main flow, talked through; the session is reloaded before every answer.
@Suite struct ShippedConversationTests {
  private static let message = [
    "【青禾小额贷款】陈先生您好：", "您的借款合同 QH20260301-12 已逾期45天，",
    "应还本金2,400.00元、利息96.30元、违约金310.50元，请于11月25日17:00前",
    "点击 qinghe-pay.top/k/3Fa 或致电 ①⑦①-4444-0188 处理，", "逾时将上门走访并上报征信。拒收请回复R",
  ]

  private static let scam: [String: ScriptedLines.Input] = [
    "paste": .paste(message), "sender": "17144440188", "lender_name": "=", "already": "没有",
    "known": "不确定", "find/result": "1", "channel": "2", "borrowed": "是",
  ]

  private static let negotiate: [String: ScriptedLines.Input] = [
    "paste": "-", "sender": "-", "lender_name": "江滨银行", "already": "no", "known": "yes",
    "channel": "confirmed", "borrowed": "yes", "conduct": "0", "claimed": "12000", "owed": "12000",
    "lender_kind": "card", "age/old_debt": "no", "budget/income": "6500",
    "budget/essentials": "4200", "budget/reserve": "500", "true_rate/terms": "no", "rate": "12%",
    "months": "10", "first_due": "2026-12-15", "lump": "-",
  ]

  @Test(arguments: [(scam, "likely_scam"), (negotiate, "negotiate")], Language.allCases)
  func `the main flow is talked through in both languages`(
    run: ([String: ScriptedLines.Input], String), language: Language
  ) {
    let talk = TalkingTest(
      ShippedFlows.programs, flow: "collection.text", facts: ShippedFlows.facts)
    var asked: [String] = []
    var ended = false
    let ending = talk.run(language: language) { key in
      guard let key, asked.count < 60 else {
        defer { ended = true }
        return ended ? nil : .line("")
      }
      asked.append(key)
      // Reviews are confirmed by Enter.
      return run.0[key] ?? .line("")
    }
    #expect(ending == .finished, "\(asked)")
    #expect(talk.entries.last?.key == run.1, "\(asked)")
    #expect(talk.saved.count == 1)
    #expect(talk.printed.utf8.elementsEqual(talk.printed.safeForTerminal.utf8))
  }

  @Test func `the same script from a pipe gives the same transcript`() {
    let markdown = [true, false].map { interactive in
      let talk = TalkingTest(
        ShippedFlows.programs, flow: "collection.text", facts: ShippedFlows.facts)
      _ = talk.run(interactive: interactive) { key in
        key.flatMap { ShippedConversationTests.negotiate[$0] ?? .line("") }
      }
      return talk.saved.last?.markdown
    }
    #expect(markdown[0] != nil)
    #expect(markdown[0] == markdown[1])
  }
}
