/// Looks a host up among official domains, short-link services and look-alike tricks.
struct LinkChecker: Sendable {
  private let register: InstitutionRegister
  private let links: LinkFile
  /// Names by which a label speaks for an institution: first labels of its domains.
  private let brands: [(label: [UInt8], institution: String)]
  /// Skeletons of brand labels.
  private let skeletons: [[UInt8]: String]
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
    brands = labels.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), $0.value) }
    skeletons = Dictionary(brands.map { (HostSkeleton.of($0.label), $0.institution) }) { first, _ in
      first
    }
    var hotlines: [String: String?] = [:]
    for line in helplines {
      if let number = line.number { hotlines[DialledNumber(number).text] = String?.none }
    }
    for institution in register.all {
      for phone in institution.phones { hotlines[phone.number] = institution.id }
    }
    self.hotlines = hotlines
  }

  func check(host: String, registrable: String) -> LinkCheck {
    let host = HostSkeleton.lowercased(host)
    let registrable = HostSkeleton.lowercased(registrable)
    let owners = register.owners(of: registrable)
    let government = links.government[registrable]?.owner
    let short = links.shortLinkHosts[host] != nil || links.shortLinkHosts[registrable] != nil
    let suffix =
      host.utf8.split(separator: UInt8(ascii: ".")).last.map { String(Substring($0)) } ?? ""
    let brandSuffix = links.brandSuffixes[suffix]
    let isKnown = !owners.isEmpty || government != nil || short || brandSuffix != nil
    return LinkCheck(
      owners: owners
        + [brandSuffix.flatMap(\.self)].compactMap(\.self).filter { !owners.contains($0) },
      government: government, isShortLink: short,
      imitations: isKnown ? [] : imitations(Array(host.utf8), Array(registrable.utf8)),
      hasRiskySuffix: links.riskySuffixes.contains(suffix))
  }

  private func imitations(_ host: [UInt8], _ registrable: [UInt8]) -> [LinkCheck.Imitation] {
    if HostSkeleton.isAddress(host) { return [.init(trick: "ip-or-port", institution: nil)] }
    var found: [LinkCheck.Imitation] = []
    let name = registrable.prefix { $0 != UInt8(ascii: ".") }
    let left = host.dropLast(min(host.count, registrable.count))
    if let owner = brand(inLabelsOf: left) {
      found.append(.init(trick: "brand-in-subdomain", institution: owner))
    }
    if let owner = brands.first(where: { $0.label.elementsEqual(name) })?.institution {
      found.append(.init(trick: "other-suffix", institution: owner))
    } else if let owner = hotline(in: name) {
      found.append(.init(trick: "hotline-in-domain", institution: owner))
    } else if let owner = brandWithBait(name) {
      found.append(.init(trick: "brand-plus-word", institution: owner))
    } else if let owner = disguisedBrand(name) {
      found.append(.init(trick: "char-swap", institution: owner))
    }
    if HostSkeleton.isInternational(host) {
      found.append(.init(trick: "punycode", institution: nil))
    }
    return found
  }

  /// A brand as a whole label or hyphen part left of the registrable domain.
  private func brand(inLabelsOf left: ArraySlice<UInt8>) -> String? {
    for part in HostSkeleton.parts(left) {
      if let brand = brands.first(where: { $0.label.elementsEqual(part) }) {
        return brand.institution
      }
    }
    return nil
  }

  /// The owner of a known telephone number in the name: `nil` inside where it is a public line.
  private func hotline(in name: ArraySlice<UInt8>) -> String?? {
    for part in HostSkeleton.parts(name) where part.count >= 5 {
      guard part.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      if let owner = hotlines[String(decoding: part, as: UTF8.self)] { return .some(owner) }
    }
    return nil
  }

  /// A brand beside a hyphen, or beside a word that fraud pages use, or, when it is long, inside.
  private func brandWithBait(_ name: ArraySlice<UInt8>) -> String? {
    let parts = HostSkeleton.parts(name)
    for brand in brands {
      if parts.count > 1, parts.contains(where: { $0.elementsEqual(brand.label) }) {
        return brand.institution
      }
      guard name.count > brand.label.count else { continue }
      let rest: ArraySlice<UInt8>
      if name.starts(with: brand.label) {
        rest = name.dropFirst(brand.label.count)
      } else if name.suffix(brand.label.count).elementsEqual(brand.label) {
        rest = name.dropLast(brand.label.count)
      } else {
        continue
      }
      if brand.label.count >= LinkChecker.longBrand
        || links.baitWords.contains(where: {
          $0.utf8.elementsEqual(rest)
        })
      {
        return brand.institution
      }
    }
    return nil
  }

  /// From this length on a brand at either end of a name is no chance.
  private static let longBrand = 6

  /// Digits or foreign letters in the place of a brand's letters.
  private func disguisedBrand(_ name: ArraySlice<UInt8>) -> String? {
    for part in [name] + HostSkeleton.parts(name) {
      let skeleton = HostSkeleton.of(part)
      if let owner = skeletons[skeleton] { return owner }
    }
    return nil
  }
}
