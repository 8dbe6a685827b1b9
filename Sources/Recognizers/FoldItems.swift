/// The items of a list in `UnicodeFolds`, `first-last=value` with or without `-last` and `=value`, numbers in
/// hexadecimal.
///
/// The lists are read byte by byte: texts made of their parts would cost ten times the table.
struct FoldItems: Sequence, IteratorProtocol {
  /// One item.
  struct Item {
    /// The first scalar.
    let first: UInt32
    /// The last scalar; the first one where the item names one alone.
    var last: UInt32
    /// What stands behind `=`; `nil` where nothing does.
    var value: UInt32?
  }

  private var bytes: String.UTF8View.Iterator

  /// The items of a list, between blanks or line breaks.
  init(_ list: String) {
    bytes = list.utf8.makeIterator()
  }

  mutating func next() -> Item? {
    guard var number = nextNumber() else { return nil }
    var item = Item(first: number.value, last: number.value)
    if number.end == UInt8(ascii: "-"), let last = nextNumber() {
      item.last = last.value
      number = last
    }
    if number.end == UInt8(ascii: "=") { item.value = nextNumber()?.value }
    return item
  }

  /// The next number and the byte behind it; `nil` at the end of the list.
  private mutating func nextNumber() -> (value: UInt32, end: UInt8?)? {
    var value: UInt32?
    while let byte = bytes.next() {
      if let digit = FoldItems.digit(byte) {
        value = (value ?? 0) << 4 | digit
      } else if let value {
        return (value, byte)
      }
    }
    return value.map { ($0, nil) }
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
