/// The shapes of telephone numbers in mainland China, read from a table (flows/facts).
///
/// A line is `kind,prefix,digits`: `mobile,138,11`, `virtual,1705,11`, `area,0755,`, `service,955,5-6`.
/// Empty lines and lines that start with `#` say nothing. A line of another form is skipped and
/// counted in `unread`.
package struct NumberingPlan: Sendable {
  /// How many lines could not be read.
  package private(set) var unread = 0
  /// A tree of prefixes: the ten places behind a node hold the nodes of its next digits, 0 for none.
  private var children: [UInt16] = Array(repeating: 0, count: 10)
  /// What is known of the prefix of each node.
  private var entries: [Entry?] = [nil]

  private struct Entry: Sendable, Hashable {
    let shape: PhoneValue.Shape
    let lengths: ClosedRange<Int>
  }

  /// Reads the table.
  package init(text: String) {
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard fields != ["kind", "prefix", "digits"] else { continue }
      guard let entry = NumberingPlan.entry(fields) else {
        unread += 1
        continue
      }
      insert(fields[1].utf8, entry)
    }
  }

  private mutating func insert(_ prefix: some Sequence<UInt8>, _ entry: Entry) {
    var node = 0
    for digit in prefix {
      let place = node * 10 + Int(digit & 0xF)
      if children[place] == 0 {
        guard entries.count < Int(UInt16.max) else { return }
        children[place] = UInt16(entries.count)
        entries.append(nil)
        children.append(contentsOf: repeatElement(0, count: 10))
      }
      node = Int(children[place])
    }
    entries[node] = entry
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
    guard digits.count <= 24 else { return nil }
    var short = DigitString()
    for digit in digits { short.append(digit) }
    return shape(of: short)
  }

  /// The same of digits that are read already.
  func shape(of digits: DigitString) -> PhoneValue.Shape? {
    guard (2...20).contains(digits.count) else { return nil }
    var node = 0
    var known: Entry?
    for index in 0..<min(6, digits.count) {
      node = Int(children[node * 10 + Int(digits[index] & 0xF) % 10])
      guard node != 0 else { break }
      // A prefix of one digit says nothing.
      if index > 0, let entry = entries[node] { known = entry }
    }
    guard let known, known.lengths.contains(digits.count) else { return nil }
    return known.shape
  }
}
