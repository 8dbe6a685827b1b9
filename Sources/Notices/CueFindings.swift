/// The findings that rest on cues alone, made from the hits in one message.
struct CueFindings {
  let requests: [RequestFinding]
  let threats: [ThreatFinding]
  let urgency: [UrgencyFinding]
  let contacts: [ContactFinding]
  let discounts: [Quote]
  let paidIgnores: [Quote]
  let thirdParty: [Quote]
  /// The first words of each group that occurs.
  let first: CueSet

  init(_ reading: MessageReader.Reading, registry: Registry) {
    let (text, roles) = (reading.compared, reading.cues.roles)
    let hits = CueFindings.joined(reading.hits, in: text, roles: roles)
    var made = Made()
    var negation: Range<Int>?
    var entries: [CueSet.Entry] = []
    entries.reserveCapacity(hits.count)
    let desks = SortedRanges(reading.ranges(.ownDesk))
    // One truth value a group: small enough for the stack.
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: roles.count) { seen in
      seen.initialize(repeating: false)
      for hit in hits {
        let role = roles[hit.group]
        if role.isUndoneByNegation, let negation,
          CueFindings.reaches(negation, hit.range, role.negationReach, in: text)
        {
          continue
        }
        if CueFindings.isOther(hit, role, desks, text) { continue }
        if case .threat = role, ThreatDenial(text: text).denies(hit.range) { continue }
        if case .negation = role { negation = hit.range }
        let range = text.rawRange(hit.range)
        if !seen[hit.group] {
          seen[hit.group] = true
          entries.append(CueSet.Entry(group: hit.group, range: range))
        }
        if role.makesFinding { made.add(role, reading.message.quote(range), registry) }
      }
    }
    first = CueSet(entries, in: reading)
    (requests, threats, urgency, contacts) = (
      made.requests, made.threats, made.urgency, made.contacts
    )
    (discounts, paidIgnores, thirdParty) = (made.discounts, made.paidIgnores, made.thirdParty)
  }

  /// Whether words that are usually a finding are part of something else here: 请打七折 and 请打开 ask for
  /// no call, 请通知财务部 presses nobody outside.
  private static func isOther(
    _ hit: CueScan.Hit, _ role: CueRole, _ desks: SortedRanges, _ text: CueText
  ) -> Bool {
    let scalars = text.scalars
    var place = hit.range.upperBound
    switch role {
    case .request(.callNumber):
      guard place > 0, place < scalars.count, scalars[place - 1] == 0x6253 else { return false }
      if CueFindings.makesWordWithHit(scalars[place]) { return true }
      while place < scalars.count, place < hit.range.upperBound + 4,
        CueText.isDigit(scalars[place]) || scalars[place] == 0x2E
          || CueFindings.isNumeral(scalars[place])
      {
        place += 1
      }
      return place < scalars.count && scalars[place] == 0x6298
    case .thirdParty:
      if place < scalars.count, scalars[place] == 0x20 { place += 1 }
      return desks.first(startingAt: place) != nil
    case .negation:
      // 别 alone, not the end of 特别, 分别.
      return hit.range.count == 1 && hit.range.lowerBound > 0
        && scalars[hit.range.lowerBound] == 0x522B
        && CueFindings.makesWordWithOther(scalars[hit.range.lowerBound - 1])
    default: return false
    }
  }

  /// 打开, 打折, 打印, 打款, 打钱, 打包: no telephone in them.
  private static func makesWordWithHit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5F00, 0x6298, 0x5370, 0x6B3E, 0x94B1, 0x5305: true
    default: false
    }
  }

  /// 特别, 分别, 级别, 个别, 区别, 性别, 识别, 鉴别, 告别, 差别, 类别: no 别 that forbids.
  private static func makesWordWithOther(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7279, 0x5206, 0x7EA7, 0x4E2A, 0x533A, 0x6027, 0x8BC6, 0x9274, 0x544A, 0x5DEE, 0x7C7B:
      true
    default: false
    }
  }

  /// 一 to 九 and 半.
  private static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x534A: true
    default: false
    }
  }

  /// The findings while they are made.
  private struct Made {
    var requests: [RequestFinding] = []
    var threats: [ThreatFinding] = []
    var urgency: [UrgencyFinding] = []
    var contacts: [ContactFinding] = []
    var discounts: [Quote] = []
    var paidIgnores: [Quote] = []
    var thirdParty: [Quote] = []

    mutating func add(_ role: CueRole, _ quote: Quote, _ registry: Registry) {
      switch role {
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
    return isNear && !text.hasClauseEnd(in: gap) && !text.hasFullStop(in: gap)
  }

  /// Threats and offers named in two ways within one clause (停卡、销卡) are one.
  private static func joined(
    _ hits: [CueScan.Hit], in text: CueText, roles: [CueRole]
  ) -> [CueScan.Hit] {
    guard hits.count > 1 else { return hits }
    var result = hits
    var count = 0
    // Where the last hit of each group that joins stands in the result; these groups are few.
    var last: [(group: Int, index: Int)] = []
    for (place, hit) in hits.enumerated() {
      if roles[hit.group].joinsWithinClause {
        let known = last.firstIndex { $0.group == hit.group }
        if let known {
          let index = last[known].index
          let before = result[index].range
          let gap = before.upperBound..<max(before.upperBound, hit.range.lowerBound)
          if gap.count <= CueScan.reach, !text.hasClauseEnd(in: gap) {
            let end = max(before.upperBound, hit.range.upperBound)
            result[index] = CueScan.Hit(
              group: hit.group, range: before.lowerBound..<end, isWhole: false)
            continue
          }
          last[known].index = count
        } else {
          last.append((hit.group, count))
        }
      }
      if count < place { result[count] = hit }
      count += 1
    }
    if count < result.count { result.removeLast(result.count - count) }
    return result
  }
}

extension CueRole {
  /// Whether a negation before it in its clause undoes it: 别给我打钱 asks for no money, 不会通过二维码
  /// leads to none.
  fileprivate var isUndoneByNegation: Bool {
    switch self {
    case .request, .plea, .contact(.qr): true
    default: false
    }
  }

  /// A negation undoes a request of the same clause that starts so many characters after it.
  ///
  /// For money to an account it counts in the whole clause; Latin words are longer, so three times as
  /// many without Chinese.
  fileprivate var negationReach: Int {
    switch self {
    case .request(.transferPersonal), .request(.transferSafe): 24
    default: 8
    }
  }

  /// Whether a hit is a finding by itself.
  fileprivate var makesFinding: Bool {
    switch self {
    case .threat, .request, .urgency, .contact, .discount, .paidIgnore, .thirdParty: true
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
