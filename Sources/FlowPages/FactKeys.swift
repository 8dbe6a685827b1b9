/// The keys of facts that an expression names, as `fact('rule.INT-01')` or
/// `fact.text('rule.INT-01', lang)`.
struct FactKeys {
  /// The keys in order.
  private(set) var keys: [String] = []

  init(in expression: String) {
    let bytes = Array(expression.utf8)
    var offset = 0
    while offset < bytes.count {
      guard
        let start = FactKeys.openings.lazy.compactMap({ opening in
          bytes[offset...].starts(with: opening) ? offset + opening.count : nil
        }).first
      else {
        offset += 1
        continue
      }
      let quote = bytes[start - 1]
      let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      keys.append(String(decoding: bytes[start..<end], as: UTF8.self))
      offset = end
    }
  }

  private static let openings: [[UInt8]] = ["fact('", "fact(\"", "fact.text('", "fact.text(\""]
    .map { Array($0.utf8) }
}
