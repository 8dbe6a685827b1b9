/// Where each box of a diagram stands: its layer from the top and its place in the layer.
///
/// Ways back are left out, then every box stands one layer below the lowest box that leads to it;
/// within a layer boxes are ordered by the mean place of their neighbours, to and fro.
struct DiagramLayers {
  /// The boxes of each layer from left to right, by their place in the diagram.
  private(set) var layers: [[Int]] = []
  /// The layer of each box.
  private(set) var layerOf: [Int]

  init(_ diagram: FlowDiagram) {
    let count = diagram.boxes.count
    layerOf = [Int](repeating: 0, count: count)
    var ways = [[Int]](repeating: [], count: count)
    for arrow in diagram.arrows where arrow.from != arrow.to { ways[arrow.from].append(arrow.to) }
    let order = DiagramLayers.orderDown(ways, from: diagram.start)
    let rank = DiagramLayers.inverse(order)
    let down = ways.indices.map { place in ways[place].filter { rank[$0] > rank[place] } }
    for place in order {
      for target in down[place] { layerOf[target] = max(layerOf[target], layerOf[place] + 1) }
    }
    layers = [[Int]](repeating: [], count: (layerOf.max() ?? -1) + 1)
    for place in order { layers[layerOf[place]].append(place) }
    for _ in 0..<4 { straighten(down) }
  }

  /// All boxes, each after those that lead to it as far as no circle is in the way: the reverse of
  /// the order in which a search in depth leaves them.
  private static func orderDown(_ ways: [[Int]], from start: Int?) -> [Int] {
    var entered = [Bool](repeating: false, count: ways.count)
    var left: [Int] = []
    let roots = (start.map { [$0] } ?? []) + ways.indices
    var reversedTrees: [[Int]] = []
    for root in roots where !entered[root] {
      left = []
      entered[root] = true
      var stack = [(place: root, next: 0)]
      while let (place, next) = stack.last {
        guard next < ways[place].count else {
          left.append(place)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = ways[place][next]
        if !entered[target] {
          entered[target] = true
          stack.append((target, 0))
        }
      }
      reversedTrees.append(left.reversed())
    }
    return Array(reversedTrees.joined())
  }

  private static func inverse(_ order: [Int]) -> [Int] {
    var rank = [Int](repeating: 0, count: order.count)
    for (place, box) in order.enumerated() { rank[box] = place }
    return rank
  }

  /// One pass down and one up.
  private mutating func straighten(_ down: [[Int]]) {
    var up = [[Int]](repeating: [], count: down.count)
    for (place, targets) in down.enumerated() {
      for target in targets { up[target].append(place) }
    }
    for layer in layers.indices.dropFirst() { sort(layer, by: up) }
    for layer in layers.indices.dropLast().reversed() { sort(layer, by: down) }
  }

  private mutating func sort(_ layer: Int, by neighbours: [[Int]]) {
    var places: [Int: Double] = [:]
    for boxes in layers {
      for (index, box) in boxes.enumerated() {
        places[box] = (Double(index) + 0.5) / Double(boxes.count)
      }
    }
    let wanted = layers[layer].map { box -> Double in
      let found = neighbours[box].compactMap { places[$0] }
      return found.isEmpty ? places[box] ?? 0 : found.reduce(0, +) / Double(found.count)
    }
    layers[layer] = zip(layers[layer], wanted).enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
  }
}
