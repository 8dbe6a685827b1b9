/// The names nearest to a misspelt one, best first, at most `limit`; for "did you mean".
///
/// Near means at most one edit for each three letters (and at least one). Names longer than 64
/// bytes are passed over, so the cost is bounded.
package func nearestNames(
  to word: String, among names: some Sequence<String>, limit: Int = 2
) -> [String] {
  let target = Array(word.utf8)
  guard target.count <= 64 else { return [] }
  let reach = max(1, target.count / 3)
  let scored = names.compactMap { name -> (distance: Int, name: String)? in
    let bytes = Array(name.utf8)
    guard bytes.count <= 64, abs(bytes.count - target.count) <= reach else { return nil }
    let distance = editDistance(target, bytes)
    return distance <= reach ? (distance, name) : nil
  }
  return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
}

/// Insertions, deletions, substitutions and swaps of neighbours between two byte strings (optimal
/// string alignment).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for (row, byte) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let substitution = previous[column] + (byte == other ? 0 : 1)
      var best = min(substitution, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current.append(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
