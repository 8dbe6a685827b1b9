/// The public suffix rules: under which endings of host names somebody can register.
///
/// One rule a line in the format of the Public Suffix List (`com`, `*.ck`, `!www.ck`, `//` comments).
/// The text itself is kept; a rule is found by halving the sorted places of the lines.
package struct PublicSuffixes: Sendable {
  private let text: [UInt8]
  private let lines: [Range<Int>]
  /// How many lines come before those that begin with each byte.
  private let begins: [Int32]

  /// Reads the rules; fastest where the lines are sorted by their bytes already.
  package init(text: String) {
    let bytes = Array(text.utf8)
    var lines: [Range<Int>] = []
    var isSorted = true
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      let line = start..<index
      start = index + 1
      guard !line.isEmpty, bytes[line.lowerBound] != UInt8(ascii: "/") else { continue }
      if let last = lines.last, !bytes[last].lexicographicallyPrecedes(bytes[line]) {
        isSorted = false
      }
      lines.append(line)
    }
    if !isSorted { lines.sort { bytes[$0].lexicographicallyPrecedes(bytes[$1]) } }
    self.text = bytes
    self.lines = lines
    begins = PublicSuffixes.begins(of: lines, in: bytes)
  }

  private static func begins(of lines: [Range<Int>], in text: [UInt8]) -> [Int32] {
    var begins = [Int32](repeating: 0, count: 257)
    for line in lines { begins[Int(text[line.lowerBound]) + 1] += 1 }
    for byte in 1..<begins.count { begins[byte] += begins[byte - 1] }
    return begins
  }

  /// Whether there is a rule of these bytes behind a sign or two (`!`, `*.`).
  private func has(_ rule: UnsafeBufferPointer<UInt8>, behind signs: StaticString = "") -> Bool {
    text.withUnsafeBufferPointer { text in
      signs.withUTF8Buffer { signs in
        guard let first = signs.first ?? rule.first else { return false }
        var low = Int(begins[Int(first)])
        var high = Int(begins[Int(first) + 1])
        while low < high {
          let middle = (low + high) / 2
          switch PublicSuffixes.order(text, lines[middle], signs, rule) {
          case 0: return true
          case ..<0: low = middle + 1
          default: high = middle
          }
        }
        return false
      }
    }
  }

  /// Below 0 where a line comes before `signs` and `rule` in a row, 0 where they are the same.
  private static func order(
    _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ signs: UnsafeBufferPointer<UInt8>,
    _ rule: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var place = line.lowerBound
    for part in 0..<2 {
      for byte in part == 0 ? signs : rule {
        guard place < line.upperBound else { return -1 }
        if text[place] != byte { return text[place] < byte ? -1 : 1 }
        place += 1
      }
    }
    return place == line.upperBound ? 0 : 1
  }

  /// Whether the last label of a host is a known top-level domain (lower case); the list has those of
  /// other letters as they are shown, so each `xn--` counts.
  package func knows(topLevel label: String) -> Bool {
    PublicSuffixes.withBytes(of: label, knows(topLevel:))
  }

  /// The same of its bytes.
  func knows(topLevel label: UnsafeBufferPointer<UInt8>) -> Bool {
    has(label) || has(label, behind: "*.") || label.starts(with: "xn--".utf8)
  }

  /// The suffix and one label more: `"axxf-pay.top"` of `"m.axxf-pay.top"`.
  ///
  /// The host itself where it is a suffix or one label only. `host` must be in lower case.
  package func registrableHost(of host: String) -> String {
    PublicSuffixes.withBytes(of: host) { bytes in
      let start = registrableStart(in: bytes)
      return start == 0 ? host : String(decoding: bytes[start...], as: UTF8.self)
    }
  }

  private static func withBytes<Result>(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    text.utf8.withContiguousStorageIfAvailable(body)
      ?? Array(text.utf8).withUnsafeBufferPointer(body)
  }

  /// Where the label before the public suffix starts.
  ///
  /// The suffix has at most six labels; the longest rule that fits says how many.
  private func registrableStart(in host: UnsafeBufferPointer<UInt8>) -> Int {
    var start = 0
    for _ in 6..<max(6, labelCount(host)) { start = nextLabel(start, in: host) }
    var previous = PublicSuffixes.labelStart(before: start, in: host)
    while start < host.count {
      let name = UnsafeBufferPointer(rebasing: host[start...])
      let next = nextLabel(start, in: host)
      if has(name) { return previous }
      if has(name, behind: "!") { return start }
      guard next < host.count else { return previous }
      if has(UnsafeBufferPointer(rebasing: host[next...]), behind: "*.") { return previous }
      previous = start
      start = next
    }
    return previous
  }

  private func labelCount(_ host: UnsafeBufferPointer<UInt8>) -> Int {
    host.reduce(1) { $1 == UInt8(ascii: ".") ? $0 + 1 : $0 }
  }

  /// Where the label behind the one at a place starts; the end of the host behind the last.
  private func nextLabel(_ start: Int, in host: UnsafeBufferPointer<UInt8>) -> Int {
    var place = start
    while place < host.count, host[place] != UInt8(ascii: ".") { place += 1 }
    return min(place + 1, host.count)
  }

  /// Where the label before the one at a place starts, the first one before itself.
  private static func labelStart(before start: Int, in host: UnsafeBufferPointer<UInt8>) -> Int {
    guard start > 0 else { return 0 }
    var place = start - 1
    while place > 0, host[place - 1] != UInt8(ascii: ".") { place -= 1 }
    return place
  }
}
