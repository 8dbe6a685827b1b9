import Expressions
import Facts
import MoneyAndDates
import Notices
import Wording

/// The functions `notice.…` and `assessment.…`: reading a message and saying what was found.
struct NoticeFunctions: Sendable {
  let reader: NoticeReader
  let assessor: Assessor
  let facts: FactBook
  let records: NoticeRecords

  var all: [Function] { reading + describing }

  private var reading: [Function] {
    let (notice, assessment) = (records.notice, records.assessment)
    return [
      .core(
        "notice.read", [.string, .string], .record("Notice"), reads: ["today"],
        zh: "读一条短信：原文、发信号码（不知道就写空）；收到的日子按今天算",
        en: "reads a message: text, sender's number ('' if unknown); today is the day it came",
        example: .init("notice.read('', '').isEmpty", gives: "true")
      ) { arguments throws(EvaluationError) in
        let sender = try arguments.string(1)
        return notice.record(
          reader.read(
            try arguments.string(0), sender: sender.isEmpty ? nil : sender,
            received: arguments.today))
      },
      .core(
        "notice.assess", [.record("Notice")], .record("Assessment"),
        zh: "权衡一条短信：像诈骗的和像真通知的依据",
        en: "weighs a message: what speaks for a scam, what for a genuine notice",
        example: .init("notice.assess(notice.read('', '')).level", gives: "'unverified'")
      ) { arguments throws(EvaluationError) in
        assessment.record(assessor.assess(try arguments.record(0)))
      },
    ]
  }

  private var describing: [Function] {
    [
      .core(
        "notice.describe", [.record("Notice"), .string], .string,
        zh: "短信里的每样内容和它的原文", en: "each finding with the words it rests on",
        example: .init(
          "notice.describe(notice.read('请于11月25日前还款500元', ''), 'en').contains('500')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        .string(Self.lines(try Self.description(arguments).findings))
      },
      .core(
        "notice.describeMissing", [.record("Notice"), .string], .string,
        zh: "规矩的通知会写、这条没写的", en: "what a proper notice states and this one does not",
        example: .init(
          "notice.describeMissing(notice.read('请还款500元', ''), 'zh') != ''", gives: "true")
      ) { arguments throws(EvaluationError) in
        .string(Self.lines(try Self.description(arguments).missing))
      },
      .core(
        "notice.describeThreats", [.record("Notice"), .string], .string,
        zh: "每句威胁，和它实际上是怎么回事", en: "each threat with what is true about it",
        example: .init(
          "notice.describeThreats(notice.read('', ''), 'zh')", gives: "''")
      ) { arguments throws(EvaluationError) in
        .string(Self.lines(try Self.description(arguments).threats(facts)))
      },
      .core(
        "notice.senderMeans", [.string, .string], .string,
        zh: "一个号码的样子说明什么、证明不了什么", en: "what a number's shape means and what it does not prove",
        example: .init(
          "notice.senderMeans('17055550199', 'en') != ''", gives: "true")
      ) { arguments throws(EvaluationError) in
        .string(
          SenderDescription(facts, in: try arguments.language(1))
            .meaning(of: try arguments.string(0)))
      },
      .core(
        "assessment.describe", [.record("Assessment"), .string], .string,
        zh: "判断和正反两面的依据", en: "the level with the evidence for and against",
        example: .init(
          "assessment.describe(notice.assess(notice.read('', '')), 'en') != ''", gives: "true")
      ) { arguments throws(EvaluationError) in
        let description = AssessmentDescription(
          try arguments.record(0), in: try arguments.language(1))
        return .string(Self.lines(description.lines))
      },
      .core(
        "assessment.levelText", [.record("Assessment"), .string], .string,
        zh: "判断，用一句话说", en: "the level in one sentence",
        example: .init(
          "assessment.levelText(notice.assess(notice.read('', '')), 'zh') != ''", gives: "true")
      ) { arguments throws(EvaluationError) in
        let description = AssessmentDescription(
          try arguments.record(0), in: try arguments.language(1))
        return .string(description.level)
      },
    ]
  }

  private static func description(
    _ arguments: Arguments
  ) throws(EvaluationError) -> NoticeDescription {
    let notice: Notice = try arguments.record(0)
    return NoticeDescription(notice, in: try arguments.language(1))
  }

  private static func lines(_ lines: [String]) -> String { lines.joined(separator: "\n") }
}
