import MoneyAndDates
import Recognizers

extension MessageReader {
  func notice(
    _ reading: Reading, text: String, sender: String?, received: CalendarDate?
  ) -> Notice {
    let message = reading.message
    let findings = CueFindings(reading, registry: registry)
    let signatures = signatures(reading)
    let dates = dates(reading)
    let loose = LooseNumbers(reading)
    let amounts = amounts(reading, loose)
    let links = links(reading)
    let named = institutions(reading, signatures: signatures, links: links)
    let trailing = trailingSignature(named, message)
    let institutions =
      trailing == nil ? named : named.filter { $0.quote != trailing?.quote }
    let counts = CountReader(reading: reading)
    return Notice(
      text: text, message: message, language: reading.language, received: received,
      sender: sender.flatMap { registry.sender($0) },
      signatures: trailing.map { signatures + [$0] } ?? signatures,
      institutions: institutions, persons: persons(reading, institutions: institutions),
      amounts: amounts, dates: dates.dates, times: dates.times, deadline: dates.deadline,
      overdueDays: counts.overdueDays(), dueInDays: counts.dueInDays(),
      periods: counts.periods(), phones: phones(reading, loose), links: links,
      references: references(reading, loose), codes: codes(reading),
      contacts: contacts(
        findings.contacts, message, signatures: signatures, institutions: institutions,
        links: links),
      privateContacts: privateContacts(reading),
      requests: requests(reading, findings.requests), threats: findings.threats,
      thirdParty: findings.thirdParty,
      urgency: urgency(findings, signatures: signatures, institutions: institutions),
      discounts: findings.discounts, optOuts: optOuts(reading),
      paidIgnores: findings.paidIgnores, disguises: disguises(reading),
      cues: findings.first)
  }

  /// The words of haste that are no part of a name or of what is said to others.
  private func urgency(
    _ findings: CueFindings, signatures: [SignatureFinding], institutions: [InstitutionFinding]
  ) -> [UrgencyFinding] {
    guard !findings.urgency.isEmpty else { return [] }
    let names = SortedRanges(signatures.map(\.quote.range) + institutions.map(\.quote.range))
    let others = SortedRanges(findings.thirdParty.map(\.range))
    return findings.urgency.filter {
      !names.overlaps($0.quote.range) && !others.overlaps($0.quote.range)
    }
  }

  /// The dates and times; without an entity of time there are none.
  private func dates(_ reading: Reading) -> DateReader.Result {
    guard !reading.kinds.isDisjoint(with: .time) else { return DateReader.Result() }
    return DateReader(
      message: reading.message, cues: RoleCues(reading.roles(\.dateRole)),
      loose: SortedRanges(reading.rawRanges(.dateLoose))
    ).read(reading.entities)
  }

  /// The sums; without a number there are none.
  private func amounts(_ reading: Reading, _ loose: LooseNumbers) -> [AmountFinding] {
    guard !reading.kinds.isDisjoint(with: [.money, .number]) || loose.hasDigits else { return [] }
    let cues = RoleCues(reading.roles(\.amountRole))
    return AmountReader(message: reading.message, language: reading.language, cues: cues)
      .amounts(reading.entities, bare: loose.bareSums(near: cues))
  }

  private func signatures(_ reading: Reading) -> [SignatureFinding] {
    let ranges = SignatureScanner(message: reading.message).ranges()
    guard !ranges.isEmpty else { return [] }
    let generic = reading.rawRanges(.genericSignature)
    return ranges.map { range in
      let quote = reading.message.quote(range)
      let id = registry.institution(named: quote.text)
      return SignatureFinding(
        quote: quote, institutionID: id,
        isGeneric: id == nil && generic.contains { $0.clamped(to: range) == range })
    }
  }

  /// A name behind a dash at the very end (`。-青禾信用卡`) signs the text too.
  private func trailingSignature(
    _ named: [InstitutionFinding], _ message: MessageText
  ) -> SignatureFinding? {
    guard let last = named.last, last.quote.range.upperBound == message.scalars.count,
      last.quote.range.lowerBound > 0,
      message.scalars[last.quote.range.lowerBound - 1].isAny(of: "-—－")
    else { return nil }
    return SignatureFinding(quote: last.quote, institutionID: last.registryID, isGeneric: false)
  }

  private func institutions(
    _ reading: Reading, signatures: [SignatureFinding], links: [LinkFinding]
  ) -> [InstitutionFinding] {
    let han = hanNames(reading, signatures: signatures)
    let latin = latinNames(reading)
    guard !han.isEmpty || !latin.isEmpty else { return [] }
    let taken = SortedRanges(
      signatures.map(\.quote.range) + links.map(\.quote.range)
        + reading.hits.filter { reading.isContact($0) && !reading.compared.isBroken($0.range) }
        .map { reading.compared.rawRange($0.range) })
    if latin.isEmpty { return han.filter { !taken.covers($0.quote.range) } }
    let known = SortedRanges(han.map(\.quote.range))
    return (han + latin.filter { !known.overlaps($0.quote.range) })
      .filter { !taken.covers($0.quote.range) }
      .sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }

