/// The public suffix rules: under which endings of host names somebody can register.
///
/// One rule a line in the format of the Public Suffix List (`com`, `*.ck`, `!www.ck`, `//` comments).
package struct PublicSuffixes: Sendable {
  private let rules: Set<String>
  private let wildcards: Set<String>
  private let exceptions: Set<String>

  /// Reads the rules.
  package init(text: String) {
    var rules: Set<String> = []
    var wildcards: Set<String> = []
    var exceptions: Set<String> = []
    for line in text.utf8.split(separator: 0x0A) {
      let rule = String(Substring(line)).filter { $0 != " " && $0 != "\r" && $0 != "\t" }
      if rule.isEmpty || rule.utf8.starts(with: "//".utf8) { continue }
      if rule.utf8.starts(with: "*.".utf8) {
        wildcards.insert(String(rule.dropFirst(2)))
      } else if rule.utf8.first == UInt8(ascii: "!") {
        exceptions.insert(String(rule.dropFirst()))
      } else {
        rules.insert(rule)
      }
    }
    self.rules = rules
    self.wildcards = wildcards
    self.exceptions = exceptions
  }

  /// Whether the last label of a host is a known top-level domain (lower case).
  package func knows(topLevel label: String) -> Bool {
    rules.contains(label) || wildcards.contains(label)
  }

  /// The suffix and one label more: `"axxf-pay.top"` of `"m.axxf-pay.top"`.
  ///
  /// The host itself where it is a suffix or one label only. `host` must be in lower case.
  package func registrableHost(of host: String) -> String {
    let labels = host.split(separator: ".")
    guard labels.count > 1 else { return host }
    let suffix = suffixLength(labels)
    return labels.suffix(min(labels.count, suffix + 1)).joined(separator: ".")
  }

  /// How many labels the public suffix has.
  private func suffixLength(_ labels: [Substring]) -> Int {
    for start in max(0, labels.count - 6)..<labels.count {
      let name = labels[start...].joined(separator: ".")
      let length = labels.count - start
      if exceptions.contains(name) { return length - 1 }
      if rules.contains(name) { return length }
      if start + 1 < labels.count,
        wildcards.contains(labels[(start + 1)...].joined(separator: "."))
      {
        return length
      }
    }
    return 1
  }
}
