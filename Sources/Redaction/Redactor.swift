/// Masks personal numbers in a text and keeps its shape: same length, same separators.
///
/// Masked are runs of digits that can be a mobile number (11 digits), a landline (10 or 12), an
/// identity card (15, or 18 with a final X) or a bank card (13 to 19). Digits may be ASCII or full
/// width and be parted by single blanks or hyphens. Amounts, dates and short service numbers stay.
package struct Redactor: Sendable {
  /// Numbers (ASCII digits only) that stay readable: official lines, the numbers a notice used.
  private let kept: Set<String>

  /// A redactor that leaves these numbers (ASCII digits only) as they are.
  package init(keeping kept: Set<String> = []) {
    self.kept = kept
  }

  /// The text with personal numbers masked: `138 1234 5678` becomes `138 **** 5678`.
  package func redact(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard digit(scalars[index]) != nil else {
        result.append(scalars[index])
        index += 1
        continue
      }
      let end = endOfRun(scalars, from: index)
      result.append(contentsOf: masked(scalars[index..<end]))
      index = end
    }
    return String(result)
  }

  private func endOfRun(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start + 1
    while end < scalars.count {
      if digit(scalars[end]) != nil || isCheckLetter(scalars, at: end, runStart: start) {
        end += 1
      } else if isSeparator(scalars[end]), end + 1 < scalars.count, digit(scalars[end + 1]) != nil {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func masked(_ run: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    let digits = run.compactMap { digit($0) ?? ($0 == "x" || $0 == "X" ? "X" : nil) }
    let number = String(String.UnicodeScalarView(digits))
    guard let (head, tail) = visibleEnds(digits), !kept.contains(number) else { return Array(run) }
    var seen = 0
    return run.map { scalar in
      guard !isSeparator(scalar) else { return scalar }
      seen += 1
      return seen <= head || seen > digits.count - tail ? scalar : "*"
    }
  }

  /// How many digits stay at each end of a number of this shape; `nil` when it is not personal.
  private func visibleEnds(_ digits: [Unicode.Scalar]) -> (head: Int, tail: Int)? {
    switch digits.count {
    case 11 where digits[0] == "1": (3, 4)
    case 10, 11, 12: digits[0] == "0" ? (3, 2) : nil
    case 15, 18: (3, 2)
    case 13, 14, 16, 17, 19: (0, 4)
    default: nil
    }
  }

  /// An identity card may end in X: the 18th sign after 17 digits.
  private func isCheckLetter(_ scalars: [Unicode.Scalar], at index: Int, runStart: Int) -> Bool {
    (scalars[index] == "X" || scalars[index] == "x")
      && scalars[runStart..<index].count { digit($0) != nil } == 17
  }

  private func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39: scalar
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    default: nil
    }
  }

  private func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "-" }
}
