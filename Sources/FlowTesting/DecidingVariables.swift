import Expressions
import FlowLanguage

/// The variables of a flow on which its way can hang: those that conditions read, and those from
/// which these are computed.
struct DecidingVariables: Sendable {
  private var names: Set<String> = []

  /// The deciding variables of a program; what it passes on to flows it calls counts too.
  init(_ program: FlowProgram) {
    var sources: [String: Set<String>] = [:]
    var stack = program.flow.outputs.map(\.name.text)
    for expression in program.flow.expressions {
      let read = program.expression(expression).variables
      switch expression.purpose {
      case .set(let variable), .setFromAnswer(let variable):
        sources[variable, default: []].formUnion(read)
      case .condition, .check, .argument, .count, .guess, .collected: stack += read
      case .printed, .day: break
      }
    }
    while let name = stack.popLast() {
      guard names.insert(name).inserted else { continue }
      stack += sources[name] ?? []
    }
  }

  /// Whether the way can hang on a variable.
  func contains(_ name: String) -> Bool { names.contains(name) }

  /// Whether the way can hang on the answer to a question.
  func includes(answerTo ask: Ask) -> Bool {
    if case .node = ask.next {
      return ask.set.contains { contains($0.variable.text) } || ask.skip != nil
    }
    return true
  }
}
