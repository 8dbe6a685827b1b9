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
    case walletVerb = "wallet-verb"
    case noNameEnd = "no-name-end"
    case addContact = "request.add-contact"
    case wechat = "contact.wechat"
    case qq = "contact.qq"
  }

  /// Some of the names, one bit each.
  struct Names: OptionSet {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    @inline(__always)
    init(_ name: Name) { rawValue = 1 << UInt64(name.place) }
  }

  /// For each place of a name the place of its group in the book, −1 where the book has none.
  private let places: [Int]
  /// For each group of the book its name among these, none for most.
  private let names: [Names]

  init(_ groups: [String]) {
    places = Name.allCases.map { name in
      groups.firstIndex { $0.utf8.elementsEqual(name.rawValue.utf8) } ?? -1
    }
    var names = [Names](repeating: [], count: groups.count)
    for name in Name.allCases where places[name.place] >= 0 {
      names[places[name.place]].insert(Names(name))
    }
    self.names = names
  }

  /// The place of a group in the book, −1 where the book has none.
  func place(of name: Name) -> Int { places[name.place] }

  /// The names among these of the groups of a message's hits.
  func names(of hits: [CueScan.Hit]) -> Names {
    var found: Names = []
    for hit in hits { found.formUnion(names[hit.group]) }
    return found
  }
}

extension KnownGroups.Name {
  /// Its place in the order of the cases, which the compiler numbers from 0; they are at most 64.
  @inline(__always)
  fileprivate var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
