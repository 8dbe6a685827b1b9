import Expressions
import FlowLanguage

/// The variables of one flow that are set, as a plain value.
///
/// Every event of an interview keeps what its texts saw, so two versions share all but the few
/// small nodes on the way to what was written: a write costs the same at any length of a session.
package struct VariableValues: Sendable, Sequence {
  private let program: FlowProgram
  private var root: Node?

  /// Nothing is set.
  init(of program: FlowProgram) {
    self.program = program
    self.root = nil
  }

  /// The value of a variable; `nil` where it is not set and for a name the flow does not declare.
  package internal(set) subscript(name: String) -> Value? {
    get { program.flow.variableIndex(name).flatMap { self[$0] } }
    set {
      if let index = program.flow.variableIndex(name) { self[index] = newValue }
    }
  }

  /// The value of a variable by its place in `Flow.variables`.
  subscript(index: Int) -> Value? {
    get {
      guard index >= 0, var node = root, index < node.room else { return nil }
      var place = index
      while true {
        switch node {
        case .leaf(let values): return place < values.count ? values[place] : nil
        case .branch(let children, let room):
          let span = room / VariableValues.width
          guard let child = children[place / span] else { return nil }
          node = child
          place %= span
        }
      }
    }
    set {
      guard index >= 0 else { return }
      var top = root ?? .emptyLeaf
      while index >= top.room { top = top.widened }
      root = top.setting(index, to: newValue)
    }
  }

  /// The variables that are set, by name, in the order of their declarations.
  package func makeIterator() -> AnyIterator<(key: String, value: Value)> {
    var next = 0
    let variables = program.flow.variables
    return AnyIterator {
      while next < variables.count {
        let name = variables[next].name.text
        next += 1
        if let value = self[next - 1] { return (name, value) }
      }
      return nil
    }
  }

  /// Values of a leaf at most, children of a branch.
  private static let width = 16

  /// A part of the tree; `room` is how many places it spans.
  private enum Node: Sendable {
    case leaf([Value?])
    case branch([Node?], room: Int)

    /// A leaf holds no more values than were ever set, so that those of a small flow are cheap to copy.
    static let emptyLeaf = Node.leaf([])

    var room: Int {
      switch self {
      case .leaf: width
      case .branch(_, let room): room
      }
    }

    /// A branch a step larger whose first child is this.
    var widened: Node {
      var children = [Node?](repeating: nil, count: width)
      children[0] = self
      return .branch(children, room: room * width)
    }

    /// The node with one value set; `index` lies within its room.
    func setting(_ index: Int, to value: Value?) -> Node {
      switch self {
      case .leaf(var values):
        while values.count <= index { values.append(nil) }
        values[index] = value
        return .leaf(values)
      case .branch(var children, let room):
        let span = room / width
        let child = children[index / span] ?? Node.empty(room: span)
        children[index / span] = child.setting(index % span, to: value)
        return .branch(children, room: room)
      }
    }

    static func empty(room: Int) -> Node {
      room <= width ? emptyLeaf : .branch([Node?](repeating: nil, count: width), room: room)
    }
  }
}