  private func hanNames(
    _ reading: Reading, signatures: [SignatureFinding]
  ) -> [InstitutionFinding] {
    let hasBraces = reading.compared.hasBraces
    let isPossible =
      hasBraces || !reading.names.isEmpty || !signatures.isEmpty || reading.has(.institutionName)
      || reading.has(.institutionEnding) || reading.has(.product)
    guard isPossible else { return [] }
    var known = reading.names.map { (range: $0.range, id: Optional(registry.names[$0.name].id)) }
    for range in reading.ranges(.institutionName) { known.append((range, nil)) }
    let scanner = InstitutionScanner(
      text: reading.compared, known: known, endings: reading.ranges(.institutionEnding),
      products: SortedRanges(reading.ranges(.product)),
      verbs: SortedRanges(reading.ranges(.nameVerb)), hasBraces: hasBraces,
      signatures: signatures.map {
        reading.message.scalars[signatureName($0, reading)].map(\.value)
      })
    return scanner.found().map { found in
      InstitutionFinding(
        quote: reading.message.quote(reading.compared.rawRange(found.range)),
        registryID: found.id)
    }
  }

  private func latinNames(_ reading: Reading) -> [InstitutionFinding] {
    guard reading.hasCapital else { return [] }
    return LatinNameScanner(
      message: reading.message, endings: SortedRanges(reading.rawRanges(.latinEnding)),
      plainWords: SortedRanges(reading.rawRanges(.latinPlain)),
      debtWords: SortedRanges(reading.rawRanges(.debt))
    ).ranges().map {
      InstitutionFinding(quote: reading.message.quote($0), registryID: nil)
    }
  }

  /// The name in a signature without the words that say what the text is: 云帆 of 云帆逾期通知.
  private func signatureName(_ signature: SignatureFinding, _ reading: Reading) -> Range<Int> {
    let range = signature.quote.range
    guard reading.has(.overdue) || reading.has(.genericSignature) else { return range }
    let titles = SortedRanges(reading.rawRanges(.overdue) + reading.rawRanges(.genericSignature))
    guard let title = titles.last(endingBy: range.upperBound),
      title.lowerBound > range.lowerBound
    else { return range }
    return range.lowerBound..<title.lowerBound
  }

  private func persons(
    _ reading: Reading, institutions: [InstitutionFinding]
  ) -> [PersonFinding] {
    let isLed =
      reading.has(.honorific) || reading.has(.personLead) || reading.has(.personTail)
      || reading.has(.payeeLead)
    guard isLed else { return [] }
    let taken = SortedRanges(institutions.map(\.quote.range))
    return PersonScanner(message: reading.message, surnames: reading.cues.surnames)
      .ranges(
        honorifics: reading.rawRanges(.honorific), leads: reading.rawRanges(.personLead),
        tails: reading.rawRanges(.personTail), payees: reading.rawRanges(.payeeLead),
        actions: SortedRanges(reading.rawRanges(.transactionRole))
      )
      .filter { !taken.overlaps($0) }
      .map { PersonFinding(quote: reading.message.quote($0)) }
  }

  private func optOuts(_ reading: Reading) -> [Quote] {
    if reading.language == .en {
      return reading.rawRanges(.optOut).map { reading.message.quote($0) }
    }
    guard reading.has(.stopWord), reading.has(.replyWord) else { return [] }
    return OptOutScanner(text: reading.compared)
      .ranges(stopWords: reading.ranges(.stopWord), replyWords: reading.ranges(.replyWord))
      .map { reading.message.quote(reading.compared.rawRange($0)) }
  }

  /// The places outside the text; a word inside a name (微信支付) or a link is none.
  private func contacts(
    _ contacts: [ContactFinding], _ message: MessageText, signatures: [SignatureFinding],
    institutions: [InstitutionFinding], links: [LinkFinding]
  ) -> [ContactFinding] {
    guard !contacts.isEmpty else { return [] }
    let names = SortedRanges(
      signatures.map(\.quote.range) + institutions.map(\.quote.range))
    let hosts = SortedRanges(links.map(\.quote.range))
    return ContactMerging(message: message).merged(
      contacts.filter {
        !names.covers($0.quote.range) && !hosts.overlaps($0.quote.range)
      })
  }

  private func disguises(_ reading: Reading) -> [DisguiseFinding] {
    var found: [DisguiseFinding] = []
    for index in reading.entities.indices where reading.entities[index].foldSet.rawValue != 0 {
      let entity = reading.entities[index]
      for disguise in entity.folds.map(Disguise.init).sorted(by: { $0.rawValue < $1.rawValue }) {
        found.append(
          DisguiseFinding(disguise: disguise, quote: reading.message.quote(entity.range)))
      }
    }
    guard reading.compared.isChanged else { return found }
    for hit in reading.hits where hit.isWhole {
      guard let disguise = disguise(of: hit, in: reading.compared) else { continue }
      let quote = reading.message.quote(reading.compared.rawRange(hit.range))
      found.append(DisguiseFinding(disguise: disguise, quote: quote))
    }
    guard found.count > 1 else { return found }
    return found.sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }

  private func disguise(of hit: CueScan.Hit, in text: CueText) -> Disguise? {
    if text.isBroken(hit.range) { return .splitWord }
    let folds = text.folded.folds(hit.range)
    guard folds.rawValue != 0 else { return nil }
    return folds.folds.map(Disguise.init).min { $0.rawValue < $1.rawValue }
  }
}

extension CueRole {
  fileprivate var amountRole: AmountFinding.Role? {
    if case .amount(let role) = self { role } else { nil }
  }

  fileprivate var dateRole: DateFinding.Role? {
    if case .date(let role) = self { role } else { nil }
  }
}
