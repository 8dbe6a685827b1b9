/// Links and e-mail addresses.
extension Scan {
  /// The link or e-mail address that starts at a place, if any.
  func link(at start: Int) -> Candidate? {
    guard !isWordly(start - 1), !isForeignLetter(start - 1), !isAt(start - 1, anyOf: "@_%"),
      mayBeLink(start)
    else { return nil }
    let scheme = scheme(at: start)
    let hostStart = scheme?.end ?? start
    let host = host(at: hostStart, hasScheme: scheme != nil)
    if needsCare(host?.end ?? hostStart, hasScheme: scheme != nil) {
      if let link = oddLink(at: start, scheme: scheme) { return link }
      // A part of a host would be another host.
      if isForeignLetter(host?.end ?? hostStart) { return nil }
    }
    guard let host else { return nil }
    if isAt(host.end, "@"), scheme == nil { return email(from: start, to: host.end) }
    guard scheme != nil || isBareHost(host) else { return nil }
    return finishLink(start: start, scheme: scheme, host: host)
  }

  /// A quick look ahead: letters and digits, then a dot of some sort, a colon or an @.
  private func mayBeLink(_ start: Int) -> Bool {
    var index = start
    var hasLetter = false
    var hasDot = false
    let end = min(n, start + 64)
    while index < end {
      let traits = t[index]
      if traits.kind == .latin || isForeignLetter(index) {
        hasLetter = true
        if hasDot { return true }
      } else if traits.kind != .digit {
        guard traits.contains(.insideWord) else {
          // A label of Chinese: www.招商银行.com
          return hasLetter && isChinese(index) && isAt(index - 1, ".")
        }
        if traits.contains(.linkDot) {
          hasDot = true
        } else if isAt(index, anyOf: "@:") {
          return hasLetter || hasDot
        }
      }
      index += 1
    }
    return false
  }

  private struct Host {
    /// Where the labels stand, the first `count` of them.
    private var ranges = InlineArray<12, Range<Int>>(repeating: 0..<0)
    private(set) var count = 0
    var end = 0
    var folds: FoldSet = []

    init(end: Int) { self.end = end }

    var first: Range<Int> { ranges[0] }
    var last: Range<Int> { count > 0 ? ranges[count - 1] : end..<end }
    var isFull: Bool { count == 12 }

    mutating func append(_ label: Range<Int>) {
      ranges[count] = label
      count += 1
      end = label.upperBound
    }

    func allLabels(_ test: (Range<Int>) -> Bool) -> Bool {
      (0..<count).allSatisfy { test(ranges[$0]) }
    }
  }

  // MARK: - Scheme

  typealias Scheme = (name: String, end: Int)

  private func scheme(at start: Int) -> Scheme? {
    guard isAt(start, anyOf: "hHfF") else { return nil }
    for (word, name) in [
      ("https:", "https"), ("http:", "http"), ("ftp:", "ftp"), ("hxxps:", "https"),
      ("hxxp:", "http"),
    ] as [(StaticString, String)] {
      if let end = end(of: word, at: start) {
        var place = end
        while place < end + 3, isAt(place, anyOf: "/ ") { place += 1 }
        return place - end >= 2 ? (name, place) : nil
      }
    }
    return nil
  }

  // MARK: - Host

  private func host(at start: Int, hasScheme: Bool) -> Host? {
    var host = Host(end: start)
    var index = start
    var hasLatin = false
    while !host.isFull {
      let first = index
      while index < n, index - first < 64, isWordly(index) || isAt(index, anyOf: "-_") {
        if t[index].kind == .latin { hasLatin = true }
        index += 1
      }
      guard index > first else { break }
      host.append(first..<index)
      guard let dot = dot(at: index, &host.folds, hasLatin: hasLatin || hasScheme) else { break }
      index = dot
    }
    return host.count > 0 ? host : nil
  }

