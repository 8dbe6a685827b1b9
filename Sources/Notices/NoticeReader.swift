import Facts
import MoneyAndDates
import Recognizers
import Wording

/// Reads a message: every statement in it with the words it rests on.
///
/// Pure: the same text, sender and day give the same notice. The time is linear in the text.
/// The words are compiled when the first message comes, not before.
package struct NoticeReader: Sendable {
  private let reader: LazyPart<MessageReader>

  /// A reader over the recognizers, the facts and the cue file.
  package init(recognizer: Recognizer, facts: FactBook, cues: CueBook) {
    self.init { (recognizer, facts, cues) }
  }

  /// A reader over recognizers, facts and a cue file that are themselves made when the first
  /// message comes.
  package init(
    _ make: @escaping @Sendable () -> (recognizer: Recognizer, facts: FactBook, cues: CueBook)
  ) {
    reader = LazyPart {
      let parts = make()
      return MessageReader(recognizer: parts.recognizer, facts: parts.facts, cues: parts.cues)
    }
  }

  /// Reads a message that came from `sender` (`nil` when unknown) on the day `received` (`nil` when
  /// unknown: then relative and year-less dates stay open).
  package func read(
    _ text: String, sender: String? = nil, received: CalendarDate? = nil
  ) -> Notice {
    reader.value.read(text, sender: sender, received: received)
  }
}
