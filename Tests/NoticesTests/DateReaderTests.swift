import MoneyAndDates
import Testing

@testable import Notices

@Suite struct DateReaderTests {
  private func read(_ text: String, on day: String) -> Notice {
    NoticeFixture.reader.read(text, received: CalendarDate(iso: day))
  }

  @Test(arguments: [
    ("2026-09-30", "2026-10-10"), ("2026-02-13", "2026-02-25"), ("2026-11-20", "2026-11-25"),
  ])
  func `working days are counted as deadlines are`(received: String, last: String) throws {
    let deadline = try #require(read("请于3个工作日内还款", on: received).deadline)
    #expect(deadline.day?.iso == last)
    let calendar = try #require(NoticeFixture.holidays)
    let day = try #require(CalendarDate(iso: received))
    #expect(calendar.adding(workingDays: 3, to: day).lastDay == deadline.day)
  }

  @Test(arguments: [
    ("3个工作日内", "2026-12-30", "2027-01-02"), ("5个工作日内", "2026-12-25", "2027-01-01"),
    ("3至5个工作日内", "2026-11-20", "2026-11-25"), ("3-5日内", "2026-11-21", "2026-11-24"),
    ("三五天内", "2026-11-21", "2026-11-24"), ("24-48小时内", "2026-11-21", "2026-11-21"),
    ("48小时内", "2026-11-21", "2026-11-22"),
  ])
  func `a last day that is not certain is given as the earliest one`(
    text: String, received: String, earliest: String
  ) throws {
    let notice = read("请于\(text)还款", on: received)
    let deadline = try #require(notice.deadline)
    #expect(deadline.day == nil)
    #expect(deadline.earliest?.iso == earliest)
    let date = try #require(notice.dates.first)
    #expect(date.day == nil)
    #expect(date.earliest == deadline.earliest)
    let day = try #require(deadline.earliest)
    #expect(deadline.openDay.zh.contains(day.formatted(in: .zh)))
    #expect(deadline.openDay.en.contains(day.formatted(in: .en)))
  }

  @Test(arguments: [
    ("请于9月30日前还款", "2026-09-30"), ("请于2026年9月30日前还款", "2026-09-30"),
    ("请于3月底前还款", "2026-03-31"), ("请于12月5日前还款", "2026-12-05"), ("请于20日前还款", "2026-12-20"),
    ("请于本月底前还清", "2026-11-30"), ("请在下周一前处理", "2026-11-23"), ("请于周日前还款", "2026-11-22"),
    ("请于年底前结清", "2026-12-31"), ("请本周内还清", "2026-11-22"), ("请于本周五前还款", "2026-11-20"),
    ("还款日为下周三", "2026-11-25"), ("请于一个月内结清", "2026-12-21"), ("次月10日前还款", "2026-12-10"),
    ("Please pay by the 20th", "2026-12-20"), ("Please pay by the end of this month", "2026-11-30"),
  ])
  func `the last day is the named one, past or to come, in numbers or words`(
    text: String, last: String
  ) {
    #expect(read(text, on: "2026-11-21").deadline?.day?.iso == last)
  }

  @Test(arguments: ["请于11月25日至11月30日期间还款", "请于11月25日-30日还款", "请在2026-11-25至2026-11-30还清"])
  func `a range of days ends with its second day`(text: String) {
    let notice = read(text, on: "2026-11-21")
    #expect(notice.dates.compactMap { $0.day?.iso } == ["2026-11-25", "2026-11-30"])
    #expect(notice.deadline?.day?.iso == "2026-11-30")
  }

  @Test(arguments: ["我司近一个月内多次联系您未果", "您首次月供3000元", "请于3月10日后再来"])
  func `what has been or begins is no last day`(text: String) {
    #expect(read(text, on: "2026-11-21").deadline == nil)
  }

  @Test func `two lengths are both in the value`() {
    #expect(read("请于3-5日内还款", on: "2026-11-21").dates.map(\.value) == ["rel:P3D/P5D"])
    #expect(read("请于48小时内还款", on: "2026-11-21").dates.map(\.value) == ["rel:PT48H"])
  }

  @Test func `days that are certain stay a day`() {
    #expect(read("请于3日内还款", on: "2026-11-21").deadline?.day?.iso == "2026-11-24")
    #expect(read("请于11月25日18:00前还款", on: "2026-11-21").deadline?.day?.iso == "2026-11-25")
  }

  @Test(
    arguments: [
      ("【云桥消费】您的借款11月25日到期，请留意", DateFinding.Role.due),
      ("您的账单3200元，11月25日到期", .due), ("账单11月25日前还款", .due),
      ("【云桥消费】您的借款11月25日已结清", nil), ("您11月25日消费300元", .event),
      ("交易日11月25日，金额300元", .event), ("您未逾期，请按时于11月25日还款200元", .due),
      ("已收到您的请求，于11月25日退款200元", .event),
    ] as [(String, DateFinding.Role?)])
  func `the part of a day is told by what stands beside it, not by a name in the signature`(
    text: String, role: DateFinding.Role?
  ) throws {
    let date = try #require(read(text, on: "2026-11-21").dates.first)
    #expect(date.role == role)
  }

  @Test(arguments: [("三日后", "rel:P3D"), ("3天后", "rel:P3D"), ("两周后", "rel:P2W")])
  func `so many days later is a day`(text: String, value: String) throws {
    let date = try #require(read("将于\(text)扣款", on: "2026-11-21").dates.first)
    #expect(date.value == value)
    #expect(date.day?.iso == (value == "rel:P2W" ? "2026-12-05" : "2026-11-24"))
    #expect(read("三天前已提醒您", on: "2026-11-21").dates.isEmpty)
  }
}
