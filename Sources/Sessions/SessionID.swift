import MoneyAndDates

/// The name of a session, also of its file: lower-case ASCII letters, digits and hyphens.
package struct SessionID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as people type it.
  package let description: String

  /// The id of this text, or `nil` where it is no id (1 to 64 of `a-z`, `0-9`, `-`; no hyphen first).
  package init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard isPlain, (1...64).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-") else {
      return nil
    }
    description = text
  }

  /// A fresh id: the day and six letters or digits by chance, such as `20261121-k3vq7d`.
  ///
  /// Letters and digits that look alike (i, l, o, 0, 1) are not used.
  package init(
    day: CalendarDate, randomness: inout some RandomNumberGenerator
  ) {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    let tail = (0..<6).map { _ in letters[Int.random(in: 0..<letters.count, using: &randomness)] }
    description = day.iso.filter { $0 != "-" } + "-" + String(tail)
  }

  /// By the text, so that ids of later days come later.
  package static func < (left: SessionID, right: SessionID) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
