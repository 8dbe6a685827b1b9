import MoneyAndDates
import Testing
import Wording

@testable import Statements

@Suite struct StatementTextTests {
  private let text = """
    交易时间,收/支,金额,交易对方,商品说明,交易状态
    2026-01-01 10:00:00,支出,5.00,"明湖\t面馆",面,交易成功
    2026-01-02 10:00:00,/,7.00,,提现,
    """

  @Test func `the kept text gives the same transactions again`() throws {
    let read = try statement(text)
    let again = try #require(Statement(keptText: read.keptText))
    #expect(
      again.transactions.map(line) == read.transactions.map { line($0).replacing("\t", with: " ") })
    #expect(again.family == read.family)
  }

  @Test(arguments: [
    "", "hello", "mingbai statement 1", "mingbai statement 1\tcsv\tUTF-8\taccount\nx",
  ])
  func `another text is none`(text: String) {
    #expect(Statement(keptText: text) == nil)
  }

  @Test(arguments: [40, 80, 200])
  func `no line of the page is wider than the window`(columns: Int) throws {
    let page = StatementPage(try statement(text), in: .zh, columns: columns)
    for line in page.transactions.split(separator: "\n") {
      #expect(String(line).displayWidth <= columns)
    }
  }

  @Test func `nothing found says that this proves nothing`() throws {
    let read = try statement(text)
    let page = StatementPage(read, in: .en, columns: 80)
    #expect(page.matches([]).contains("does not prove"))
  }
}
