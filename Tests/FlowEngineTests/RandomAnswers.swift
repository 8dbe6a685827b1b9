import FlowLanguage
import MoneyAndDates
import Wording

@testable import FlowEngine

/// A small generator with a seed (SplitMix64), so that every run of a law is the same.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Question {
  /// Some answer that the question takes on a day; `nil` where none was found.
  func randomAnswer(on day: CalendarDate, with generator: inout SeededGenerator) -> AnswerValue? {
    for _ in 0..<20 {
      guard let value = candidate(day, &generator) else { return nil }
      if problem(with: value, in: .zh, on: day) == nil { return value }
    }
    return nil
  }

  private func candidate(
    _ day: CalendarDate, _ generator: inout SeededGenerator
  ) -> AnswerValue? {
    if ask.skip != nil, Int.random(in: 0..<5, using: &generator) == 0 { return .skipped }
    let options = ask.type.options.map(\.id)
    switch ask.type {
    case .tri, .choice: return options.randomElement(using: &generator).map(AnswerValue.option)
    case .multi: return .options(options.filter { _ in Bool.random(using: &generator) })
    case .money: return .money(Money(fen: Int64.random(in: 0..<200_000, using: &generator)))
    case .integer: return .integer(Int64.random(in: -2..<40, using: &generator))
    case .percent:
      return Rate(digits: Int64.random(in: 0..<3000, using: &generator), scale: 4, basis: .perYear)
        .map(AnswerValue.percent)
    case .date:
      return day.adding(days: Int.random(in: -3..<60, using: &generator)).map(AnswerValue.date)
    case .text, .phone, .paste, .file:
      return ["甲公司", "{owed}", "17055550199", " "].randomElement(using: &generator).map(
        AnswerValue.text)
    case .bool, .list, .record: return nil
    }
  }
}

extension Interview {
  /// Everything a person could see of an interview, as lines.
  var picture: [String] {
    var lines = events.flatMap { event in
      switch event {
      case .said(let text, let scope): [scope.text(text, in: .zh), scope.text(text, in: .en)]
      case .answered(let answered):
        [
          "\(answered.key)@\(answered.given.day.iso)", answered.question.text(in: .zh),
          answered.question.printed(answered.given.value, in: .en),
        ]
      case .reviewed(let key): ["reviewed \(key)"]
      case .passed(let page): ["passed \(page.title(in: .zh))"]
      }
    }
    switch state {
    case .asking(let question):
      lines += ["asks \(question.key)", question.text(in: .zh), question.text(in: .en)]
      lines += [question.guess.map { question.printed($0, in: .en) } ?? "no guess"]
    case .reviewing(let page):
      lines +=
        ["reviews \(page.key)"]
        + page.items.map { $0.key + $0.question.printed($0.given.value, in: .en) }
    case .ended(let page):
      lines += ["ends \(page.id)", page.title(in: .zh), page.title(in: .en)]
      lines += page.steps(in: .en).map { "\($0.day?.iso ?? "") \($0.text)" }
    case .stopped(let fault): lines.append("stopped \(fault.node)")
    }
    return lines
  }
}
