/// Masks personal numbers in a text and keeps its shape: same length, same separators.
///
/// Masked are mobile numbers, landlines with their area code, identity cards (15 digits, 18, or 17
/// and an X) and bank cards or longer numbers (13 digits and more). Digits may be of any script and
/// be parted by blanks or hyphens; several numbers may follow each other. Amounts, dates and service
/// numbers (`95588`, `400-…`, `106…`) stay.
package struct Redactor: Sendable {
  /// Numbers (digits only) that stay readable: official lines, the numbers a notice used.
  private let kept: Set<String>

  /// A redactor that leaves these numbers as they are; signs other than ASCII digits don't count.
  package init(keeping kept: Set<String> = []) {
    self.kept = Set(
      kept.map { number in
        String(String.UnicodeScalarView(number.unicodeScalars.filter { ("0"..."9").contains($0) }))
      })
  }

  /// The text with personal numbers masked: `138 1234 5678` becomes `138 **** 5678`.
  package func redact(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard let run = DigitRun(scalars, from: index) else {
        index += 1
        continue
      }
      mask(run, in: &scalars)
      index = run.end
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  private func mask(_ run: DigitRun, in scalars: inout [Unicode.Scalar]) {
    var first = 0
    while first < run.groups.count {
      if let last = keptNumber(in: run, from: first) {
        first = last + 1
      } else if run.isDate(at: first) {
        first += 3
      } else if let number = run.personalNumber(
        from: first, isKept: { keptNumber(in: run, from: $0) != nil })
      {
        let places = number.places
        for place in places.dropFirst(number.head).dropLast(number.tail) { scalars[place] = "*" }
        first = number.lastGroup + 1
      } else {
        first += 1
      }
    }
  }

  /// The last group of the longest kept number that begins at a group; `nil` for none.
  private func keptNumber(in run: DigitRun, from first: Int) -> Int? {
    guard !kept.isEmpty else { return nil }
    return run.ends(from: first, digits: 20).last { last in
      let digits = run.digits(first...last)
      return kept.contains(digits)
        || (digits.hasPrefix("86") && kept.contains(String(digits.dropFirst(2))))
    }
  }
}
