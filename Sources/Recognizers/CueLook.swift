extension Scan {
  /// The cue that stands right before a place, blanks and 为 : ( and their like between.
  func cue(before place: Int) -> Cues.Meaning? {
    if lastCue.place == place { return lastCue.meaning }
    let meaning = readCue(before: place)
    lastCue = (place, meaning)
    return meaning
  }

  private func readCue(before place: Int) -> Cues.Meaning? {
    var index = place
    let lowest = max(0, place - 6)
    while true {
      let traits = traits(index - 1)
      if traits.contains(.cueEnd), let found = Cues.table.match(self, before: index) {
        return found.meaning
      }
      guard index > lowest, traits.contains(.filler) else { return nil }
      index -= 1
    }
  }

  /// Whether a cue of one meaning stands within some scalars before a place, in the same clause.
  func hasCue(_ meaning: Cues.Meaning, before place: Int, within distance: Int) -> Bool {
    var index = place
    let lowest = max(0, place - distance)
    while index > lowest {
      let traits = traits(index - 1)
      if traits.contains(.cueEnd), let found = Cues.table.match(self, before: index),
        found.meaning == meaning
      {
        return true
      }
      if traits.contains(.clauseEnd) { return false }
      index -= 1
    }
    return false
  }
}
