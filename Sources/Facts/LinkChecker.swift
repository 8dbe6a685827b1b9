/// Looks a host up among official domains, short-link services and look-alike tricks.
///
/// A class for the same reason as `InstitutionRegister`.
final class LinkChecker: Sendable {
  private let register: InstitutionRegister
  private let links: LinkFile
  /// Names by which a label speaks for an institution: first labels of its domains.
  private let brands: [(label: [UInt8], institution: String)]
  /// Skeletons of brand labels.
  private let skeletons: [[UInt8]: String]
  /// The places in `brands` of each label.
  private let places: [[UInt8]: Int]
  /// The places in `brands` of the labels that begin, and that end, with each byte.
  private let byFirst, byLast: [[Int]]
  private let hotlines: [String: String?]

  init(register: InstitutionRegister, links: LinkFile, helplines: [Helpline]) {
    self.register = register
    self.links = links
    var labels: [String: String] = [:]
    for (label, index) in register.brandLabels where !links.commonLabels.contains(label) {
      guard label.utf8.count >= 3, !label.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        continue
      }
      labels[label] = register.all[index].id
    }
    for brand in links.brandWords { labels[brand.word] = brand.institution }
    let brands = labels.sorted { $0.key < $1.key }
      .map { (label: Array($0.key.utf8), institution: $0.value) }
    self.brands = brands
    skeletons = Dictionary(brands.map { (HostSkeleton.of($0.label), $0.institution) }) { first, _ in
      first
    }
    places = Dictionary(brands.indices.map { (brands[$0].label, $0) }) { first, _ in first }
    byFirst = LinkChecker.grouped(brands.map(\.label.first))
    byLast = LinkChecker.grouped(brands.map(\.label.last))
    var hotlines: [String: String?] = [:]
    for line in helplines {
      if let number = line.number { hotlines[DialledNumber(number).text] = String?.none }
    }
    for institution in register.all {
      for phone in institution.phones { hotlines[phone.number] = institution.id }
    }
    self.hotlines = hotlines
  }

  /// The places of each byte in a list.
  private static func grouped(_ bytes: [UInt8?]) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: 256)
    for (place, byte) in bytes.enumerated() {
      if let byte { groups[Int(byte)].append(place) }
    }
    return groups
  }

  func check(host: String, registrable: String) -> LinkCheck {
    let host = HostSkeleton.lowercased(host)
    let registrable = HostSkeleton.lowercased(registrable)
    let owners = register.owners(of: registrable)
    let ending = registrable.utf8.firstIndex(of: UInt8(ascii: ".")).map { registrable[$0...] }
    let government =
      links.government[registrable]?.owner ?? ending.flatMap { links.government[String($0)]?.owner }
    let short =
      links.shortLinkHosts.keys.contains(host) || links.shortLinkHosts.keys.contains(registrable)
    let bytes = Array(host.utf8)
    let suffix = HostSkeleton.lastLabel(bytes)
    let brandSuffix = links.brandSuffixes[suffix]
    let isKnown = !owners.isEmpty || government != nil || short || brandSuffix != nil
    return LinkCheck(
      owners: owners
        + [brandSuffix.flatMap(\.self)].compactMap(\.self).filter { !owners.contains($0) },
      government: government, isShortLink: short,
      imitations: isKnown ? [] : imitations(bytes, Array(registrable.utf8)),
      hasRiskySuffix: links.riskySuffixes.contains(suffix))
  }

  private func imitations(_ host: [UInt8], _ registrable: [UInt8]) -> [LinkCheck.Imitation] {
    if HostSkeleton.isAddress(host) { return [.init(trick: "ip-or-port", institution: nil)] }
    var found: [LinkCheck.Imitation] = []
    let name = Punycode.decoded(registrable.prefix { $0 != UInt8(ascii: ".") })
    let parts = HostSkeleton.parts(name)
    let left = host.dropLast(min(host.count, registrable.count))
    if let owner = brand(inLabelsOf: left) {
      found.append(.init(trick: "brand-in-subdomain", institution: owner))
    }
    if let place = places[Array(name)] {
      let owner = brands[place].institution
      found.append(.init(trick: "other-suffix", institution: owner))
    } else if let owner = hotline(in: parts) {
      found.append(.init(trick: "hotline-in-domain", institution: owner))
    } else if let owner = brandWithBait(name, parts) {
      found.append(.init(trick: "brand-plus-word", institution: owner))
    } else if let owner = disguisedBrand(name, parts) {
      found.append(.init(trick: "char-swap", institution: owner))
    }
    if HostSkeleton.isInternational(host) {
      found.append(.init(trick: "punycode", institution: nil))
    }
    return found
  }

  /// A brand as a whole label or hyphen part left of the registrable domain, foreign letters read as
  /// what they look like.
  private func brand(inLabelsOf left: ArraySlice<UInt8>) -> String? {
    if left.isEmpty { return nil }
    for label in left.split(separator: UInt8(ascii: ".")) {
      let label = Punycode.decoded(label)
      for part in HostSkeleton.parts(label) {
        if let place = places[Array(part)] { return brands[place].institution }
        guard part.contains(where: { $0 >= 0x80 }) else { continue }
        if let owner = skeletons[HostSkeleton.of(part)] { return owner }
      }
    }
    return nil
  }

  /// The owner of a known telephone number in the name: `nil` inside where it is a public line.
  private func hotline(in parts: [ArraySlice<UInt8>]) -> String?? {
    for part in parts where part.count >= 5 {
      guard part.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      if let owner = hotlines[String(decoding: part, as: UTF8.self)] { return .some(owner) }
    }
    return nil
  }

  /// A brand beside a hyphen, or beside a word that fraud pages use, or, when it is long, inside.
  private func brandWithBait(
    _ name: ArraySlice<UInt8>, _ parts: [ArraySlice<UInt8>]
  ) -> String? {
    guard let first = name.first, let last = name.last else { return nil }
    var best = Int.max
    if parts.count > 1 {
      for part in parts { best = min(best, places[Array(part)] ?? Int.max) }
    }
    for place in byFirst[Int(first)] where place < best && isBaited(place, in: name, atStart: true)
    {
      best = place
      break
    }
    for place in byLast[Int(last)] where place < best && isBaited(place, in: name, atStart: false) {
      best = place
      break
    }
    return best < brands.count ? brands[best].institution : nil
  }

  /// Whether a brand begins or ends a name and what is left of it is bait, or the brand long.
  private func isBaited(_ place: Int, in name: ArraySlice<UInt8>, atStart: Bool) -> Bool {
    let label = brands[place].label
    guard name.count > label.count else { return false }
    let (side, rest) =
      atStart
      ? (name.prefix(label.count), name.dropFirst(label.count))
      : (name.suffix(label.count), name.dropLast(label.count))
    guard side.elementsEqual(label) else { return false }
    // A name that begins with the brand is judged by what follows it alone.
    if !atStart, name.starts(with: label) { return false }
    return label.count >= LinkChecker.longBrand
      || links.baitWords.contains { $0.utf8.elementsEqual(rest) }
  }

  /// From this length on a brand at either end of a name is no chance.
  private static let longBrand = 6

  /// Digits or foreign letters in the place of a brand's letters.
  private func disguisedBrand(
    _ name: ArraySlice<UInt8>, _ parts: [ArraySlice<UInt8>]
  ) -> String? {
    if let owner = skeletons[HostSkeleton.of(name)] { return owner }
    // The only part of a name without hyphens is the name.
    for part in parts where part.count < name.count {
      if let owner = skeletons[HostSkeleton.of(part)] { return owner }
    }
    return nil
  }
}
