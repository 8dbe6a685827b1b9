import Facts
import MoneyAndDates
import Recognizers
import Wording

/// What a `NoticeReader` has compiled, and how it reads.
final class MessageReader: Sendable {
  let recognizer: Recognizer
  let registry: Registry
  let cues: CueBook
  let scan: CueScan

  init(recognizer: Recognizer, facts: FactBook, cues: CueBook) {
    self.recognizer = recognizer
    registry = Registry(facts)
    self.cues = cues
    scan = CueScan(cues, names: registry.names.map(\.name))
  }

  func read(_ text: String, sender: String?, received: CalendarDate?) -> Notice {
    let folded = FoldedText(text)
    let message = MessageText(folded)
    let letters = LetterCount(message)
    let language = letters.language
    let recognition = recognizer.recognize(
      folded, reference: received.map { ReferenceTime(date: $0) }, language: language)
    let compared = CueText(folded)
    let found = scan.result(in: compared)
    let reading = Reading(
      message: message, letters: letters, entities: recognition.entities, compared: compared,
      found: found, cues: cues)
    return notice(reading, text: text, sender: sender, received: received)
  }

  /// What is known of a message before the findings are made.
  ///
  /// A class because every reader of findings looks into it and none changes it.
  final class Reading {
    let message: MessageText
    let language: Language
    /// Whether a Latin letter, and whether a capital one, stands in the message.
    let hasLatin, hasCapital: Bool
    let entities: [Entity]
    let compared: CueText
    let hits: [CueScan.Hit]
    /// The compared ranges of the registry's names, with their places in its list.
    let names: [(range: Range<Int>, name: Int)]
    let cues: CueBook
    private let known: KnownGroups
    /// The known groups that occur.
    private let present: KnownGroups.Names
    /// The kinds of entities that occur.
    let kinds: EntityKindSet

    init(
      message: MessageText, letters: LetterCount, entities: [Entity], compared: CueText,
      found: CueScan.Result, cues: CueBook
    ) {
      self.message = message
      language = letters.language
      hasLatin = letters.latin > 0
      hasCapital = letters.capitals > 0
      self.entities = entities
      self.compared = compared
      hits = found.hits
      names = found.names
      self.cues = cues
      known = cues.known
      present = known.names(of: found.hits)
      kinds = EntityKindSet(entities)
    }

    /// Whether a group occurs.
    @inline(__always)
    func has(_ name: KnownGroups.Name) -> Bool { present.contains(KnownGroups.Names(name)) }

    /// The compared ranges of one group.
    func ranges(_ name: KnownGroups.Name) -> [Range<Int>] { places(name) { $0 } }

    /// The raw ranges of one group.
    func rawRanges(_ name: KnownGroups.Name) -> [Range<Int>] { places(name, compared.rawRange) }

    @inline(__always)
    private func places(
      _ name: KnownGroups.Name, _ place: (Range<Int>) -> Range<Int>
    ) -> [Range<Int>] {
      guard has(name) else { return [] }
      let group = known.place(of: name)
      var places: [Range<Int>] = []
      places.reserveCapacity(4)
      for hit in hits where hit.group == group { places.append(place(hit.range)) }
      return places
    }

    /// Whether a hit names a place such as WeChat.
    func isContact(_ hit: CueScan.Hit) -> Bool {
      if case .contact = cues.roles[hit.group] { true } else { false }
    }

    /// The cues of one family with their raw ranges.
    func roles<Role>(_ role: (CueRole) -> Role?) -> [RoleCues<Role>.Cue] {
      var found: [RoleCues<Role>.Cue] = []
      for hit in hits {
        guard let role = role(cues.roles[hit.group]) else { continue }
        found.append(RoleCues<Role>.Cue(role: role, range: compared.rawRange(hit.range)))
      }
      return found
    }
  }
}
