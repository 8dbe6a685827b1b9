import MoneyAndDates
import Testing
import Wording

@testable import Statements

/// What a transaction says, in one line: `date time amount direction | counterparty | summary`.
func line(_ transaction: Transaction) -> String {
  [
    transaction.date.iso, transaction.time, transaction.amount.yuan,
    transaction.direction.rawValue, transaction.currency, "|", transaction.counterparty, "|",
    transaction.summary,
  ].compactMap(\.self).joined(separator: " ")
}

func statement(_ text: String) throws -> Statement {
  try Statement(reading: Array(text.utf8))
}

@Suite struct StatementReaderTests {
  @Test func `a payment app's export is read below its preamble`() throws {
    let text = """
      微信支付账单明细,,,
      微信昵称：[小林],,,
      起始时间：[2026-01-01 00:00:00] 终止时间：[2026-03-31 23:59:59],,,
      共3笔记录,,,
      ----------------------微信支付账单明细列表--------------------,,,
      交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号
      2026-03-05 12:01:09,商户消费,"明湖面馆","午饭",支出,¥28.16,零钱,支付成功,"1"\t
      2026-03-06 08:00:00,微信红包,阿青,/,收入,¥1.00,/,已存入零钱,"2"\t
      2026-03-07 09:10:11,零钱提现,招商银行,/,/,¥100.10,招商银行,提现已到账,"3"\t
      2026-03-08 09:10:11,零钱充值,工商银行,/,/,¥300.00,工商银行,充值完成,"4"\t
      """
    let read = try statement(text)
    #expect(read.family == .paymentApp)
    #expect(
      read.transactions.map(line) == [
        "2026-03-05 12:01:09 -28.16 out CNY | 明湖面馆 | 午饭",
        "2026-03-06 08:00:00 1.00 in CNY | 阿青 | 微信红包",
        "2026-03-07 09:10:11 -100.10 neutral CNY | 招商银行 | 零钱提现",
        "2026-03-08 09:10:11 300.00 neutral CNY | 工商银行 | 零钱充值",
      ])
    #expect(read.transactions.map(\.row) == [7, 8, 9, 10])
  }

  @Test func `columns are found by heading in any order and with any brackets`() throws {
    let read = try statement(
      """
      金额（元）,收/支,商品说明,交易对方,交易状态,交易创建时间,付款时间
      20.00,不计收支,花呗还款,花呗,还款成功,2026-02-03 10:00:00,2026-02-03 10:00:05
      35.50,不计收支,退款-雨伞,伞店,退款成功,2026/02/04 11:00:00,
      9.00,不计收支,纸巾,小店,交易关闭,2026-02-05 12:00:00,
      """)
    #expect(
      read.transactions.map(line) == [
        "2026-02-03 10:00:00 -20.00 neutral CNY | 花呗 | 花呗还款",
        "2026-02-04 11:00:00 35.50 neutral CNY | 伞店 | 退款-雨伞",
        "2026-02-05 12:00:00 9.00 neutral CNY | 小店 | 纸巾",
      ])
  }

  @Test func `a shop's order is a purchase and the paid amount counts`() throws {
    let read = try statement(
      """
      美团交易账单明细,,
      交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易状态
      2026-04-01 18:20:00,2026-04-01 18:20:04,支付,面条,支出,余额,¥30.00,¥25.80,成功
      2026-04-02 18:20:00,2026-04-02 18:20:04,支付,月付账单,/,余额,¥88.00,¥88.00,成功
      """)
    #expect(
      read.transactions.map(line) == [
        "2026-04-01 18:20:00 -25.80 out CNY | | 面条",
        "2026-04-02 18:20:00 -88.00 neutral CNY | | 月付账单",
      ])
  }

  @Test func `a note in the amount cell leaves the number in front`() throws {
    let read = try statement(
      """
      京东账号名：,lin
      交易时间,商户名称,交易说明,金额,收/支,交易状态
      2026-04-01 18:20:00,京东商城,台灯,59.90(已全额退款),不计收支,退款成功
      2026-04-02 18:20:00,京东商城,书,"1,059.90(已退款9.90)",支出,交易成功
      """)
    #expect(
      read.transactions.map(line) == [
        "2026-04-01 18:20:00 59.90 neutral CNY | 京东商城 | 台灯",
        "2026-04-02 18:20:00 -1059.90 out CNY | 京东商城 | 书",
      ])
  }

  @Test func `a debit account keeps its signs and zero has no direction`() throws {
    let read = try statement(
      """
      记账日期,货币,交易金额,联机余额,交易摘要,对手信息
      2026-01-05,CNY,"1,234.00","9,000.00",代发工资,清河科技有限公司
      2026-01-06,人民币,-1000.00,8000.00,转账汇款,林某 6222****
      2026-01-07,CNY,+0.00,8000.00,结息,/
      """)
    #expect(read.family == .account)
    #expect(
      read.transactions.map(line) == [
        "2026-01-05 1234.00 in CNY | 清河科技有限公司 | 代发工资",
        "2026-01-06 -1000.00 out CNY | 林某 6222**** | 转账汇款",
        "2026-01-07 0.00 neutral CNY | | 结息",
      ])
  }

  @Test func `split columns name the direction and a dash is nothing`() throws {
    let read = try statement(
      """
      交易日期,交易时间,收入金额,支出金额,账户余额,对方户名,交易场所,摘要
      20260105,093015,-,500.00,1000.00,,网上银行,还贷
      20260106,,88.00,,1088.00,林某,,转存
      20260107,,0.00,0.00,1088.00,林某,,结息
      20260108,,3.00,4.00,1087.00,林某,,冲正
      合计,,88.00,500.00,,,,
      """)
    #expect(
      read.transactions.map(line) == [
        "2026-01-05 09:30:15 -500.00 out CNY | 网上银行 | 还贷",
        "2026-01-06 88.00 in CNY | 林某 | 转存",
        "2026-01-07 0.00 neutral CNY | 林某 | 结息",
      ])
    #expect(read.notes.map(\.row) == [5])
  }

  @Test(arguments: [
    ("借", "-12.00 out"), ("贷", "12.00 in"), ("Dr", "-12.00 out"), ("Cr", "12.00 in"),
    ("借方", "-12.00 out"), ("贷方", "12.00 in"), ("C", "12.00 in"), ("D", "-12.00 out"),
  ])
  func `a debit or credit mark decides the direction`(mark: String, expected: String) throws {
    let read = try statement("交易日期,借贷标志,交易金额,余额,对方户名\n2026-01-05,\(mark),12.00,100,林某")
    let found = try #require(read.transactions.first)
    #expect("\(found.amount.yuan) \(found.direction.rawValue)" == expected)
  }

  @Test func `a card with a minus somewhere prints charges without a sign`() throws {
    let read = try statement(
      """
      某银行信用卡账单（2026年02月）
      交易日,记账日,交易描述,金额
      01/30,01/31,消费 明湖面馆,28.00
      02/03,02/04,还款,-300.00
      12/30,02/04,分期入账,55.00
      """)
    #expect(read.family == .creditCard)
    #expect(
      read.transactions.map(line) == [
        "2026-01-30 -28.00 out CNY | | 消费 明湖面馆",
        "2026-02-03 300.00 in CNY | | 还款",
        "2025-12-30 -55.00 out CNY | | 分期入账",
      ])
  }

  @Test func `a card without any minus goes by the first word of the description`() throws {
    let read = try statement(
      """
      交易日期,入账日期,交易描述,交易金额
      2026-02-01,2026-02-02,消费 退税商店,CNY 28.00
      2026-02-03,2026-02-03,手机银行还款 张某,CNY 300.00
      2026-02-04,2026-02-05,退货 伞店,JPY 12.00
      """)
    #expect(
      read.transactions.map(line) == [
        "2026-02-01 -28.00 out CNY | | 消费 退税商店",
        "2026-02-03 300.00 in CNY | | 手机银行还款 张某",
        "2026-02-04 12.00 in JPY | | 退货 伞店",
      ])
  }

  @Test func `the booked amount and currency count before the amount abroad`() throws {
    let read = try statement(
      """
      交易日期,记账日期,摘要,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额
      2026-02-01,2026-02-02,消费,,20.00,USD,,143.20,人民币,-143.20
      2026-02-03,2026-02-03,消费,,5.00,JPY,,,,-143.20
      """)
    #expect(
      read.transactions.map(line) == [
        "2026-02-01 -143.20 out CNY | | 消费", "2026-02-03 -5.00 out JPY | | 消费",
      ])
  }

  @Test func `what stands behind the closing dash line is no transaction`() throws {
    let read = try statement(
      """
      交易时间,金额,收/支
      2026-02-01 10:00:00,1.00,支出
      --------------------------------
      2026-02-01 10:00:00,2.00,支出
      """)
    #expect(read.transactions.count == 1)
  }

  @Test func `an amount that can't be read is said, with its row`() throws {
    let read = try statement("交易日期,金额,余额\n2026-01-01,12.0x,5\n2026-01-02,7.00,5")
    #expect(read.transactions.map(\.amount.yuan) == ["7.00"])
    #expect(read.notes.map(\.row) == [2])
  }

  @Test func `a day without a year needs a title that names the month`() throws {
    let read = try statement("交易日期,金额,余额\n03/05,7.00,5")
    #expect(read.transactions.isEmpty)
    #expect(read.notes.map(\.row) == [2])
  }

  @Test(arguments: [",", "\t", ";"])
  func `commas, tabs and semicolons part cells`(delimiter: String) throws {
    let rows = ["交易日期|金额|余额|对方户名", "2026-01-01|-7.00|5|林某"]
    let text = rows.joined(separator: "\r\n").replacing("|", with: delimiter)
    #expect(try statement(text).transactions.map(line) == ["2026-01-01 -7.00 out CNY | 林某 |"])
  }

  @Test func `a text is read in GB18030 and with a byte order mark`() throws {
    let utf8 = "交易日期,金额,余额,对方户名\n2026-01-01,-7.00,5,林某"
    // The same text in GB18030.
    let gb18030: [UInt8] = [
      0xBD, 0xBB, 0xD2, 0xD7, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xBD, 0xF0, 0xB6, 0xEE, 0x2C, 0xD3,
      0xE0, 0xB6, 0xEE, 0x2C, 0xB6, 0xD4, 0xB7, 0xBD, 0xBB, 0xA7, 0xC3, 0xFB, 0x0A,
    ]
    let row: [UInt8] = Array("2026-01-01,-7.00,5,".utf8) + [0xC1, 0xD6, 0xC4, 0xB3]
    let expected = try statement(utf8).transactions
    #expect(try Statement(reading: gb18030 + row).transactions == expected)
    #expect(try Statement(reading: gb18030 + row).encoding == "GB18030")
    #expect(try Statement(reading: [0xEF, 0xBB, 0xBF] + Array(utf8.utf8)).transactions == expected)
  }

  @Test func `a name cut in the middle of a character is kept and said`() throws {
    let head: [UInt8] = [
      0xBD, 0xBB, 0xD2, 0xD7, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xBD, 0xF0, 0xB6, 0xEE, 0x0A,
    ]
    let row: [UInt8] = Array("2026-01-01,-7.00,".utf8) + [0xC1, 0xD6, 0xC4]
    let padding = Array(repeating: Array("\n2026-01-02,-1.00".utf8), count: 10).flatMap(\.self)
    let read = try Statement(reading: head + row + padding)
    #expect(read.transactions.count == 11)
    #expect(read.notes.count == 1)
  }

  static let noStatements: [([UInt8], StatementRefusal.Reason)] = [
    ([], .empty), ([0x20, 0x0A], .empty),
    (Array("%PDF-1.7".utf8), .otherFormat),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .otherFormat),
    ([0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { [$0, 0] }, .encrypted),
    (Array("<!DOCTYPE html><html>".utf8), .otherFormat),
    ([0x50, 0x4B, 0x03, 0x04, 0x00], .damaged),
    (Array("你好，这不是账单".utf8), .notAStatement),
    ([0xFF, 0x00, 0x81, 0x00, 0xFF, 0xFF, 0x00], .otherFormat),
  ]

  @Test(arguments: noStatements)
  func `what is no statement is refused with a reason`(
    bytes: [UInt8], reason: StatementRefusal.Reason
  ) {
    let refusal = #expect(throws: StatementRefusal.self) { try Statement(reading: bytes) }
    #expect(refusal?.reason == reason)
  }

  @Test func `what was seen is shown without its escapes`() throws {
    let refusal = #expect(throws: StatementRefusal.self) { try statement("\u{1B}[31m红\u{202E}") }
    #expect(refusal?.words.zh.unicodeScalars.contains("\u{1B}") == false)
    #expect(refusal?.words.zh.unicodeScalars.contains("\u{202E}") == false)
  }
}
