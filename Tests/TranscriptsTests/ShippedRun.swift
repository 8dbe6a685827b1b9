import ShippedFlows
import FlowEngine
import MoneyAndDates
import Testing
import Wording

@testable import Transcripts

/// Interviews of the shipped main flow, answered by key.
enum ShippedRun {
  static let message = """
    【青禾小额贷款】陈先生您好：
    您的借款合同 QH20260301-12 已逾期45天，
    应还本金2,400.00元、利息96.30元、违约金310.50元，请于11月25日17:00前
    点击 qinghe-pay.top/k/3Fa 或致电 ①⑦①-4444-0188 处理，
    逾时将上门走访并上报征信。拒收请回复R
    """

  static func scam(
    in language: Language, message: String = message, sender: String = "17144440188",
    lender: String = "青禾小额贷款"
  ) throws -> Interview {
    try interview(
      [
        "paste": .text(message), "sender": .text(sender), "lender_name": .text(lender),
        "already": .option("no"), "known": .option("yes"), "channel": .option("denied"),
        "borrowed": .option("yes"),
      ], language)
  }

  static func negotiate(in language: Language) throws -> Interview {
    func yuan(_ yuan: Int64) -> AnswerValue { .money(Money(fen: yuan * 100)) }
    let rate = try #require(Rate(digits: 12, scale: 2, basis: .perYear))
    let due = try #require(CalendarDate(iso: "2026-12-15"))
    return try interview(
      [
        "paste": .skipped, "sender": .skipped, "lender_name": .text("江滨银行"),
        "already": .option("no"), "known": .option("yes"), "channel": .option("confirmed"),
        "borrowed": .option("yes"), "conduct": .options([]), "claimed": yuan(12000),
        "owed": yuan(12000), "lender_kind": .option("card"), "age/old_debt": .option("no"),
        "budget/income": yuan(6500), "budget/essentials": yuan(4200), "budget/reserve": yuan(500),
        "true_rate/terms": .option("no"), "rate": .percent(rate), "months": .integer(10),
        "first_due": .date(due), "lump": yuan(8000),
      ], language)
  }

  static func transcript(
    _ interview: Interview, _ language: Language, notes: [String] = [], masked: Bool = true
  ) -> Transcript {
    TranscriptBuilder(facts: ShippedFlows.facts).transcript(
      of: interview, notes: notes.map { (day: ShippedFlows.today, text: $0) }, in: language,
      masked: masked)
  }

  private static func interview(
    _ answers: [String: AnswerValue], _ language: Language
  ) throws -> Interview {
    var interview = Interview(
      ShippedFlows.programs, flow: "collection.text", today: ShippedFlows.today, language: language)
    for _ in 0..<60 {
      switch interview.state {
      case .asking(let question):
        let value = try #require(answers[question.key], "no answer to \(question.key)")
        try #require(question.problem(with: value, in: language) == nil, "\(question.key)")
        interview.answer(value, on: ShippedFlows.today)
      case .reviewing: interview.answer(.confirmed, on: ShippedFlows.today)
      case .ended, .stopped: return interview
      }
    }
    return interview
  }
}
