import MoneyAndDates
import Wording

/// The facts by key, grouped by the first part of the key; a group is made on first use.
struct FactIndex: Sendable {
  struct Parts: Sendable {
    let sources: LazyPart<FactFile<[String: FactSource]>>
    let institutions: LazyPart<FactFile<[Institution]>>
    let helplines: LazyPart<FactFile<HelplineFile>>
    let numbering: LazyPart<FactFile<NumberingFile>>
    let links: LazyPart<FactFile<LinkFile>>
    let rules: LazyPart<FactFile<[LegalRule]>>
    let caps: LazyPart<FactFile<[CostCap]>>
    let rates: LazyPart<FactFile<LoanPrimeRates>>
    let terms: LazyPart<FactFile<[LegalTermFact]>>
    let scams: LazyPart<FactFile<[ScamPattern]>>
    let threats: LazyPart<FactFile<[ThreatTruth]>>
  }

  private struct Group: Sendable {
    let name: String
    let facts: LazyPart<[Fact]>
    let byID: LazyPart<[String: Fact]>
  }

  private let groups: [Group]

  init(_ parts: Parts) {
    func group(_ name: String, _ make: @escaping @Sendable (FactMaker) -> [Fact]) -> Group {
      let facts = LazyPart { make(FactMaker(group: name, sources: parts.sources.value.content)) }
      return Group(
        name: name, facts: facts,
        byID: LazyPart { Dictionary(facts.value.map { ($0.id, $0) }) { first, _ in first } })
    }
    groups = [
      group("rule") { maker in parts.rules.value.content.map(maker.fact) },
      group("cap") { maker in parts.caps.value.content.map(maker.fact) },
      group("lpr") { maker in
        (parts.rates.value.content.publications.last.map { [maker.fact($0)] }) ?? []
      },
      group("deadline") { maker in parts.terms.value.content.map(maker.fact) },
      group("helpline") { maker in parts.helplines.value.content.helplines.map(maker.fact) },
      group("desk") { maker in parts.helplines.value.content.desks.map(maker.fact) },
      group("route") { maker in
        let names = DeskNames(parts.helplines.value.content)
        return parts.helplines.value.content.routes.map { maker.fact($0, names) }
      },
      group("disclosure") { maker in parts.helplines.value.content.notes.map(maker.fact) },
      group("institution") { maker in parts.institutions.value.content.map(maker.fact) },
      group("shape") { maker in parts.numbering.value.content.shapes.map(maker.fact) },
      group("numbering") { maker in parts.numbering.value.content.notes.map(maker.fact) },
      group("trick") { maker in parts.links.value.content.tricks.map(maker.fact) },
      group("link") { maker in parts.links.value.content.notes.map(maker.fact) },
      group("scam") { maker in parts.scams.value.content.map(maker.fact) },
      group("threat") { maker in parts.threats.value.content.map(maker.fact) },
    ]
  }

  var facts: [Fact] { groups.flatMap(\.facts.value) }
  var ids: [String] { facts.map(\.id) }

  func fact(_ id: String) -> Fact? {
    guard let dot = id.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let name = id[..<dot]
    return groups.first { $0.name.utf8.elementsEqual(name.utf8) }?.byID.value[id]
  }
}

/// The names of desks by id, help lines among them.
struct DeskNames: Sendable {
  private let names: [String: BilingualText]

  init(_ file: HelplineFile) {
    let all = file.helplines.map { ($0.id, $0.name) } + file.desks.map { ($0.id, $0.name) }
    names = Dictionary(all) { first, _ in first }
  }

  func name(_ id: String) -> BilingualText {
    names[id] ?? BilingualText(zh: id, en: id)
  }
}
