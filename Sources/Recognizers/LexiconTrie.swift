/// A trie of words on its way to the automaton of a `Lexicon`, in flat arrays.
struct LexiconTrie {
  private(set) var alphabet = Alphabet()
  private var words: [Lexicon.Word] = []
  private var nodes: [Node] = [Node(code: 0)]
  /// The child of the root by each code, 0 for none.
  private var rootChildren: [Int32] = [0]

  /// A node; its children are a chain of siblings.
  private struct Node {
    let code: Int32
    var firstChild: Int32 = 0
    var nextSibling: Int32 = 0
    /// The first and the last of the words that end here, −1 for none.
    var firstWord: Int32 = -1
    var lastWord: Int32 = -1
  }

  /// A trie for words of at most so many scalars together.
  init(atMost scalars: Int) {
    nodes.reserveCapacity(scalars + 1)
  }

  /// Adds a word; an empty one, or one with a scalar that can have no code, is left out.
  mutating func insert(_ scalars: ArraySlice<UInt32>, id: Int32) {
    guard let node = node(for: scalars) else { return }
    let added = Int32(clamping: words.count)
    words.append(
      Lexicon.Word(id: id, length: Int32(clamping: scalars.count), following: -1))
    // Words that share a node are chained in the order they came.
    let last = nodes[node].lastWord
    if last >= 0 {
      words[Int(last)].following = added
    } else {
      nodes[node].firstWord = added
    }
    nodes[node].lastWord = added
  }

  /// Adds a word unless it is there.
  ///
  /// Its id, which is the number of new words; −1 where `insert` leaves one out.
  mutating func insertOnce(_ scalars: ArraySlice<UInt32>) -> Int32 {
    guard let node = node(for: scalars) else { return -1 }
    let known = nodes[node].firstWord
    if known >= 0 { return words[Int(known)].id }
    let added = Int32(clamping: words.count)
    insert(scalars, id: added)
    return added
  }

  /// The node of a word, made where it is not there.
  private mutating func node(for scalars: ArraySlice<UInt32>) -> Int? {
    guard !scalars.isEmpty else { return nil }
    var node: Int32 = 0
    for scalar in scalars {
      let code = alphabet.add(scalar)
      guard code != 0 else { return nil }
      node = node == 0 ? rootChild(code) : child(of: node, code)
    }
    return Int(node)
  }

  private mutating func rootChild(_ code: Int32) -> Int32 {
    while rootChildren.count <= Int(code) { rootChildren.append(0) }
    let known = rootChildren[Int(code)]
    guard known == 0 else { return known }
    let added = Int32(clamping: nodes.count)
    nodes.append(Node(code: code))
    rootChildren[Int(code)] = added
    return added
  }

  private mutating func child(of node: Int32, _ code: Int32) -> Int32 {
    var child = nodes[Int(node)].firstChild
    while child != 0 {
      if nodes[Int(child)].code == code { return child }
      child = nodes[Int(child)].nextSibling
    }
    let added = Int32(clamping: nodes.count)
    var made = Node(code: code)
    made.nextSibling = nodes[Int(node)].firstChild
    nodes.append(made)
    nodes[Int(node)].firstChild = added
    return added
  }

  /// The parts of a `Lexicon`.
  struct Automaton {
    var roots: [Int32]
    var states: [Lexicon.State]
    var words: [Lexicon.Word]
  }

  /// Lays the nodes out as states and links each to the state of its longest suffix.
  func automaton() -> Automaton {
    let order = breadthFirst()
    let layout = layout(order)
    var result = Automaton(
      roots: (0..<alphabet.count).map { code in
        let child = Int(code) < rootChildren.count ? rootChildren[Int(code)] : 0
        return child == 0 ? 0 : layout.slots[Int(child)]
      },
      states: layout.states, words: words)
    link(&result, order: order, slots: layout.slots)
    return result
  }

