/// The words of the grammar of dates and their like.
enum GrammarWords {
  /// The scalars with which such a word can start.
  static let starts: [Unicode.Scalar] = []
}
