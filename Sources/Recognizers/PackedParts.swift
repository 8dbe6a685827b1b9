/// A small number or none in one byte.
struct Packed8: Hashable, Sendable {
  private var stored = Int8.min

  /// The number; one beyond ±127 counts as the nearest.
  var value: Int? {
    get { stored == .min ? nil : Int(stored) }
    set { stored = newValue.map { max(-.max, Int8(clamping: $0)) } ?? .min }
  }
}

/// A number or none in two bytes.
struct Packed16: Hashable, Sendable {
  private var stored = Int16.min

  /// The number; one beyond ±32,767 counts as the nearest.
  var value: Int? {
    get { stored == .min ? nil : Int(stored) }
    set { stored = newValue.map { max(-.max, Int16(clamping: $0)) } ?? .min }
  }
}

/// A range of scalars or none in eight bytes.
struct PackedRange: Hashable, Sendable {
  private var lower: Int32 = -1
  private var upper: Int32 = -1

  /// The range; a text of more than 2³¹ scalars has no places beyond.
  var value: Range<Int>? {
    get { lower < 0 ? nil : Int(lower)..<Int(max(lower, upper)) }
    set {
      lower = newValue.map { Int32(clamping: $0.lowerBound) } ?? -1
      upper = newValue.map { Int32(clamping: $0.upperBound) } ?? -1
    }
  }
}
