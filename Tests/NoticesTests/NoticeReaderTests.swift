import MoneyAndDates
import Testing

@testable import Notices

/// Whole messages, all invented, with everything they say.
@Suite struct NoticeReaderTests {
  @Test func `a dunning text in disguise is read to the last detail`() {
    let message = MarkedMessage(
      "【⟦顺意分期⟧】⟦林女士⟧您好：\n您的借款合同 ⟦BK20260412-09⟧ 已逾期⟦52天⟧，\n"
        + "应还本金⟦4,100.20⟧元、违约金⟦388.60⟧元，请于⟦11月25日⟧⟦17:30⟧前\n"
        + "点击 ⟦syfq-pay.top/q/3Zx8⟧ 或致电 ⟦①⑦①-6666-0142⟧ 处理，\n"
        + "逾时⟦将上门走访⟧并⟦上报征信⟧。⟦拒收请回复R⟧")
    let notice = NoticeFixture.read(message.text)
    var ranges = message.ranges[...]
    func next() -> Range<Int> { ranges.popFirst() ?? 0..<0 }

    #expect(notice.signatures.map(\.quote.range) == [next()])
    #expect(notice.signatures.first?.institutionID == nil)
    #expect(notice.persons.map(\.quote.range) == [next()])
    #expect(notice.references.map(\.quote.range) == [next()])
    #expect(notice.references.map(\.kind) == [.reference])
    #expect(notice.overdueDays.map(\.quote.range) == [next()])
    #expect(notice.overdueDays.map(\.value) == [52])
    #expect(notice.amounts.map(\.quote.range) == [next(), next()])
    #expect(notice.amounts.map(\.role) == [.principal, .penalty])
    #expect(notice.amounts.map(\.money?.fen) == [410_020, 38_860])
    #expect(notice.dates.map(\.quote.range) == [next()])
    #expect(notice.times.map(\.quote.range) == [next()])
    #expect(notice.deadline?.day == CalendarDate(year: 2026, month: 11, day: 25))
    #expect(notice.deadline?.time == "17:30")
    #expect(notice.links.map(\.quote.range) == [next()])
    #expect(notice.links.map(\.registrable) == ["syfq-pay.top"])
    #expect(notice.links.map(\.isOfficial) == [false])
    #expect(notice.phones.map(\.quote.range) == [next()])
    #expect(notice.phones.map(\.number) == ["17166660142"])
    #expect(notice.phones.map(\.kind) == [.virtualMobile])
    #expect(notice.phones.map(\.disguises) == [[.enclosedDigit]])
    #expect(notice.threats.map(\.quote.range) == [next(), next()])
    #expect(notice.threats.map(\.kind) == [.homeVisit, .creditRecord])
    #expect(notice.optOuts.map(\.range) == [next()])
    #expect(notice.missing == [.lenderFullName, .officialContact])

    let assessment = NoticeFixture.assessor.assess(notice)
    #expect(assessment.level == .likelyScam)
    #expect(assessment.evidence.contains { $0.rule.id == "phone-disguised" })
  }

  @Test func `a card bill states both sums and its day`() {
    let notice = NoticeFixture.read("【招商银行】您尾号4417的信用卡本期账单应还2,310.55元，最低还款额231.06元，请于12月05日前还款")
    #expect(notice.signatures.first?.institutionID != nil)
    #expect(notice.amounts.map(\.role) == [.totalDue, .minimum])
    #expect(notice.references.map(\.quote.text) == ["4417"])
    #expect(notice.deadline?.day == CalendarDate(year: 2026, month: 12, day: 5))
    #expect(NoticeFixture.assessor.assess(notice).level != .likelyScam)
  }

  @Test func `an English demand is read alike`() {
    let notice = NoticeFixture.read(
      "Dear customer, your SunnyCredit loan of Rs. 8,450.00 is overdue. Pay immediately or we take legal action."
    )
    #expect(notice.language == .en)
    #expect(notice.amounts.map(\.value) == ["8450.00"])
    #expect(notice.threats.map(\.kind) == [.sue])
    #expect(notice.urgency.map(\.degree) == [.high])
    #expect(notice.institutions.map(\.quote.text) == ["SunnyCredit"])
    #expect(NoticeFixture.assessor.assess(notice).kind == .collection)
  }

  @Test(arguments: [
    ("您账户⟦5512⟧于03月04日支出20元", true), ("您⟦7340⟧的信用卡消费35.00元", true),
    ("Acct: ******⟦2281⟧ debited", true), ("您账户余额3200元", false), ("验证码 771204 请勿泄露", false),
  ])
  func `the last digits are read where no word for them stands`(marked: String, isTail: Bool) {
    let message = MarkedMessage(marked)
    let tails = NoticeFixture.read(message.text).references.filter { $0.kind == .tail }
    #expect(tails.map(\.quote.range) == (isTail ? message.ranges : []))
  }

  @Test(arguments: [
    ("最高可贷⟦30万⟧", "300000.00"), ("bill of RM⟦71.40⟧ unpaid", "71.40"),
    ("Amt: NGN⟦12,500.00⟧", "12500.00"), ("a prize of Rs ⟦7,25,000⟧", "725000.00"),
  ])
  func `a sum without a sign of its currency is read near a cue`(marked: String, value: String) {
    let message = MarkedMessage(marked)
    let amounts = NoticeFixture.read(message.text).amounts
    #expect(amounts.map(\.quote.range) == message.ranges)
    #expect(amounts.map(\.value) == [value])
  }

  @Test(arguments: [
    "借款编号：⟦ZX88120041⟧", "合同号为⟦*220*17⟧的贷款", "Reference number ⟦LN2099813⟧",
  ])
  func `the number of a paper follows its word`(marked: String) {
    let message = MarkedMessage(marked)
    let papers = NoticeFixture.read(message.text).references.filter { $0.kind == .reference }
    #expect(papers.map(\.quote.range) == message.ranges)
  }

  @Test(arguments: [
    ("已逾期⟦12天⟧", 12), ("已拖欠超过⟦9天⟧", 9), ("已逾期⟦多天⟧", nil as Int?),
  ])
  func `days overdue need the word before them`(marked: String, days: Int?) {
    let message = MarkedMessage(marked)
    let counts = NoticeFixture.read(message.text).overdueDays
    #expect(counts.map(\.quote.range) == message.ranges)
    #expect(counts.map(\.value) == [days])
    #expect(NoticeFixture.read("享12天免息").overdueDays.isEmpty)
  }

  @Test func `an ending that fraud pages prefer is told of a link`() {
    #expect(NoticeFixture.read("请打开 ymzx88.top 看看").links.map(\.hasRiskySuffix) == [true])
    #expect(NoticeFixture.read("请打开 ymzx88.com 看看").links.map(\.hasRiskySuffix) == [false])
  }

  @Test func `a scheme torn off by blanks belongs to the link`() {
    let message = MarkedMessage("pay at ⟦http //qk-loan.xyz/a1⟧ now")
    #expect(NoticeFixture.read(message.text).links.map(\.quote.range) == message.ranges)
  }

  @Test(arguments: ["", " ", "\u{0}", "\u{202E}", "【】", "[", "￥", "🏦🏦", "逾期"])
  func `odd texts are read without a trap`(text: String) {
    let notice = NoticeFixture.read(text)
    #expect(notice.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    _ = NoticeDescription(notice, in: .en).findings
  }
}
