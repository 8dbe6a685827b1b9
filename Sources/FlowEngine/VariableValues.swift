import Expressions
import FlowLanguage

/// The variables of one flow that are set, as a plain value.
///
/// Every event of an interview keeps what its texts saw, so two versions share all but the few
/// small nodes on the way to what was written: a write costs the same at any length of a session.
package struct VariableValues: Sendable, Sequence {
  private let program: FlowProgram
  private var root = Node.leaf([])

  /// Nothing is set.
  init(of program: FlowProgram) {
    self.program = program
  }

  /// The value of a variable; `nil` where it is not set and for a name the flow does not declare.
  package internal(set) subscript(name: String) -> Value? {
    get { program.flow.variableIndex(name).flatMap { self[$0] } }
    set {
      if let index = program.flow.variableIndex(name) { self[index] = newValue }
    }
  }

  /// The value of a variable by its place in `Flow.variables`; what is set at no such place is lost.
  subscript(index: Int) -> Value? {
    get { room(for: index).flatMap { root.value(at: index, room: $0) } }
    set {
      if let room = room(for: index) { root = root.setting(index, to: Cell(newValue), room: room) }
    }
  }

  /// How many places the whole tree spans; `nil` for a place of no variable.
  private func room(for index: Int) -> Int? {
    let count = program.flow.variables.count
    guard index >= 0, index < count else { return nil }
    var room = VariableValues.width
    while room < count { room *= VariableValues.width }
    return room
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

  /// The place of one variable.
  ///
  /// An enum of its own because a list of optionals asks for the ways of their type at every copy.
  private enum Cell: Sendable {
    case empty
    case holds(Value)

    init(_ value: Value?) {
      self = value.map { .holds($0) } ?? .empty
    }

    var value: Value? {
      if case .holds(let value) = self { value } else { nil }
    }
  }

  /// A part of the tree; how many places it spans follows from its depth.
  ///
  /// A leaf holds no more cells than were ever set, so that those of a small flow are cheap to copy;
  /// where nothing was ever set an empty leaf stands for a branch too.
  private enum Node: Sendable {
    case leaf([Cell])
    case branch([Node])

    func value(at index: Int, room: Int) -> Value? {
      switch self {
      case .leaf(let cells): return index < cells.count ? cells[index].value : nil
      case .branch(let children):
        let span = room / width
        return children[index / span].value(at: index % span, room: span)
      }
    }

    /// The node with one cell set; `index` lies within its room.
    func setting(_ index: Int, to cell: Cell, room: Int) -> Node {
      if room <= width, case .leaf(var cells) = self {
        while cells.count <= index { cells.append(.empty) }
        cells[index] = cell
        return .leaf(cells)
      }
      var children: [Node]
      if case .branch(let all) = self {
        children = all
      } else {
        children = Array(repeating: .leaf([]), count: width)
      }
      let span = room / width
      children[index / span] = children[index / span].setting(index % span, to: cell, room: span)
      return .branch(children)
    }
  }
}
