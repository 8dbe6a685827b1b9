/// The codes of the scalars that occur in words, 1 and up; 0 for every other scalar.
///
/// Upper and lower case of a Latin letter share a code, and so do all blanks.
struct Alphabet: Sendable {
  private var pages = [Int32](repeating: -1, count: 0x300)
  private var codes: [Int32] = []
  private(set) var count: Int32 = 1

  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar | 0x20
    case 0x09, 0x0A, 0x0D: 0x20
    default: scalar
    }
  }

  @inline(__always)
  func code(_ scalar: UInt32) -> Int32 {
    guard scalar < 0x30000 else { return 0 }
    let scalar = scalar < 0x80 ? Alphabet.folded(scalar) : scalar
    let page = pages[Int(scalar >> 8)]
    return page < 0 ? 0 : codes[Int(page) + Int(scalar & 0xFF)]
  }

  /// The code of a scalar, a new one where it has none; 0 beyond plane 2.
  mutating func add(_ scalar: UInt32) -> Int32 {
    let known = code(scalar)
    guard known == 0, scalar < 0x30000 else { return known }
    let scalar = Alphabet.folded(scalar)
    let page = Int(scalar >> 8)
    if pages[page] < 0 {
      pages[page] = Int32(codes.count)
      codes.append(contentsOf: repeatElement(0, count: 256))
    }
    codes[Int(pages[page]) + Int(scalar & 0xFF)] = count
    count += 1
    return count - 1
  }
}

/// A trie of words on its way to the double array of a `Lexicon`.
struct LexiconTrie {
  private(set) var alphabet = Alphabet()
  private(set) var words: [(id: Int, length: Int, following: Int32)] = []
  private var children: [[Int32: Int32]] = [[:]]
  private var own: [Int32] = [-1]

  mutating func insert(_ scalars: [UInt32], id: Int) {
    guard !scalars.isEmpty else { return }
    var node = 0
    for scalar in scalars {
      let code = alphabet.add(scalar)
      if let child = children[node][code] {
        node = Int(child)
      } else {
        children[node][code] = Int32(children.count)
        node = children.count
        children.append([:])
        own.append(-1)
      }
    }
    // Words that share a state are chained in the order they came.
    words.append((id, scalars.count, -1))
    let added = Int32(words.count - 1)
    guard own[node] >= 0 else {
      own[node] = added
      return
    }
    var last = own[node]
    while words[Int(last)].following >= 0 { last = words[Int(last)].following }
    words[Int(last)].following = added
  }

  struct Arrays {
    var base: [Int32] = []
    var check: [Int32] = []
    var fail: [Int32] = []
    var own: [Int32] = []
    var next: [Int32] = []
  }

  /// Lays the trie out so that the child of a state by a code stands at base + code.
  func doubleArray() -> Arrays {
    var layout = Layout()
    var slots = [Int32](repeating: 0, count: children.count)
    var queue: [Int] = [0]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let edges = children[node].sorted { $0.key < $1.key }
      layout.place(edges.map(\.key), of: slots[node])
      for (code, child) in edges {
        slots[Int(child)] = layout.arrays.base[Int(slots[node])] + code
        queue.append(Int(child))
      }
    }
    var arrays = layout.arrays
    for node in children.indices { arrays.own[Int(slots[node])] = own[node] }
    link(&arrays, slots: slots, order: queue)
    return arrays
  }

  /// Sets the fail and next links, breadth first.
  private func link(_ arrays: inout Arrays, slots: [Int32], order: [Int]) {
    for node in order {
      let slot = slots[node]
      for (code, child) in children[node] {
        let target = slots[Int(child)]
        var fail = arrays.fail[Int(slot)]
        var found: Int32 = 0
        if slot != 0 {
          while true {
            let candidate = Int(arrays.base[Int(fail)] + code)
            if candidate < arrays.check.count, arrays.check[candidate] == fail {
              found = Int32(candidate)
              break
            }
            if fail == 0 { break }
            fail = arrays.fail[Int(fail)]
          }
        }
        arrays.fail[Int(target)] = found
        arrays.next[Int(target)] =
          arrays.own[Int(found)] >= 0 ? found : arrays.next[Int(found)]
      }
    }
  }

  private struct Layout {
    var arrays = Arrays()
    private var firstFree = 1

    init() { grow(to: 1) }

    private mutating func grow(to count: Int) {
      let more = count - arrays.check.count
      guard more > 0 else { return }
      arrays.base.append(contentsOf: repeatElement(0, count: more))
      arrays.check.append(contentsOf: repeatElement(-1, count: more))
      arrays.fail.append(contentsOf: repeatElement(0, count: more))
      arrays.own.append(contentsOf: repeatElement(-1, count: more))
      arrays.next.append(contentsOf: repeatElement(-1, count: more))
    }

    /// Finds the lowest base at which all codes (in rising order) fall on free slots.
    mutating func place(_ codes: [Int32], of state: Int32) {
      guard let first = codes.first, let last = codes.last else { return }
      while firstFree < arrays.check.count, arrays.check[firstFree] != -1 { firstFree += 1 }
      var base = max(0, Int32(firstFree) - first)
      while !fits(codes, at: base) { base += 1 }
      grow(to: Int(base + last) + 1)
      arrays.base[Int(state)] = base
      for code in codes { arrays.check[Int(base + code)] = state }
    }

    private func fits(_ codes: [Int32], at base: Int32) -> Bool {
      codes.allSatisfy { code in
        let slot = Int(base + code)
        return slot > 0 && (slot >= arrays.check.count || arrays.check[slot] == -1)
      }
    }
  }
}
