import MoneyAndDates
import Wording

/// A transaction that may belong to an alleged loan, with the reasons.
package struct LoanMatch: Hashable, Sendable {
  /// What the transaction would be in the life of the loan.
  package enum Role: String, Hashable, Sendable {
    /// The loan was paid out.
    case disbursement
    case repayment
    /// A fee, guarantee or insurance beside the loan.
    case fee
  }

  /// The transaction.
  package let transaction: Transaction
  /// What it would be in the life of the loan.
  package let role: Role
  /// How much speaks for it, in hundredths, at most 100.
  ///
  /// From 50 it is a match.
  package let score: Int
  /// Why, in words.
  package let reasons: [BilingualText]
  /// Whether it falls short of a match and is shown as a near miss.
  package let isNear: Bool
}

/// What a collector says about the loan that is looked for.
package struct AllegedLoan: Hashable, Sendable {
  /// The lender, funding parties and platforms, each with its other names.
  package let parties: [LoanParty]
  /// The sum said to be lent; `nil` where none is named.
  package let amount: Money?
  /// The day it is said to be lent; earlier transactions are not looked at, less three days' grace.
  package let since: CalendarDate?

  /// A loan to look for.
  package init(parties: [LoanParty], amount: Money? = nil, since: CalendarDate? = nil) {
    self.parties = parties
    self.amount = amount
    self.since = since
  }
}

extension Statement {
  /// The transactions that fit an alleged loan, in file order, near misses among them.
  ///
  /// Points: the party's name 50 (part of it or a masked name 25), words of lending 25 (of a fee 20), the same amount 25
  /// (a little less than the loan 15), a monthly series of one amount 15, within a week of the day named 10. From 50 it
  /// is a match, from 25 a near miss. Failed and closed transactions are left out. An empty list means that this
  /// statement shows nothing, not that nothing was lent: other accounts may.
  package func matches(_ loan: AllegedLoan) -> [LoanMatch] {
    let names = loan.parties.flatMap { party in
      ([party.name] + party.aliases).map { (party: party, folded: FoldedPartyName($0)) }
    }
    let series = MonthlySeries(transactions)
    return transactions.compactMap { transaction in
      guard !transaction.isFailed, transaction.isSince(loan.since) else { return nil }
      var evidence = LoanEvidence(transaction, loan)
      evidence.weighNames(names)
      evidence.weighWords()
      evidence.weighAmount()
      evidence.weighDay()
      if series.holds(transaction) { evidence.weighSeries() }
      return evidence.match
    }
  }
}

extension Transaction {
  fileprivate var isFailed: Bool {
    let status = status ?? ""
    return ["关闭", "失败", "取消"].contains(where: status.holds)
  }

  fileprivate func isSince(_ day: CalendarDate?) -> Bool {
    guard let day else { return true }
    return date.days(since: day) >= -3
  }

  fileprivate var isMoneyIn: Bool { amount > .zero }

  /// The texts that may name a party.
  fileprivate var texts: [String] { [counterparty, summary].compactMap(\.self) }
}

/// The points for and against one transaction.
private struct LoanEvidence {
  let transaction: Transaction
  let loan: AllegedLoan
  private var score = 0
  private var reasons: [BilingualText] = []
  private var isFee = false

  init(_ transaction: Transaction, _ loan: AllegedLoan) {
    self.transaction = transaction
    self.loan = loan
  }

  mutating func weighNames(_ names: [(party: LoanParty, folded: FoldedPartyName)]) {
    let texts = transaction.texts.map { FoldedPartyName($0) }
    if let found = names.first(where: { name in texts.contains { $0.holds(name.folded) } }) {
      add(50, zh: "写着“\(found.party.name)”", en: "it names “\(found.party.name)”")
    } else if let found = names.first(where: { name in
      texts.contains { $0.couldMask(name.folded) }
    }) {
      add(
        25, zh: "名字打了码，对得上“\(found.party.name)”",
        en: "a masked name that fits “\(found.party.name)”")
    } else if let found = names.first(where: { name in
      texts.contains {
        $0.longestCommonRun(with: name.folded) >= max(4, name.folded.scalars.count * 2 / 3)
      }
    }) {
      add(25, zh: "名字和“\(found.party.name)”相近", en: "a name close to “\(found.party.name)”")
    }
  }

