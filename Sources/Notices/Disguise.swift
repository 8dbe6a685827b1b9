import Recognizers

/// A way in which digits, letters or words are dressed up so that filters do not see them.
package enum Disguise: String, Hashable, Sendable, CaseIterable {
  /// Full-width digits and letters (１３８).
  case fullWidth = "full-width"
  /// Digits in circles, brackets or squares (①⑦⓪).
  case enclosedDigit = "enclosed-digit"
  /// Digits of another script or style (¹²³, 𝟏).
  case otherDigit = "other-digit"
  /// Invisible characters between visible ones.
  case zeroWidth = "zero-width"
  /// Chinese numerals in place of digits in a number (一三八).
  case hanziDigit = "hanzi-digit"
  /// Letters in place of digits (O for 0, l for 1).
  case letterDigit = "letter-digit"
  /// Traditional or variant characters among simplified ones (凍结).
  case traditional
  /// Letters of another script that look like Latin ones.
  case lookalike
  /// A word or sign in place of the dot of a link (点, 。).
  case dotWord = "dot-word"
  /// Blanks or signs inside a word (借 款, 贷/款).
  case splitWord = "split-word"
  /// A name before @, %2e or a backslash, so that another host is opened than the one that is shown.
  case hiddenHost = "hidden-host"

  /// The disguise that a fold of the recognizers undid.
  init(_ fold: Fold) {
    self =
      switch fold {
      case .fullWidth: .fullWidth
      case .enclosedDigit: .enclosedDigit
      case .otherDigit: .otherDigit
      case .zeroWidth: .zeroWidth
      case .hanziDigit: .hanziDigit
      case .letterDigit: .letterDigit
      case .traditional: .traditional
      case .lookalike: .lookalike
      case .dotWord: .dotWord
      case .hiddenHost: .hiddenHost
      }
  }

  /// Whether an honest writer would hardly use it: full width and traditional forms are also habits.
  var isTelling: Bool {
    switch self {
    case .fullWidth, .traditional: false
    default: true
    }
  }

  /// Whether a host that wears it only passes for the one it is read as.
  ///
  /// Full width and 。 for a dot are slips of an input method, and traditional forms stand in no host.
  var bendsHost: Bool {
    switch self {
    case .fullWidth, .traditional, .dotWord, .splitWord: false
    default: true
    }
  }
}

/// A disguise and the words that wear it.
package struct DisguiseFinding: Hashable, Sendable {
  /// The kind of disguise.
  package let disguise: Disguise
  /// The words.
  package let quote: Quote
}
