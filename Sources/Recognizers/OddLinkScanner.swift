/// Links that are not written plainly: with a name before @, characters as %2e, a backslash, or
/// letters beyond a to z in their host.
///
/// They are read as a browser does it (the URL standard of the WHATWG: the host stands between the
/// last @ and the first / ? # or backslash, and is percent-decoded), and never in part: what is left
/// of a host without the rest of it is somebody else's.
extension Scan {
  /// Whether a letter beyond a to z that a host can hold stands at a place; Chinese apart.
  @inline(__always)
  func isForeignLetter(_ index: Int) -> Bool {
    let traits = traits(index)
    return traits.kind == .other && traits.contains(.insideWord) && !traits.contains(.linkDot)
  }

  /// Whether the host that ends at a place, or did not begin there, may go on in an odd way.
  func needsCare(_ end: Int, hasScheme: Bool) -> Bool {
    if isAt(end, anyOf: "%\\@") || isForeignLetter(end) { return true }
    if isAt(end, ".") {
      return isForeignLetter(end + 1) || isChinese(end + 1) || isAt(end + 1, "%")
    }
    guard hasScheme else { return false }
    return isChinese(end) && isAt(end - 1, "/") || isUserSign(end) && userEnd(from: end) != nil
  }

  /// The link with its odd host, if there is one.
  func oddLink(at start: Int, scheme: Scheme?) -> Candidate? {
    let begin = scheme?.end ?? start
    guard var host = oddHost(at: begin, hasScheme: scheme != nil) else { return nil }
    var end = pathEnd(from: host.end)
    if isAt(host.end, "\\"), let further = backslashEnd(from: host.end) {
      host.folds.formUnion(.hiddenHost)
      end = further
    }
    if isAt(host.end, anyOf: "@%") { host.folds.formUnion(.hiddenHost) }
    guard scheme != nil || isBare(host, at: start, hasPath: end > host.end) else { return nil }
    let name = String(scalars: host.name)
    return Candidate(
      kind: .url, range: start..<end,
      value: .link(
        LinkValue(
          url: written(start..<end, host: host.begin..<host.end), scheme: scheme?.name, host: name,
          registrableHost: registrable(name), decoy: host.decoy.map(decoy))),
      rule: scheme == nil ? "link.host" : "link.scheme", folds: host.folds)
  }

  /// A host as it is opened.
  private struct OddHost {
    /// Where it is written.
    var begin: Int
    var end: Int
    /// Its scalars, decoded, Latin letters in lower case, each dot a plain one.
    var name: [UInt32] = []
    var folds: FoldSet = []
    /// What stands before its @.
    var decoy: Range<Int>?
    /// Where its last label begins in the text, unless it was decoded.
    var lastLabel: Int

    init(at begin: Int) {
      (self.begin, end, lastLabel) = (begin, begin, begin)
    }

    var labels: [ArraySlice<UInt32>] {
      name.split(separator: 0x2E, omittingEmptySubsequences: false)
    }
  }

  private func decoy(_ range: Range<Int>) -> LinkValue.Decoy {
    let name = String(
      scalars: range.prefix { !isAt($0, ":") }.map { lowercased(self.s[$0]) })
    return LinkValue.Decoy(host: name, registrableHost: registrable(name))
  }

  private func registrable(_ name: String) -> String {
    let isAddress = name.utf8.allSatisfy { $0 < 0x3A && ($0 >= 0x30 || $0 == 0x2E) }
    return isAddress ? name : suffixes.registrableHost(of: name)
  }

  // MARK: Before the @

  /// No part of a link before its path is longer.
  private static var reach: Int { 256 }

  private func oddHost(at begin: Int, hasScheme: Bool) -> OddHost? {
    if let start = userEnd(from: begin), var host = plainHost(at: start, isOpen: true) {
      host.decoy = begin..<start - 1
      host.folds.formUnion(.hiddenHost)
      if hasScheme || host.name.contains(0x2E) { return host }
    }
    let host = plainHost(at: begin, isOpen: hasScheme)
    guard let host, host.name.contains(0x2E) else { return nil }
    return host
  }

  /// The place behind the last @ before the path, `nil` without one.
  private func userEnd(from begin: Int) -> Int? {
    var found: Int?
    var index = begin
    let end = min(n, begin + Scan.reach)
    let takesHan = isChinese(begin) && isAt(begin - 1, "/")
    while index < end, isUserSign(index) || takesHan && isChinese(index) {
      index += 1
      if isAt(index - 1, "@") { found = index }
    }
    return found
  }

  /// What a user's name and password can hold: no blank, no / ? # \, no mark of Chinese.
  private func isUserSign(_ index: Int) -> Bool {
    if isForeignLetter(index) || isAt(index, anyOf: "@%") { return true }
    guard (0x21...0x7E).contains(at(index)), !isAt(index, anyOf: "/?#\\\"<>") else { return false }
    return kind(index) != .sign || text.places[index].bytes == 1
  }

  // MARK: The host

