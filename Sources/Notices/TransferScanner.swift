/// Finds requests to send money to a person (`还款至个人账户6222…`, `转入张三的卡`, `付给张经理`) or to a
/// bare account number (`向指定账户6222…`), or to a wallet by its mobile number (`支付宝转13800001111`).
///
/// The reader's own account (`存入您尾号1234的还款卡`), what has happened (`已转入`) and what a warning
/// tells of (`如有人要求`) are none. Works on compared scalars.
struct TransferScanner {
  private let reading: MessageReader.Reading
  private let negations, unasked, own: SortedRanges
  private let targets, pointers, nouns, owners, noNames, noNameEnds, honorifics: SortedRanges

  init(reading: MessageReader.Reading) {
    func sorted(_ name: KnownGroups.Name) -> SortedRanges { SortedRanges(reading.ranges(name)) }
    self.reading = reading
    negations = sorted(.negation)
    unasked = sorted(.transferUnasked)
    own = sorted(.transferOwn)
    targets = sorted(.privateTarget)
    pointers = sorted(.accountPointer)
    nouns = sorted(.accountNoun)
    owners = sorted(.ownerMark)
    noNames = sorted(.noName)
    noNameEnds = sorted(.noNameEnd)
    honorifics = sorted(.honorific)
  }

  /// A request by the compared scalars of its words.
  struct Found {
    let range: Range<Int>
    /// Whether the account is a person's, not only an unnamed one.
    let isPrivate: Bool
  }

  /// How far behind the verb the account may be told.
  private static let reach = 16
  /// How far before the verb a word may stand that makes it no request.
  private static let reachBefore = 16
  /// How far behind the verb the payee's name may stand.
  private static let payeeReach = 60

  private var text: CueText { reading.compared }
  private var scalars: [UInt32] { reading.compared.scalars }

  /// The requests in reading order.
  func found() -> [Found] {
    let phrases = reading.ranges(.privateAccount).filter { isAsked($0) }
      .map { Found(range: $0, isPrivate: true) }
    let wallets = self.wallets()
    guard reading.has(.transferVerb) || reading.has(.transferToward) else {
      return phrases + wallets
    }
    let known = SortedRanges((phrases + wallets).map(\.range))
    let verbs = reading.ranges(.transferVerb).filter { isAsked($0) }
    let told = (verbs.compactMap(target) + toward()).filter { !known.overlaps($0.range) }
    let all = phrases + wallets + told
    return all + payees(after: verbs, known: SortedRanges(all.map(\.range)))
  }

  // MARK: Whether it is asked

  /// Nothing before the words in their clause denies them, tells them as done or as others' doing.
  private func isAsked(_ range: Range<Int>) -> Bool {
    let start = clauseStart(before: range.lowerBound)
    let before = start..<range.lowerBound
    return !negations.overlaps(before) && !unasked.overlaps(before) && !own.overlaps(range)
  }

  private func clauseStart(before place: Int) -> Int {
    var start = place
    let floor = max(0, place - TransferScanner.reachBefore * (reading.language == .zh ? 1 : 3))
    while start > floor, !text.hasClauseEnd(in: start - 1..<start),
      !text.hasFullStop(in: start - 1..<start)
    {
      start -= 1
    }
    return start
  }

  // MARK: Accounts

  /// What stands behind a verb: a private account, a person's, or a number.
  private func target(_ verb: Range<Int>) -> Found? {
    let end = clauseEnd(after: verb.upperBound, reach: TransferScanner.reach)
    if let account = targets.first(from: verb.upperBound), account.lowerBound < end {
      let range = verb.lowerBound..<account.upperBound
      return own.overlaps(range) ? nil : Found(range: range, isPrivate: true)
    }
    if let person = person(at: verb.upperBound) {
      return Found(range: verb.lowerBound..<person, isPrivate: true)
    }
    guard let number = number(after: verb.upperBound) else { return bareName(verb) }
    let payee = payee(behind: number.upperBound)
    let range = verb.lowerBound..<(payee ?? number.upperBound)
    return own.overlaps(range) ? nil : Found(range: range, isPrivate: payee != nil)
  }

  /// The end of a name right behind an account number: `6222… 张三`.
  private func payee(behind place: Int) -> Int? {
    var start = place
    while start < scalars.count, start < place + 3, TransferScanner.isJoint(scalars[start]) {
      start += 1
    }
    for count in [3, 2] where isName(start..<start + count) {
      let end = start + count
      if end == scalars.count || !CueText.isHan(scalars[end]) { return end }
    }
    return nil
  }

