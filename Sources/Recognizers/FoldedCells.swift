/// The folded scalars of a text with their traits and places, in one block of memory.
///
/// One allocation in place of three, because short messages spend much of their time in them. The
/// block is written once, by `Folding`, before anybody else sees it.
final class FoldedCells: @unchecked Sendable {
  /// For how many scalars there is room.
  let room: Int
  /// The folded scalars.
  let scalars: UnsafeMutablePointer<UInt32>
  /// Their classes and traits.
  let traits: UnsafeMutablePointer<ScalarTraits>
  /// Their origins.
  let places: UnsafeMutablePointer<FoldedText.Place>
  /// The scalars of the raw text, for which there is as much room.
  let raw: UnsafeMutablePointer<Unicode.Scalar>
  /// How many there are.
  private(set) var count = 0
  /// How many scalars the raw text has.
  private(set) var rawCount = 0
  /// The traits of all of them together; their classes are not to be read from it.
  private(set) var union: ScalarTraits = []
  /// Every fold applied anywhere.
  private(set) var folds: FoldSet = []

  /// Room for so many scalars.
  init(room: Int) {
    self.room = room
    // Every cell takes six words, all with the alignment of one.
    let words = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, room) * 6)
    scalars = words
    let block = UnsafeMutableRawPointer(words)
    traits = (block + room * 4).bindMemory(to: ScalarTraits.self, capacity: room)
    places = (block + room * 8).bindMemory(to: FoldedText.Place.self, capacity: room)
    raw = (block + room * 20).bindMemory(to: Unicode.Scalar.self, capacity: room)
  }

  deinit { scalars.deallocate() }

  /// Says how much of the room is filled.
  func fill(count: Int, raw: Int, union: ScalarTraits, folds: FoldSet) {
    self.count = count
    rawCount = raw
    self.union = union
    self.folds = folds
  }
}
