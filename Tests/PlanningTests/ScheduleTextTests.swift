import MoneyAndDates
import Testing
import Wording

@testable import Planning

@Suite struct ScheduleTextTests {
  private func schedule(_ periods: Int) throws -> Schedule<Money> {
    try .equalPrincipal(principal: Money(fen: 1_000_00), rate: ratio(1, 100), periods: periods)
  }

  @Test func `a table is aligned in columns and ends with the totals`() throws {
    #expect(
      try schedule(2).table(firstDue: day("2026-01-31"), in: .zh) == """
        期        应还日     应还     本金  利息或费用    剩余
        1     2026-01-31   510.00   500.00       10.00  500.00
        2     2026-02-28   505.00   500.00        5.00    0.00
        合计              1015.00  1000.00       15.00
        """)
    #expect(
      try schedule(2).table(firstDue: nil, in: .en) == """
        No.        pay  principal  interest or fee    left
        1       510.00     500.00            10.00  500.00
        2       505.00     500.00             5.00    0.00
        total  1015.00    1000.00            15.00
        """)
  }

  @Test func `a long table says how much it leaves out`() throws {
    let text = try schedule(100).table(firstDue: nil, in: .en, mostRows: 10)
    #expect(text.split(separator: "\n").count == 13)
    #expect(text.contains("90 more"))
    #expect(text.contains("\n100  "))
  }

  @Test func `plans stand side by side`() throws {
    let text = Schedule.comparison(
      of: [try schedule(2), try .lumpSum(owed: Money(fen: 900), offer: Money(fen: 500))], in: .zh)
    #expect(text.split(separator: "\n").count == 3)
    #expect(text.contains("一次性结清"))
  }
}
