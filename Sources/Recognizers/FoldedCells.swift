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

  /// The cells and the bytes of what is kept of others; the runs lie inside them.
  static func keeping(
    _ runs: [Range<Int>], of other: FoldedCells, _ utf8: [UInt8]
  ) -> (cells: FoldedCells, utf8: [UInt8]) {
    // A raw scalar at least for each cell.
    var room = 0
    for run in runs { for index in run { room += Int(other.places[index].scalars) } }
    let cells = FoldedCells(room: room)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for run in runs { cells.append(run, of: other, utf8, &bytes) }
    return (cells, bytes)
  }

  private func append(
    _ run: Range<Int>, of other: FoldedCells, _ utf8: [UInt8], _ bytes: inout [UInt8]
  ) {
    // What stands side by side is copied at once; invisible scalars between stay behind.
    var copied = 0..<0
    var last: UInt32?
    for index in run {
      let place = other.places[index]
      scalars[count] = other.scalars[index]
      traits[count] = other.traits[index]
      union.formUnion(other.traits[index])
      if last == place.scalar {
        // The second digit of one scalar stands where the first does.
        places[count] = places[count - 1]
      } else {
        let (start, end) = (Int(place.byte), Int(place.byte) + Int(place.bytes))
        if start != copied.upperBound {
          bytes.append(contentsOf: utf8[copied])
          copied = start..<start
        }
        places[count] = FoldedText.Place(
          place, scalar: UInt32(truncatingIfNeeded: rawCount),
          byte: UInt32(truncatingIfNeeded: bytes.count + copied.count))
        copied = copied.lowerBound..<end
        for scalar in 0..<Int(place.scalars) {
          raw[rawCount] = other.raw[Int(place.scalar) + scalar]
          rawCount += 1
        }
      }
      folds.formUnion(places[count].folds)
      last = place.scalar
      count += 1
    }
    bytes.append(contentsOf: utf8[copied])
  }

  /// Says how much of the room is filled.
  func fill(count: Int, raw: Int, union: ScalarTraits, folds: FoldSet) {
    self.count = count
    rawCount = raw
    self.union = union
    self.folds = folds
  }
}
