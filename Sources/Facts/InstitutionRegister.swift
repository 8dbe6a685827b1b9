/// The institutions with the tables by which they are found; made once.
///
/// A class because every look-up takes hold of it, and a copy of the tables counts each of them.
final class InstitutionRegister: Sendable {
  let all: [Institution]
  private let byID: [String: Int]
  private let byName: [FoldedName: [Int]]
  private let byPhone: [String: [Int]]
  private let bySender: [String: [Int]]
  private let byDomain: [String: [Int]]
  /// First labels of official domains, for look-alike checks.
  let brandLabels: [String: Int]

  init(_ all: [Institution]) {
    self.all = all
    var byID: [String: Int] = [:]
    var byName: [FoldedName: [Int]] = [:]
    var byPhone: [String: [Int]] = [:]
    var bySender: [String: [Int]] = [:]
    var byDomain: [String: [Int]] = [:]
    var brands: [String: Int] = [:]
    for (index, institution) in all.enumerated() {
      byID[institution.id] = index
      let names = institution.allNames + institution.signatures + institution.lenders
      for name in Set(names.map { FoldedName($0) }) { byName[name, default: []].append(index) }
      for phone in Set(institution.phones.map(\.number)) {
        byPhone[phone, default: []].append(index)
      }
      for sender in Set(institution.smsSenders.map(\.number)) {
        bySender[sender, default: []].append(index)
      }
      for domain in Set(institution.domains.map(\.registrable)) {
        byDomain[domain, default: []].append(index)
        if let label = domain.utf8.split(separator: UInt8(ascii: ".")).first {
          let label = String(Substring(label))
          if brands[label] == nil { brands[label] = index }
        }
      }
    }
    (self.byID, self.byName, self.byPhone) = (byID, byName, byPhone)
    (self.bySender, self.byDomain, self.brandLabels) = (bySender, byDomain, brands)
  }

  func institution(_ id: String) -> Institution? { byID[id].map { all[$0] } }
  func named(_ name: String) -> [Institution] { at(byName[FoldedName(name)]) }
  func firstID(named name: String) -> String? {
    byName[FoldedName(name)]?.first.map { all[$0].id }
  }
  func firstID(phone digits: String) -> String? { byPhone[digits]?.first.map { all[$0].id } }
  func withPhone(_ digits: String) -> [Institution] { at(byPhone[digits]) }
  func withSender(_ digits: String) -> [Institution] { at(bySender[digits]) }
  func withDomain(_ registrable: String) -> [Institution] { at(byDomain[registrable]) }

  /// Ids of the institutions that own a domain by more than low-grade sources.
  func owners(of registrable: String) -> [String] {
    guard let places = byDomain[registrable] else { return [] }
    return places.filter { place in
      all[place].domains.contains {
        $0.registrable == registrable && $0.provenance.confidence > .reported
      }
    }.map { all[$0].id }
  }

  private func at(_ indices: [Int]?) -> [Institution] {
    (indices ?? []).map { all[$0] }
  }
}
