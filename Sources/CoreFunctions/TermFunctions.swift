import Expressions
import MoneyAndDates
import Planning
import Wording

/// The functions on terms that end rights: deadlines with their rolled day, limitation, the credit
/// record.
struct TermFunctions: Sendable {
  let terms: [String: LegalTerm]
  let holidays: HolidayCalendar?

  static let deadline = RecordShape<Deadline>(
    "Deadline",
    [
      .field("start", .date, zh: "起算日", en: "start") { .date($0.start) },
      .maybe("lastDay", .date, zh: "最后一天", en: "last day") { $0.lastDay.map(Value.date) },
      .maybe("rolled", .date, zh: "遇休息日顺延到", en: "rolled to a working day") {
        $0.rolledLastDay.map(Value.date)
      },
      .field("notBefore", .date, zh: "不早于", en: "not before") { .date($0.safeDay) },
      .field("isKnown", .bool, zh: "算得出", en: "known") { .bool($0.lastDay != nil) },
      .maybe("rule", .string, zh: "依据", en: "rule") { $0.rules.first.map(Value.string) },
    ])

  static let limitation = RecordShape<Limitation>(
    "Limitation",
    [
      .field("start", .date, zh: "起算日", en: "start") { .date($0.start) },
      .field("lastDay", .date, zh: "最后一天（遇休息日已顺延）", en: "last day (rolled past days off)") {
        .date($0.end)
      },
      .field("expired", .bool, zh: "已经届满", en: "over") { .bool($0.isExpired) },
      .field("daysLeft", .int, zh: "还剩几天", en: "days left") { .int(Int64($0.daysLeft)) },
      .field("restarts", .list(.date), zh: "重新计算的日子", en: "restarted on") {
        .list($0.restarts.map(Value.date))
      },
      .field("late", .list(.date), zh: "期满以后、没有计入的日子", en: "acts after its end, not counted") {
        .list($0.lateActs.map(Value.date))
      },
      .maybe("rule", .string, zh: "依据", en: "rule") { $0.rules.first.map(Value.string) },
    ])

  static let credit = RecordShape<CreditRecord>(
    "CreditRecord",
    [
      .maybe("lastShown", .date, zh: "最后显示的一天", en: "last day shown") {
        $0.lastShownDay.map(Value.date)
      },
      .field("removed", .bool, zh: "应当已经删除", en: "must be gone") { .bool($0.isRemoved) },
      .maybe("rule", .string, zh: "依据", en: "rule") { $0.rules.first.map(Value.string) },
    ])

  var types: [RecordType] { [Self.deadline.type, Self.limitation.type, Self.credit.type] }

  var all: [Function] { deadlines + limitations + credits }

