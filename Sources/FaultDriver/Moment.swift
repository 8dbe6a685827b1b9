/// When the program is killed.
enum Moment: String, Hashable, CaseIterable {
  /// Somewhere between its start and its first prompt.
  case starting
  /// While it waits at a prompt.
  case waiting
  /// While an answer is half typed.
  case typing
  /// Just after an answer was entered.
  case answering
}

/// Choices by a seed (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A whole number below a count.
  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, count)))
  }
}
