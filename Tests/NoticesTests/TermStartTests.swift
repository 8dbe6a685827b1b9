import MoneyAndDates
import Testing

@testable import Notices

@Suite struct TermStartTests {
  private func deadline(_ text: String) throws -> Deadline {
    let day = try #require(CalendarDate(iso: "2026-11-21"))
    return try #require(NoticeFixture.reader.read(text, received: day).deadline)
  }

  @Test(arguments: [
    "请于判决生效之日起10日内履行", "收到传票之日起15日内提交答辩状", "应在账单日后20日内还款", "到期日起3日内还款", "放款后7日内还款",
    "请于接到法院判决后5日内还款", "Pay within 10 days after the judgment",
    "Pay within 3 days from the due date", "Pay within 7 days of this letter dated 10 Nov",
  ])
  func `a term that runs from another event has no day`(text: String) throws {
    let deadline = try deadline(text)
    #expect(deadline.day == nil && deadline.earliest == nil)
    #expect(deadline.openDay.zh == "日子未定")
  }

  @Test(arguments: [
    ("请于3日内还款", "2026-11-24"), ("请于本通知送达之日起三日内还款", "2026-11-24"),
    ("自收到本短信之日起3日内联系", "2026-11-24"), ("收到后3日内还款", "2026-11-24"),
    ("即日起3日内还款", "2026-11-24"), ("从现在起3日内还款", "2026-11-24"),
    ("请于2026年11月25日后3日内还款", "2026-11-28"), ("自2026年11月10日起7日内还款", "2026-11-17"),
    ("Pay within 3 days of receiving this notice", "2026-11-24"),
    ("Pay within 3 days", "2026-11-24"),
  ])
  func `a term from the message or a named day has one`(text: String, last: String) throws {
    #expect(try deadline(text).day?.iso == last)
  }
}
