import Expressions
import MoneyAndDates
import Planning
import Wording

/// The functions `deadline.…`, `complaint.…` and `date.…`: terms of the facts counted from a day.
struct DeadlineFunctions: Sendable {
  let terms: [String: LegalTerm]
  let holidays: HolidayCalendar?
  let routing: ComplaintRouting
  let records: DeadlineRecords

  var all: [Function] { deadlines + complaints + dates }

  private var deadlines: [Function] {
    [
      .core(
        "deadline.after", [.string, .date], .date,
        zh: "一个法定期限从某天起算的最后一天；工作日超出已经定下来的节假日时没有结果",
        en:
          "the last day of a legal term from a day; none where working days run past the settled holidays",
        example: .init(
          "deadline.after('lawsuit_answer', date('2026-11-06'))", gives: "date('2026-11-21')")
      ) { arguments throws(EvaluationError) in
        let deadline = try self.deadline(arguments)
        guard let day = deadline.lastDay else {
          let missing = deadline.missingHolidays
          throw .function(
            zh: "不会早于 \(deadline.safeDay.iso)；\(missing.zh)",
            en: "not before \(deadline.safeDay.iso); \(missing.en)")
        }
        return .date(day)
      },
      .core(
        "deadline.describe", [.string, .date, .string], .string,
        zh: "一个法定期限的最后一天，连同起算日和规则", en: "the last day of a legal term with its start and rule",
        example: .init(
          "deadline.describe('lawsuit_answer', date('2026-11-06'), 'en').contains('2026-11-06')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        .string(try self.deadline(arguments).described(in: try arguments.language(2)))
      },
    ]
  }

  private func deadline(_ arguments: Arguments) throws(EvaluationError) -> Deadline {
    let event = try arguments.string(0)
    let start = try arguments.date(1)
    guard let term = terms[event] else {
      throw .function(
        zh: "事实里没有名为“\(event)”的期限", en: "the facts have no term named \"\(event)\"")
    }
    return try planned { () throws(PlanningFault) in
      try Deadline(term, from: start, holidays: holidays)
    }
  }

  private var complaints: [Function] {
    let plan = records.plan
    return [
      .core(
        "complaint.plan", [.string, .date], .record("ComplaintPlan"),
        zh: "按机构类别排出投诉去处：机构类别、提交日",
        en: "where to complain, in order: kind of lender, day of handing in",
        example: .init(
          "complaint.plan('bank', date('2026-11-06')).steps.size() >= 2", gives: "true")
      ) { arguments throws(EvaluationError) in
        let lender = LenderKind(rawValue: try arguments.string(0)) ?? .unknown
        let start = try arguments.date(1)
        return plan.record(
          try planned { () throws(PlanningFault) in
            try ComplaintPlan(lender: lender, start: start, routing: routing, holidays: holidays)
          })
      },
      .core(
        "complaint.describe", [.record("ComplaintPlan"), .string], .string,
        zh: "投诉去处、要带什么、什么时候该有答复", en: "the desks, what each needs, and when an answer is due",
        example: .init(
          "complaint.describe(complaint.plan('bank', date('2026-11-06')), 'zh').contains('12378')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let plan: ComplaintPlan = try arguments.record(0)
        return .string(plan.described(in: try arguments.language(1)))
      },
    ]
  }

  private var dates: [Function] {
    [
      .core(
        "date.addMonths", [.date, .int], .date,
        zh: "几个月后的同一天；那个月没有这一天时取月底",
        en: "the same day some months later, clamped to the month's end",
        example: .init("date.addMonths(date('2026-01-31'), 1)", gives: "date('2026-02-28')")
      ) { arguments throws(EvaluationError) in
        guard let day = try arguments.date(0).adding(months: try arguments.int(1)) else {
          throw EvaluationError(.overflow)
        }
        return .date(day)
      }
    ]
  }
}

/// The record types of terms and complaints.
struct DeadlineRecords: Sendable {
  let step: RecordShape<ComplaintStep>
  let plan: RecordShape<ComplaintPlan>

  init() {
    let step = DeadlineRecords.stepShape
    self.step = step
    plan = RecordShape(
      "ComplaintPlan",
      [
        .field("steps", .list(.record("ComplaintStep")), zh: "步骤", en: "steps") {
          .list($0.steps.map(step.record))
        },
        .field("firstDesk", .string, zh: "先去哪里", en: "first desk") {
          .string($0.steps.first?.desk.id ?? "")
        },
      ])
  }

  var types: [RecordType] { [plan.type, step.type] }

  private static let stepShape = RecordShape<ComplaintStep>(
    "ComplaintStep",
    [
      .field("order", .int, zh: "第几步", en: "order") { .int(Int64($0.order)) },
      .field("desk", .string, zh: "去处", en: "desk") { .string($0.desk.id) },
      .maybe("answerBy", .date, zh: "应答复的日子", en: "answer due") {
        $0.answerBy?.lastDay.map(Value.date)
      },
      .maybe("nextIfSilent", .date, zh: "无回音时下一步的日子", en: "next day if silent") {
        $0.nextIfSilent.map(Value.date)
      },
      .maybe("rule", .string, zh: "依据", en: "rule") { $0.desk.rules.first.map(Value.string) },
    ])
}

extension Deadline {
  /// Why the last day is not known.
  package var missingHolidays: BilingualText {
    let year = missingYear.map(String.init)
    let missing = BilingualText(
      zh: "这个版本还没有 \(year ?? "那一") 年的节假日安排",
      en: "the holidays of \(year ?? "that year") are not in this version")
    guard let day = provisionalLastDay else { return missing }
    return BilingualText(
      zh: "照已公布的安排是 \(day.formatted(in: .zh))，但\(missing.zh)，它还可能改动前一年年底的休息日",
      en:
        "by what is published it is \(day.formatted(in: .en)), but \(missing.en), and they can still change days off at the end of the year before"
    )
  }

  /// The last day with its start and rules, in words.
  package func described(in language: Language) -> String {
    let rules = self.rules.joined(separator: language == .zh ? "、" : ", ")
    let basis = rules.isEmpty ? "" : language == .zh ? "，依据 \(rules)" : ", rule \(rules)"
    switch (language, lastDay) {
    case (.zh, let day?): return "\(day.formatted(in: .zh))（从 \(start.iso) 起算\(basis)）"
    case (.en, let day?): return "\(day.formatted(in: .en)) (counted from \(start.iso)\(basis))"
    case (.zh, nil):
      return "不早于 \(safeDay.formatted(in: .zh))；\(missingHolidays.zh)（从 \(start.iso) 起算\(basis)）"
    case (.en, nil):
      return
        "not before \(safeDay.formatted(in: .en)); \(missingHolidays.en) (counted from \(start.iso)\(basis))"
    }
  }
}

extension ComplaintPlan {
  /// The desks in order, each with what it needs and when something is due.
  package func described(in language: Language) -> String {
    guard !steps.isEmpty else {
      return language == .zh
        ? "资料里没有这类机构的投诉去处；可以问当地的政务服务热线该找谁。"
        : "The facts know no desk for this kind of lender; the city's public line can say whom to ask."
    }
    return steps.map { $0.described(in: language) }.joined(separator: "\n")
  }
}

extension ComplaintStep {
  fileprivate func described(in language: Language) -> String {
    var lines = ["\(order). \(desk.name[language])"]
    if !desk.needs.isEmpty {
      let needs = desk.needs.map { $0[language] }
      lines.append(
        language == .zh
          ? "   要准备：\(needs.joined(separator: "、"))"
          : "   Have ready: \(needs.joined(separator: ", "))")
    }
    if let handIn {
      lines.append(language == .zh ? "   最早可在 \(handIn.iso) 提交" : "   Hand in from \(handIn.iso)")
    }
    if let answerBy {
      lines.append(
        (language == .zh ? "   一般应答复：" : "   An answer is usual by: ")
          + answerBy.described(in: language))
    }
    if let latestAnswer {
      lines.append(
        (language == .zh ? "   最迟：" : "   At the latest: ") + latestAnswer.described(in: language))
    }
    if let nextIfSilent {
      lines.append(
        language == .zh
          ? "   到 \(nextIfSilent.iso) 还没有回音，就去下一处"
          : "   No word by \(nextIfSilent.iso): go to the next desk")
    }
    return lines.joined(separator: "\n")
  }
}
