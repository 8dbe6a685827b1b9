/// The shapes of telephone numbers in mainland China, read from a table (flows/facts).
///
/// A line is `kind,prefix,digits`: `mobile,138,11`, `virtual,1705,11`, `area,0755,`, `service,955,5-6`.
/// Empty lines and lines that start with `#` say nothing. A line of another form is skipped and
/// counted in `unread`.
package struct NumberingPlan: Sendable {
  /// How many lines could not be read.
  package let unread: Int
  /// By the prefix with a 1 before it, so that 010 and 10 differ.
  private let prefixes: [Int: Entry]

  private struct Entry: Sendable, Hashable {
    let shape: PhoneValue.Shape
    let lengths: ClosedRange<Int>
  }

  /// Reads the table.
  package init(text: String) {
    var prefixes: [Int: Entry] = [:]
    var unread = 0
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard fields != ["kind", "prefix", "digits"] else { continue }
      guard let entry = NumberingPlan.entry(fields) else {
        unread += 1
        continue
      }
      prefixes[NumberingPlan.key(fields[1].utf8)] = entry
    }
    self.prefixes = prefixes
    self.unread = unread
  }

  private static func key(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(1) { $0 * 10 + Int($1 & 0xF) }
  }

  private static func entry(_ fields: [String]) -> Entry? {
    guard fields.count >= 3, !fields[1].isEmpty, fields[1].utf8.count <= 6,
      fields[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let bounds = fields[2].split(separator: "-").compactMap { Int($0) }
    guard let low = bounds.first, let high = bounds.last, low <= high, high <= 20 else {
      return nil
    }
    let shape: PhoneValue.Shape? =
      switch fields[0] {
      case "mobile": .mobile
      case "virtual": .virtualMobile
      case "area": .landline
      case "shared-cost": .sharedCost
      case "toll-free": .tollFree
      case "service": .serviceNumber
      default: nil
      }
    return shape.map { Entry(shape: $0, lengths: low...high) }
  }

  /// The shape of a national number (digits only), by its longest known prefix; `nil` for none.
  package func shape(of digits: some Collection<UInt8>) -> PhoneValue.Shape? {
    let count = digits.count
    guard (2...20).contains(count) else { return nil }
    var key = NumberingPlan.key(digits.prefix(6))
    for _ in stride(from: min(6, count), through: 2, by: -1) {
      if let entry = prefixes[key] { return entry.lengths.contains(count) ? entry.shape : nil }
      key /= 10
    }
    return nil
  }
}
