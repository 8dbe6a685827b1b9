import MoneyAndDates
import Wording

/// Reads the rows of a table into transactions.
struct TransactionReader {
  private(set) var transactions: [Transaction] = []
  private(set) var notes: [StatementNote] = []
  let family: Statement.Family
  private let table: StatementTable
  private let signs: SignRule
  private let title: StatementMonth?
  private let startsIn1904: Bool

  init(_ table: StatementTable, startsIn1904: Bool) {
    self.table = table
    self.startsIn1904 = startsIn1904
    title = StatementMonth(table.preamble)
    family = TransactionReader.family(of: table)
    signs = SignRule(table, family: family)
    for row in table.rows {
      if row.isClosingLine, !transactions.isEmpty { break }
      read(row)
    }
  }

  private static func family(of table: StatementTable) -> Statement.Family {
    let header = table.header
    if header.flow != nil { return .paymentApp }
    let isCard = table.preambleHolds("信用卡") || header.hasBothDates && !header.hasBalance
    return isCard ? .creditCard : .account
  }

  private mutating func read(_ row: SheetRow) {
    guard !row.isTotal, let moment = moment(of: row) else { return }
    switch signs.amount(of: row) {
    case .none: break
    case .unreadable(let text):
      notes.append(.unreadableAmount(row: row.number, text))
    case .both:
      notes.append(.bothSides(row: row.number))
    case .amount(let amount):
      guard let date = moment.date else {
        notes.append(.noYear(row: row.number))
        return
      }
      transactions.append(transaction(row, date, moment.time, amount))
    }
  }

  private func transaction(
    _ row: SheetRow, _ date: CalendarDate, _ time: String?, _ amount: SignRule.SignedAmount
  ) -> Transaction {
    let header = table.header
    let summary = (header.items + [header.kind].compactMap(\.self)).lazy
      .compactMap { row.text($0).statementText }.first
    return Transaction(
      row: row.number, date: date, time: time, amount: amount.value, direction: amount.direction,
      currency: amount.currency,
      counterparty: header.counterparties.lazy.compactMap { row.text($0).statementText }.first,
      summary: summary, status: header.status.flatMap { row.text($0).statementText })
  }

  /// The day and time of a row; `nil` where no date column holds a date.
  private func moment(of row: SheetRow) -> (date: CalendarDate?, time: String?)? {
    let header = table.header
    func cell(_ column: Int) -> SheetCell? {
      row.cells.indices.contains(column) ? row.cells[column] : nil
    }
    for column in header.dates {
      guard let value = cell(column).flatMap({ DateCell($0, startsIn1904: startsIn1904) }),
        let day = value.day
      else { continue }
      let separate = header.times.lazy.filter { $0 != column }
        .compactMap { cell($0) }
        .compactMap { DateCell($0, startsIn1904: startsIn1904, isTimeColumn: true)?.time }
        .first
      return (date(day), value.time ?? separate)
    }
    return nil
  }

  private func date(_ day: DateCell.Day) -> CalendarDate? {
    switch day {
    case .full(let date): date
    case .yearless(let month, let day): title?.date(month: month, day: day)
    }
  }
}

/// The month a statement's title names (`2031年03月`), which gives days without a year theirs.
struct StatementMonth {
  let year: Int
  let month: Int

  init?(_ preamble: [SheetRow]) {
    for cell in preamble.lazy.flatMap(\.cells) {
      if let found = StatementMonth(title: cell.text) {
        self = found
        return
      }
    }
    return nil
  }

  private init?(title: String) {
    let scalars = Array(title.unicodeScalars.prefix(200))
    for index in scalars.indices where scalars[index] == "年" {
      guard let year = Self.number(scalars[..<index].suffix(4)), year >= 1000 else { continue }
      let digits = scalars[(index + 1)...].prefix { ("0"..."9").contains($0) }
      let behind = index + 1 + digits.count
      guard behind < scalars.count, scalars[behind] == "月", digits.count <= 2,
        let month = Self.number(digits), (1...12).contains(month)
      else { continue }
      (self.year, self.month) = (year, month)
      return
    }
    return nil
  }

  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  /// A later month than the title's belongs to the year before.
  func date(month: Int, day: Int) -> CalendarDate? {
    CalendarDate(year: month <= self.month ? year : year - 1, month: month, day: day)
  }
}

extension SheetRow {
  /// A line of dashes that closes the table.
  fileprivate var isClosingLine: Bool {
    let text = firstText.unicodeScalars
    return text.prefix(8).count == 8
      && text.prefix(8).allSatisfy { $0 == "-" || $0 == "—" || $0 == "=" || $0 == "─" }
  }

  /// A total or count, whatever else the row holds.
  fileprivate var isTotal: Bool {
    let first = firstText
    return ["合计", "总计", "小计", "共计", "累计"].contains { first.holds($0) }
      || first.holds("笔") && first.unicodeScalars.first == "共"
  }
}

extension String {
  /// The text of a field; `nil` for nothing, `/`, or only dashes and blanks.
  fileprivate var statementText: String? {
    unicodeScalars.allSatisfy { $0 == "-" || $0 == "—" || $0 == " " || $0 == "\t" } || self == "/"
      ? nil : self
  }
}

extension StatementNote {
  fileprivate static func unreadableAmount(row: Int, _ text: String) -> StatementNote {
    let shown = text.safeForTerminal.prefix(40)
    return StatementNote(
      row: row,
      words: BilingualText(
        zh: "第 \(row) 行的金额“\(shown)”看不懂，这一行没有算进去。",
        en: "Row \(row): the amount “\(shown)” can't be read; the row is left out."))
  }

  fileprivate static func bothSides(row: Int) -> StatementNote {
    StatementNote(
      row: row,
      words: BilingualText(
        zh: "第 \(row) 行收入和支出都有数，分不清方向，这一行没有算进去。",
        en:
          "Row \(row) has both money in and money out; the direction is unclear and the row is left out."
      ))
  }

  fileprivate static func noYear(row: Int) -> StatementNote {
    StatementNote(
      row: row,
      words: BilingualText(
        zh: "第 \(row) 行的日期没有年份，标题里也没有，这一行没有算进去。",
        en: "Row \(row): the date has no year and no title gives one; the row is left out."))
  }
}
