import MoneyAndDates
import Wording

/// Finds every amount, date, number, link and id of a text.
package struct Recognizer: Sendable {
  private let registers: Registers

  /// A recognizer that knows these telephone numbers, domain endings and holidays.
  ///
  /// Without holidays the last day of a count of working days is never certain.
  package init(
    numbering: NumberingPlan, suffixes: PublicSuffixes, holidays: HolidayCalendar? = nil
  ) {
    registers = Registers(numbering: numbering, suffixes: suffixes, holidays: holidays)
  }

  /// Everything found in a text.
  ///
  /// `reference` is the day (and time) of the message; without one, relative and year-less dates
  /// are told from 1970 and only their written parts mean something. `language` decides what is
  /// ambiguous between the two (3/4/2026); `nil` looks at the text.
  package func recognize(
    _ text: FoldedText, reference: ReferenceTime? = nil, language: Language? = nil
  ) -> Recognition {
    let scan = Scan(text: text, reference: reference, language: language, registers: registers)
    return Recognition(folded: text, entities: scan.entities())
  }

  /// Everything found in a text that is not folded yet.
  package func recognize(
    _ text: String, reference: ReferenceTime? = nil, language: Language? = nil
  ) -> Recognition {
    recognize(FoldedText(text), reference: reference, language: language)
  }
}

/// What is registered somewhere else: telephone numbers, domain endings and holidays.
///
/// Behind one reference, because every scan holds it.
final class Registers: Sendable {
  let numbering: NumberingPlan
  let suffixes: PublicSuffixes
  let holidays: HolidayCalendar?

  init(
    numbering: NumberingPlan, suffixes: PublicSuffixes, holidays: HolidayCalendar? = nil
  ) {
    self.numbering = numbering
    self.suffixes = suffixes
    self.holidays = holidays
  }
}
