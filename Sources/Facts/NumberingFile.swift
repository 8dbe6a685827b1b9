import SourceText
import Wording

/// The content of `numbering.yaml`.
struct NumberingFile: Sendable {
  let shapes: [NumberShape]
  let notes: [FactNote]
  /// The ids of the shapes; taking one out of a shape would copy all of it.
  let ids: [String]
  /// For each two digits that a number without + can begin with the places of the shapes it may have.
  private let byStart: [[Int]]

  static let empty = NumberingFile(shapes: [], notes: [])

  init(shapes: [NumberShape], notes: [FactNote]) {
    self.shapes = shapes
    self.notes = notes
    ids = shapes.map(\.id)
    byStart = (0..<100).map { start in
      let digits = [UInt8(0x30 + start / 10), UInt8(0x30 + start % 10)]
      return shapes.indices.filter { place in
        shapes[place].patterns.contains { $0.mayMatch(startingWith: digits) }
      }
    }
  }

  /// The first shape that the number has; a country code of the mainland is taken off first where
  /// a shape says so.
  func shape(of number: DialledNumber) -> NumberShape? { place(of: number).map { shapes[$0] } }

  /// The place in the list of the shape that the number has.
  func place(of number: DialledNumber) -> Int? {
    guard let place = first(number, stripping: true) else { return nil }
    guard shapes[place].stripsCountryCode, let rest = number.withoutCountryCode else {
      return place
    }
    return first(DialledNumber(digits: rest), stripping: false)
  }

  private func first(_ number: DialledNumber, stripping: Bool) -> Int? {
    let digits = number.digits
    guard digits.count >= 2, !number.hasPlus, !number.hasLetters else {
      return shapes.indices.first { has($0, number, stripping: stripping) }
    }
    let start = Int(digits[0] - 0x30) * 10 + Int(digits[1] - 0x30)
    return byStart[start].first { has($0, number, stripping: stripping) }
  }

  private func has(_ place: Int, _ number: DialledNumber, stripping: Bool) -> Bool {
    guard stripping || !shapes[place].stripsCountryCode else { return false }
    // By their places: a pattern handed to a closure is copied, and each of its lists counted.
    for pattern in shapes[place].patterns.indices
    where shapes[place].patterns[pattern].matches(number) {
      return true
    }
    return false
  }
}

extension RecordReader {
  /// Reads `numbering.yaml`.
  static func numbering(_ source: SourceText?) -> FactFile<NumberingFile> {
    read(source, keys: ["shapes", "notes"], empty: .empty) { reader, top in
      NumberingFile(
        shapes: reader.list(
          top, "shapes",
          keys: ["id", "class", "weight", "means", "does_not_mean", "patterns", "action"]
            + provenanceKeys
        ) { $0.shape($1) },
        notes: reader.notes(top))
    }
  }

  private mutating func shape(_ record: Record) -> NumberShape? {
    guard let id = id(record), let numberClass = text(record, "class"),
      let weight = choice(record, "weight", of: NumberShape.Weight.self),
      let means = pair(record, "means"), let doesNotMean = pair(record, "does_not_mean"),
      let provenance = provenance(record)
    else { return nil }
    let action = optionalText(record, "action")
    if let action, action != "strip-country-code" {
      report(.badChoice(action, allowed: ["strip-country-code"]), at: record["action"]?.range)
    }
    return NumberShape(
      id: id, numberClass: numberClass, weight: weight, means: means, doesNotMean: doesNotMean,
      provenance: provenance,
      patterns: list(
        record, "patterns",
        keys: [
          "exact", "prefix", "except", "digits", "country_code", "area_code", "plus", "letters",
        ]
      ) { $0.pattern($1) },
      stripsCountryCode: action != nil)
  }

  private mutating func pattern(_ record: Record) -> NumberPattern? {
    guard let digits = digitCount(record) else { return nil }
    return NumberPattern(
      exact: texts(record, "exact").map { Array($0.utf8) },
      prefixes: texts(record, "prefix").map { Array($0.utf8) },
      exceptPrefixes: texts(record, "except").map { Array($0.utf8) }, digits: digits,
      countryCode: part(record, "country_code"), areaCode: part(record, "area_code"),
      plus: flag(record, "plus"), letters: flag(record, "letters"))
  }

  private mutating func part(_ record: Record, _ key: String) -> NumberPattern.Part {
    record[key] == nil ? .none : choice(record, key, of: NumberPattern.Part.self) ?? .none
  }

  /// `"11"`, `"7-8"` or `"6+"`; without the key any number of digits.
  private mutating func digitCount(_ record: Record) -> ClosedRange<Int>? {
    guard let text = optionalText(record, "digits") else { return 1...NumberPattern.mostDigits }
    var bytes = Substring(text).utf8
    let open = bytes.last == UInt8(ascii: "+")
    if open { bytes = bytes.dropLast() }
    let bounds = bytes.split(separator: UInt8(ascii: "-")).map { Int(Substring($0)) }
    guard let low = bounds.first.flatMap(\.self), let high = bounds.last.flatMap(\.self),
      bounds.count <= 2, low >= 1, low <= high, high <= NumberPattern.mostDigits
    else {
      report(.badNumber(text), at: record["digits"]?.range)
      return nil
    }
    return low...(open ? NumberPattern.mostDigits : high)
  }
}

extension NumberPattern {
  /// No sender's number is longer.
  static let mostDigits = 64
}
