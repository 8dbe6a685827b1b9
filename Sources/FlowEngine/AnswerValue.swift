import Expressions
import MoneyAndDates

/// What a person answered, after reading: typed, checked for shape, ready for the flow.
package enum AnswerValue: Hashable, Sendable {
  /// One option of a choice or a tri, by its id.
  case option(String)
  /// Any options of a multi, by their ids, in the options' order.
  case options([String])
  /// A whole number.
  case integer(Int64)
  /// An amount.
  case money(Money)
  /// A rate with its basis.
  case percent(Rate)
  /// A day.
  case date(CalendarDate)
  /// Text: a line, a phone number, a pasted message, a file's content.
  case text(String)
  /// "I can't": the question's own way round was taken.
  case skipped
  /// A review was read and left as it is.
  case confirmed

  /// The value that expressions see; `nil` for a skipped question and a confirmed review.
  package var value: Value? {
    switch self {
    case .option(let id): .string(id)
    case .options(let ids): .list(ids.map(Value.string))
    case .integer(let number): .int(number)
    case .money(let amount): .money(amount)
    case .percent(let rate): .rate(rate)
    case .date(let day): .date(day)
    case .text(let text): .string(text)
    case .skipped, .confirmed: nil
    }
  }
}

/// An answer and the calendar day (UTC+08:00 unless the person said otherwise) on which it was given.
package struct GivenAnswer: Hashable, Sendable {
  /// What was answered.
  package let value: AnswerValue
  /// The day it was given; its question's checks and the steps after it see this day as `today`.
  package let day: CalendarDate

  /// An answer of a day.
  package init(_ value: AnswerValue, on day: CalendarDate) {
    self.value = value
    self.day = day
  }
}
