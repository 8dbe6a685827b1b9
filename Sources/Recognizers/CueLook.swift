extension Scan {
  /// The cue that stands right before a place, blanks and 为 : ( and their like between.
  func cue(before place: Int) -> Cues.Meaning? {
    var index = place
    let lowest = max(0, place - 6)
    while true {
      if let found = Cues.table.match(self, before: index) { return found.meaning }
      guard index > lowest, isFiller(index - 1) else { return nil }
      index -= 1
    }
  }

  private func isFiller(_ index: Int) -> Bool {
    isAt(index, anyOf: " :#(（[【“\"=为是号码约达共计至在了人民币\n.") || kind(index) == .space
  }

  /// Whether a cue of one meaning stands within some scalars before a place, in the same clause.
  func hasCue(_ meaning: Cues.Meaning, before place: Int, within distance: Int) -> Bool {
    var index = place
    let lowest = max(0, place - distance)
    while index > lowest {
      if let found = Cues.table.match(self, before: index), found.meaning == meaning { return true }
      if isAt(index - 1, anyOf: "。;!?\n") { return false }
      index -= 1
    }
    return false
  }
}