  /// A blank, a comma, a colon or a bracket.
  private static func isJoint(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x2C, 0x28, 0x3A, 0xFF0C, 0xFF08, 0xFF1A, 0x3001: true
    default: false
    }
  }

  /// A name and an account without a number: `转账到张三账户`; who it is, is not said for certain.
  private func bareName(_ verb: Range<Int>) -> Found? {
    for count in [3, 2] {
      let name = verb.upperBound..<verb.upperBound + count
      guard isName(name),
        noNameEnds.first(from: name.upperBound - 1)?.lowerBound != name.upperBound - 1,
        let noun = nouns.first(startingAt: name.upperBound),
        !own.overlaps(verb.lowerBound..<noun.upperBound)
      else { continue }
      return Found(range: verb.lowerBound..<noun.upperBound, isPrivate: false)
    }
    return nil
  }

  // MARK: Wallets

  /// `支付宝转13800001111`: a wallet that goes by a mobile number is a person's.
  private func wallets() -> [Found] {
    guard reading.has(.walletVerb) else { return [] }
    return reading.ranges(.walletVerb).filter { isAsked($0) }.compactMap { verb in
      let end = clauseEnd(after: verb.upperBound, reach: TransferScanner.reach / 2)
      guard let start = (verb.upperBound..<end).first(where: { CueText.isDigit(scalars[$0]) })
      else { return nil }
      var last = start
      while last < scalars.count, CueText.isDigit(scalars[last]) { last += 1 }
      guard last - start == 11, scalars[start] == 0x31 else { return nil }
      return Found(range: verb.lowerBound..<last, isPrivate: true)
    }
  }

  /// `向个人账户还款`, `向张三的卡转账`, `向指定账户6222…还款`: the verb behind.
  private func toward() -> [Found] {
    guard reading.has(.transferToward), reading.has(.transferAct) else { return [] }
    let acts = SortedRanges(reading.ranges(.transferAct))
    return reading.ranges(.transferToward).filter { isAsked($0) }.compactMap { lead in
      guard let found = target(lead),
        let act = acts.first(from: found.range.upperBound),
        act.lowerBound - found.range.upperBound <= TransferScanner.reach,
        !text.hasClauseEnd(in: found.range.upperBound..<act.lowerBound)
      else { return nil }
      return Found(range: found.range.lowerBound..<act.upperBound, isPrivate: found.isPrivate)
    }
  }

  private func clauseEnd(after place: Int, reach: Int) -> Int {
    var end = place
    while end < scalars.count, end - place < reach, !text.hasClauseEnd(in: end..<end + 1) {
      end += 1
    }
    return end
  }

  /// The first account number of 12 digits or more behind 指定, 以下, 这个 or right behind the verb.
  private func number(after place: Int) -> Range<Int>? {
    let limit = min(scalars.count, place + 2 * TransferScanner.reach)
    guard
      let start = (place..<max(place, limit)).first(where: { CueText.isDigit(scalars[$0]) }),
      start - place <= 2 || pointers.first(from: place).map({ $0.upperBound <= start }) ?? false
    else { return nil }
    var end = start
    var digits = 0
    while end < scalars.count, CueText.isDigit(scalars[end]) || scalars[end] == 0x20 {
      if CueText.isDigit(scalars[end]) { digits += 1 }
      end += 1
    }
    return (12...25).contains(digits) ? start..<end : nil
  }

  // MARK: Persons

  /// The end of a person's account named from a place on: `张三的卡`, `赵某某工商银行卡`, `张经理`.
  private func person(at place: Int) -> Int? {
    if let honorific = honorifics.first(from: place + 1), honorific.lowerBound - place <= 2,
      isName(place..<honorific.lowerBound)
    {
      return honorific.upperBound
    }
    for count in [3, 2] {
      let name = place..<place + count
      guard isName(name) else { continue }
      if let account = account(after: name) { return account }
    }
    return nil
  }

  /// The end of the account noun that a name owns.
  private func account(after name: Range<Int>) -> Int? {
    let end = clauseEnd(after: name.upperBound, reach: 12)
    guard let noun = nouns.first(from: name.upperBound), noun.upperBound <= end else { return nil }
    let isOwner =
      owners.first(startingAt: name.upperBound) != nil
      || scalars[name].contains(TransferScanner.some)
    if isOwner { return noun.upperBound }
    // Without 的 or 名下 only where the number follows at once: 张三账户6222….
    guard noun.lowerBound == name.upperBound, number(after: noun.upperBound) != nil else {
      return nil
    }
    return noun.upperBound
  }

  /// 某.
  private static let some: UInt32 = 0x67D0

  /// A family name and more Chinese, and no common word.
  private func isName(_ range: Range<Int>) -> Bool {
    guard range.upperBound <= scalars.count,
      reading.cues.surnames.contains(scalars[range.lowerBound])
    else { return false }
    return scalars[range].allSatisfy(CueText.isHan)
      && !noNames.overlaps(range) && !owners.overlaps(range) && !own.overlaps(range)
  }

  /// `户名：李四` behind a request for money.
  private func payees(after verbs: [Range<Int>], known: SortedRanges) -> [Found] {
    guard reading.has(.payeeName), !verbs.isEmpty else { return [] }
    let verbs = SortedRanges(verbs)
    return reading.ranges(.payeeName).compactMap { lead in
      guard let verb = verbs.last(endingBy: lead.lowerBound),
        lead.lowerBound - verb.upperBound <= TransferScanner.payeeReach, !known.overlaps(verb)
      else { return nil }
      var start = lead.upperBound
      while start < scalars.count, start - lead.upperBound < 2, !CueText.isHan(scalars[start]) {
        start += 1
      }
      for count in [3, 2] where isName(start..<start + count) {
        let end = start + count
        if end == scalars.count || !CueText.isHan(scalars[end]) {
          return Found(range: lead.lowerBound..<end, isPrivate: true)
        }
      }
      return nil
    }
  }
}

extension MessageReader {
  /// The requests of the cues with those for a transfer to a person, which stand for the cues in
  /// their words.
  func requests(_ reading: Reading, _ cued: [RequestFinding]) -> [RequestFinding] {
    let isPossible =
      reading.has(.transferVerb) || reading.has(.privateAccount) || reading.has(.transferToward)
      || reading.has(.walletVerb)
    guard isPossible else { return cued }
    let found = TransferScanner(reading: reading).found().map {
      RequestFinding(
        kind: .transferPersonal, isToPrivateAccount: $0.isPrivate,
        quote: reading.message.quote(reading.compared.rawRange($0.range)))
    }
    guard !found.isEmpty else { return cued }
    let places = SortedRanges(found.map(\.quote.range))
    return
      (cued.filter { $0.kind != .transferPersonal || !places.overlaps($0.quote.range) } + found)
      .sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }
}
