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
  static let findingCount = ofFindings.count

  private static let ofFindings: [String] =
    FindingSignal.allCases.map(\.rawValue)
    + AmountFinding.Role.allCases.map { "amount.\($0.rawValue)" }
    + DateFinding.Role.allCases.map { "date.\($0.rawValue)" }
    + ThreatFinding.Kind.allCases.map { "threat.\($0.rawValue)" }
    + RequestFinding.Kind.allCases.map { "request.\($0.rawValue)" }
    + UrgencyFinding.Degree.allCases.map { "urgency.\($0.rawValue)" }
    + ContactFinding.Kind.allCases.map { "contact.\($0.rawValue)" }
    + MissingStatement.allCases.map { "missing.\($0.rawValue)" }

  // The index of each signal, in the order of the list above.

  private static let findings = CaseOrder<FindingSignal>()
  private static let amounts = CaseOrder<AmountFinding.Role>()
  private static let dates = CaseOrder<DateFinding.Role>()
  private static let threats = CaseOrder<ThreatFinding.Kind>()
  private static let requests = CaseOrder<RequestFinding.Kind>()
  private static let degrees = CaseOrder<UrgencyFinding.Degree>()
  private static let contacts = CaseOrder<ContactFinding.Kind>()
  private static let statements = CaseOrder<MissingStatement>()

  private static let firstAmount = findings.count
  private static let firstDate = firstAmount + amounts.count
  private static let firstThreat = firstDate + dates.count
  private static let firstRequest = firstThreat + threats.count
  private static let firstDegree = firstRequest + requests.count
  private static let firstContact = firstDegree + degrees.count
  private static let firstStatement = firstContact + contacts.count

  static func index(of signal: FindingSignal) -> Int { findings.place(signal) }
  static func index(of role: AmountFinding.Role) -> Int { firstAmount + amounts.place(role) }
  static func index(of role: DateFinding.Role) -> Int { firstDate + dates.place(role) }
  static func index(of kind: ThreatFinding.Kind) -> Int { firstThreat + threats.place(kind) }
  static func index(of kind: RequestFinding.Kind) -> Int { firstRequest + requests.place(kind) }
  static func index(of degree: UrgencyFinding.Degree) -> Int { firstDegree + degrees.place(degree) }
  static func index(of kind: ContactFinding.Kind) -> Int { firstContact + contacts.place(kind) }
  static func index(of statement: MissingStatement) -> Int {
    firstStatement + statements.place(statement)
  }
}
