/// Links and e-mail addresses.
extension Scan {
  /// The link or e-mail address that starts at a place, if any.
  func link(at start: Int) -> Candidate? {
    guard !isWordly(start - 1), !isAt(start - 1, anyOf: "@_%"), mayBeLink(start) else { return nil }
    let scheme = scheme(at: start)
    let hostStart = scheme?.end ?? start
    guard let host = host(at: hostStart, hasScheme: scheme != nil) else { return nil }
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
      if traits.kind == .latin || traits.kind == .other && Lookalikes.latin(s[index]) != nil {
        hasLetter = true
        if hasDot { return true }
      } else if traits.kind != .digit {
        guard traits.contains(.insideWord) else { return false }
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

  private func scheme(at start: Int) -> (name: String, end: Int)? {
    guard kind(start) == .latin else { return nil }
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
      while index < n, index - first < 64, isHostSign(index, &host.folds) {
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

  /// Whether a letter, digit, - or _ of a host stands at a place, if only by its looks.
  private func isHostSign(_ index: Int, _ folds: inout FoldSet) -> Bool {
    if isWordly(index) || isAt(index, anyOf: "-_") { return true }
    guard Lookalikes.latin(s[index]) != nil else { return false }
    folds.formUnion(.lookalike)
    return true
  }

  /// Whether a label is a top-level domain, look-alikes read as the letters they look like.
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
    if (0x41...0x5A).contains(scalar) { return scalar | 0x20 }
    return Lookalikes.latin(scalar)?.value ?? scalar
  }

  /// Where a dot, or what stands for one between Latin labels, ends.
  private func dot(at index: Int, _ folds: inout FoldSet, hasLatin: Bool) -> Int? {
    if isAt(index, ".") {
      return index + 1 < n && (isWordly(index + 1) || Lookalikes.latin(s[index + 1]) != nil)
        ? index + 1 : nil
    }
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

  private func isCapital(_ index: Int) -> Bool { (0x41...0x5A).contains(at(index)) }

  // MARK: - The rest

  private func finishLink(
    start: Int, scheme: (name: String, end: Int)?, host: Host
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
      registrableHost: isAddress ? name : suffixes.registrableHost(of: name))
    return Candidate(
      kind: .url, range: start..<end, value: .link(value),
      rule: scheme == nil ? "link.host" : "link.scheme",
      folds: host.folds)
  }

  /// A link with its case kept and the dots of its host made plain.
  private func written(_ range: Range<Int>, host: Range<Int>) -> String {
    String(
      scalars: range.lazy.map {
        guard host.contains($0) else { return self.s[$0] }
        return self.traits($0).contains(.linkDot)
          ? 0x2E : Lookalikes.latin(self.s[$0])?.value ?? self.s[$0]
      })
  }

  /// Where port, path, query and fragment end; closing marks at the end stay outside.
  private func pathEnd(from hostEnd: Int) -> Int {
    var index = hostEnd
    if isAt(index, ":"), kind(index + 1) == .digit { index = digitsEnd(index + 1) }
    guard isAt(index, anyOf: "/?#") else { return index }
    let start = index
    while index < n, isPathSign(index) { index += 1 }
    while index > start + 1, isAt(index - 1, anyOf: ".,;:!?'\")]}>") { index -= 1 }
    return index
  }

  private func isPathSign(_ index: Int) -> Bool {
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

/// Letters of other scripts that look like Latin ones.
enum Lookalikes {
  /// The Latin letter a Cyrillic or Greek one is taken for, `nil` for all others.
  static func latin(_ scalar: UInt32) -> Unicode.Scalar? {
    guard (0x370..<0x530).contains(scalar) else { return nil }
    return table[scalar]
  }

  /// Every letter that looks like a Latin one.
  static var scalars: [Unicode.Scalar] { table.keys.compactMap(Unicode.Scalar.init) }

  private static let table: [UInt32: Unicode.Scalar] = [
    0x430: "a", 0x435: "e", 0x43E: "o", 0x440: "p", 0x441: "c", 0x443: "y", 0x445: "x", 0x455: "s",
    0x456: "i", 0x458: "j", 0x4BB: "h", 0x501: "d", 0x51B: "q", 0x51D: "w", 0x410: "a", 0x412: "b",
    0x415: "e", 0x41A: "k", 0x41C: "m", 0x41D: "h", 0x41E: "o", 0x420: "p", 0x421: "c", 0x422: "t",
    0x425: "x", 0x3B1: "a", 0x3BF: "o", 0x3BD: "v", 0x3B9: "i", 0x3BA: "k", 0x3C1: "p", 0x3C4: "t",
    0x3C5: "u", 0x391: "a", 0x392: "b", 0x395: "e", 0x396: "z", 0x397: "h", 0x399: "i", 0x39A: "k",
    0x39C: "m", 0x39D: "n", 0x39F: "o", 0x3A1: "p", 0x3A4: "t", 0x3A5: "y", 0x3A7: "x",
  ]
}
