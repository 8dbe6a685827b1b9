/// How often the nodes of a flow were reached, by their places in `Flow.nodes`.
struct Visits: Sendable {
  private var counts: [UInt32] = []

  /// How often the node at a place was reached.
  subscript(node: Int) -> Int {
    counts.indices.contains(node) ? Int(counts[node]) : 0
  }

  /// Counts one more time; places behind all that were reached before are added.
  mutating func count(_ node: Int) {
    while counts.count <= node { counts.append(0) }
    counts[node] += 1
  }
}
