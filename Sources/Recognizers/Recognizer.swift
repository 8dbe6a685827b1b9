import Wording

/// Finds every amount, date, number, link and id of a text.
package struct Recognizer: Sendable {
  private let registers: Registers

  /// A recognizer that knows these telephone numbers and domain endings.
  package init(numbering: NumberingPlan, suffixes: PublicSuffixes) {
    registers = Registers(numbering: numbering, suffixes: suffixes)
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

/// What is registered somewhere else: telephone numbers and domain endings.
///
/// Behind one reference, because every scan holds it.
final class Registers: Sendable {
  let numbering: NumberingPlan
  let suffixes: PublicSuffixes

  init(numbering: NumberingPlan, suffixes: PublicSuffixes) {
    self.numbering = numbering
    self.suffixes = suffixes
  }
}
