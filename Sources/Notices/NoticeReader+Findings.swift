import MoneyAndDates
import Recognizers

extension NoticeReader {
  func notice(
    _ reading: Reading, text: String, sender: String?, received: CalendarDate?
  ) -> Notice {
    let message = reading.message
    let findings = CueFindings(reading, registry: registry)
    let signatures = signatures(reading)
    let dates = DateReader(
      message: message, cues: RoleCues(reading.roles(\.dateRole)),
      loose: SortedRanges(reading.rawRanges("date-loose"))
    ).read(reading.entities)
    let others = SortedRanges(findings.thirdParty.map(\.range))
    let loose = LooseNumbers(reading)
    let amountCues = RoleCues(reading.roles(\.amountRole))
    let amounts = AmountReader(message: message, language: reading.language, cues: amountCues)
      .amounts(reading.entities, bare: loose.bareSums(near: amountCues))
    let links = links(reading)
    let named = institutions(reading, signatures: signatures, links: links)
    let trailing = trailingSignature(named, message)
    let institutions = named.filter { $0.quote != trailing?.quote }
    let names = SortedRanges((signatures.map(\.quote) + institutions.map(\.quote)).map(\.range))
    let counts = CountReader(reading: reading)
    return Notice(
      text: text, language: reading.language, received: received,
      sender: sender.flatMap { registry.sender($0) },
      signatures: signatures + [trailing].compactMap(\.self),
      institutions: institutions, persons: persons(reading, institutions: institutions),
      amounts: amounts, dates: dates.dates, times: dates.times, deadline: dates.deadline,
      overdueDays: counts.overdueDays(), dueInDays: counts.dueInDays(),
      periods: counts.periods(), phones: phones(reading, loose), links: links,
      references: references(reading, loose),
      contacts: contacts(findings, names: names, links: links),
      requests: findings.requests, threats: findings.threats, thirdParty: findings.thirdParty,
      urgency: findings.urgency.filter {
        !names.overlaps($0.quote.range) && !others.overlaps($0.quote.range)
      },
      discounts: findings.discounts, optOuts: optOuts(reading),
      paidIgnores: findings.paidIgnores, disguises: disguises(reading),
      cues: findings.first)
  }

  private func signatures(_ reading: Reading) -> [SignatureFinding] {
    let generic = reading.rawRanges("signature-generic")
    return SignatureScanner(message: reading.message).ranges().map { range in
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
      "-—－".unicodeScalars.contains(message.scalars[last.quote.range.lowerBound - 1])
    else { return nil }
    return SignatureFinding(quote: last.quote, institutionID: last.registryID, isGeneric: false)
  }

  private func institutions(
    _ reading: Reading, signatures: [SignatureFinding], links: [LinkFinding]
  ) -> [InstitutionFinding] {
    let taken = SortedRanges(
      signatures.map(\.quote.range) + links.map(\.quote.range)
        + reading.hits.filter { reading.isContact($0) && !reading.compared.isBroken($0.range) }
        .map { reading.compared.rawRange($0.range) })
    let han = hanNames(reading, signatures: signatures)
    let latin = latinNames(reading)
    let known = SortedRanges(han.map(\.quote.range))
    return (han + latin.filter { !known.overlaps($0.quote.range) })
      .filter { !taken.covers($0.quote.range) }
      .sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }

  private func hanNames(
    _ reading: Reading, signatures: [SignatureFinding]
  ) -> [InstitutionFinding] {
    let listed = reading.ranges("institution-name").map { (range: $0, id: String?.none) }
    let registered = registry.names(in: reading.compared.folded)
      .map { (range: $0.range, id: Optional($0.id)) }
    let scanner = InstitutionScanner(
      text: reading.compared, known: registered + listed,
      endings: reading.ranges("institution-ending"),
      products: SortedRanges(reading.ranges("product")),
      verbs: SortedRanges(reading.ranges("name-verb")),
      signatures: signatures.map { signatureName($0, reading).unicodeScalars.map(\.value) })
    return scanner.found().map { found in
      InstitutionFinding(
        quote: reading.message.quote(reading.compared.rawRange(found.range)),
        registryID: found.id)
    }
  }

  private func latinNames(_ reading: Reading) -> [InstitutionFinding] {
    LatinNameScanner(
      message: reading.message, endings: SortedRanges(reading.rawRanges("latin-ending")),
      plainWords: SortedRanges(reading.rawRanges("latin-plain")),
      debtWords: SortedRanges(reading.rawRanges("debt"))
    ).ranges().map {
      InstitutionFinding(quote: reading.message.quote($0), registryID: nil)
    }
  }

  /// The name in a signature without the words that say what the text is: 云帆 of 云帆逾期通知.
  private func signatureName(_ signature: SignatureFinding, _ reading: Reading) -> String {
    let range = signature.quote.range
    let titles = SortedRanges(reading.rawRanges("overdue") + reading.rawRanges("signature-generic"))
    guard let title = titles.last(endingBy: range.upperBound),
      title.lowerBound > range.lowerBound
    else { return signature.quote.text }
    return reading.message.quote(range.lowerBound..<title.lowerBound).text
  }

  private func persons(
    _ reading: Reading, institutions: [InstitutionFinding]
  ) -> [PersonFinding] {
    let taken = SortedRanges(institutions.map(\.quote.range))
    return PersonScanner(message: reading.message, surnames: reading.cues.surnames)
      .ranges(
        honorifics: reading.rawRanges("honorific"), leads: reading.rawRanges("person-lead"),
        tails: reading.rawRanges("person-tail"), payees: reading.rawRanges("payee-lead"),
        actions: SortedRanges(reading.rawRanges("role.transaction"))
      )
      .filter { !taken.overlaps($0) }
      .map { PersonFinding(quote: reading.message.quote($0)) }
  }

  private func optOuts(_ reading: Reading) -> [Quote] {
    OptOutScanner(text: reading.compared)
      .ranges(stopWords: reading.ranges("stop-word"), replyWords: reading.ranges("reply-word"))
      .map { reading.message.quote(reading.compared.rawRange($0)) }
  }

  /// The places outside the text; a word inside a name (微信支付) or a link is none.
  private func contacts(
    _ findings: CueFindings, names: SortedRanges, links: [LinkFinding]
  ) -> [ContactFinding] {
    let hosts = SortedRanges(links.map(\.quote.range))
    return ContactMerging(message: findings.message).merged(
      findings.contacts.filter {
        !names.covers($0.quote.range) && !hosts.overlaps($0.quote.range)
      })
  }

  private func disguises(_ reading: Reading) -> [DisguiseFinding] {
    let inEntities = reading.entities.flatMap { entity in
      entity.folds.map(Disguise.init).sorted { $0.rawValue < $1.rawValue }.map {
        DisguiseFinding(disguise: $0, quote: reading.message.quote(entity.range))
      }
    }
    let inWords = reading.hits.compactMap { hit -> DisguiseFinding? in
      guard hit.isWhole else { return nil }
      let quote = reading.message.quote(reading.compared.rawRange(hit.range))
      if reading.compared.isBroken(hit.range) {
        return DisguiseFinding(disguise: .splitWord, quote: quote)
      }
      let folds = reading.compared.folded.folds(hit.range)
      return folds.folds.map(Disguise.init).min { $0.rawValue < $1.rawValue }
        .map { DisguiseFinding(disguise: $0, quote: quote) }
    }
    return (inEntities + inWords).sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
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
