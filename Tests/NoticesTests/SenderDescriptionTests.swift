import Facts
import Testing
import Wording

@testable import Notices

@Suite struct SenderDescriptionTests {
  @Test func `a published number is named with its owner, and never called proof`() throws {
    let bank = try #require(NoticeFixture.facts.institutions.first { !$0.phones.isEmpty })
    let number = try #require(bank.phones.first?.number)
    let text = SenderDescription(NoticeFixture.facts, in: .en).meaning(of: number)
    #expect(text.contains(bank.name.en))
    #expect(text.contains("forged"))
  }

  @Test(
    arguments: [
      ("1069 0123 4567 89", "106-690"), ("106980001234", "106-695-8"), ("10655912345", "106-65"),
      ("10691234567", "106-69"), ("95588", "953-955-956"), ("95017", "95-callcentre"),
      ("955881234", "95-other"), ("12378", "12xxx"), ("12368", "12368"), ("96110", "96110"),
      ("10086", "100xx"), ("+86 138 0000 1234", "mobile"), ("17055550142", "mobile-mvno"),
      ("+85255550142", "overseas-plus"), ("0085255550142", "overseas-00"), ("l0086", "odd-chars"),
      ("ICBC95588", "odd-chars"), ("0012378", "short-with-more"),
      ("123781", "short-with-more"), ("9611011", "short-with-more"), ("012368", "short-with-more"),
      ("0095588", "short-with-more"), ("+8695588", "short-with-more"), ("021-60550188", "landline"),
      ("4008550142", "400"),
    ] as [(String, String)], Language.allCases)
  func `each form of sender says what it means and what it does not prove`(
    sender: (number: String, shape: String), language: Language
  ) throws {
    let text = SenderDescription(NoticeFixture.facts, in: language).meaning(of: sender.number)
    let shape = try #require(
      NoticeFixture.facts.numberShapes.first { $0.id == sender.shape })
    #expect(text.contains(shape.means[language].safeForTerminal))
    #expect(text.contains(shape.doesNotMean[language].safeForTerminal))
    #expect(NoticeFixture.read("您好", sender: sender.number).sender?.shapeID == sender.shape)
  }

  @Test(arguments: ["ICBC", "某某银行", "Bank-Info"])
  func `a name in place of a number proves nothing`(name: String) {
    let zh = SenderDescription(NoticeFixture.facts, in: .zh).meaning(of: name)
    let en = SenderDescription(NoticeFixture.facts, in: .en).meaning(of: name)
    #expect(zh.contains("不能证明是谁发的"))
    #expect(en.contains("does not prove"))
  }

  @Test(arguments: [
    ("95588", "【工商银行】您的账单已出", "sender-known"),
    ("95588", "【支付宝】您的花呗账单已出", "sender-is-anothers"),
  ])
  func `a sender is matched with the registry and the name in the text`(
    sender: String, text: String, rule: String
  ) {
    #expect(NoticeFixture.read(text, sender: sender).sender?.ownerID != nil)
    #expect(NoticeFixture.assess(text, sender: sender).evidence.contains { $0.rule.id == rule })
  }

  @Test func `an unknown number says what its form means and does not mean`() {
    let text = SenderDescription(NoticeFixture.facts, in: .zh).meaning(of: "171 6666 0142")
    #expect(text.contains("不在任何机构的公开号码里"))
    #expect(text.contains("虚拟运营商"))
    #expect(text.contains("不等于诈骗"))
    #expect(SenderDescription(NoticeFixture.facts, in: .zh).meaning(of: " ").isEmpty)
  }
}
