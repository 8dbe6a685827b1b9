/// The words and phrases by which a message shows what it wants, in groups of one meaning each.
package struct CueBook: Sendable {
  /// The groups in file order.
  package let groups: [CueGroup]
  let patterns: [CuePattern]

  init(groups: [CueGroup], patterns: [CuePattern]) {
    self.groups = groups
    self.patterns = patterns
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
  /// The fact key of the rule that says what is true about it; only for threats.
  package let rule: String?
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
  /// The parts as scalars in compared form; usually one.
  let parts: [[UInt32]]
  /// Whether the last word may go on (`suspend*`).
  let isOpen: Bool

  /// Reads `"影响…征信"` or `"suspend*"`; `nil` where a part would be empty.
  init?(_ phrase: String, group: Int) {
    var scalars = phrase.unicodeScalars.map(\.value)
    let star = UInt32(UInt8(ascii: "*"))
    isOpen = scalars.last == star
    if isOpen { scalars.removeLast() }
    let parts = scalars.split(separator: 0x2026, omittingEmptySubsequences: false)
      .map { CueText.compared(Array($0)) }
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.group = group
    self.parts = parts
  }
}