  /// The nodes below the root, every one behind its parent's parent's children.
  private func breadthFirst() -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(nodes.count)
    for child in rootChildren where child != 0 { order.append(child) }
    var head = 0
    while head < order.count {
      var child = nodes[Int(order[head])].firstChild
      while child != 0 {
        order.append(child)
        child = nodes[Int(child)].nextSibling
      }
      head += 1
    }
    return order
  }

  /// Gives every node its slot: first the ones that begin words, side by side; then the children of
  /// the nodes that have several; the only children last, who fit in anywhere.
  private func layout(_ order: [Int32]) -> (states: [Lexicon.State], slots: [Int32]) {
    var slots = [Int32](repeating: 0, count: nodes.count)
    var taken = [Bool](repeating: false, count: nodes.count + 1)
    var bases = [Int32](repeating: 0, count: nodes.count)
    var free = 1
    for child in rootChildren where child != 0 {
      slots[Int(child)] = Int32(clamping: free)
      taken[free] = true
      free += 1
    }
    for areOnly in [false, true] {
      var from = free
      for node in order {
        let first = nodes[Int(node)].firstChild
        guard first != 0, (nodes[Int(first)].nextSibling == 0) == areOnly else { continue }
        while from < taken.count, taken[from] { from += 1 }
        let base = base(for: first, from: from, taken: taken)
        bases[Int(node)] = base
        // Where a place was hard to find, the holes before it are left to the only children.
        let found = Int(base + nodes[Int(first)].code)
        if !areOnly, found - from > LexiconTrie.longestSearch { from = found }
        var child = first
        while child != 0 {
          let slot = Int(base + nodes[Int(child)].code)
          while taken.count <= slot { taken.append(false) }
          taken[slot] = true
          slots[Int(child)] = Int32(clamping: slot)
          child = nodes[Int(child)].nextSibling
        }
      }
    }
    var states = [Lexicon.State](repeating: Lexicon.State(), count: taken.count)
    for node in order {
      let slot = slots[Int(node)]
      states[Int(slot)].base = bases[Int(node)]
      states[Int(slot)].word = nodes[Int(node)].firstWord
      var child = nodes[Int(node)].firstChild
      while child != 0 {
        states[Int(slots[Int(child)])].check = slot
        child = nodes[Int(child)].nextSibling
      }
    }
    return (states, slots)
  }

  /// How far places are searched again.
  private static let longestSearch = 64

  /// The lowest base at which all siblings fall on free slots from a place on.
  private func base(for first: Int32, from free: Int, taken: [Bool]) -> Int32 {
    let lead = nodes[Int(first)].code
    var slot = free
    while true {
      while slot < taken.count, taken[slot] { slot += 1 }
      let base = slot - Int(lead)
      var child = nodes[Int(first)].nextSibling
      var fits = true
      while fits, child != 0 {
        let other = base + Int(nodes[Int(child)].code)
        fits = other > 0 && (other >= taken.count || !taken[other])
        child = nodes[Int(child)].nextSibling
      }
      if fits { return Int32(clamping: base) }
      slot += 1
    }
  }

  /// Sets the fail links, breadth first, and lets the words of each state go on with those that end
  /// them.
  private func link(_ result: inout Automaton, order: [Int32], slots: [Int32]) {
    for node in order {
      let slot = Int(slots[Int(node)])
      var child = nodes[Int(node)].firstChild
      while child != 0 {
        let code = nodes[Int(child)].code
        result.states[Int(slots[Int(child)])].fail =
          step(from: result.states[slot].fail, by: code, in: result)
        child = nodes[Int(child)].nextSibling
      }
      let suffixes = result.states[Int(result.states[slot].fail)].word
      let last = nodes[Int(node)].lastWord
      if last >= 0 {
        result.words[Int(last)].following = suffixes
      } else {
        result.states[slot].word = suffixes
      }
    }
  }

  private func step(from start: Int32, by code: Int32, in result: Automaton) -> Int32 {
    var state = start
    while state != 0 {
      let slot = Int(result.states[Int(state)].base + code)
      if slot >= 0, slot < result.states.count, result.states[slot].check == state {
        return Int32(clamping: slot)
      }
      state = result.states[Int(state)].fail
    }
    return result.roots[Int(code)]
  }
}
