import MoneyAndDates
import Wording

/// A bank or payment export as it was read: its transactions in file order, and what was noticed on the way.
package struct Statement: Hashable, Sendable {
  /// How the file was written.
  package enum Format: String, Hashable, Sendable {
    case delimited = "csv"
    case workbook = "xlsx"
  }

  /// Who keeps the account, which decides what a sign means.
  package enum Family: String, Hashable, Sendable {
    /// A current or savings account: money out is negative.
    case account
    /// A credit card: a charge is printed without a sign.
    case creditCard = "credit-card"
    /// A payment app or shop with a column that names the direction.
    case paymentApp = "payment-app"
  }

  /// How the file was written.
  package let format: Format
  /// The text encoding that was recognised, `UTF-8` or `GB18030`, for a person to read.
  package let encoding: String
  /// What kind of account it is.
  package let family: Family
  /// The headings of the table as printed, in file order.
  package let headings: [String]
  /// The transactions in file order.
  package let transactions: [Transaction]
  /// Rows that could not be read and other things a person should know.
  package let notes: [StatementNote]
}

/// One row of a statement that moves money (or would have: cancelled rows are kept with their status).
package struct Transaction: Hashable, Sendable {
  /// Which way the money went.
  package enum Direction: String, Hashable, Sendable {
    case out
    case `in`
    /// Neither income nor spending: a transfer between one's own pockets, a closed order, zero.
    case neutral
  }

  /// The row in the file (or sheet), from 1.
  package let row: Int
  /// The day of the transaction; the posting day only where there is no other.
  package let date: CalendarDate
  /// The time as printed, `HH:MM:SS`, where one is printed.
  package let time: String?
  /// The amount with its sign: negative is out.
  package let amount: Money
  /// Which way the money went.
  package let direction: Direction
  /// The currency's code, `CNY` where nothing is printed.
  package let currency: String
  /// The other party as printed, masks and all.
  package let counterparty: String?
  /// What it was for.
  package let summary: String?
  /// The state as printed, where there is such a column.
  package let status: String?
}

/// Something a person should know about one row, or about the whole file.
package struct StatementNote: Hashable, Sendable {
  /// The row in the file, from 1; none where the note is about the whole file.
  package let row: Int?
  /// What it is, and what to do.
  package let words: BilingualText
}
