/// What may hold at one moment: the cells of each variable that still matters, in all combinations.
///
/// Several boxes together are an abstract state.
struct Box: Hashable, Sendable {
  /// A variable, by its slot, and its cells.
  struct Entry: Hashable, Sendable {
    let slot: Int
    var cells: Cells.Subset
  }

  /// Ascending by slot; a slot that does not stand here may hold anything.
  private(set) var entries: [Entry] = []

  /// The cells of a slot; `nil` where nothing is known of it.
  subscript(slot: Int) -> Cells.Subset? {
    let place = place(of: slot)
    return place < entries.count && entries[place].slot == slot ? entries[place].cells : nil
  }

  /// This box with other cells for a slot.
  func setting(_ slot: Int, to cells: Cells.Subset) -> Box {
    var box = self
    let place = place(of: slot)
    if place < entries.count, entries[place].slot == slot {
      box.entries[place].cells = cells
    } else {
      box.entries.insert(Entry(slot: slot, cells: cells), at: place)
    }
    return box
  }

  /// What it says of these slots alone.
  func keeping(_ isKept: (Int) -> Bool) -> Box {
    if entries.allSatisfy({ isKept($0.slot) }) { return self }
    var box = Box()
    box.entries = entries.filter { isKept($0.slot) }
    return box
  }

  private func place(of slot: Int) -> Int {
    if entries.count < 8 { return entries.firstIndex { $0.slot >= slot } ?? entries.count }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].slot < slot { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The box of both together where it says no more than the two, else `nil`.
  ///
  /// So it is when one holds the other, or when they differ in a single slot.
  func union(_ other: Box) -> Box? {
    guard entries.count == other.entries.count else { return nil }
    var different: Int?
    var (isWithin, holds) = (true, true)
    for place in entries.indices {
      let (mine, theirs) = (entries[place], other.entries[place])
      guard mine.slot == theirs.slot else { return nil }
      if mine.cells == theirs.cells { continue }
      if mine.cells & ~theirs.cells != 0 { isWithin = false }
      if theirs.cells & ~mine.cells != 0 { holds = false }
      if different != nil, !isWithin, !holds { return nil }
      different = different == nil ? place : -1
    }
    if holds { return self }
    if isWithin { return other }
    guard let different, different >= 0 else { return nil }
    var box = self
    box.entries[different].cells |= other.entries[different].cells
    return box
  }

  /// A box that holds both, and perhaps more.
  func joined(_ other: Box) -> Box {
    var box = Box()
    var (left, right) = (entries[...], other.entries[...])
    while let mine = left.first, let theirs = right.first {
      if mine.slot == theirs.slot {
        box.entries.append(Entry(slot: mine.slot, cells: mine.cells | theirs.cells))
      }
      if mine.slot <= theirs.slot { left.removeFirst() }
      if theirs.slot <= mine.slot { right.removeFirst() }
    }
    return box
  }
}

/// Boxes of which one at least holds: an abstract state.
struct Boxes: Sendable {
  /// The boxes; none where nothing can be.
  private(set) var all: [Box] = []
  /// So many boxes stand beside each other; where there would be more, all are joined into one,
  /// and so it stays (the widening: what is then lost are combinations, never possibilities).
  static let most = 32
  private var isWidened = false

  /// So many boxes are carried through the parts of one condition.
  private static let mostOnTheWay = 256

  /// Boxes as they are where they are few, else joined as far as a state is.
  static func few(_ boxes: [Box]) -> [Box] {
    guard boxes.count > mostOnTheWay else { return boxes }
    var state = Boxes()
    for box in boxes { _ = state.insert(box) }
    return state.all
  }

  /// Adds a box; the box that is new for this state, `nil` where nothing is.
  mutating func insert(_ box: Box) -> Box? {
    var box = box
    if isWidened, let one = all.first {
      let joined = one.joined(box)
      guard joined != one else { return nil }
      all = [joined]
      return joined
    }
    var place = 0
    while place < all.count {
      guard let union = all[place].union(box) else {
        place += 1
        continue
      }
      if union == all[place] { return nil }
      all.remove(at: place)
      box = union
      place = 0
    }
    all.append(box)
    guard all.count > Boxes.most else { return box }
    isWidened = true
    all = [all.dropFirst().reduce(all[0]) { $0.joined($1) }]
    return all[0]
  }
}
