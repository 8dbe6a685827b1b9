/// The findings that rest on cues alone, made from the hits in one message.
struct CueFindings {
  private(set) var requests: [RequestFinding] = []
  private(set) var threats: [ThreatFinding] = []
  private(set) var urgency: [UrgencyFinding] = []
  private(set) var contacts: [ContactFinding] = []
  private(set) var discounts: [Quote] = []
  private(set) var paidIgnores: [Quote] = []
  private(set) var thirdParty: [Quote] = []
  /// The first words of each group that occurs.
  private(set) var first = CueSet()

  /// A negation undoes a request that starts so many characters after it, in the same clause; Latin
  /// words are longer, so three times as many without Chinese.
  private static let negationReach = 8

  let message: MessageText
  private let registry: Registry

  init(_ reading: MessageReader.Reading, registry: Registry) {
    self.registry = registry
    message = reading.message
    let text = reading.compared
    var negation: Range<Int>?
    var entries: [CueSet.Entry] = []
    var seen = [Bool](repeating: false, count: reading.cues.groups.count)
    for hit in CueFindings.joined(reading.hits, in: text, book: reading.cues) {
      let group = reading.cues.groups[hit.group]
      let reach = group.role.isTransfer ? 3 * CueFindings.negationReach : CueFindings.negationReach
      let isNegated = negation.map { CueFindings.reaches($0, hit.range, reach, in: text) } ?? false
      if case .negation = group.role { negation = hit.range }
      if case .request = group.role, isNegated { continue }
      let quote = reading.message.quote(text.rawRange(hit.range))
      if !seen[hit.group] {
        seen[hit.group] = true
        entries.append(CueSet.Entry(group: hit.group, quote: quote))
      }
      add(group, quote)
    }
    first = CueSet(entries, in: reading.cues)
  }

  private mutating func add(_ group: CueGroup, _ quote: Quote) {
    switch group.role {
    case .threat(let kind):
      threats.append(ThreatFinding(kind: kind, rule: registry.rule(for: kind), quote: quote))
    case .request(let kind): requests.append(RequestFinding(kind: kind, quote: quote))
    case .urgency(let degree): urgency.append(UrgencyFinding(degree: degree, quote: quote))
    case .contact(let kind): contacts.append(ContactFinding(kind: kind, quote: quote))
    case .discount: discounts.append(quote)
    case .paidIgnore: paidIgnores.append(quote)
    case .thirdParty: thirdParty.append(quote)
    default: break
    }
  }

  private static func reaches(
    _ negation: Range<Int>, _ request: Range<Int>, _ reach: Int, in text: CueText
  ) -> Bool {
    guard negation.upperBound <= request.lowerBound else {
      return negation.lowerBound <= request.lowerBound
    }
    let gap = negation.upperBound..<request.lowerBound
    let isNear =
      gap.count <= reach || gap.count <= 3 * reach && !text.hasHan(in: gap)
    return isNear && !text.hasClauseEnd(in: gap)
  }

  /// Threats and offers named in two ways within one clause (停卡、销卡) are one.
  private static func joined(
    _ hits: [CueScan.Hit], in text: CueText, book: CueBook
  ) -> [CueScan.Hit] {
    guard hits.count > 1 else { return hits }
    var result: [CueScan.Hit] = []
    result.reserveCapacity(hits.count)
    var last = [Int32](repeating: -1, count: book.groups.count)
    for hit in hits {
      let index = Int(last[hit.group])
      if index >= 0, book.groups[hit.group].role.joinsWithinClause {
        let before = result[index].range
        let gap = before.upperBound..<max(before.upperBound, hit.range.lowerBound)
        if gap.count <= CueScan.reach, !text.hasClauseEnd(in: gap) {
          let end = max(before.upperBound, hit.range.upperBound)
          result[index] = CueScan.Hit(
            group: hit.group, range: before.lowerBound..<end, isWhole: false)
          continue
        }
      }
      last[hit.group] = Int32(clamping: result.count)
      result.append(hit)
    }
    return result
  }
}

extension CueRole {
  /// Whether it asks for money to an account; a negation then counts in the whole clause.
  fileprivate var isTransfer: Bool {
    switch self {
    case .request(.transferPersonal), .request(.transferSafe): true
    default: false
    }
  }

  fileprivate var joinsWithinClause: Bool {
    switch self {
    case .threat, .request, .discount, .paidIgnore, .thirdParty: true
    default: false
    }
  }
}
