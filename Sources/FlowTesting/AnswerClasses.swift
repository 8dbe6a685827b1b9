import Expressions
import FlowEngine
import FlowLanguage
import MoneyAndDates
import Wording

/// The answers to a question that the conditions of its flow can tell apart: every option, and for
/// numbers, amounts and days each constant it is compared with and what lies beside it.
package struct AnswerClasses: Sendable {
  private let constants: [String: Constants]

  fileprivate struct Constants {
    var integers: Set<Int64> = [0, 1, 12]
    var fen: Set<Int64> = [0, 100_000]
    var days: Set<Int> = []
    var texts: Set<String> = []
  }

  /// The classes of every flow among some programs.
  package init(_ programs: [FlowProgram]) {
    constants = Dictionary(
      programs.map { ($0.flow.id, AnswerClasses.constants(of: $0)) },
      uniquingKeysWith: { $1 })
  }

  /// At least one answer of each class that the question takes on a day, the way round included.
  package func answers(to question: Question, on day: CalendarDate) -> [AnswerValue] {
    let constants = constants[question.scope.program.flow.id] ?? Constants()
    var answers = candidates(question.ask.type, constants, day)
    if let guess = question.guess, !answers.contains(guess) { answers.append(guess) }
    if question.ask.skip != nil { answers.append(.skipped) }
    return answers.filter { question.problem(with: $0, in: .zh, on: day) == nil }
  }

  private func candidates(
    _ type: VariableType, _ constants: Constants, _ day: CalendarDate
  ) -> [AnswerValue] {
    switch type {
    case .tri, .choice: type.options.map { .option($0.id) }
    case .multi(let options): AnswerClasses.choices(of: options.map(\.id)).map(AnswerValue.options)
    case .integer:
      AnswerClasses.around(constants.integers).map(AnswerValue.integer)
    case .money: AnswerClasses.around(constants.fen).map { .money(Money(fen: $0)) }
    case .percent(let per):
      [(0, 4), (1200, 4), (3650, 4), (40, 2)].compactMap { digits, scale in
        Rate(digits: digits, scale: scale, basis: AnswerClasses.basis(per)).map(
          AnswerValue.percent)
      }
    case .date:
      AnswerClasses.around(Set(constants.days.map(Int64.init)))
        .compactMap { CalendarDate(dayNumber: Int($0)) }.map(AnswerValue.date)
        + [-1, 0, 1, 30].compactMap { day.adding(days: $0) }.map(AnswerValue.date)
    case .text, .phone, .file: (constants.texts.sorted() + ["甲"]).map(AnswerValue.text)
    case .paste: AnswerClasses.messages.map(AnswerValue.text)
    case .bool, .list, .record: []
    }
  }

  /// No option, each one, all; every choice where the options are few.
  private static func choices(of ids: [String]) -> [[String]] {
    if ids.count <= 3 {
      return (0..<(1 << ids.count)).map { bits in
        ids.indices.filter { bits >> $0 & 1 == 1 }.map { ids[$0] }
      }
    }
    return [[]] + ids.map { [$0] } + [ids]
  }

  /// Each point and its neighbours, in order.
  private static func around(_ points: Set<Int64>) -> [Int64] {
    Set(
      points.flatMap { point in
        [point.subtractingReportingOverflow(1), (point, false), point.addingReportingOverflow(1)]
          .compactMap { $0.1 ? nil : $0.0 }
      }
    ).sorted()
  }

  private static func basis(_ per: RatePeriod?) -> RateBasis {
    switch per {
    case .day: .perDay
    case .month: .perMonth
    case .year, nil: .perYear
    }
  }

  /// Messages that the reading core takes for different things; names and numbers are invented.
  private static let messages = [
    "你好",
    "【飞云借款】您的账单已逾期，今日把款转入专员账户可减免，验证码发给客服，点 feiyun-pay.top/x 处理。",
    "【青禾消费金融】您的借款合同 QH2026-18 已逾期 12 天，应还本金 3,000.00 元、违约金 120.50 元，请登录官方 App 查看，拒收请回复 R",
  ]

  private static func constants(of program: FlowProgram) -> Constants {
    var constants = Constants()
    for expression in program.flow.expressions {
      for comparison in program.expression(expression).comparisons {
        for value in comparison.values { constants.add(value) }
      }
    }
    return constants
  }
}

extension AnswerClasses.Constants {
  fileprivate mutating func add(_ value: Value) {
    switch value {
    case .int(let number):
      integers.insert(number)
      let (amount, overflow) = number.multipliedReportingOverflow(by: 100)
      if !overflow { fen.insert(amount) }
    case .money(let amount): fen.insert(amount.fen)
    case .date(let day): days.insert(day.dayNumber)
    case .string(let text): if !text.isEmpty { texts.insert(text) }
    default: break
    }
  }
}
