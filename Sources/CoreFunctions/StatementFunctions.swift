import Expressions
import Facts
import MoneyAndDates
import Statements
import Wording

/// The functions on statements: reading an export, finding an alleged loan in it.
struct StatementFunctions: Sendable {
  let facts: FactBook

  /// What came of reading a text as a statement.
  struct Reading: Hashable, Sendable {
    /// The statement; `nil` where the text is none.
    let statement: Statement?
    /// Why not.
    let refusal: StatementRefusal?
  }

  static let reading = RecordShape<Reading>(
    "Statement",
    [
      .field("isReadable", .bool, zh: "读得懂", en: "readable") { .bool($0.statement != nil) },
      .field("count", .int, zh: "几笔", en: "transactions") {
        .int(Int64($0.statement?.transactions.count ?? 0))
      },
      .maybe("first", .date, zh: "最早一天", en: "first day") {
        $0.statement?.transactions.map(\.date).min().map(Value.date)
      },
      .maybe("last", .date, zh: "最近一天", en: "last day") {
        $0.statement?.transactions.map(\.date).max().map(Value.date)
      },
    ])

  static let match = RecordShape<LoanMatch>(
    "StatementMatch",
    [
      .field("date", .date, zh: "日期", en: "day") { .date($0.transaction.date) },
      .field("amount", .money, zh: "金额", en: "amount") { .money($0.transaction.amount.size) },
      .field("role", .string, zh: "是什么", en: "role") { .string($0.role.rawValue) },
      .field("party", .string, zh: "对方", en: "other party") {
        .string($0.transaction.counterparty ?? $0.transaction.summary ?? "")
      },
      .field("score", .int, zh: "分量", en: "score") { .int(Int64($0.score)) },
      .field("near", .bool, zh: "只是相近", en: "a near miss") { .bool($0.isNear) },
    ])

  var types: [RecordType] { [Self.reading.type, Self.match.type] }

  var all: [Function] { [read, problem, matching, total] + texts }

  private static let example =
    "'交易日期,交易金额,余额,摘要,对方户名\\n2026-01-10,5000.00,9000,放款,明湖消费金融'"

  private var read: Function {
    let shape = Self.reading
    return .core(
      "statement.read", [.string], .record("Statement"),
      zh: "把账单文件的内容读成一笔一笔的记录", en: "reads what a file holds as a statement",
      example: .init("statement.read(\(Self.example)).count", gives: "1")
    ) { arguments throws(EvaluationError) in
      shape.record(Reading(try arguments.string(0)))
    }
  }

  private var problem: Function {
    .core(
      "statement.problem", [.record("Statement"), .string], .string,
      zh: "这份账单为什么读不懂、怎么办；读得懂时是空的",
      en: "why the statement can't be read and what to do; empty where it can",
      example: .init(
        "statement.problem(statement.read(\(Self.example)), 'en')", gives: "''")
    ) { arguments throws(EvaluationError) in
      let reading: Reading = try arguments.record(0)
      return .string(reading.refusal?.words[try arguments.language(1)] ?? "")
    }
  }

  private var matching: Function {
    let shape = Self.match
    return .core(
      "statement.match", [.record("Statement"), .string, .money, .date],
      .list(.record("StatementMatch")),
      zh: "在账单里找某家机构的放款、还款和费用；金额不知道就写 0 元，日期是最早从哪天找起",
      en:
        "the loan, repayments and fees of a lender in the statement; 0 yuan for an unknown amount, from that day on",
      example: .init(
        "statement.match(statement.read(\(Self.example)), '明湖消费金融', money('5000'), date('2026-01-01')).size()",
        gives: "1")
    ) { arguments throws(EvaluationError) in
      let reading: Reading = try arguments.record(0)
      let (name, amount) = (try arguments.string(1), try arguments.money(2))
      let loan = AllegedLoan(
        parties: name.isEmpty ? [] : LoanParty.parties(named: name, in: facts),
        amount: amount > .zero ? amount : nil, since: try arguments.date(3))
      return .list((reading.statement?.matches(loan) ?? []).map { shape.record($0) })
    }
  }

  private var total: Function {
    .core(
      "statement.total", [.list(.record("StatementMatch")), .string], .money,
      zh: "某一类（disbursement 放款、repayment 还款、fee 费用）一共多少，相近的不算",
      en: "the sum of one role (disbursement, repayment, fee), near misses left out",
      example: .init(
        "statement.total(statement.match(statement.read(\(Self.example)), '明湖消费金融', money('0'), date('2026-01-01')), 'disbursement')",
        gives: "money('5000.00')")
    ) { arguments throws(EvaluationError) in
      let role = try arguments.string(1)
      let amounts = try Self.matches(arguments).filter { !$0.isNear && $0.role.rawValue == role }
        .map(\.transaction.amount.size)
      guard let sum = Money.sum(amounts) else {
        throw .function(zh: "金额太大，加不起来", en: "the amounts are too large to add up")
      }
      return .money(sum)
    }
  }

  private var texts: [Function] {
    [
      .core(
        "statement.describe",
        [.record("Statement"), .list(.record("StatementMatch")), .string], .string,
        zh: "找到的每一笔和理由，相近的另列；没有找到时说明这不等于没借过",
        en:
          "each transaction found with its reasons, near misses apart; where none was found, that this proves nothing",
        example: .init(
          "statement.describe(statement.read(''), [], 'en') != ''", gives: "true")
      ) { arguments throws(EvaluationError) in
        let reading: Reading = try arguments.record(0)
        let language = try arguments.language(2)
        guard let statement = reading.statement else {
          return .string(reading.refusal?.words[language] ?? "")
        }
        let page = StatementPage(statement, in: language, columns: 78)
        return .string(
          page.heading + "\n" + page.matches(try Self.matches(arguments, at: 1)))
      }
    ]
  }

  private static func matches(
    _ arguments: Arguments, at index: Int = 0
  ) throws(EvaluationError) -> [LoanMatch] {
    var matches: [LoanMatch] = []
    for value in try arguments.list(index) {
      guard let match: LoanMatch = Arguments.subject(of: value) else {
        throw .function(
          zh: "列表里要都是账单里找到的记录", en: "the list must hold what was found in a statement")
      }
      matches.append(match)
    }
    return matches
  }
}

extension StatementFunctions.Reading {
  /// Reads what a session keeps of a file, or the text of a file itself.
  init(_ text: String) {
    if let kept = Statement(keptText: text) {
      (statement, refusal) = (kept, nil)
      return
    }
    do throws(StatementRefusal) {
      (statement, refusal) = (try Statement(reading: Array(text.utf8)), nil)
    } catch {
      (statement, refusal) = (nil, error)
    }
  }
}

extension LoanParty {
  /// The party of this name with the other names the facts know: legal name, aliases, products, funding lenders.
  ///
  /// A name the facts do not know stands for itself.
  package static func parties(named name: String, in facts: FactBook) -> [LoanParty] {
    facts.institutions(named: name).reduce(into: [LoanParty(name: name)]) { parties, institution in
      let others =
        [institution.legalName].compactMap(\.self) + institution.aliases + institution.products
        + institution.lenders
      parties.append(LoanParty(name: institution.name.zh, aliases: others))
    }
  }
}

extension Money {
  /// The amount without its sign; the one value without a counterpart stays as it is.
  fileprivate var size: Money { fen < 0 && fen != .min ? Money(fen: -fen) : self }
}
