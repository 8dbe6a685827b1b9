/// The codes of the scalars that occur in words, 1 and up; 0 for every other scalar.
///
/// Upper and lower case of a Latin letter share a code, and so do all blanks: each has it in the
/// table, so that a look-up asks for nothing.
struct Alphabet: Sendable {
  /// Where the codes of each page of 256 scalars begin; the first page of codes is all 0.
  private var pages = [UInt32](repeating: 0, count: 0x300)
  private var codes = [UInt16](repeating: 0, count: 0x100)
  /// How many codes there are, 0 among them.
  private(set) var count: Int32 = 1

  /// The scalars that share a code with one.
  private static func alike(_ scalar: UInt32) -> [UInt32] {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: [scalar & ~0x20, scalar | 0x20]
    case 0x09, 0x0A, 0x0D, 0x20: [0x09, 0x0A, 0x0D, 0x20]
    default: [scalar]
    }
  }

  @inline(__always)
  func code(_ scalar: UInt32) -> Int32 {
    guard scalar < 0x30000 else { return 0 }
    return Int32(codes[Int(pages[Int(scalar >> 8)]) + Int(scalar & 0xFF)])
  }

  /// The code of a scalar, a new one where it has none; 0 beyond plane 2 and beyond 65,535 codes.
  mutating func add(_ scalar: UInt32) -> Int32 {
    let known = code(scalar)
    guard known == 0, scalar < 0x30000, count <= UInt16.max else { return known }
    let page = Int(scalar >> 8)
    if pages[page] == 0 {
      pages[page] = UInt32(codes.count)
      codes.append(contentsOf: repeatElement(0, count: 256))
    }
    for scalar in Alphabet.alike(scalar) {
      codes[Int(pages[page]) + Int(scalar & 0xFF)] = UInt16(clamping: count)
    }
    count += 1
    return count - 1
  }

  /// Lends the codes for a loop of look-ups.
  @inline(__always)
  func withLookup(_ body: (Lookup) -> Void) {
    pages.withUnsafeBufferPointer { pages in
      codes.withUnsafeBufferPointer { body(Lookup(pages: pages, codes: $0)) }
    }
  }

  /// The codes while they are lent.
  struct Lookup {
    fileprivate let pages: UnsafeBufferPointer<UInt32>
    fileprivate let codes: UnsafeBufferPointer<UInt16>

    /// The code of a scalar.
    @inline(__always)
    subscript(scalar: UInt32) -> Int32 {
      guard scalar < 0x30000 else { return 0 }
      return Int32(codes[Int(pages[Int(scalar >> 8)]) + Int(scalar & 0xFF)])
    }
  }
}
