/// The cue groups that the reader itself asks for, by their places in the book.
struct KnownGroups: Sendable {
  /// The names of these groups in the cue file.
  enum Name: String, CaseIterable {
    case overdue, debt, product, honorific
    case manyDays = "many-days"
    case missed
    case periodNoun = "period-noun"
    case ownDesk = "own-desk"
    case dueInBefore = "due-in-before"
    case dueInAfter = "due-in-after"
    case dateLoose = "date-loose"
    case genericSignature = "signature-generic"
    case institutionName = "institution-name"
    case institutionEnding = "institution-ending"
    case companyEnding = "company-ending"
    case nameVerb = "name-verb"
    case latinEnding = "latin-ending"
    case latinPlain = "latin-plain"
    case personLead = "person-lead"
    case personTail = "person-tail"
    case payeeLead = "payee-lead"
    case transactionRole = "role.transaction"
    case stopWord = "stop-word"
    case replyWord = "reply-word"
    case cardNoun = "card-noun"
    case referenceLabel = "reference-label"
    case callNumber = "request.call-number"
    case optOut = "opt-out"
    case stageWord = "stage-word"
    case negation
    case privateAccount = "private-account"
    case transferVerb = "transfer-verb"
    case transferToward = "transfer-toward"
    case transferAct = "transfer-act"
    case transferOwn = "transfer-own"
    case transferUnasked = "transfer-unasked"
    case privateTarget = "private-target"
    case accountPointer = "account-pointer"
    case accountNoun = "account-noun"
    case ownerMark = "owner-mark"
    case noName = "no-name"
    case payeeName = "payee-name"
  }

  /// For each place of a name the place of its group in the book, −1 where the book has none.
  private let places: [Int]

  init(_ groups: [String]) {
    places = Name.allCases.map { name in
      groups.firstIndex { $0.utf8.elementsEqual(name.rawValue.utf8) } ?? -1
    }
  }

  /// The place of a group in the book, −1 where the book has none.
  func place(of name: Name) -> Int { places[KnownGroups.order.place(name)] }

  private static let order = CaseOrder<Name>()
}
