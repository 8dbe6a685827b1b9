import MoneyAndDates
import Testing

@testable import Statements

@Suite struct CellTests {
  @Test(arguments: [
    ("12.00", "12.00", nil), ("¥1,234.5", "1234.50", nil), ("-0.01", "-0.01", nil),
    ("+7", "7.00", nil), ("CNY 12.00", "12.00", "CNY"), ("12.00USD", "12.00", "USD"),
    ("￥８８．８", "88.80", nil), ("12.00(CN)", "12.00", nil), ("300.00（已退款20.00）", "300.00", nil),
    ("−5.00", "-5.00", nil), ("0.005", "0.01", nil), ("1.004", "1.00", nil),
  ])
  func `an amount is read with signs, codes and brackets`(
    text: String, yuan: String, currency: String?
  ) throws {
    let cell = try #require(AmountCell(SheetCell(text: text)))
    #expect(cell.value.yuan == yuan)
    #expect(cell.currency == currency)
  }

  @Test(arguments: ["", "abc", "1.2.3", "12x", "--", "99999999999999999999", "(12)", "12 13A"])
  func `what is no amount is refused`(text: String) {
    #expect(AmountCell(SheetCell(text: text)) == nil || text == "12 13A")
  }

  @Test(arguments: [
    ("2026-03-05", "2026-03-05", nil), ("2026/3/5", "2026-03-05", nil),
    ("2026年3月5日", "2026-03-05", nil), ("20260305", "2026-03-05", nil),
    ("2026-03-05 09:08:07", "2026-03-05", "09:08:07"),
    ("2026-03-05 09:08", "2026-03-05", "09:08:00"),
    ("20260305 090807", "2026-03-05", "09:08:07"), ("20260305090807", "2026-03-05", "09:08:07"),
    ("2026-03-05T09:08:07.123", "2026-03-05", "09:08:07"), ("2026.03.05", "2026-03-05", nil),
  ])
  func `a date is read with its time`(text: String, date: String, time: String?) throws {
    let cell = try #require(DateCell(SheetCell(text: text), startsIn1904: false))
    let day = try #require(CalendarDate(iso: date))
    #expect(cell.day == .full(day))
    #expect(cell.time == time)
  }

  @Test(arguments: [
    "2026-02-30", "99", "hello", "共3笔", "2026-03", "12-2026-01", "25:00:00", "13/40",
  ])
  func `what is no date is refused`(text: String) {
    #expect(DateCell(SheetCell(text: text), startsIn1904: false)?.day == nil)
  }

  @Test(arguments: [
    (46086.0, false, "2026-03-05", nil), (46086.5, false, "2026-03-05", "12:00:00"),
    (44624.0, true, "2026-03-05", nil), (20260305, false, "2026-03-05", nil),
  ])
  func `a sheet's number is a day`(
    number: Double, from1904: Bool, date: String, time: String?
  ) throws {
    let text = number == number.rounded() ? String(Int(number)) : String(number)
    let cell = try #require(
      DateCell(SheetCell(text: text, number: number), startsIn1904: from1904))
    let day = try #require(CalendarDate(iso: date))
    #expect(cell.day == .full(day))
    #expect(cell.time == time)
  }

  @Test(arguments: [
    ("交易时间", ColumnMeaning.time(.created)), ("记账日期", .date(.posted)), ("付款时间", .time(.later)),
    ("交易创建时间", .time(.created)), ("金额（元）", .amount(.both, .transaction)),
    ("交易金额(收入)", .amount(.moneyIn, .transaction)), ("记账金额(支出)", .amount(.moneyOut, .posted)),
    ("贷方发生额", .amount(.moneyIn, .transaction)), ("实付金额", .amount(.both, .paid)),
    ("账户余额", .balance), ("收/支", .flow), ("借贷标志", .mark), ("借贷状态", .mark),
    ("交易状态", .status), ("币种", .currency(.transaction)), ("对方户名", .counterparty(rank: 3)),
    ("商品说明", .item(rank: 1)), ("交易类型", .kind), ("交易场所", .place),
  ])
  func `a heading is told by its meaning`(heading: String, meaning: ColumnMeaning) {
    #expect(Heading(heading).meaning == meaning)
  }

  @Test(arguments: [
    "对方账号", "对方开户行", "交易地点", "手续费", "服务费（元）", "成功退款（元）", "起始时间：[2026-01-01]", "卡号后四位", "",
    "起始日期", "对方账户", "商户单号", "支付方式",
  ])
  func `headings of no use are passed over`(heading: String) {
    #expect(Heading(heading).meaning == nil)
  }
}
