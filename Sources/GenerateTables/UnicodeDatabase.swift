/// The few properties of the Unicode Character Database that folding needs.
struct UnicodeDatabase {
  /// One line of UnicodeData.txt.
  struct Character {
    let scalar: UInt32
    let name: Substring
    /// The tag of a compatibility decomposition, "wide"; empty for a canonical one.
    let tag: Substring
    let decomposition: [UInt32]
    let numericValue: Int?
  }

  let characters: [Character]
  /// The digit value of every scalar of type Decimal or Digit.
  let digits: Set<UInt32>
  /// The ranges of scalars that are not shown.
  let ignorable: [ClosedRange<UInt32>]
  /// Traditional forms and their simplified form.
  let simplified: [(traditional: UInt32, simplified: UInt32)]

  init(unicodeData: String, numericTypes: String, coreProperties: String, variants: String) {
    characters = UnicodeDatabase.lines(of: unicodeData).compactMap(Character.init(line:))
    digits = Set(
      UnicodeDatabase.ranges(in: numericTypes, of: ["Decimal", "Digit"]).flatMap { Array($0) })
    ignorable = UnicodeDatabase.ranges(
      in: coreProperties, of: ["Default_Ignorable_Code_Point"])
    simplified = UnicodeDatabase.lines(of: variants).compactMap(UnicodeDatabase.variant(line:))
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
  }

  /// The ranges of lines such as `2460..2468 ; Digit # …`.
  private static func ranges(in text: String, of names: Set<String>) -> [ClosedRange<UInt32>] {
    lines(of: text).compactMap { line in
      let fields = line.prefix { $0 != "#" }.split(separator: ";").map {
        $0.split(separator: " ").joined()
      }
      guard fields.count >= 2, names.contains(fields[1]) else { return nil }
      let bounds = fields[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
      guard let first = bounds.first, let last = bounds.last else { return nil }
      return first...last
    }
  }

  /// A line `U+842C kSimplifiedVariant U+4E07`; a form that is also its own simplified form is left.
  private static func variant(line: Substring) -> (UInt32, UInt32)? {
    let fields = line.split(separator: "\t")
    guard fields.count == 3, fields[1] == "kSimplifiedVariant" else { return nil }
    let targets = fields[2].split(separator: " ").compactMap { UInt32($0.dropFirst(2), radix: 16) }
    guard let scalar = UInt32(fields[0].dropFirst(2), radix: 16), scalar < 0x20000,
      !targets.contains(scalar), let target = targets.first, target < 0x20000
    else { return nil }
    return (scalar, target)
  }
}

extension UnicodeDatabase.Character {
  init?(line: Substring) {
    let fields = line.split(separator: ";", omittingEmptySubsequences: false)
    guard fields.count > 8, let scalar = UInt32(fields[0], radix: 16) else { return nil }
    self.scalar = scalar
    name = fields[1]
    var parts = fields[5].split(separator: " ")
    if let first = parts.first, first.hasPrefix("<") {
      tag = first.dropFirst().dropLast()
      parts.removeFirst()
    } else {
      tag = ""
    }
    decomposition = parts.compactMap { UInt32($0, radix: 16) }
    numericValue = Int(fields[8])
  }
}
