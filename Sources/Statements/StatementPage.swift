import MoneyAndDates
import Wording

/// A statement, or what was found in it, as text for a person.
package struct StatementPage {
  /// The most rows shown; more is said in a line.
  private static let mostRows = 200

  private let statement: Statement
  private let language: Language
  private let columns: Int

  /// A page in a language for a terminal of so many columns.
  package init(_ statement: Statement, in language: Language, columns: Int) {
    self.statement = statement
    self.language = language
    self.columns = max(columns, 20)
  }

  /// What the file is: format, encoding, kind of account, number of rows, days from and to.
  package var heading: String {
    let days = statement.transactions.map(\.date)
    var line = BilingualText(
      zh: "\(Self.family(statement.family).zh)，\(statement.transactions.count) 笔",
      en: "\(Self.family(statement.family).en), \(statement.transactions.count) transactions")[
        language]
    if let first = days.min(), let last = days.max() {
      line +=
        BilingualText(zh: "，\(first.iso) 到 \(last.iso)", en: ", \(first.iso) to \(last.iso)")[
          language]
    }
    return line + " (\(statement.format.rawValue), \(statement.encoding))"
  }

  /// All transactions as a table, the notes behind it.
  package var transactions: String {
    let shown = statement.transactions.prefix(Self.mostRows)
    var text = shown.flatMap { lines(of: $0, behind: [], mark: "") }
    let left = statement.transactions.count - shown.count
    if left > 0 {
      text.append(
        BilingualText(
          zh: "……还有 \(left) 笔没有列出；--json 可以列出全部。",
          en: "… \(left) more are not shown; --json lists all.")[language])
    }
    return (text + notes).joined(separator: "\n")
  }

  /// What was found for an alleged loan: matches, near misses, and what the result means.
  package func matches(_ matches: [LoanMatch]) -> String {
    let near = matches.filter(\.isNear)
    let found = matches.filter { !$0.isNear }
    var lines: [String] = []
    if found.isEmpty {
      lines.append(Self.nothing[language])
    } else {
      lines.append(BilingualText(zh: "对得上的：", en: "What fits:")[language])
      lines += found.flatMap { self.lines(of: $0) }
    }
    if !near.isEmpty {
      lines.append(
        BilingualText(zh: "只有一点像的（请自己看一看）：", en: "Near misses (please look yourself):")[language])
      lines += near.flatMap { self.lines(of: $0) }
    }
    return (lines + notes).joined(separator: "\n")
  }

  private var notes: [String] {
    statement.notes.map { "! " + $0.words[language].wrapped(to: columns - 2) }
  }

  private func lines(of match: LoanMatch) -> [String] {
    lines(
      of: match.transaction, behind: match.reasons.map { $0[language] },
      mark: Self.role(match.role)[language])
  }

  /// One transaction: on one line where it fits, else the words on lines of their own.
  private func lines(of transaction: Transaction, behind reasons: [String], mark: String)
    -> [String]
  {
    let amount = transaction.amount.yuan
    let padded = String(repeating: " ", count: max(0, 12 - amount.count)) + amount
    var first = "\(transaction.date.iso)  \(padded)"
    if transaction.currency != "CNY" { first += " \(transaction.currency)" }
    if !mark.isEmpty { first += "  \(mark)" }
    let words = [transaction.counterparty, transaction.summary, transaction.status]
      .compactMap { $0?.safeForTerminal }.joined(separator: " · ")
    let indent = "    "
    var lines: [String]
    if first.displayWidth + 2 + words.displayWidth <= columns {
      lines = [first + "  " + words]
    } else {
      lines = [first] + indented(words, by: indent)
    }
    for reason in reasons { lines += indented("· " + reason.safeForTerminal, by: indent) }
    return lines
  }

  private func indented(_ text: String, by indent: String) -> [String] {
    text.wrapped(to: columns - indent.utf8.count).split(separator: "\n").map { indent + $0 }
  }

  private static func family(_ family: Statement.Family) -> BilingualText {
    switch family {
    case .account: BilingualText(zh: "银行账户明细", en: "bank account")
    case .creditCard: BilingualText(zh: "信用卡明细", en: "credit card")
    case .paymentApp: BilingualText(zh: "支付账单", en: "payment app")
    }
  }

  private static func role(_ role: LoanMatch.Role) -> BilingualText {
    switch role {
    case .disbursement: BilingualText(zh: "放款", en: "loan paid out")
    case .repayment: BilingualText(zh: "还款", en: "repayment")
    case .fee: BilingualText(zh: "费用", en: "fee")
    }
  }

  private static let nothing = BilingualText(
    zh: "这份明细里没有对得上的放款或还款。这不等于没有借过：钱可能进了别的账户，或者不在这段时间里。",
    en:
      "Nothing in this statement fits such a loan. That does not prove there was none: the money may have gone to another account or another period."
  )
}
