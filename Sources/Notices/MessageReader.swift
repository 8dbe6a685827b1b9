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
    let message = MessageText(utf8: folded.utf8, count: folded.rawCount)
    let language = message.language
    let recognition = recognizer.recognize(
      folded, reference: received.map { ReferenceTime(date: $0) }, language: language)
    let compared = CueText(folded)
    let found = scan.result(in: compared)
    let reading = Reading(
      message: message, language: language, entities: recognition.entities,
      compared: compared, hits: found.hits, names: found.names, cues: cues)
    return notice(reading, text: text, sender: sender, received: received)
  }

  /// What is known of a message before the findings are made.
  ///
  /// A class because every reader of findings looks into it and none changes it.
  final class Reading {
    let message: MessageText
    let language: Language
    let entities: [Entity]
    let compared: CueText
    let hits: [CueScan.Hit]
    /// The compared ranges of the registry's names, with their places in its list.
    let names: [(range: Range<Int>, name: Int)]
    let cues: CueBook
    /// The groups that occur, one bit each.
    private let present: [UInt64]
    /// The kinds of entities that occur.
    let kinds: EntityKindSet

    init(
      message: MessageText, language: Language, entities: [Entity], compared: CueText,
      hits: [CueScan.Hit], names: [(range: Range<Int>, name: Int)], cues: CueBook
    ) {
      self.message = message
      self.language = language
      self.entities = entities
      self.compared = compared
      self.hits = hits
      self.names = names
      self.cues = cues
      kinds = EntityKindSet(entities)
      var present = cues.noGroups
      for hit in hits { present[hit.group >> 6] |= 1 << UInt64(hit.group & 63) }
      self.present = present
    }

    /// Whether a group occurs.
    func has(_ name: KnownGroups.Name) -> Bool { has(cues.known.place(of: name)) }

    private func has(_ group: Int) -> Bool {
      group >= 0 && present[group >> 6] & 1 << UInt64(group & 63) != 0
    }

    /// The compared ranges of one group.
    func ranges(_ name: KnownGroups.Name) -> [Range<Int>] {
      let group = cues.known.place(of: name)
      guard has(group) else { return [] }
      var ranges: [Range<Int>] = []
      for hit in hits where hit.group == group { ranges.append(hit.range) }
      return ranges
    }

    /// The raw ranges of one group.
    func rawRanges(_ name: KnownGroups.Name) -> [Range<Int>] {
      let ranges = ranges(name)
      return ranges.isEmpty ? [] : ranges.map(compared.rawRange)
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
