import MoneyAndDates
import Statements

/// Statements of growing length, read and matched to an alleged loan.
struct StatementPart {
  let report: Report

  /// Reading and matching at doubling numbers of rows, with the fitted exponents.
  func run() {
    var reading: [(size: Double, seconds: Double)] = []
    var matching: [(size: Double, seconds: Double)] = []
    for doubling in Extent.of(whole: 0...5, brief: 0...1) {
      let rows = 1000 << doubling
      let bytes = Array(StatementPart.payments(rows).utf8)
      guard let statement = try? Statement(reading: bytes) else { return }
      let read = PerfTimes(
        name: "statement.read-\(rows)-rows", unit: "statement",
        rounds: rounds { (try? Statement(reading: bytes))?.transactions.count ?? 0 })
      let matched = PerfTimes(
        name: "statement.match-\(rows)-rows", unit: "statement",
        rounds: rounds { statement.matches(StatementPart.loan).count })
      report.times([read, matched])
      reading.append((Double(rows), read.least))
      matching.append((Double(rows), matched.least))
    }
    report.figure("statement.read.exponent", GrowthPart.exponent(reading), unit: "")
    report.figure("statement.match.exponent", GrowthPart.exponent(matching), unit: "")
  }

  private func rounds(_ body: () -> Int) -> [Double] {
    (0..<5).map { _ in
      let start = Stopwatch.now
      _ = body()
      return Stopwatch.now - start
    }
  }

  private static let loan = AllegedLoan(
    parties: [LoanParty(name: "云帆易贷", aliases: ["云帆小额贷款有限公司"])],
    amount: Money(fen: 500_000), since: CalendarDate(iso: "2025-01-05"))

  /// An invented payment app's export of so many rows; one row in fifty names the lender.
  private static func payments(_ rows: Int) -> String {
    var chance = SeededNumbers(seed: 7)
    var lines = ["云帆钱包交易明细", "交易时间,交易类型,交易对方,商品说明,收/支,金额(元),支付方式,交易状态"]
    for row in 0..<rows {
      let date = "2025-\(two(1 + row / 28 % 12))-\(two(1 + row % 28))"
      let time = "\(two(chance.number(0...23))):\(two(chance.number(0...59))):00"
      let party = row % 50 == 0 ? "云帆小额贷款有限公司" : chance.pick(["明湖面馆", "青禾书店", "地铁", "阿青"])
      let summary = row % 50 == 0 ? "还款" : chance.pick(["午饭", "文具", "乘车", "转账"])
      let amount = "\(chance.number(1...900)).\(two(chance.number(0...99)))"
      lines.append("\(date) \(time),消费,\(party),\(summary),支出,\(amount),零钱,交易成功")
    }
    return lines.joined(separator: "\n")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
