/// A name in the form by which names are compared: lower case, half width, without blanks,
/// brackets and other signs.
struct FoldedName: Hashable, Sendable {
  let scalars: [UInt32]

  init(_ text: String) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0x41...0x5A: scalars.append(value + 0x20)
      case 0x30...0x39, 0x61...0x7A: scalars.append(value)
      case 0...0x7F, 0x2000...0x206F, 0x3000...0x303F, 0xB7, 0xFEFF: continue
      default: scalars.append(value)
      }
    }
    self.scalars = scalars
  }
}
