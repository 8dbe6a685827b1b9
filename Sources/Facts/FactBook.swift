import MoneyAndDates
import SourceText
import Wording

/// All facts of one folder: institutions, help lines, numbers, links, rules, caps, rates, terms,
/// scams, threats, each with sources, day and confidence.
///
/// It is made of texts and reads no file. Each text is parsed on first use, once; copies share what
/// was parsed. Faulty records are left out and reported by `diagnostics`.
package struct FactBook: Sendable {
  let sourceFile: LazyPart<FactFile<[String: FactSource]>>
  let institutionFile: LazyPart<FactFile<[Institution]>>
  let register: LazyPart<InstitutionRegister>
  let helplineFile: LazyPart<FactFile<HelplineFile>>
  let numberingFile: LazyPart<FactFile<NumberingFile>>
  let linkFile: LazyPart<FactFile<LinkFile>>
  let linkChecker: LazyPart<LinkChecker>
  let ruleFile: LazyPart<FactFile<[LegalRule]>>
  let capFile: LazyPart<FactFile<[CostCap]>>
  let rateFile: LazyPart<FactFile<LoanPrimeRates>>
  let termFile: LazyPart<FactFile<[LegalTermFact]>>
  let scamFile: LazyPart<FactFile<[ScamPattern]>>
  let threatFile: LazyPart<FactFile<[ThreatTruth]>>
  let index: LazyPart<FactIndex>
  let texts: [String: SourceText]

  /// The names of the files that make up a whole book.
  package static let fileNames = [
    "caps.yaml", "deadlines.csv", "helplines.yaml", "institutions.yaml", "links.yaml", "lpr.csv",
    "numbering.yaml", "rules.yaml", "scams.yaml", "sources.yaml", "threats.yaml",
  ]

  /// A book of these texts, found by the last part of their names; other texts are passed over, and
  /// a missing one is an empty part (reported by `diagnostics`).
  package init(_ files: [SourceText]) {
    var texts: [String: SourceText] = [:]
    for file in files {
      let name = file.name.utf8.split(separator: UInt8(ascii: "/")).last
      guard let name = name.map({ String(Substring($0)) }), FactBook.fileNames.contains(name)
      else { continue }
      texts[name] = file
    }
    let found = texts
    self.texts = found
    sourceFile = LazyPart { RecordReader.sources(found["sources.yaml"]) }
    let institutionFile = LazyPart { RecordReader.institutions(found["institutions.yaml"]) }
    let register = LazyPart { InstitutionRegister(institutionFile.value.content) }
    let linkFile = LazyPart { RecordReader.links(found["links.yaml"]) }
    let helplineFile = LazyPart { RecordReader.helplines(found["helplines.yaml"]) }
    self.institutionFile = institutionFile
    self.register = register
    self.linkFile = linkFile
    self.helplineFile = helplineFile
    linkChecker = LazyPart {
      LinkChecker(
        register: register.value, links: linkFile.value.content,
        helplines: helplineFile.value.content.helplines)
    }
    numberingFile = LazyPart { RecordReader.numbering(found["numbering.yaml"]) }
    ruleFile = LazyPart { RecordReader.rules(found["rules.yaml"]) }
    capFile = LazyPart { RecordReader.caps(found["caps.yaml"]) }
    rateFile = LazyPart { CSVReader.primeRates(found["lpr.csv"]) }
    termFile = LazyPart { CSVReader.terms(found["deadlines.csv"]) }
    scamFile = LazyPart { RecordReader.scams(found["scams.yaml"]) }
    threatFile = LazyPart { RecordReader.threats(found["threats.yaml"]) }
    let parts = FactIndex.Parts(
      sources: sourceFile, institutions: institutionFile, helplines: helplineFile,
      numbering: numberingFile, links: linkFile, rules: ruleFile, caps: capFile, rates: rateFile,
      terms: termFile, scams: scamFile, threats: threatFile)
    index = LazyPart { FactIndex(parts) }
  }

  // MARK: Institutions

  /// Every institution, in the order of the file.
  package var institutions: [Institution] { register.value.all }
  /// The institution with this id.
  package func institution(_ id: String) -> Institution? { register.value.institution(id) }
  /// Institutions that go by this name: exact after folding width, case, blanks and signs.
  package func institutions(named name: String) -> [Institution] { register.value.named(name) }
  /// Institutions with this telephone number in any role; digits only, area code with its 0.
  package func institutions(phone digits: String) -> [Institution] {
    register.value.withPhone(digits)
  }
  /// The id of the first institution that goes by this name, as `institutions(named:)` tells.
  package func institutionID(named name: String) -> String? {
    register.value.firstID(named: name)
  }
  /// The id of the first institution with this telephone number, as `institutions(phone:)` tells.
  package func institutionID(phone digits: String) -> String? {
    register.value.firstID(phone: digits)
  }
  /// Institutions whose texts come from this number.
  package func institutions(smsSender digits: String) -> [Institution] {
    register.value.withSender(digits)
  }
  /// Institutions that own this registrable domain (lower case).
  package func institutions(registrable: String) -> [Institution] {
    register.value.withDomain(registrable)
  }
  /// Every name of every institution with the institution's id, for a lexicon; names may repeat.
  package var institutionNames: [(name: String, id: String)] {
    register.value.all.flatMap { institution in
      institution.allNames.map { ($0, institution.id) }
    }
  }

  // MARK: Help lines and desks

  /// Every help line, in the order of the file.
  package var helplines: [Helpline] { helplineFile.value.content.helplines }
  /// The help line with this id.
  package func helpline(_ id: String) -> Helpline? { helplines.first { $0.id == id } }
  /// Desks that are no help line.
  package var desks: [Desk] { helplineFile.value.content.desks }
  /// The desk with this id that is no help line.
  package func desk(_ id: String) -> Desk? { desks.first { $0.id == id } }
  /// Every complaint route.
  package var complaintRoutes: [ComplaintRoute] { helplineFile.value.content.routes }
  /// The route for a kind of lender.
  package func complaintRoute(lender: String) -> ComplaintRoute? {
    complaintRoutes.first { $0.lender == lender }
  }

  // MARK: Numbers and links

  /// The first shape a sender's number has; blanks, dashes and brackets may stand in it.
  package func numberShape(of digits: String) -> NumberShape? {
    numberingFile.value.content.shape(of: DialledNumber(digits))
  }
  /// The id of the shape of a number, `106-690`; cheaper than asking for the whole shape.
  package func numberShapeID(of digits: String) -> String? {
    let numbering = numberingFile.value.content
    return numbering.place(of: DialledNumber(digits)).map { numbering.ids[$0] }
  }
  /// Every shape, the first that matches wins.
  package var numberShapes: [NumberShape] { numberingFile.value.content.shapes }
  /// What the facts say about a link's host; `registrable` is its registrable domain.
  package func linkCheck(host: String, registrable: String) -> LinkCheck {
    linkChecker.value.check(host: host, registrable: registrable)
  }
  /// The trick with this id.
  package func lookAlikeTrick(_ id: String) -> LookAlikeTrick? {
    lookAlikeTricks.first { $0.id == id }
  }
  /// Every look-alike trick.
  package var lookAlikeTricks: [LookAlikeTrick] { linkFile.value.content.tricks }
  /// Every host of a short-link service, in alphabetical order.
  package var shortLinkHosts: [String] { linkFile.value.content.shortLinkHosts.keys.sorted() }
  /// Products that have no app of their own, with the institution's id.
  package var productsWithoutApp: [(note: Institution.Note, institution: String)] {
    institutions.flatMap { institution in
      institution.notes.filter { $0.subject == .noApp }.map { ($0, institution.id) }
    }
  }

  // MARK: Law

  /// Every rule, in the order of the file.
  package var rules: [LegalRule] { ruleFile.value.content }
  /// The rule with this id, `INT-01`.
  package func rule(_ id: String) -> LegalRule? { rules.first { $0.id == id } }
  /// Every cap on the cost of a loan.
  package var costCaps: [CostCap] { capFile.value.content }
  /// The caps about a contract of this kind of lender and day.
  package func costCaps(
    lender: String, contractOn day: CalendarDate, throughPlatform: Bool
  ) -> [CostCap] {
    costCaps.filter { $0.applies(to: lender, contractOn: day, throughPlatform: throughPlatform) }
  }
  /// The loan prime rates.
  package var loanPrimeRates: LoanPrimeRates { rateFile.value.content }
  /// Every term and limit.
  package var legalTerms: [LegalTermFact] { termFile.value.content }
  /// The term for an event.
  package func legalTerm(_ event: String) -> LegalTermFact? {
    legalTerms.first { $0.event == event }
  }
  /// Every threat kind with what is true about it.
  package var threatTruths: [ThreatTruth] { threatFile.value.content }
  /// What is true about a kind of threat.
  package func threatTruth(_ kind: String) -> ThreatTruth? {
    threatTruths.first { $0.kind == kind }
  }
  /// Every scam pattern.
  package var scamPatterns: [ScamPattern] { scamFile.value.content }
  /// The scam pattern with this id.
  package func scamPattern(_ id: String) -> ScamPattern? { scamPatterns.first { $0.id == id } }

  // MARK: Facts by key

  /// The fact with this key; `nil` when there is none.
  package func fact(_ id: String) -> Fact? { index.value.fact(id) }
  /// Every key, in the order of files and records.
  package var allIDs: [String] { index.value.ids }
  /// Facts past their review day, in the same order.
  package func staleFacts(on day: CalendarDate) -> [Fact] {
    index.value.facts.filter { $0.provenance.isStale(on: day) }
  }
  /// The source with this id.
  package func source(_ id: String) -> FactSource? { sourceFile.value.content[id] }
}
