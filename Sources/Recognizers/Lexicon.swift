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
  /// The state that each code leads to from the start, 0 where no word begins with it.
  private let roots: [Int32]
  private let states: [State]
  private let words: [Word]

  /// One state, four numbers in a row so that a step seldom leaves a line of the cache.
  struct State: Sendable {
    /// Where its children begin: the child by a code stands at base + code.
    var base: Int32 = 0
    /// The state whose child this is, −1 where no state stands here or one that begins words.
    var check: Int32 = -1
    /// The state of the longest suffix that begins a word.
    var fail: Int32 = 0
    /// The first of the words that end here, −1 for none.
    var word: Int32 = -1
  }

  /// One word.
  struct Word: Sendable {
    let id: Int32
    let length: Int32
    /// The next word that ends in the same state: another entry of the same word, then the ones
    /// that end this word; −1 for none.
    var following: Int32
  }

  /// Compiles words; several entries may share a word, an empty word is left out.
  package init(_ entries: [(word: String, id: Int)]) {
    var utf8: [UInt8] = []
    for entry in entries { Lexicon.append(entry.word, to: &utf8) }
    var trie = LexiconTrie(atMost: utf8.count)
    Lexicon.eachLine(of: utf8) { line, scalars in
      trie.insert(scalars, id: Int32(clamping: entries[line].id))
    }
    self.init(trie)
  }

  /// Compiles the words that stand in UTF-8, each with a line end behind it.
  ///
  /// Lines of the same word share one id. `ids` tells the id of each line, 0 and up in the order of
  /// their first lines; −1 for an empty line.
  package init(lines: [UInt8], ids: inout [Int]) {
    var trie = LexiconTrie(atMost: lines.count)
    var found: [Int] = []
    Lexicon.eachLine(of: lines) { _, scalars in
      found.append(Int(trie.insertOnce(scalars)))
    }
    ids = found
    self.init(trie)
  }

  private init(_ trie: LexiconTrie) {
    let automaton = trie.automaton()
    alphabet = trie.alphabet
    roots = automaton.roots
    states = automaton.states
    words = automaton.words
  }

  /// Appends a word as a line; a line end inside it counts as the blank it is compared as.
  package static func append(_ word: some StringProtocol, to lines: inout [UInt8]) {
    for byte in word.utf8 { lines.append(byte == 0x0A ? 0x20 : byte) }
    lines.append(0x0A)
  }

  private static func eachLine(of utf8: [UInt8], _ body: (Int, ArraySlice<UInt32>) -> Void) {
    let scalars = FoldedText(utf8: utf8, table: .words).scalars
    var start = 0
    var line = 0
    for index in scalars.indices where scalars[index] == 0x0A {
      body(line, scalars[start..<index])
      start = index + 1
      line += 1
    }
  }

  /// The scalars of a word as texts are folded.
  static func folded(_ word: String) -> [UInt32] {
    FoldedText(utf8: Array(word.utf8), table: .words).scalars
  }

  /// Every occurrence of every word, by their ends; of those with one end the longest first.
  package func hits(in text: FoldedText) -> [Hit] {
    var hits: [Hit] = []
    hits.reserveCapacity(32)
    withStates { states, roots in
      alphabet.withLookup { codes in
        let scalars = text.lentScalars
        var state: Int32 = 0
        for index in 0..<scalars.count {
          let code = codes[scalars[index]]
          guard code != 0 else {
            state = 0
            continue
          }
          state = Lexicon.next(state, code, states, roots)
          let word = states[Int(state)].word
          if word >= 0 { append(word, endingAt: index + 1, in: text, to: &hits) }
        }
      }
    }
    return hits
  }

  /// Lends the states and their roots for a loop of steps.
  @inline(__always)
  private func withStates(
    _ body: (UnsafeBufferPointer<State>, UnsafeBufferPointer<Int32>) -> Void
  ) {
    states.withUnsafeBufferPointer { states in
      roots.withUnsafeBufferPointer { body(states, $0) }
    }
  }

  /// Appends a word and the words that end it; apart from the loop over the scalars, most of which
  /// end no word, so that all the loop needs stays in registers.
  @inline(never)
  private func append(
    _ first: Int32, endingAt end: Int, in text: FoldedText, to hits: inout [Hit]
  ) {
    var word = first
    while word >= 0 {
      let entry = words[Int(word)]
      let range = end - Int(entry.length)..<end
      if Lexicon.standsAlone(range, in: text) { hits.append(Hit(id: Int(entry.id), range: range)) }
      word = entry.following
    }
  }

  /// The state after one more scalar.
  @inline(__always)
  private static func next(
    _ start: Int32, _ code: Int32, _ states: UnsafeBufferPointer<State>,
    _ roots: UnsafeBufferPointer<Int32>
  ) -> Int32 {
    var state = start
    while state != 0 {
      let slot = Int(states[Int(state)].base &+ code)
      if slot >= 0, slot < states.count, states[slot].check == state { return Int32(slot) }
      state = states[Int(state)].fail
    }
    return roots[Int(code)]
  }

  /// Whether a Latin word is not a part of a longer one.
  @inline(__always)
  private static func standsAlone(_ range: Range<Int>, in text: FoldedText) -> Bool {
    func isPart(_ outside: Int, _ inside: Int) -> Bool {
      guard text.traits(at: inside).kind == .latin else { return false }
      let kind = text.traits(at: outside).kind
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
  func longestWord(at start: Int, in scalars: Lent<UInt32>) -> (id: Int, length: Int)? {
    var state: Int32 = 0
    var found: (Int, Int)?
    var index = start
    while index < scalars.count {
      guard let reached = child(of: state, by: scalars[index]) else { break }
      state = reached
      index += 1
      if let id = ownWord(of: state, length: index - start) { found = (id, index - start) }
    }
    return found
  }

  /// The longest word, compiled from its last scalar to its first, that ends before a place.
  func longestWord(before end: Int, in scalars: Lent<UInt32>) -> (id: Int, length: Int)? {
    var state: Int32 = 0
    var found: (Int, Int)?
    var index = end
    while index > 0 {
      guard let reached = child(of: state, by: scalars[index - 1]) else { break }
      state = reached
      index -= 1
      if let id = ownWord(of: state, length: end - index) { found = (id, end - index) }
    }
    return found
  }

  /// The state reached by one scalar from another state.
  @inline(__always)
  private func child(of state: Int32, by scalar: UInt32) -> Int32? {
    let code = alphabet.code(scalar)
    guard code != 0 else { return nil }
    guard state != 0 else { return roots[Int(code)] == 0 ? nil : roots[Int(code)] }
    let slot = Int(states[Int(state)].base &+ code)
    return slot >= 0 && slot < states.count && states[slot].check == state ? Int32(slot) : nil
  }

  /// The first word that is as long as the way to its state, not only a suffix of it.
  @inline(__always)
  private func ownWord(of state: Int32, length: Int) -> Int? {
    let first = states[Int(state)].word
    guard first >= 0, words[Int(first)].length == length else { return nil }
    return Int(words[Int(first)].id)
  }
}
