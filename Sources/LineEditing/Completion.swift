/// One way to complete the word at the cursor.
package struct Completion: Hashable, Sendable {
  /// The whole word that would stand there.
  package let word: String
  /// How many scalars before the cursor it replaces.
  package let replaces: Int
  /// What the list shows where the word itself is too long or says too little.
  package let shown: String
  /// Whether a space follows once it is the only one (not after a folder).
  package let isWhole: Bool

  /// A completion that replaces so many scalars before the cursor.
  package init(_ word: String, replaces: Int, shown: String? = nil, isWhole: Bool = true) {
    self.word = word
    self.replaces = replaces
    self.shown = shown ?? word
    self.isWhole = isWhole
  }
}
