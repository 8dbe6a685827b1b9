import MoneyAndDates
import Recognizers

extension NoticeReader {
  func notice(
    _ reading: Reading, text: String, sender: String?, received: CalendarDate?
  ) -> Notice {
    let message = reading.message
    let findings = CueFindings(reading, registry: registry)
    let signatures = signatures(reading)
    let dates = DateReader(message: message, cues: RoleCues(reading.roles(\.dateRole)))
      .read(reading.entities)
    let amounts = AmountReader(
      message: message, language: reading.language, cues: RoleCues(reading.roles(\.amountRole))
    ).amounts(reading.entities)
    let institutions = institutions(reading, signatures: signatures)
    let counts = CountReader(reading: reading)
    return Notice(
      text: text, language: reading.language, received: received,
      sender: sender.flatMap { registry.sender($0) }, signatures: signatures,
      institutions: institutions, persons: persons(reading, institutions: institutions),
      amounts: amounts, dates: dates.dates, times: dates.times, deadline: dates.deadline,
      overdueDays: counts.overdueDays(), dueInDays: counts.dueInDays(),
      periods: counts.periods(), phones: phones(reading), links: links(reading),
      references: references(reading), contacts: contacts(reading, findings),
      requests: findings.requests, threats: findings.threats, thirdParty: findings.thirdParty,
      urgency: findings.urgency, discounts: findings.discounts, optOuts: optOuts(reading),
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

  private func institutions(
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
      signatures: signatures.map { $0.quote.text.unicodeScalars.map(\.value) })
    return scanner.found().compactMap { found in
      let range = reading.compared.rawRange(found.range)
      guard !signatures.contains(where: { $0.quote.range.overlaps(range) }) else { return nil }
      return InstitutionFinding(quote: reading.message.quote(range), registryID: found.id)
    }
  }

  private func persons(
    _ reading: Reading, institutions: [InstitutionFinding]
  ) -> [PersonFinding] {
    let taken = SortedRanges(institutions.map(\.quote.range))
    return PersonScanner(message: reading.message, surnames: reading.cues.surnames)
      .ranges(
        honorifics: reading.rawRanges("honorific"), leads: reading.rawRanges("person-lead"),
        tails: reading.rawRanges("person-tail")
      )
      .filter { !taken.overlaps($0) }
      .map { PersonFinding(quote: reading.message.quote($0)) }
  }

  private func optOuts(_ reading: Reading) -> [Quote] {
    OptOutScanner(text: reading.compared)
      .ranges(stopWords: reading.ranges("stop-word"), replyWords: reading.ranges("reply-word"))
      .map { reading.message.quote(reading.compared.rawRange($0)) }
  }

  /// A mini program with its quoted name (`微信小程序“某某”`), an app with the name before it.
  private func contacts(_ reading: Reading, _ findings: CueFindings) -> [ContactFinding] {
    ContactMerging(message: reading.message).merged(findings.contacts)
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
