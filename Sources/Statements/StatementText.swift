import MoneyAndDates

/// The transactions of a statement as lines of tab-separated fields: the form a session keeps.
///
/// A session must replay without the file it came from, and an xlsx file is no text.
extension Statement {
  private static let firstLine = "mingbai statement 1"

  /// The transactions as text, from which `init(keptText:)` makes the same transactions again.
  ///
  /// Control characters in fields become blanks.
  package var keptText: String {
    var lines = ["\(Self.firstLine)\t\(format.rawValue)\t\(encoding)\t\(family.rawValue)"]
    for transaction in transactions {
      let fields = [
        String(transaction.row), transaction.date.iso, transaction.time ?? "",
        transaction.amount.yuan, transaction.direction.rawValue, transaction.currency,
        transaction.counterparty ?? "", transaction.summary ?? "", transaction.status ?? "",
      ]
      lines.append(fields.map(Self.plain).joined(separator: "\t"))
    }
    return lines.joined(separator: "\n")
  }

  /// Reads what `keptText` wrote; `nil` for any other text.
  package init?(keptText text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first else { return nil }
    let head = first.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard head.count == 4, head[0] == Self.firstLine, let format = Format(rawValue: head[1]),
      let family = Family(rawValue: head[3])
    else { return nil }
    var transactions: [Transaction] = []
    for line in lines.dropFirst() {
      guard let transaction = Transaction(keptLine: line) else { return nil }
      transactions.append(transaction)
    }
    self.init(
      format: format, encoding: head[2], family: family, headings: [],
      transactions: transactions, notes: [])
  }

  private static func plain(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return field }
    var scalars = String.UnicodeScalarView()
    for scalar in field.unicodeScalars { scalars.append(scalar.value < 0x20 ? " " : scalar) }
    return String(scalars)
  }
}

extension Transaction {
  fileprivate init?(keptLine line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 9, let row = Int(fields[0]), let date = CalendarDate(iso: fields[1]),
      let amount = Money(yuan: fields[3]), let direction = Direction(rawValue: fields[4])
    else { return nil }
    func text(_ field: String) -> String? { field.isEmpty ? nil : field }
    self.init(
      row: row, date: date, time: text(fields[2]), amount: amount, direction: direction,
      currency: fields[5], counterparty: text(fields[6]), summary: text(fields[7]),
      status: text(fields[8]))
  }
}
