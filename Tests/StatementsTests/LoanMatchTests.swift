import MoneyAndDates
import Testing

@testable import Statements

@Suite struct LoanMatchTests {
  private let text = """
    交易日期,交易金额,余额,摘要,对方户名
    2026-01-10,"5,000.00",9000,放款,明湖消费金融有限公司
    2026-01-12,-38.00,8962,消费,明湖面馆
    2026-02-10,-460.00,8502,代扣还款,明湖消费金融
    2026-03-10,-460.00,8042,代扣还款,明湖消费金融
    2026-03-11,-50.00,7992,担保费,某融资担保有限公司
    2026-03-12,4700.00,12692,转账,林某
    2026-04-10,-460.00,7532,代扣,明*消费金*
    2026-04-15,-2000.00,5532,房租,王某
    """

  private func matches(
    _ name: String, aliases: [String] = [], amount: Int64? = nil, since: String? = nil
  ) throws -> [String] {
    let loan = AllegedLoan(
      parties: [LoanParty(name: name, aliases: aliases)], amount: amount.map(Money.init(fen:)),
      since: since.flatMap(CalendarDate.init(iso:)))
    return try statement(text).matches(loan).map {
      "\($0.transaction.row) \($0.role.rawValue) \($0.score)\($0.isNear ? " near" : "")"
    }
  }

  @Test func `disbursement and repayments of the named lender are found`() throws {
    #expect(
      try matches("明湖消费金融", amount: 500_000, since: "2026-01-10") == [
        "2 disbursement 100", "4 repayment 90", "5 repayment 90", "8 repayment 50",
      ])
  }

  @Test func `an alias finds what the shown name does not`() throws {
    let found = try matches("小湖借", aliases: ["明湖消费金融"])
    #expect(found.contains { $0.hasPrefix("2 disbursement") })
  }

  @Test func `an amount alone is a near miss with its reason`() throws {
    #expect(
      try matches("远山小贷", amount: 470_000).contains("7 disbursement 25 near"))
  }

  @Test func `a sum a little smaller than asked says what may have been taken`() throws {
    let loan = AllegedLoan(
      parties: [LoanParty(name: "明湖消费金融")], amount: Money(fen: 550_000), since: nil)
    let found = try #require(try statement(text).matches(loan).first)
    #expect(found.reasons.contains { $0.zh.contains("少 500.00") })
  }

  @Test func `days before the loan are not looked at`() throws {
    #expect(
      try matches("明湖消费金融", since: "2026-03-01").allSatisfy { !$0.hasPrefix("2 ") })
  }

  @Test func `failed transactions are left out`() throws {
    let read = try statement(
      "交易时间,交易对方,金额,收/支,交易状态\n2026-01-01 10:00:00,明湖消费金融,5.00,支出,交易关闭")
    let loan = AllegedLoan(parties: [LoanParty(name: "明湖消费金融")])
    #expect(read.matches(loan).isEmpty)
  }

  @Test func `a rent paid every month is no match`() throws {
    let rows = (1...6).map { "2026-0\($0)-15,-2000.00,1,房租,王某" }.joined(separator: "\n")
    let read = try statement("交易日期,交易金额,余额,摘要,对方户名\n" + rows)
    #expect(read.matches(AllegedLoan(parties: [LoanParty(name: "明湖消费金融")])).isEmpty)
  }
}
