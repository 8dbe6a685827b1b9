/// Words to be found in folded texts, compiled into one Aho–Corasick automaton.
///
/// Words are folded like the texts, so traditional and full-width writings are found too; Latin
/// letters match in either case, and a word that begins (ends) with one is found only where no
/// other Latin letter or digit stands before (after) it. One pass finds every occurrence in time
/// linear in the text plus the hits. The transitions stand in a double array.
package struct Lexicon: Sendable {
  /// One occurrence.
  package struct Hit: Hashable, Sendable {
    /// The id given with the word.
    package let id: Int
    /// Where it stands, in folded scalars.
    package let range: Range<Int>
  }

  private let alphabet: Alphabet
  private let base: [Int32]
  private let check: [Int32]
  private let fail: [Int32]
  /// The first of a state's own words in `words`, −1 for none.
  private let own: [Int32]
  /// The nearest state on the fail path that has words, −1 for none.
  private let next: [Int32]
  private let words: [Word]

  private struct Word: Sendable {
    let id: Int
    let length: Int
    /// The next word that ends in the same state, −1 for none.
    let following: Int32
  }

  /// Compiles words; several entries may share a word, an empty word is left out.
  package init(_ entries: [(word: String, id: Int)]) {
    var trie = LexiconTrie()
    for entry in entries { trie.insert(Lexicon.folded(entry.word), id: entry.id) }
    let arrays = trie.doubleArray()
    alphabet = trie.alphabet
    base = arrays.base
    check = arrays.check
    fail = arrays.fail
    own = arrays.own
    next = arrays.next
    words = trie.words.map { Word(id: $0.id, length: $0.length, following: $0.following) }
  }

  /// The scalars of a word as texts are folded.
  static func folded(_ word: String) -> [UInt32] {
    FoldedText(utf8: Array(word.utf8), traits: .none).scalars
  }

  /// The state reached by one scalar from another state, or −1.
  @inline(__always)
  private func step(_ state: Int32, _ code: Int32) -> Int32 {
    let slot = Int(base[Int(state)] &+ code)
    return slot < check.count && check[slot] == state ? Int32(slot) : -1
  }

  /// Every occurrence of every word, by their ends; of those with one end the longest first.
  package func hits(in text: FoldedText) -> [Hit] {
    var hits: [Hit] = []
    var state: Int32 = 0
    for index in 0..<text.scalars.count {
      let code = alphabet.code(text.scalars[index])
      guard code != 0 else {
        state = 0
        continue
      }
      var target = step(state, code)
      while target < 0, state != 0 {
        state = fail[Int(state)]
        target = step(state, code)
      }
      state = max(target, 0)
      var reached = own[Int(state)] >= 0 ? state : next[Int(state)]
      while reached >= 0 {
        report(own[Int(reached)], end: index + 1, in: text, to: &hits)
        reached = next[Int(reached)]
      }
    }
    return hits
  }

  private func report(_ first: Int32, end: Int, in text: FoldedText, to hits: inout [Hit]) {
    var word = first
    while word >= 0 {
      let entry = words[Int(word)]
      let range = (end - entry.length)..<end
      if Lexicon.standsAlone(range, in: text) { hits.append(Hit(id: entry.id, range: range)) }
      word = entry.following
    }
  }

  /// Whether a Latin word is not a part of a longer one.
  private static func standsAlone(_ range: Range<Int>, in text: FoldedText) -> Bool {
    func isPart(_ outside: Int, _ inside: Int) -> Bool {
      guard text.traits.indices.contains(outside), text.traits[inside].kind == .latin else {
        return false
      }
      let kind = text.traits[outside].kind
      return kind == .latin || kind == .digit
    }
    return !isPart(range.lowerBound - 1, range.lowerBound)
      && !isPart(range.upperBound, range.upperBound - 1)
  }

  /// The occurrences left when of overlapping ones the leftmost, then the longest, then the one
  /// compiled first is kept; in reading order.
  package func longestHits(in text: FoldedText) -> [Hit] {
    let sorted = hits(in: text).enumerated().sorted { left, right in
      let (one, other) = (left.element.range, right.element.range)
      if one.lowerBound != other.lowerBound { return one.lowerBound < other.lowerBound }
      if one.count != other.count { return one.count > other.count }
      return left.offset < right.offset
    }
    var kept: [Hit] = []
    var end = 0
    for (_, hit) in sorted where hit.range.lowerBound >= end {
      kept.append(hit)
      end = hit.range.upperBound
    }
    return kept
  }

  /// The longest word that starts at a place, whole or not; its id and length.
  @inline(__always)
  func longestWord(at start: Int, in scalars: [UInt32]) -> (id: Int, length: Int)? {
    var state: Int32 = 0
    var found: (Int, Int)?
    var index = start
    while index < scalars.count {
      let code = alphabet.code(scalars[index])
      guard code != 0 else { break }
      state = step(state, code)
      guard state >= 0 else { break }
      index += 1
      if own[Int(state)] >= 0 { found = (words[Int(own[Int(state)])].id, index - start) }
    }
    return found
  }

  /// The longest word, compiled from its last scalar to its first, that ends before a place.
  func longestWord(before end: Int, in scalars: [UInt32]) -> (id: Int, length: Int)? {
    var state: Int32 = 0
    var found: (Int, Int)?
    var index = end
    while index > 0 {
      let code = alphabet.code(scalars[index - 1])
      guard code != 0 else { break }
      state = step(state, code)
      guard state >= 0 else { break }
      index -= 1
      if own[Int(state)] >= 0 { found = (words[Int(own[Int(state)])].id, end - index) }
    }
    return found
  }
}
