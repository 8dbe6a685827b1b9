/// The words and phrases by which a message shows what it wants, in groups of one meaning each.
///
/// A class because every reading of a message refers to it and none changes it.
package final class CueBook: Sendable {
  /// The groups in file order.
  package let groups: [CueGroup]
  let patterns: [CuePattern]
  /// The characters with which Chinese names begin.
  let surnames: Set<UInt32>
  /// The groups that the reader asks for by name.
  let known: KnownGroups
  /// What a hit of each group becomes.
  let roles: [CueRole]

  init(groups: [CueGroup], patterns: [CuePattern], surnames: Set<UInt32>) {
    self.groups = groups
    self.patterns = patterns
    self.surnames = surnames
    known = KnownGroups(groups.map(\.name))
    roles = groups.map(\.role)
  }

  /// The names of all groups, each once, in file order.
  package var names: [String] { groups.map(\.name) }
}

/// One group of cues.
package struct CueGroup: Hashable, Sendable {
  /// Its name in the file, `threat.sue`.
  package let name: String
  /// What a hit of this group becomes.
  let role: CueRole
}

/// What the words of a group become in a notice.
enum CueRole: Hashable, Sendable {
  case threat(ThreatFinding.Kind)
  case request(RequestFinding.Kind)
  case urgency(UrgencyFinding.Degree)
  case contact(ContactFinding.Kind)
  case amount(AmountFinding.Role)
  case date(DateFinding.Role)
  case discount
  case optOut
  case paidIgnore
  case thirdParty
  case negation
  case genericSignature
  case plea
  case institutionName
  case institutionEnding
  case signal

  /// The role a group's name stands for, `nil` when its family has no such member.
  init?(name: String) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard let family = parts.first, parts.count == 2, let member = parts.last else {
      self = CueRole.single(name)
      return
    }
    let role: CueRole? =
      switch family {
      case "threat": ThreatFinding.Kind(rawValue: member).map(CueRole.threat)
      case "request": RequestFinding.Kind(rawValue: member).map(CueRole.request)
      case "urgency": UrgencyFinding.Degree(rawValue: member).map(CueRole.urgency)
      case "contact": ContactFinding.Kind(rawValue: member).map(CueRole.contact)
      case "role": AmountFinding.Role(rawValue: member).map(CueRole.amount)
      case "date": DateFinding.Role(rawValue: member).map(CueRole.date)
      default: nil
      }
    guard let role else { return nil }
    self = role
  }

  private static func single(_ name: String) -> CueRole {
    switch name {
    case "discount": .discount
    case "opt-out": .optOut
    case "paid-ignore": .paidIgnore
    case "third-party": .thirdParty
    case "negation": .negation
    case "signature-generic": .genericSignature
    case "money-asked", "money-out", "borrow-plea", "pay-person", "reply-it": .plea
    case "institution-name": .institutionName
    case "institution-ending": .institutionEnding
    default: .signal
    }
  }
}

/// One phrase of a group: its parts follow each other within one clause.
struct CuePattern: Hashable, Sendable {
  /// The group's index in the book.
  let group: Int
  /// The phrase as the file has it: `"影响…征信"` has two parts, `"suspend*"` stands for all forms of
  /// the word.
  let phrase: String

  /// A phrase; `nil` where it or a part of it is empty.
  init?(_ phrase: String, group: Int) {
    self.group = group
    self.phrase = phrase
    var start = 0
    var utf8 = Array(phrase.utf8)
    if utf8.last == UInt8(ascii: "*") { utf8.removeLast() }
    while let gap = CuePattern.gap(in: utf8, from: start) {
      guard gap > start else { return nil }
      start = gap + 3
    }
    guard utf8.count > start else { return nil }
  }

  /// Calls with the parts of the phrase in order, in UTF-8, the last one once for each of its forms.
  func parts(_ body: (_ part: ArraySlice<UInt8>, _ ending: StaticString, _ isLast: Bool) -> Void) {
    var utf8 = Array(phrase.utf8)
    let isOpen = utf8.last == UInt8(ascii: "*")
    if isOpen { utf8.removeLast() }
    var start = 0
    while let gap = CuePattern.gap(in: utf8, from: start) {
      body(utf8[start..<gap], "", false)
      start = gap + 3
    }
    for ending in isOpen ? CuePattern.endings : CuePattern.noEnding {
      body(utf8[start...], ending, true)
    }
  }

  /// Where the next `…` stands in UTF-8.
  private static func gap(in utf8: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 2 < utf8.count {
      if utf8[index] == 0xE2, utf8[index + 1] == 0x80, utf8[index + 2] == 0xA6 { return index }
      index += 1
    }
    return nil
  }

  private static let noEnding: [StaticString] = [""]

  /// The endings of English words that `*` stands for.
  private static let endings: [StaticString] = [
    "", "s", "es", "d", "ed", "ing", "ings", "ion", "ions", "y", "ies", "ied", "ying", "ication",
    "ation", "ment", "er", "ers", "ly", "able", "ized", "ised", "en", "n", "e", "ive", "ivery",
  ]
}
