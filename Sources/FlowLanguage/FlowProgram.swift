import Expressions
import SourceText
import Wording

/// A flow ready to be run, its expressions read and checked.
///
/// A class only so that every event of an interview can hold it for the price of one reference;
/// nothing in it ever changes.
package final class FlowProgram: Sendable {
  /// The flows and letters it was compiled among.
  package let library: FlowLibrary
  /// The flow.
  package let flow: Flow
  private let expressions: Expressions

  private enum Expressions: Sendable {
    case read(CompiledFlow)
    case late(LazyPart<CompiledFlow>)
  }

  private init(_ flow: Flow, _ library: FlowLibrary, _ expressions: Expressions) {
    self.library = library
    self.flow = flow
    self.expressions = expressions
  }

  private var compiled: CompiledFlow {
    switch expressions {
    case .read(let compiled): compiled
    case .late(let part): part.value
    }
  }

  /// The types and functions its expressions use.
  package var environment: Environment { compiled.environment }

  /// Reads and checks every expression of a flow, each once, and those of the letters it prints.
  ///
  /// Field reads that need a guard and variables that may not be set are left to FlowChecking,
  /// which knows the paths.
  /// - Returns: The program, `nil` where an expression has an error; every fault found.
  package static func compile(
    _ flow: Flow, in library: FlowLibrary, environment: Environment
  ) -> (program: FlowProgram?, diagnostics: [Diagnostic]) {
    let compiled = CompiledFlow(flow, in: library, environment: environment)
    guard compiled.isComplete else { return (nil, compiled.diagnostics) }
    return (FlowProgram(flow, library, .read(compiled)), compiled.diagnostics)
  }

  /// A flow that is known to be sound: its expressions are read, all at once, when one is first needed
  /// or by `readExpressions`, those of the letters when one is printed.
  ///
  /// What they may use is asked for then. `orEnd` is told of the faults where an expression has an error
  /// all the same, `letterFaults` of what is wrong with a letter's expressions.
  package convenience init(
    sound flow: Flow, in library: FlowLibrary,
    environment: @escaping @Sendable () -> Environment,
    orEnd: @escaping @Sendable ([Diagnostic]) -> Never,
    letterFaults: @escaping @Sendable ([Diagnostic]) -> Void
  ) {
    let part = LazyPart {
      let compiled = CompiledFlow(
        flow, in: library, environment: environment(), lateFaults: letterFaults)
      guard compiled.isComplete else { orEnd(compiled.diagnostics) }
      return compiled
    }
    self.init(flow, library, .late(part))
  }

  /// Reads and checks the expressions now where they were left until needed.
  package func readExpressions() { _ = compiled }

  /// An expression of this flow, checked.
  package func expression(_ expression: FlowExpression) -> CheckedExpression {
    bound(expression).checked
  }

  /// An expression of this flow, checked, with what its names mean.
  package func bound(_ expression: FlowExpression) -> BoundExpression {
    guard let bound = compiled.bound(expression.index) else {
      fatalError("an expression was taken from another flow than the program's")
    }
    return bound
  }

  /// The expression that fills a field of a letter; `nil` for a field filled in by hand and for
  /// letters that no outcome of this flow prints.
  package func expression(
    of field: LetterField, in letter: LetterTemplate
  ) -> CheckedExpression? {
    compiled.expression(of: field, in: letter)
  }
}
