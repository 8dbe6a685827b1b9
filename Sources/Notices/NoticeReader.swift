import Facts
import MoneyAndDates
import Recognizers
import Wording

/// Reads a message: every statement in it with the words it rests on.
///
/// Pure: the same text, sender and day give the same notice. The time is linear in the text.
package struct NoticeReader: Sendable {
  let recognizer: Recognizer
  let registry: Registry
  let cues: CueBook
  let scan: CueScan

  /// A reader over the recognizers, the facts and the cue file; compiles their words once.
  package init(recognizer: Recognizer, facts: FactBook, cues: CueBook) {
    self.recognizer = recognizer
    registry = Registry(facts)
    self.cues = cues
    scan = CueScan(cues)
  }

  /// Reads a message that came from `sender` (`nil` when unknown) on the day `received` (`nil` when
  /// unknown: then relative and year-less dates stay open).
  package func read(
    _ text: String, sender: String? = nil, received: CalendarDate? = nil
  ) -> Notice {
    let language = NoticeReader.language(of: text)
    let recognition = recognizer.recognize(
      text, reference: received.map { ReferenceTime(date: $0) }, language: language)
    let compared = CueText(recognition.folded)
    let reading = Reading(
      message: MessageText(text), language: language, entities: recognition.entities,
      folded: recognition.folded, compared: compared, hits: scan.hits(in: compared), cues: cues)
    return notice(reading, text: text, sender: sender, received: received)
  }

  /// What is known of a message before the findings are made.
  struct Reading {
    let message: MessageText
    let language: Language
    let entities: [Entity]
    let folded: FoldedText
    let compared: CueText
    let hits: [CueScan.Hit]
    let cues: CueBook

    /// The compared ranges of each group that occurs.
    private let places: [String: [Range<Int>]]

    init(
      message: MessageText, language: Language, entities: [Entity], folded: FoldedText,
      compared: CueText, hits: [CueScan.Hit], cues: CueBook
    ) {
      self.message = message
      self.language = language
      self.entities = entities
      self.folded = folded
      self.compared = compared
      self.hits = hits
      self.cues = cues
      var places: [String: [Range<Int>]] = [:]
      for hit in hits { places[cues.groups[hit.group].name, default: []].append(hit.range) }
      self.places = places
    }

    /// The compared ranges of one group.
    func ranges(_ group: String) -> [Range<Int>] { places[group] ?? [] }

    /// The raw ranges of one group.
    func rawRanges(_ group: String) -> [Range<Int>] {
      ranges(group).map(compared.rawRange)
    }

    /// Whether a hit names a place such as WeChat.
    func isContact(_ hit: CueScan.Hit) -> Bool {
      if case .contact = cues.groups[hit.group].role { true } else { false }
    }

    /// The cues of one family with their raw ranges.
    func roles<Role>(_ role: (CueRole) -> Role?) -> [RoleCues<Role>.Cue] {
      hits.compactMap { hit in
        role(cues.groups[hit.group].role).map {
          RoleCues<Role>.Cue(role: $0, range: compared.rawRange(hit.range))
        }
      }
    }
  }

  /// Chinese where at least one in eight letters is a Chinese character.
  static func language(of text: String) -> Language {
    var han = 0
    var latin = 0
    for scalar in text.unicodeScalars {
      if CueText.isHan(scalar.value) { han += 1 }
      if CueText.isLetter(scalar.value) { latin += 1 }
    }
    return han > 0 && han * 7 >= latin || han + latin == 0 ? .zh : .en
  }
}
