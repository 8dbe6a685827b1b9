/// A disguise that folding undid: why a folded scalar differs from what the text shows.
package enum Fold: String, Hashable, Sendable, CaseIterable {
  /// A full-width form: １２３，．Ａ.
  case fullWidth
  /// A digit in a circle, bracket, square or keycap: ① ❶ ⑴ ⒈ ㈠ 1️⃣.
  case enclosedDigit
  /// Any other digit of Unicode: superscript ¹, mathematical 𝟏, Arabic-Indic ١.
  case otherDigit
  /// An invisible scalar (zero width, soft hyphen) stood between the characters.
  case zeroWidth
  /// A letter or bar standing for a digit in a run of digits: O for 0, l for 1.
  case letterDigit
  /// A Chinese numeral standing for a digit of a phone number: 一三八.
  case hanziDigit
  /// A traditional form: 萬 for 万.
  case traditional
  /// A letter of another script that looks like a Latin one, in a link.
  case lookalike
  /// A word or mark standing for the dot of a link: 点, 。.
  case dotWord
  /// What seems to be the host of a link is not what is opened: a name before @, characters written
  /// as %2e, a backslash.
  case hiddenHost
}

/// A set of folds in one byte pair; cheap to keep for every scalar.
package struct FoldSet: OptionSet, Hashable, Sendable {
  /// One bit a fold, in the order of `Fold.allCases`.
  package let rawValue: UInt16

  /// The set with these bits.
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The set of one fold.
  package init(_ fold: Fold) {
    self.init(rawValue: 1 << UInt16(Fold.allCases.firstIndex(of: fold) ?? 15))
  }

  static let fullWidth = FoldSet(rawValue: 1 << 0)
  static let enclosedDigit = FoldSet(rawValue: 1 << 1)
  static let otherDigit = FoldSet(rawValue: 1 << 2)
  static let zeroWidth = FoldSet(rawValue: 1 << 3)
  static let letterDigit = FoldSet(rawValue: 1 << 4)
  static let hanziDigit = FoldSet(rawValue: 1 << 5)
  static let traditional = FoldSet(rawValue: 1 << 6)
  static let lookalike = FoldSet(rawValue: 1 << 7)
  static let dotWord = FoldSet(rawValue: 1 << 8)
  static let hiddenHost = FoldSet(rawValue: 1 << 9)

  /// The folds in it.
  package var folds: Set<Fold> {
    guard rawValue != 0 else { return [] }
    return Set(
      Fold.allCases.enumerated().filter { rawValue & (1 << UInt16($0.offset)) != 0 }.map(\.element))
  }
}
