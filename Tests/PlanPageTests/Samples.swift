import CoreFunctions
import Facts
import Foundation
import MoneyAndDates
import PlanFile
import SourceText
import Testing

@testable import PlanPage

/// Sheets of invented people, and the shipped caps.
enum Samples {
  static let today = CalendarDate(iso: "2026-11-21") ?? .first

  static let caps = LoanCaps(
    FactBook(
      FactBook.fileNames.map { name in
        let file = URL(filePath: #filePath)
          .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
          .appending(path: "flows/facts").appending(path: name)
        return SourceText(
          name: name, text: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
      }))

  /// Three debts with a late fee, a rate step and an offer.
  static let three = """
    budget: {income: 8000, essentials: {房租: 2200, 吃饭和交通: 2300, 医药: 400}, reserve: 300}
    debts:
      - name: 甲银行信用卡
        lender: card
        balance: 12000
        as_of: 2026-11-21
        rate: 0.05%/日
        minimum: {percent: "10%", floor: 100}
      - name: 乙消费金融
        lender: consumer-finance
        balance: 9000
        as_of: 2026-11-21
        rate: 年利率23.9%
        minimum: {amount: 600}
        contract: 2025-12-01
        offers: [{amount: 7000, until: 2027-05-31}]
      - name: 丙小贷<script>
        lender: small-loan
        balance: 3000
        as_of: 2026-11-01
        rate: 月2.5%
        minimum: {amount: 300}
        late_fee: 50
        rates: [{until: 2027-02-28, rate: 0%/年}]

    """

  static func sheet(_ text: String) throws -> DebtSheet {
    let (sheet, faults) = SheetReader.read(
      SourceText(name: "plan.yaml", text: text), today: today, otherwise: today)
    return try #require(sheet, "\(faults.map { $0.line(in: .en) })")
  }

  static func comparison(_ text: String) throws -> PlanComparison {
    try PlanComparison(sheet(text), caps: caps)
  }
}