  private var deadlines: [Function] {
    let deadline = Self.deadline
    return [
      .core(
        "deadline.of", [.string, .date], .record("Deadline"),
        zh: "一个法定期限：最后一天、遇休息日顺延到哪天；算不出时给出不早于哪天",
        en:
          "a legal term: its last day, the day it rolls to; where unknown, the day it can't end before",
        example: .init(
          "deadline.of('lawsuit_answer', date('2026-11-06')).lastDay", gives: "date('2026-11-21')")
      ) { arguments throws(EvaluationError) in
        let (event, start) = (try arguments.string(0), try arguments.date(1))
        guard let term = terms[event] else {
          throw .function(
            zh: "事实里没有名为“\(event)”的期限", en: "the facts have no term named \"\(event)\"")
        }
        return deadline.record(
          try planned { () throws(PlanningFault) in
            try Deadline(term, from: start, holidays: holidays)
          })
      },
      .core(
        "deadline.workingDays", [.int, .date], .record("Deadline"),
        zh: "从某天起几个工作日；超出已经定下来的节假日时写明不早于哪天",
        en:
          "so many working days from a day; where holidays are not settled, the day it can't end before",
        example: .init(
          "deadline.workingDays(5, date('2026-03-02')).lastDay", gives: "date('2026-03-09')")
      ) { arguments throws(EvaluationError) in
        let (count, start) = (try arguments.int(0), try arguments.date(1))
        return deadline.record(
          try planned { () throws(PlanningFault) in
            try Deadline(Term(count, .workingDays), from: start, holidays: holidays)
          })
      },
      .core(
        "deadline.text", [.record("Deadline"), .string], .string,
        zh: "期限的最后一天，连同起算日、顺延和依据", en: "the last day with its start, rolled day and rule",
        example: .init(
          "deadline.text(deadline.of('lawsuit_answer', date('2026-11-06')), 'en').contains('23 Nov 2026')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let deadline: Deadline = try arguments.record(0)
        return .string(deadline.describedRolled(in: try arguments.language(1)))
      },
    ]
  }

  private var limitations: [Function] {
    let limitation = Self.limitation
    let example =
      "deadline.limitation([date('2022-03-01')], false, [date('2024-05-10')], date('2026-11-21'))"
    return [
      .core(
        "deadline.limitation", [.list(.date), .bool, .list(.date), .date], .record("Limitation"),
        zh: "诉讼时效：各期到期日、是不是同一笔债的分期、让时效重新计算的日子（催告、部分还款、承诺）、看哪一天",
        en:
          "limitation: due dates, whether they are instalments of one debt, days of acts that restart it (demand, part payment, promise), the day asked about",
        example: .init("\(example).lastDay", gives: "date('2027-05-10')")
      ) { arguments throws(EvaluationError) in
        guard let term = terms["limitation_years"] else {
          throw .function(zh: "事实里没有诉讼时效", en: "the facts have no limitation period")
        }
        let (due, acts) = (try arguments.dates(0), try arguments.dates(2))
        let (areInstalments, day) = (try arguments.bool(1), try arguments.date(3))
        if let future = (acts.filter { $0 > day }.min()) {
          throw .function(
            zh: "\(future.iso) 还没到，不能算作已经重新计算",
            en: "\(future.iso) is still to come, so it has restarted nothing")
        }
        return limitation.record(
          try planned { () throws(PlanningFault) in
            try Limitation(
              dueDates: due, areInstalmentsOfOneDebt: areInstalments, restarts: acts, term: term,
              longest: terms["limitation_max_years"], holidays: holidays, on: day)
          })
      },
      .core(
        "deadline.describeLimitation", [.record("Limitation"), .string], .string,
        zh: "诉讼时效到哪天，什么会让它重新计算", en: "when the limitation period ends and what restarts it",
        example: .init(
          "deadline.describeLimitation(\(example), 'en').contains('10 May 2027')", gives: "true")
      ) { arguments throws(EvaluationError) in
        let limitation: Limitation = try arguments.record(0)
        return .string(limitation.described(in: try arguments.language(1)))
      },
    ]
  }

  private var credits: [Function] {
    let credit = Self.credit
    return [
      .core(
        "credit.record", [.date, .date], .record("CreditRecord"),
        zh: "不良记录显示到哪天：逾期结束（还清）的日子、看哪一天",
        en: "how long a bad entry is shown: the day the default ended, the day asked about",
        example: .init(
          "credit.record(date('2021-06-30'), date('2026-11-21')).removed", gives: "true")
      ) { arguments throws(EvaluationError) in
        let (end, day) = (try arguments.date(0), try arguments.date(1))
        return credit.record(try record(endedOn: end, on: day))
      },
      .core(
        "credit.unpaid", [.date], .record("CreditRecord"),
        zh: "还没还清时的不良记录：期限还没开始算",
        en: "a bad entry while the debt is unpaid: its time has not begun",
        example: .init("has(credit.unpaid(today).lastShown)", gives: "false")
      ) { arguments throws(EvaluationError) in
        credit.record(try record(endedOn: nil, on: try arguments.date(0)))
      },
      .core(
        "credit.describe", [.record("CreditRecord"), .string], .string,
        zh: "不良记录显示到哪天", en: "how long a bad entry is shown",
        example: .init(
          "credit.describe(credit.record(date('2021-06-30'), date('2026-11-21')), 'en').contains('30 Jun 2026')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let record: CreditRecord = try arguments.record(0)
        return .string(record.described(in: try arguments.language(1)))
      },
    ]
  }

  private func record(
    endedOn end: CalendarDate?, on day: CalendarDate
  ) throws(EvaluationError) -> CreditRecord {
    guard let term = terms["bad_record_retention_years"] else {
      throw .function(zh: "事实里没有不良记录的保存期限", en: "the facts have no term for bad entries")
    }
    return try planned { () throws(PlanningFault) in
      try CreditRecord(endedOn: end, term: term, on: day)
    }
  }
}

extension Deadline {
  /// The last day with its start and rules, and the working day it rolls to, in words.
  package func describedRolled(in language: Language) -> String {
    guard let lastDay else { return described(in: language) }
    let text: BilingualText
    if term.unit == .hours {
      text = BilingualText(
        zh: "；按小时算，从那一刻起满 \(term.count) 小时为止，遇休息日也不顺延",
        en:
          "; counted by the clock, \(term.count) hours from that minute, and a rest day moves nothing"
      )
    } else if let rolledLastDay {
      text =
        rolledLastDay == lastDay
        ? BilingualText(zh: "；这天是工作日", en: "; that is a working day")
        : BilingualText(
          zh: "；这天休息，按民法典的一般规则顺延到 \(rolledLastDay.formatted(in: .zh))，稳妥起见仍按前一个日子办",
          en:
            "; a rest day: by the Civil Code's general rule it rolls to \(rolledLastDay.formatted(in: .en)); to be safe keep to the earlier one"
        )
    } else {
      text = BilingualText(
        zh: "；那时的节假日安排这个版本还不全，是否顺延不知道",
        en:
          "; the holidays of that time are not settled in this version, so whether it rolls is unknown"
      )
    }
    return described(in: language) + text[language]
  }
}

extension CreditRecord {
  /// How long the entry is shown, in words.
  package func described(in language: Language) -> String {
    let rules = self.rules.joined(separator: language == .zh ? "、" : ", ")
    guard let lastShownDay else {
      return BilingualText(
        zh: "还没还清，保存期限还没开始算：它从不良行为结束（还清）那天起算（依据 \(rules)）。",
        en:
          "The debt is unpaid, so its time has not begun: it runs from the day the default ends (\(rules))."
      )[language]
    }
    if isStillToEnd, let endedOn {
      return BilingualText(
        zh:
          "\(endedOn.iso) 还没到。要是那天还清，最多显示到 \(lastShownDay.formatted(in: .zh))（依据 \(rules)）；晚还清一天，就晚一天。",
        en:
          "\(endedOn.iso) is still to come. If the debt is paid that day, it may be shown until \(lastShownDay.formatted(in: .en)) (\(rules)); each day later moves it a day."
      )[language]
    }
    let text =
      isRemoved
      ? BilingualText(
        zh: "最多显示到 \(lastShownDay.formatted(in: .zh))，现在应当已经删除；还在就提出异议（依据 \(rules)）。",
        en:
          "It may be shown until \(lastShownDay.formatted(in: .en)) at the latest and must be gone now; if it is not, object (\(rules))."
      )
      : BilingualText(
        zh: "最多显示到 \(lastShownDay.formatted(in: .zh))，从还清那天起算（依据 \(rules)）。",
        en:
          "It may be shown until \(lastShownDay.formatted(in: .en)), counted from the day the default ended (\(rules))."
      )
    return text[language]
  }
}

extension Arguments {
  /// The days of a list.
  func dates(_ index: Int) throws(EvaluationError) -> [CalendarDate] {
    try list(index).map { value throws(EvaluationError) in
      guard case .date(let day) = value else {
        throw .function(zh: "清单里有一项不是日期", en: "the list holds something that is no day")
      }
      return day
    }
  }
}
