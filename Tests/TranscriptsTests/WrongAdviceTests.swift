import ShippedFlows
import FlowLanguage
import Testing
import Wording

/// Wrong advice that is common on the web, and the place where a flow corrects it with its reason.
@Suite struct WrongAdviceTests {
  private struct Correction: Sendable, CustomTestStringConvertible {
    let flow: String
    let node: String
    let zh: String
    let en: String
    var testDescription: String { "\(flow)/\(node)" }
  }

  private static let corrections = [
    // "Delete the text at once": reports and courts need the original.
    Correction(
      flow: "collection.text", node: "likely_scam", zh: "网上说“马上删掉”", en: "delete it at once"),
    Correction(flow: "scam.damage", node: "keep", zh: "先别删短信", en: "Do not delete the text"),
    // "Call or mail the sender to complain": it shows that the number is in use.
    Correction(
      flow: "source.findout", node: "how", zh: "打过去投诉发信人", en: "call the sender and complain"),
    Correction(
      flow: "complaint.file", node: "fraud_say", zh: "别为了讨说法再去联系", en: "Do not contact them again"),
    // "The consumer association or market regulator": they do not supervise lenders.
    Correction(flow: "complaint.file", node: "door_say", zh: "打消协", en: "the consumer association"),
    // "Search the web for the official number": copies stand first.
    Correction(
      flow: "source.findout", node: "how", zh: "不要在网上搜它的客服电话", en: "Do not search the web"),
    Correction(
      flow: "line.unreachable", node: "wrong_say", zh: "不从搜索结果点",
      en: "not taken from search results"),
    // "Cooperate with home visits": nobody need be let in.
    Correction(flow: "visit.home", node: "announced_say", zh: "配合上门", en: "cooperate with visits"),
    // "It is a licensed institution": the contract and the lender's list decide.
    Correction(flow: "lender.kind", node: "how_say", zh: "自称“持牌”", en: "calls itself licensed"),
    // "Pay the interest first to stop late fees": the order is law or contract.
    Correction(
      flow: "repay.negotiate", node: "script_say", zh: "先还利息就能停滞纳金", en: "paying interest first"),
    // "Borrow from family to clear it": compare, and never on the day one is pressed.
    Correction(
      flow: "help.offers", node: "new_loan_say", zh: "向家里借也一样", en: "borrowing from family"),
    // "Overdue goes to the credit record after so many days": there is no such rule.
    Correction(flow: "credit.record", node: "grace_say", zh: "逾期几天必上征信", en: "no nationwide"),
    // "A personalised instalment plan is your right, for online loans too": cards alone, if the bank agrees.
    Correction(
      flow: "repay.negotiate", node: "card_say", zh: "网贷也能个性化分期", en: "online loans is wrong"),
    // "Four times the LPR caps every loan": private lending only.
    Correction(flow: "loan.rate", node: "caps_say", zh: "四倍 LPR 管所有网贷", en: "four times the LPR"),
    // "The record can be repaired": the one-time repair is over, and paid repair is a fraud.
    Correction(
      flow: "credit.record", node: "stays_say", zh: "一次性信用修复已经结束", en: "one-time credit repair is"),
  ]

  @Test(arguments: corrections)
  private func `wrong advice is corrected where a person meets it`(correction: Correction) throws {
    let flow = try #require(ShippedFlows.flows.first { $0.id == correction.flow })
    let lines = String(decoding: flow.source.utf8, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "  \(correction.node):"))
    let node = lines[(start + 1)...].prefix { $0.isEmpty || $0.hasPrefix("   ") }
    #expect(node.contains { $0.contains(correction.zh) }, "\(correction.zh)")
    #expect(node.contains { $0.contains(correction.en) }, "\(correction.en)")
  }
}
