import Wording

/// How many letters of each script a message has.
///
/// The count makes no decisions: each scalar gives a one or a zero by reckoning, which the processor
/// does for several at a time.
struct LetterCount {
  /// Chinese characters.
  let han: UInt32
  /// Latin letters.
  let latin: UInt32
  /// Latin capitals among them.
  let capitals: UInt32

  /// Counts the letters of a message.
  init(_ message: MessageText) {
    var (han, latin, capitals): (UInt32, UInt32, UInt32) = (0, 0, 0)
    message.scalars.withUnsafeBufferPointer { scalars in
      for scalar in scalars {
        let value = scalar.value
        han &+= LetterCount.one(value, 0x4E00, 0x9FFF) &+ LetterCount.one(value, 0x3400, 0x4DBF)
        latin &+= LetterCount.one(value | 0x20, 0x61, 0x7A)
        capitals &+= LetterCount.one(value, 0x41, 0x5A)
      }
    }
    (self.han, self.latin, self.capitals) = (han, latin, capitals)
  }

  /// Chinese where at least one in eight letters is a Chinese character.
  var language: Language {
    han > 0 && UInt64(han) * 7 >= UInt64(latin) || han == 0 && latin == 0 ? .zh : .en
  }

  /// 1 for a scalar from the first to the last, else 0: outside, one of the differences is below zero.
  @inline(__always)
  private static func one(_ scalar: UInt32, _ first: UInt32, _ last: UInt32) -> UInt32 {
    ~((scalar &- first) | (last &- scalar)) >> 31
  }
}
