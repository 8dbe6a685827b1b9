import MoneyAndDates
import PlanFile
import PlanPage
import Sessions
import SourceText
import Statements
import Wording

extension FuzzTarget {
  /// A journal as it stands, and with every line sealed so that the fuzzer gets past the checksums.
  static let journals = FuzzTarget(name: "journals") { bytes in
    _ = SessionFile(bytes)
    for bytes in [bytes, SealedJournal.bytes(bytes)] {
      guard let whole = try? JournalContent(bytes) else { continue }
      // Power that fails while it is written takes records from the end, and changes none.
      guard let cut = try? JournalContent(Array(bytes.dropLast(bytes.count / 3))) else { continue }
      Law.holds(whole.records.starts(with: cut.records), "a cut journal is a beginning")
      for record in whole.records {
        Law.holds(JournalValue(json: record.entry.value.json) == record.entry.value, "values stay")
      }
    }
  }

  /// A bank export as a table of text.
  static let tables = FuzzTarget(name: "tables") { read(statement: $0) }

  /// A bank export as a workbook: the bytes themselves, and a workbook around them as its sheet.
  static let workbooks = FuzzTarget(name: "workbooks") { bytes in
    read(statement: bytes)
    read(statement: StoredWorkbook.bytes(sheet: bytes))
  }

  private static func read(statement bytes: [UInt8]) {
    guard let statement = try? Statement(reading: bytes) else { return }
    let loan = AllegedLoan(
      parties: [LoanParty(name: "安心消费金融", aliases: ["安心花"])], amount: Money(fen: 500_000),
      since: SourceFiles.day)
    let matches = statement.matches(loan)
    for language in Language.allCases {
      let page = StatementPage(statement, in: language, columns: 60)
      for text in [page.heading, page.transactions, page.matches(matches)] {
        Law.holds(!text.unicodeScalars.contains(where: \.steersTerminal), "steers the terminal")
      }
    }
    let kept = statement.keptText
    Law.holds(Statement(keptText: kept)?.keptText == kept, "what is kept is read back")
  }

  /// A plan file: read; where nothing is wrong with it and it is small, compared and printed.
  static let plans = FuzzTarget(name: "plans") { bytes in
    let source = SourceText(name: "plan.yaml", utf8: bytes)
    let (sheet, faults) = SheetReader.read(source, today: nil, otherwise: SourceFiles.day)
    for fault in faults {
      Law.holds(
        fault.range.start >= 0 && fault.range.end <= bytes.count, "a fault lies in the file")
    }
    guard let sheet, sheet.debts.count <= 3, (sheet.horizon ?? 24) <= 24,
      let comparison = try? PlanComparison(sheet, caps: SourceFiles.cores.caps)
    else { return }
    for language in Language.allCases {
      let content = PlanContent(comparison, in: language)
      let text = content.text(columns: 60, drawing: .letters)
      Law.holds(!text.unicodeScalars.contains(where: \.steersTerminal), "steers the terminal")
      _ = content.html
      _ = content.calendar.text
    }
    _ = comparison.json.jsonText
  }
}
