/// Tarjan's strongly connected components without recursion, in linear time.
enum StronglyConnected {
  /// The components of a graph given by the targets of each node.
  static func components(of ways: [[Int]]) -> [[Int]] {
    var search = Search(ways)
    for node in ways.indices where search.order[node] < 0 { search.visit(node) }
    return search.components
  }

  private struct Search {
    let ways: [[Int]]
    var order: [Int]
    var low: [Int]
    var isOpen: [Bool]
    var open: [Int] = []
    var count = 0
    var components: [[Int]] = []

    init(_ ways: [[Int]]) {
      self.ways = ways
      order = [Int](repeating: -1, count: ways.count)
      low = order
      isOpen = [Bool](repeating: false, count: ways.count)
    }

    mutating func visit(_ root: Int) {
      var stack: [(node: Int, next: Int)] = [(root, 0)]
      enter(root)
      while let (node, next) = stack.last {
        guard next < ways[node].count else {
          close(node)
          stack.removeLast()
          if let parent = stack.last?.node { low[parent] = min(low[parent], low[node]) }
          continue
        }
        stack[stack.count - 1].next += 1
        let to = ways[node][next]
        if order[to] < 0 {
          enter(to)
          stack.append((to, 0))
        } else if isOpen[to] {
          low[node] = min(low[node], order[to])
        }
      }
    }

    private mutating func enter(_ node: Int) {
      order[node] = count
      low[node] = count
      count += 1
      open.append(node)
      isOpen[node] = true
    }

    private mutating func close(_ node: Int) {
      guard low[node] == order[node] else { return }
      var component: [Int] = []
      while let last = open.popLast() {
        isOpen[last] = false
        component.append(last)
        if last == node { break }
      }
      components.append(component)
    }
  }
}
