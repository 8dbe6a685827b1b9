/// A lender, funding party or platform to look for in a statement, with its other names.
package struct LoanParty: Hashable, Sendable {
  /// The name to show.
  package let name: String
  /// Other names of the same party: short names, products, the legal name.
  package let aliases: [String]

  /// A party to look for.
  package init(name: String, aliases: [String] = []) {
    self.name = name
    self.aliases = aliases
  }
}

/// A name folded for comparison: half width, lower case, without blanks, brackets and legal forms.
struct FoldedPartyName: Hashable {
  let scalars: [UInt32]

  init(_ name: String) {
    var scalars: [UInt32] = []
    for scalar in name.unicodeScalars.prefix(200) {
      switch scalar.value {
      case 0x20, 0x09, 0xA0, 0x3000, 0x28, 0x29, 0xFF08, 0xFF09, 0x2D, 0x5F, 0xB7: continue
      case 0x41...0x5A: scalars.append(scalar.value + 0x20)
      case 0xFF21...0xFF3A: scalars.append(scalar.value - 0xFEE0 + 0x20)
      case 0xFF01...0xFF5E: scalars.append(scalar.value - 0xFEE0)
      default: scalars.append(scalar.value)
      }
    }
    self.scalars = FoldedPartyName.withoutLegalForm(scalars)
  }

  private static let legalForms = ["股份有限公司", "有限责任公司", "有限公司", "公司"].map {
    $0.unicodeScalars.map(\.value)
  }

  private static func withoutLegalForm(_ scalars: [UInt32]) -> [UInt32] {
    for form in legalForms where scalars.count > form.count + 1 {
      if scalars.suffix(form.count).elementsEqual(form) {
        return Array(scalars.dropLast(form.count))
      }
    }
    return scalars
  }

  /// Whether the other name stands in this text whole; names under two characters never do.
  func holds(_ other: FoldedPartyName) -> Bool {
    other.scalars.count >= 2 && longestCommonRun(with: other) == other.scalars.count
  }

  /// The length of the longest run of characters both have; quadratic in lengths of at most 200.
  func longestCommonRun(with other: FoldedPartyName) -> Int {
    var previous = [Int](repeating: 0, count: other.scalars.count + 1)
    var longest = 0
    for scalar in scalars {
      var diagonal = 0
      for (index, candidate) in other.scalars.enumerated() {
        let above = previous[index + 1]
        previous[index + 1] = scalar == candidate ? diagonal + 1 : 0
        diagonal = above
        longest = max(longest, previous[index + 1])
      }
    }
    return longest
  }

  /// Whether this text, with `*` for hidden characters, could be the other name: `重*蚂*消费`.
  func couldMask(_ other: FoldedPartyName) -> Bool {
    let star = UInt32(0x2A)
    guard scalars.contains(star) else { return false }
    let shown = scalars.split(separator: star)
    guard shown.reduce(0, { $0 + $1.count }) >= 2 else { return false }
    var position = 0
    for (index, part) in shown.enumerated() {
      guard let found = Self.find(part, in: other.scalars, from: position) else { return false }
      if index == 0, scalars.first != star, found != 0 { return false }
      position = found + part.count
    }
    return true
  }

  private static func find(
    _ part: ArraySlice<UInt32>, in text: [UInt32], from start: Int
  ) -> Int? {
    guard start + part.count <= text.count else { return nil }
    return (start...(text.count - part.count)).first {
      text[$0..<($0 + part.count)].elementsEqual(part)
    }
  }
}
