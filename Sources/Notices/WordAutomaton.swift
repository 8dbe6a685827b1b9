/// Finds all words of a list in one pass over a text (Aho–Corasick), whatever their overlap.
///
/// The transitions stand in one open hash table, so that thousands of words stay small.
struct WordAutomaton: Sendable {
  private var keys: [UInt64] = []
  private var targets: [Int32] = []
  private var mask = 0
  private var failure: [Int32] = []
  /// The word that ends in a state, -1 for none.
  private var word: [Int32] = []
  /// The nearest state on the failure path in which a word ends, 0 for none.
  private var output: [Int32] = []

  init(_ words: [[UInt32]]) {
    let trie = Trie(words)
    word = trie.word
    makeTable(trie.edges)
    link(trie)
  }

  /// Calls back for each scalar in order, and after it for each word that ends there.
  func scan(
    _ scalars: [UInt32], onScalar: (Int, UInt32) -> Void, onWord: (_ word: Int, _ end: Int) -> Void
  ) {
    var state: Int32 = 0
    for (index, scalar) in scalars.enumerated() {
      onScalar(index, scalar)
      state = next(state, scalar)
      var ending = word[Int(state)] >= 0 ? state : output[Int(state)]
      while ending != 0 {
        onWord(Int(word[Int(ending)]), index + 1)
        ending = output[Int(ending)]
      }
    }
  }

  private func next(_ state: Int32, _ scalar: UInt32) -> Int32 {
    var state = state
    while true {
      if let target = target(state, scalar) { return target }
      if state == 0 { return 0 }
      state = failure[Int(state)]
    }
  }

  private func target(_ state: Int32, _ scalar: UInt32) -> Int32? {
    let key = WordAutomaton.key(state, scalar)
    var slot = WordAutomaton.slot(key, mask)
    while keys[slot] != WordAutomaton.empty {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static let empty = UInt64.max

  private static func key(_ state: Int32, _ scalar: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(scalar)
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  private mutating func makeTable(_ edges: [UInt64: Int32]) {
    var size = 16
    while size < edges.count * 2 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: WordAutomaton.empty, count: size)
    targets = Array(repeating: 0, count: size)
    for (key, target) in edges {
      var slot = WordAutomaton.slot(key, mask)
      while keys[slot] != WordAutomaton.empty { slot = (slot + 1) & mask }
      keys[slot] = key
      targets[slot] = target
    }
  }

  /// Failure links in order of depth: a state's link is known before those below it.
  private mutating func link(_ trie: Trie) {
    failure = Array(repeating: 0, count: trie.word.count)
    output = failure
    for state in trie.byDepth where state != 0 {
      let (parent, scalar) = trie.origin[state]
      if parent != 0 { failure[state] = next(failure[Int(parent)], scalar) }
      let fallback = Int(failure[state])
      output[state] = word[fallback] >= 0 ? Int32(fallback) : output[fallback]
    }
  }

  /// The words as a tree of states.
  private struct Trie {
    var edges: [UInt64: Int32] = [:]
    var word: [Int32] = [-1]
    var origin: [(parent: Int32, scalar: UInt32)] = [(0, 0)]
    var depth: [Int] = [0]

    init(_ words: [[UInt32]]) {
      for (number, scalars) in words.enumerated() {
        var state: Int32 = 0
        for scalar in scalars { state = child(of: state, scalar) }
        word[Int(state)] = Int32(number)
      }
    }

    private mutating func child(of state: Int32, _ scalar: UInt32) -> Int32 {
      let key = WordAutomaton.key(state, scalar)
      if let target = edges[key] { return target }
      let target = Int32(word.count)
      edges[key] = target
      word.append(-1)
      origin.append((state, scalar))
      depth.append(depth[Int(state)] + 1)
      return target
    }

    var byDepth: [Int] { depth.indices.sorted { depth[$0] < depth[$1] } }
  }
}
