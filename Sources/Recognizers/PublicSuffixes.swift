/// The public suffix rules: under which endings of host names somebody can register.
///
/// One rule a line in the format of the Public Suffix List (`com`, `*.ck`, `!www.ck`, `//` comments).
/// The text itself is kept; a rule is found by halving the sorted places of the lines.
package struct PublicSuffixes: Sendable {
  private let text: [UInt8]
  private let lines: [Range<Int>]

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
  }

  /// Whether there is a rule of these bytes behind a sign or two (`!`, `*.`).
  private func has(_ rule: some Collection<UInt8>, behind signs: StaticString = "") -> Bool {
    text.withUnsafeBufferPointer { text in
      signs.withUTF8Buffer { signs in
        var low = 0
        var high = lines.count
        while low < high {
          let middle = (low + high) / 2
          switch PublicSuffixes.order(text[lines[middle]], signs, rule) {
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
    _ line: Slice<UnsafeBufferPointer<UInt8>>, _ signs: UnsafeBufferPointer<UInt8>,
    _ rule: some Collection<UInt8>
  ) -> Int {
    var place = line.startIndex
    for byte in signs {
      guard place < line.endIndex else { return -1 }
      if line[place] != byte { return line[place] < byte ? -1 : 1 }
      place += 1
    }
    for byte in rule {
      guard place < line.endIndex else { return -1 }
      if line[place] != byte { return line[place] < byte ? -1 : 1 }
      place += 1
    }
    return place == line.endIndex ? 0 : 1
  }

  /// Whether the last label of a host is a known top-level domain (lower case).
  package func knows(topLevel label: String) -> Bool {
    has(label.utf8) || has(label.utf8, behind: "*.")
  }

  /// The suffix and one label more: `"axxf-pay.top"` of `"m.axxf-pay.top"`.
  ///
  /// The host itself where it is a suffix or one label only. `host` must be in lower case.
  package func registrableHost(of host: String) -> String {
    let bytes = Array(host.utf8)
    var starts = [0]
    for index in bytes.indices where bytes[index] == UInt8(ascii: ".") { starts.append(index + 1) }
    guard starts.count > 1 else { return host }
    let first = max(0, starts.count - suffixLength(bytes, starts: starts) - 1)
    return String(decoding: bytes[starts[first]...], as: UTF8.self)
  }

  /// How many labels the public suffix has.
  private func suffixLength(_ host: [UInt8], starts: [Int]) -> Int {
    for index in max(0, starts.count - 6)..<starts.count {
      let length = starts.count - index
      let name = host[starts[index]...]
      if has(name) { return length }
      if has(name, behind: "!") { return length - 1 }
      guard index + 1 < starts.count else { break }
      if has(host[starts[index + 1]...], behind: "*.") { return length }
    }
    return 1
  }
}
