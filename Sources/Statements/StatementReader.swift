import MoneyAndDates
import Wording

extension Statement {
  /// The largest file that is read, in bytes.
  package static let mostBytes = 64 << 20

  /// Reads a bank or payment export: CSV (UTF-8, UTF-16, GB18030; commas, tabs or semicolons) or xlsx.
  ///
  /// Columns are found by the meaning of the header row. Linear in the size of the file.
  /// - Throws: `StatementRefusal` where the file is none we can read; it says what was seen and what to do.
  package init(reading bytes: [UInt8]) throws(StatementRefusal) {
    guard bytes.count <= Statement.mostBytes else { throw .tooLarge(Statement.mostBytes) }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    try Statement.refuseOtherFormats(bytes)
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      try self.init(workbook: Workbook(ZipArchive(bytes)))
    } else {
      try self.init(delimited: DecodedText(bytes))
    }
  }

  private init(workbook: Workbook) throws(StatementRefusal) {
    for sheet in workbook.sheets {
      guard let table = StatementTable(sheet.rows) else { continue }
      let reader = TransactionReader(table, startsIn1904: workbook.startsIn1904)
      var notes = reader.notes
      if sheet.isCut {
        notes.append(
          StatementNote(
            row: nil,
            words: BilingualText(
              zh: "表格超过 \(WorkbookSheet.mostRows) 行，后面的没有读。请按较短的时间段导出。",
              en:
                "The sheet has more than \(WorkbookSheet.mostRows) rows; the rest was not read. Export a shorter period."
            )))
      }
      self.init(
        format: .workbook, encoding: "UTF-8", family: reader.family,
        headings: table.header.headings, transactions: reader.transactions, notes: notes)
      return
    }
    throw .noHeader(
      seen: workbook.sheets.flatMap { $0.rows.map(\.firstText) }.filter { !$0.isEmpty })
  }

  private init(delimited text: DecodedText) throws(StatementRefusal) {
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")] {
      let rows = DelimitedText.rows(of: text.text, delimiter: delimiter)
      guard let table = StatementTable(rows) else { continue }
      let reader = TransactionReader(table, startsIn1904: false)
      var notes = reader.notes
      if text.unreadable > 0 {
        notes.append(
          StatementNote(
            row: nil,
            words: BilingualText(
              zh: "有 \(text.unreadable) 处文字在导出时就断了，显示为“\u{FFFD}”。金额和日期不受影响。",
              en:
                "\(text.unreadable) characters were already cut in the export and show as “\u{FFFD}”. Amounts and dates are not affected."
            )))
      }
      self.init(
        format: .delimited, encoding: text.encoding, family: reader.family,
        headings: table.header.headings, transactions: reader.transactions, notes: notes)
      return
    }
    let lines = text.text.split(whereSeparator: \.isNewline).prefix(3).map(String.init)
    throw .noHeader(seen: lines)
  }

  private static func refuseOtherFormats(_ bytes: [UInt8]) throws(StatementRefusal) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      if bytes.holds(mark) { throw .encryptedWorkbook }
      throw .other("旧式 Excel 文件（.xls）", "an old Excel file (.xls)")
    }
    if bytes.starts(with: Array("%PDF".utf8)) { throw .other("PDF 文件", "a PDF file") }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      throw .other("图片", "a picture")
    }
    if bytes.starts(with: Array("Rar!".utf8)) || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) {
      throw .other("压缩包（RAR 或 7z）", "an archive (RAR or 7z)")
    }
    let begin = bytes.prefix(512).drop { $0 <= 0x20 || $0 >= 0x80 }
    if begin.starts(with: Array("<html".utf8)) || begin.starts(with: Array("<HTML".utf8))
      || begin.starts(with: Array("<!DOC".utf8)) || begin.starts(with: Array("<!doc".utf8))
    {
      throw .other("网页", "a web page")
    }
  }
}

extension Array where Element == UInt8 {
  /// Whether the bytes stand somewhere inside; linear for marks that do not repeat their first byte.
  fileprivate func holds(_ mark: [UInt8]) -> Bool {
    guard let first = mark.first, count >= mark.count else { return false }
    return indices.dropLast(mark.count - 1).contains {
      self[$0] == first && self[$0...].starts(with: mark)
    }
  }
}

/// The table inside a sheet: what stands before it, its header and the rows below.
struct StatementTable {
  /// A header stands within so many rows; an export's preamble is some twenty.
  private static let mostPreamble = 200

  let preamble: [SheetRow]
  let header: HeaderRow
  let rows: ArraySlice<SheetRow>

  /// `nil` where no row has both a date and an amount column.
  init?(_ rows: [SheetRow]) {
    for (index, row) in rows.prefix(Self.mostPreamble).enumerated() {
      guard let header = HeaderRow(row) else { continue }
      preamble = Array(rows[..<index])
      self.header = header
      self.rows = rows[(index + 1)...]
      return
    }
    return nil
  }

  /// Whether a word stands before the table.
  func preambleHolds(_ word: String) -> Bool {
    preamble.contains { $0.cells.contains { $0.text.holds(word) } }
  }
}
