import MoneyAndDates
import Recognizers
import Testing

struct RelativeTimeScannerTests {
  @Test(arguments: [
    Example("⟦三个工作日内⟧", "time.length-bound", "2026-11-21 2026-11-26"),
    Example("⟦十五日内⟧", "time.length-bound", "2026-11-21 2026-12-07"),
    Example("收到后⟦48小时内⟧", "time.length-bound", "2026-11-21T10:30 2026-11-23T10:30"),
    Example("⟦3天前⟧", "time.length-bound", "2026-11-18 2026-11-19"),
    Example("⟦未来7天⟧", "time.stretch", "2026-11-21 2026-11-28"),
    Example("⟦前两个月⟧", "time.stretch", "2026-09-01 2026-11-01"),
    Example("⟦近三个月⟧", "time.stretch", "2026-08-21 2026-11-21"),
    Example("⟦近2年⟧", "time.stretch", "2024-11-21 2026-11-21"),
    Example("⟦后3年⟧", "time.stretch", "2026-11-22 2029-11-22"),
    Example("⟦后两个月⟧", "time.stretch", "2026-11-22 2027-01-22"),
    Example("⟦过去的90分钟里⟧", "time.stretch", "2026-11-21T09:00 2026-11-21T10:30"),
    Example("⟦未来的5天内⟧", "time.stretch", "2026-11-21 2026-11-26"),
    Example("⟦12月3日起5日内⟧付清", "time.length-from-day", "2026-12-03 2026-12-09"),
    Example("⟦自12月3日之日起10日内⟧", "time.length-from-day", "2026-12-03 2026-12-14"),
    Example("⟦12月3日的两周后⟧", "time.length-from-day", "2026-12-17 2026-12-18"),
    Example("⟦三天后下午5点⟧", "time.date-and-clock", "2026-11-24T17:00 2026-11-24T18:00"),
    Example("⟦两天后的上午⟧", "time.day-part", "2026-11-23T08:00 2026-11-23T12:00"),
    Example("⟦两年后5月1日⟧", "date.year-month-day", "2028-05-01 2028-05-02"),
    Example("⟦三年后的2月⟧", "date.month", "2029-02-01 2029-03-01"),
    Example("⟦每月8日⟧还", "time.recurring", "every 1 month"),
    Example("⟦每周一早上9点⟧", "time.recurring", "every 1 week"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }

  @Test(arguments: [
    ("三日后", "2026-11-24"), ("3日后", "2026-11-24"), ("10日后", "2026-12-01"),
    ("十五日之后", "2026-12-06"), ("20日以后", "2026-12-11"),
  ])
  func `days later are counted, and that the day of the month is meant stays a reading`(
    text: String, day: String
  ) throws {
    let found = Example.recognizer.recognize("请于\(text)还款", reference: Example.reference).entities
    guard case .time(let time)? = found.first?.value else {
      Issue.record("no time in \(text)")
      return
    }
    #expect(found.first?.text == text)
    #expect(time.readings.first?.begin?.date?.iso == day)
    #expect(time.readings.contains { $0.end == nil })
  }

  @Test(arguments: ["3号后", "11月3日后", "本月25日后"])
  func `a day named otherwise begins something`(text: String) {
    let found = Example.recognizer.recognize(text, reference: Example.reference).entities
    guard case .time(let time)? = found.first?.value else {
      Issue.record("no time in \(text)")
      return
    }
    #expect(time.bound == .after)
    #expect(time.readings.first?.end == nil)
  }

  @Test(arguments: [
    ("3-5日内", "2026-11-24", "2026-11-27"), ("10-15日内", "2026-12-01", "2026-12-07"),
    ("3~5日内", "2026-11-24", "2026-11-27"), ("3日至5日内", "2026-11-24", "2026-11-27"),
    ("7-10天内", "2026-11-28", "2026-12-02"), ("三、五天内", "2026-11-24", "2026-11-27"),
    ("3至5个工作日内", "2026-11-24", "2026-11-28"), ("3个至5个工作日内", "2026-11-24", "2026-11-28"),
    ("三五天内", "2026-11-24", "2026-11-27"),
  ])
  func `a deadline of two lengths says the earliest last day`(
    text: String, earliest: String, end: String
  ) {
    let found = Example.recognizer.recognize("请\(text)还款", reference: Example.reference).entities
    guard case .time(let time)? = found.first?.value else {
      Issue.record("no time in \(text)")
      return
    }
    #expect(found.first?.text == text)
    #expect(time.earliest?.iso == earliest)
    #expect(time.readings.first?.end?.date?.iso == end)
  }

  @Test(
    arguments: [
      ("2026-09-30", 3, "2026-10-11", nil), ("2026-02-13", 3, "2026-02-26", nil),
      ("2026-11-20", 5, "2026-11-28", nil), ("2026-12-30", 3, "2027-01-05", "2027-01-02"),
      ("2026-12-25", 5, "2027-01-02", "2027-01-01"), ("2021-06-14", 15, "2021-07-06", "2021-06-29"),
    ] as [(String, Int, String, String?)])
  func `working days are counted by the holidays, as far as they are known`(
    day: String, count: Int, end: String, earliest: String?
  ) throws {
    let recognizer = Recognizer(
      numbering: NumberingPlan(text: ""), suffixes: PublicSuffixes(text: ""),
      holidays: HolidayCalendar(csv: RelativeTimeScannerTests.holidays))
    let reference = ReferenceTime(date: try #require(CalendarDate(iso: day)))
    let found = recognizer.recognize("\(count)个工作日内", reference: reference).entities
    guard case .time(let time)? = found.first?.value else {
      Issue.record("no time")
      return
    }
    #expect(time.readings.first?.end?.date?.iso == end)
    #expect(time.earliest?.iso == earliest)
  }

  /// Some holidays of 2026; the data end with the year.
  private static let holidays =
    (["2026-01-01,first,", "2026-12-31,last,", "2026-12-20,settled,"]
    + (16...23).map { "2026-02-\($0),rest," } + ["2026-02-14,work,", "2026-02-28,work,"]
    + (1...7).map { "2026-10-0\($0),rest," } + ["2026-10-10,work,"]).joined(separator: "\n")
}
