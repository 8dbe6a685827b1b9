import Facts
import Testing

@testable import Notices

@Suite struct SenderDescriptionTests {
  @Test func `a published number is named with its owner, and never called proof`() throws {
    let bank = try #require(NoticeFixture.facts.institutions.first { !$0.phones.isEmpty })
    let number = try #require(bank.phones.first?.number)
    let text = SenderDescription(NoticeFixture.facts, in: .en).meaning(of: number)
    #expect(text.contains(bank.name.en))
    #expect(text.contains("forged"))
  }

  @Test func `an unknown number says what its form means and does not mean`() {
    let text = SenderDescription(NoticeFixture.facts, in: .zh).meaning(of: "171 6666 0142")
    #expect(text.contains("不在任何机构的公开号码里"))
    #expect(text.contains("虚拟运营商"))
    #expect(text.contains("不等于诈骗"))
    #expect(SenderDescription(NoticeFixture.facts, in: .zh).meaning(of: " ").isEmpty)
  }
}
