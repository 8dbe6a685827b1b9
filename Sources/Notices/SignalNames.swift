/// The names of all signals a message can give: those of the findings and one for each cue group.
struct SignalNames: Sendable {
  /// The names in the order of their indices.
  let names: [String]
  private let indices: [String: Int]

  init(cues: CueBook) {
    var names = SignalNames.ofFindings
    names.append(contentsOf: cues.names.map { "cue.\($0)" })
    self.names = names
    indices = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  func index(of name: String) -> Int? { indices[name] }

  /// How many signals, the first ones, come from findings; the others are cue groups.
  static var findingCount: Int { ofFindings.count }

  private static let ofFindings: [String] =
    [
      "text.short", "text.long", "lang.zh", "lang.en", "person",
      "signature", "signature.registered", "signature.generic", "signature.unknown",
      "institution", "institution.registered", "name.registered",
      "amount", "amount.several", "amount.foreign", "date", "time", "deadline", "deadline.hours",
      "overdue-days", "due-in-days", "tail", "account", "reference",
      "phone", "phone.mobile", "phone.virtual", "phone.overseas", "phone.service", "phone.owned",
      "phone.landline", "phone.disguised",
      "link", "link.official", "link.unofficial", "link.short", "link.imitates", "link.trick",
      "link.disguised",
      "link.government",
      "sender", "sender.mobile", "sender.overseas", "sender.owned", "sender.mismatch",
      "threat", "threat.several", "request.secret", "request.transfer", "urgency",
      "third-party", "disguise", "disguise.telling", "disguise.split",
    ]
    + AmountFinding.Role.allCases.map { "amount.\($0.rawValue)" }
    + DateFinding.Role.allCases.map { "date.\($0.rawValue)" }
    + ThreatFinding.Kind.allCases.map { "threat.\($0.rawValue)" }
    + RequestFinding.Kind.allCases.map { "request.\($0.rawValue)" }
    + UrgencyFinding.Degree.allCases.map { "urgency.\($0.rawValue)" }
    + ContactFinding.Kind.allCases.map { "contact.\($0.rawValue)" }
    + MissingStatement.allCases.map { "missing.\($0.rawValue)" }
}
