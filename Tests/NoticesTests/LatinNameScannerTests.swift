import Testing

@testable import Notices

@Suite struct LatinNameScannerTests {
  @Test(arguments: [
    "Your ⟦Quickpeso⟧ loan is overdue", "⟦Aspen Valley Bank⟧ has written to you",
    "she took a loan from ⟦Mintfast⟧ and gave your number", "⟦SunnyCredit⟧ reminder: pay your debt",
  ])
  func `a capitalised name beside a money word is an institution`(marked: String) {
    let message = MarkedMessage(marked)
    #expect(NoticeFixture.read(message.text).institutions.map(\.quote.range) == message.ranges)
  }

  @Test(arguments: ["Your loan is overdue", "Personal loan offer", "Dear Customer pay your bill"])
  func `common words are none`(text: String) {
    #expect(NoticeFixture.read(text).institutions.isEmpty)
  }
}
