/// The words and phrases by which a message shows what it wants, in groups of one meaning each.
package struct CueBook: Sendable {
  /// The groups in file order.
  package let groups: [CueGroup]
  let patterns: [CuePattern]
  /// The characters with which Chinese names begin.
  let surnames: Set<UInt32>
  /// The groups that the reader asks for by name.
  let known: KnownGroups

  init(groups: [CueGroup], patterns: [CuePattern], surnames: Set<UInt32>) {
    self.groups = groups
    self.patterns = patterns
    self.surnames = surnames
    known = KnownGroups(groups.map(\.name))
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
  /// The parts; usually one.
  let parts: [String]

  /// Reads a phrase: `"影响…征信"` has two parts, `"suspend*"` stands for all forms of the word.
  static func patterns(of phrase: String, group: Int) -> [CuePattern] {
    let isOpen = phrase.utf8.last == UInt8(ascii: "*")
    let stem = isOpen ? String(phrase.unicodeScalars.dropLast()) : phrase
    return (isOpen ? endings : [""]).compactMap { ending in
      let parts = (stem + ending).unicodeScalars
        .split(separator: "…", omittingEmptySubsequences: false).map { String($0) }
      return parts.contains(where: \.isEmpty) ? nil : CuePattern(group: group, parts: parts)
    }
  }

  /// The endings of English words that `*` stands for.
  private static let endings = [
    "", "s", "es", "d", "ed", "ing", "ings", "ion", "ions", "y", "ies", "ied", "ying", "ication",
    "ation", "ment", "er", "ers", "ly", "able", "ized", "ised", "en", "n", "e", "ive", "ivery",
  ]
}
