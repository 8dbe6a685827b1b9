import ArgumentParser
import CoreFunctions
import Facts
import Glibc
import JSONText
import MoneyAndDates
import Statements
import Wording

/// `mingbai statement FILE`: reads a bank or payment export and looks for an alleged loan in it.
struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "读银行或支付账单，找有没有这笔借款 / read a bank or payment export, look for a loan in it",
    discussion: """
      例子 / Examples:
        mingbai statement 微信支付账单.csv
        mingbai statement bill.xlsx --match 花呗 --amount 5000 --since 2026-01-10
        mingbai statement bill.csv --json

      读得懂 CSV（UTF-8、GB18030）和 xlsx；按表头的意思认列，不认哪一家。
      Reads CSV (UTF-8, GB18030) and xlsx; columns are told by their headings, not by provider.
      """)

  @Argument(help: "导出的文件；- 是标准输入 / the exported file; - is standard input.")
  var file: String

  @Option(
    name: .customLong("match"),
    help: "要找的平台或出借方，可写多次 / platform or lender to look for, may be repeated.")
  var names: [String] = []

  @Option(help: "短信说的借款金额（元） / the amount said to be lent, in yuan.")
  var amount: String?

  @Option(help: "短信说的借款日 / the day it is said to be lent, YYYY-MM-DD.")
  var since: CalendarDate?

  @Flag(help: "一行一笔 JSON / one JSON object a line.")
  var json = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard amount == nil || asked != nil else {
      throw ValidationError(
        "--amount 要写成数字，例如 5000 或 5000.50 / write a number, for example 5000 or 5000.50")
    }
    guard !names.isEmpty || (amount == nil && since == nil) else {
      throw ValidationError("--amount 和 --since 要和 --match 一起用 / need --match")
    }
  }

  func run() throws {
    let statement = try read()
    let shelf = try options.shelf()
    emit(SlowWork.run(options.language) { lines(statement, shelf) })
  }

  /// What is printed.
  private func lines(_ statement: Statement, _ shelf: Shelf) -> [String] {
    guard names.isEmpty else { return matches(in: statement, shelf.facts) }
    if json { return statement.transactions.map { Self.json($0).jsonText } }
    let page = StatementPage(statement, in: options.language, columns: Surroundings.columns)
    return [page.heading, "", page.transactions]
  }

  private var asked: Money? { amount.flatMap { Money(yuan: $0) } }

  private func read() throws -> Statement {
    let bytes: [UInt8]
    do throws(TextFiles.Failure) {
      bytes = try TextFiles.bytes(file)
    } catch {
      Exit.say(error.words, options.language)
      throw Exit.noInput
    }
    do throws(StatementRefusal) {
      return try SlowWork.run(options.language) { () throws(StatementRefusal) in
        try Statement(reading: bytes)
      }
    } catch {
      Exit.say(error.words, options.language)
      throw Exit.badData
    }
  }

  private func matches(in statement: Statement, _ facts: FactBook) -> [String] {
    let loan = AllegedLoan(
      parties: names.flatMap { LoanParty.parties(named: $0, in: facts) }, amount: asked,
      since: since)
    let matches = statement.matches(loan)
    if json { return matches.map { json($0).jsonText } }
    let page = StatementPage(statement, in: options.language, columns: Surroundings.columns)
    return [page.heading, "", page.matches(matches)]
  }

  private func emit(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    TextFiles.emit(lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
  }

  private static func json(_ transaction: Transaction) -> JSONValue {
    func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
    return .object([
      ("date", .string(transaction.date.iso)), ("time", text(transaction.time)),
      ("amount", .string(transaction.amount.yuan)),
      ("direction", .string(transaction.direction.rawValue)),
      ("currency", .string(transaction.currency)),
      ("counterparty", text(transaction.counterparty)), ("summary", text(transaction.summary)),
      ("status", text(transaction.status)),
    ])
  }

  private func json(_ match: LoanMatch) -> JSONValue {
    .object([
      ("row", .int(match.transaction.row)), ("role", .string(match.role.rawValue)),
      ("score", .double(Double(match.score) / 100)),
      ("reasons", .array(match.reasons.map { .string($0[options.language]) })),
      ("near", .bool(match.isNear)),
    ])
  }
}