  mutating func weighWords() {
    let texts = transaction.texts
    func word(_ words: [String]) -> String? {
      words.first { word in texts.contains { $0.holds(word) } }
    }
    if transaction.isMoneyIn {
      if let found = word(["放款", "贷款发放", "贷款", "借款", "借钱", "提款", "放贷"]) {
        add(25, zh: "是进账，写着“\(found)”", en: "money in, with the word “\(found)”")
      }
    } else if let found = word(["担保费", "服务费", "会员费", "保险费", "保费", "咨询费", "手续费", "砍头息"]) {
      isFee = true
      add(20, zh: "是费用，写着“\(found)”", en: "a fee, with the word “\(found)”")
    } else if let found = word(["还款", "还贷", "代扣", "扣款", "贷款", "分期", "借款", "代收"]) {
      add(25, zh: "是出账，写着“\(found)”", en: "money out, with the word “\(found)”")
    }
  }

  mutating func weighAmount() {
    guard let asked = loan.amount, asked > .zero, transaction.isMoneyIn else { return }
    let shown = transaction.amount
    if shown == asked {
      add(25, zh: "金额正好是 \(asked.yuan) 元", en: "the amount is exactly ¥\(asked.yuan)")
    } else if shown < asked, let missing = asked.subtracting(shown), missing.fen <= asked.fen / 5 {
      add(
        15, zh: "比 \(asked.yuan) 元少 \(missing.yuan) 元，可能先扣了费用",
        en: "¥\(missing.yuan) less than ¥\(asked.yuan): a fee may have been taken first")
    }
  }

  mutating func weighDay() {
    guard let since = loan.since, transaction.isMoneyIn, score > 0 else { return }
    if abs(transaction.date.days(since: since)) <= 7 {
      add(10, zh: "日期相差不到一星期", en: "within a week of the day named")
    }
  }

  /// A monthly series counts only beside another reason: a rent is one too.
  mutating func weighSeries() {
    guard score > 0, !transaction.isMoneyIn else { return }
    add(15, zh: "每月一笔、金额相同", en: "the same amount every month")
  }

  private mutating func add(_ points: Int, zh: String, en: String) {
    score += points
    reasons.append(BilingualText(zh: zh, en: en))
  }

  var match: LoanMatch? {
    guard score >= 25 else { return nil }
    let role: LoanMatch.Role =
      transaction.isMoneyIn ? .disbursement : isFee ? .fee : .repayment
    return LoanMatch(
      transaction: transaction, role: role, score: min(score, 100), reasons: reasons,
      isNear: score < 50)
  }
}

/// Amounts that leave to the same party month after month.
private struct MonthlySeries {
  private struct Key: Hashable {
    let amount: Money
    let party: String
  }

  private var members: Set<Int> = []

  init(_ transactions: [Transaction]) {
    var groups: [Key: [Transaction]] = [:]
    for transaction in transactions where transaction.amount < .zero {
      let party = transaction.counterparty ?? transaction.summary ?? ""
      groups[Key(amount: transaction.amount, party: party), default: []].append(transaction)
    }
    for group in groups.values where group.count >= 2 {
      let days = group.sorted { $0.date < $1.date }
      for (earlier, later) in zip(days, days.dropFirst())
      where (27...32).contains(later.date.days(since: earlier.date)) {
        members.formUnion([earlier.row, later.row])
      }
    }
  }

  func holds(_ transaction: Transaction) -> Bool { members.contains(transaction.row) }
}