  /// Whether a label is a top-level domain.
  private func isTopLevel(_ label: Range<Int>) -> Bool {
    // No top-level domain is longer than a label can be.
    guard label.count < 64 else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { bytes in
      for (offset, index) in label.enumerated() {
        bytes.initializeElement(at: offset, to: UInt8(truncatingIfNeeded: hostSign(index)))
      }
      return suffixes.knows(
        topLevel: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes)[..<label.count]))
    }
  }

  private func hostSign(_ index: Int) -> UInt32 {
    let scalar = s[index]
    return (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar
  }

  /// Where a dot, or what stands for one between Latin labels, ends.
  func dot(at index: Int, _ folds: inout FoldSet, hasLatin: Bool) -> Int? {
    if isAt(index, ".") { return isWordly(index + 1) ? index + 1 : nil }
    guard hasLatin, isAt(index, anyOf: "。点丶•｡") || isAt(index, "·") else { return nil }
    let next = index + 1
    guard kind(next) == .latin, isTopLevelAhead(next) else { return nil }
    folds.formUnion(.dotWord)
    return next
  }

  /// Whether the letters from here on are a top-level domain, or a label before one.
  private func isTopLevelAhead(_ start: Int) -> Bool {
    var end = start
    while kind(end) == .latin, end - start < 24 { end += 1 }
    if isTopLevel(start..<end) { return true }
    return isAt(end, anyOf: "。点", or: ".")
  }

  /// Whether labels without a scheme are a link.
  private func isBareHost(_ host: Host) -> Bool {
    guard host.count >= 2, !isAt(host.first.lowerBound, "-"), isTopLevel(host.last) else {
      return false
    }
    let hasPath = isAt(host.end, "/")
    if isNumber(host.first), host.count == 2, !hasPath { return false }
    // "you.So" is two sentences, "Co.Ltd" an abbreviation.
    let last = host.last.lowerBound
    if !hasPath, isCapital(last), !isCapital(last + 1) { return false }
    return true
  }

  /// Whether a label has digits and - only.
  private func isNumber(_ label: Range<Int>) -> Bool { label.allSatisfy { hostSign($0) < 0x3A } }

  func isCapital(_ index: Int) -> Bool { (0x41...0x5A).contains(at(index)) }

  // MARK: - The rest

  private func finishLink(
    start: Int, scheme: Scheme?, host: Host
  ) -> Candidate? {
    guard
      host.count > 1
        || scheme != nil && has("localhost", at: host.last.lowerBound) && host.last.count == 9
    else { return nil }
    let end = pathEnd(from: host.end)
    let name = String(
      scalars: (host.first.lowerBound..<host.end).lazy.map {
        self.traits($0).contains(.linkDot) ? 0x2E : self.hostSign($0)
      })
    let isAddress = host.count == 4 && host.allLabels(isNumber)
    let value = LinkValue(
      url: written(start..<end, host: (scheme?.end ?? start)..<host.end), scheme: scheme?.name,
      host: name,
      registrableHost: isAddress ? name : suffixes.registrableHost(of: name), decoy: nil)
    return Candidate(
      kind: .url, range: start..<end, value: .link(value),
      rule: scheme == nil ? "link.host" : "link.scheme",
      folds: host.folds)
  }

  /// A link with its case kept and the dots of its host made plain.
  func written(_ range: Range<Int>, host: Range<Int>) -> String {
    String(
      scalars: range.lazy.map {
        host.contains($0) && self.traits($0).contains(.linkDot) ? 0x2E : self.s[$0]
      })
  }

  /// Where port, path, query and fragment end; closing marks at the end stay outside.
  func pathEnd(from hostEnd: Int) -> Int {
    var index = hostEnd
    if isAt(index, ":"), kind(index + 1) == .digit { index = digitsEnd(index + 1) }
    guard isAt(index, anyOf: "/?#") else { return index }
    let start = index
    while index < n, isPathSign(index) { index += 1 }
    while index > start + 1, isAt(index - 1, anyOf: ".,;:!?'\")]}>") { index -= 1 }
    return index
  }

  func isPathSign(_ index: Int) -> Bool {
    let scalar = s[index]
    guard (0x21...0x7E).contains(scalar) else { return false }
    // A full-width mark is Chinese punctuation, not part of the path.
    let place = text.places[index]
    if place.bytes > 1, t[index].kind == .sign, !isAt(index, anyOf: "/.") { return false }
    return !isAt(index, anyOf: "\"<>\\^`{}|[]")
  }

  private func email(from start: Int, to at: Int) -> Candidate? {
    var folds: FoldSet = []
    guard isAt(at, "@"), at + 1 < n else { return nil }
    guard let host = host(at: at + 1, hasScheme: false), host.count > 1, isTopLevel(host.last)
    else { return nil }
    folds.formUnion(host.folds)
    let range = start..<host.end
    return Candidate(
      kind: .email, range: range, value: .email(text.foldedText(range)), rule: "link.email",
      folds: folds)
  }
}