  /// The labels from a place on; `isOpen` where Chinese may be the first, for a scheme or @ stands
  /// before it.
  private func plainHost(at begin: Int, isOpen: Bool) -> OddHost? {
    var host = OddHost(at: begin)
    /// The host before its first label with Chinese, which counts only with a known ending.
    var beforeHan: OddHost?
    var hasHan = false
    while host.end < n, host.end - begin < Scan.reach {
      let index = host.end
      if isAt(index, "%") {
        guard decode(into: &host) else { break }
      } else if isHostSign(index) {
        if Lookalikes.latin(s[index]) != nil { host.folds.formUnion(.lookalike) }
        host.name.append(lowercased(s[index]))
        host.end += 1
      } else if let next = labelStart(behind: index, &host) {
        if isChinese(next), beforeHan == nil { beforeHan = host }
        host.name.append(0x2E)
        (host.end, host.lastLabel) = (next, next)
      } else if isChinese(index), hasHan || host.end == host.lastLabel && (isOpen || index > begin)
      {
        hasHan = true
        host.name.append(s[index])
        host.end += 1
      } else {
        break
      }
      if host.end == host.lastLabel, !isChinese(host.end) { hasHan = false }
    }
    while host.name.last == 0x2E { host.name.removeLast() }
    if host.name.contains(where: Scan.isChinese), !isTopLevel(host) {
      guard let plain = beforeHan else { return nil }
      host = plain
    }
    return host.name.isEmpty ? nil : host
  }

  private func isHostSign(_ index: Int) -> Bool {
    isWordly(index) || isAt(index, anyOf: "-_") || isForeignLetter(index)
  }

  /// The place behind a dot, or what stands for one, where a label begins.
  private func labelStart(behind index: Int, _ host: inout OddHost) -> Int? {
    guard traits(index).contains(.linkDot), !host.name.isEmpty, host.name.last != 0x2E else {
      return nil
    }
    if isAt(index, "."),
      isHostSign(index + 1) && !isAt(index + 1, anyOf: "-_") || isChinese(index + 1)
        || isAt(index + 1, "%")
    {
      return index + 1
    }
    return dot(at: index, &host.folds, hasLatin: true)
  }

  /// Appends what a row of %2e, %E4%B8%AD and their like stands for.
  ///
  /// Where that can be no part of a host, no browser opens the link: the rest of the row and of the
  /// label is passed over, and nothing more is read.
  private func decode(into host: inout OddHost) -> Bool {
    var bytes: [UInt8] = []
    var index = host.end
    while bytes.count < 64, isAt(index, "%"), let high = hexadecimal(index + 1),
      let low = hexadecimal(index + 2)
    {
      bytes.append(high << 4 | low)
      index += 3
    }
    guard !bytes.isEmpty else { return false }
    host.folds.formUnion(.hiddenHost)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      guard isLetter || scalar == "-" || scalar == "_" || scalar == "." else {
        while index < n, isHostSign(index) || isAt(index, anyOf: "%.") { index += 1 }
        host.end = index
        return false
      }
      host.name.append(lowercased(scalar.value))
    }
    host.end = index
    return true
  }

  private func hexadecimal(_ index: Int) -> UInt8? {
    let scalar = at(index)
    switch scalar {
    case 0x30...0x39: return UInt8(scalar - 0x30)
    case 0x41...0x46, 0x61...0x66: return UInt8((scalar | 0x20) - 0x57)
    default: return nil
    }
  }

  /// A letter in lower case; host names know no other.
  private func lowercased(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar }
    let lower = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
    return lower?.first?.value ?? scalar
  }

  /// Whether a Chinese character stands at a place, numerals too.
  func isChinese(_ index: Int) -> Bool { Scan.isChinese(at(index)) }

  private static func isChinese(_ scalar: UInt32) -> Bool {
    (0x3400...0x9FFF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
  }

  // MARK: Whether it is one

  /// Whether a host without a scheme is a link, the last label of it a top-level domain.
  private func isBare(_ host: OddHost, at start: Int, hasPath: Bool) -> Bool {
    let labels = host.labels
    guard labels.count >= 2, host.name.first != 0x2D, isTopLevel(host) else { return false }
    // Without a path it is an address for letters, and with one it may be: kefu@abc.com/…
    if let decoy = host.decoy {
      return has("www.", at: start) || hasPath && looksLikeHost(decoy)
    }
    // "you.Só" is two sentences.
    if !hasPath, isCapital(host.lastLabel), !isCapital(host.lastLabel + 1) { return false }
    return !labels[0].allSatisfy { $0 < 0x3A } || labels.count > 2 || hasPath
  }

  private func looksLikeHost(_ decoy: Range<Int>) -> Bool {
    let labels = decoy.prefix { !isAt($0, ":") }.map { lowercased(self.s[$0]) }.split(
      separator: 0x2E)
    return labels.count > 1 && isTopLevel(labels.last)
  }

  /// Whether the last label is a top-level domain, if only by its looks.
  private func isTopLevel(_ host: OddHost) -> Bool { isTopLevel(host.labels.last) }

  private func isTopLevel(_ label: ArraySlice<UInt32>?) -> Bool {
    guard let last = label, !last.isEmpty, last.count < 64 else { return false }
    let written = String(scalars: last)
    if suffixes.knows(topLevel: written) { return true }
    let taken = last.map { Lookalikes.latin($0)?.value ?? $0 }
    return taken != Array(last) && suffixes.knows(topLevel: String(scalars: taken))
  }

  /// Where a link ends that goes on behind a backslash with a dot or an @ in it.
  private func backslashEnd(from start: Int) -> Int? {
    var index = start
    var isTelling = false
    while index < n, index - start < Scan.reach, isPathSign(index) || isAt(index, "\\") {
      if isAt(index, anyOf: "@.") { isTelling = true }
      index += 1
    }
    while index > start + 1, isAt(index - 1, anyOf: ".,;:!?'\")]}>") { index -= 1 }
    return isTelling ? index : nil
  }
}
