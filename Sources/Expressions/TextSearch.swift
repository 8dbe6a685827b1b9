/// Looks for a pattern in time linear in both lengths (Knuth, Morris and Pratt), so that no text
/// from a stranger is slow to search.
struct TextSearch<Element: Equatable> {
  private let pattern: [Element]
  /// How much of the pattern is still matched after a mismatch behind so many elements.
  private let fallbacks: [Int]

  init(_ pattern: some Sequence<Element>) {
    let pattern = Array(pattern)
    var fallbacks = Array(repeating: 0, count: pattern.count)
    var matched = 0
    for position in pattern.indices.dropFirst() {
      while matched > 0, pattern[position] != pattern[matched] { matched = fallbacks[matched - 1] }
      if pattern[position] == pattern[matched] { matched += 1 }
      fallbacks[position] = matched
    }
    self.pattern = pattern
    self.fallbacks = fallbacks
  }

  /// Calls `found` with the start of each occurrence, overlapping ones too, from left to right.
  ///
  /// It stops when `found` answers false. An empty pattern occurs nowhere here.
  func forEach(
    in text: some Sequence<Element>, _ found: (Int) -> Bool
  ) {
    guard !pattern.isEmpty else { return }
    var matched = 0
    var position = 0
    for element in text {
      while matched > 0, element != pattern[matched] { matched = fallbacks[matched - 1] }
      if element == pattern[matched] { matched += 1 }
      position += 1
      guard matched == pattern.count else { continue }
      if !found(position - pattern.count) { return }
      matched = fallbacks[matched - 1]
    }
  }

  /// The start of the first occurrence.
  func first(in text: some Sequence<Element>) -> Int? {
    var first: Int?
    forEach(in: text) { start in
      first = start
      return false
    }
    return first
  }

  /// The starts of occurrences that do not overlap, at most `most`.
  func separate(in text: some Sequence<Element>, most: Int) -> [Int] {
    var starts: [Int] = []
    guard most > 0 else { return starts }
    var free = 0
    forEach(in: text) { start in
      guard start >= free else { return true }
      starts.append(start)
      free = start + pattern.count
      return starts.count < most
    }
    return starts
  }
}

extension String {
  /// Whether the text holds another, scalar by scalar.
  func containsScalars(_ part: String) -> Bool {
    part.isEmpty || TextSearch(part.utf8).first(in: utf8) != nil
  }
}
