import Expressions
import SourceText
import Wording

/// A flow whose expressions are all read and checked, ready to be run.
///
/// A class only so that every event of an interview can hold it for the price of one reference;
/// nothing in it ever changes.
package final class FlowProgram: Sendable {
  /// The flows and letters it was compiled among.
  package let library: FlowLibrary
  /// The flow.
  package let flow: Flow
  /// The types and functions its expressions use.
  package let environment: Environment
  private let compiled: CompiledFlow

  private init(_ flow: Flow, _ library: FlowLibrary, _ compiled: CompiledFlow) {
    self.library = library
    self.flow = flow
    self.environment = compiled.environment
    self.compiled = compiled
  }

  /// Reads and checks every expression of a flow, each once, and those of the letters it prints.
  ///
  /// Field reads that need a guard and variables that may not be set are left to FlowChecking,
  /// which knows the paths. The letters are left until one is printed where `lateFaults` says whom to
  /// tell of their faults then.
  /// - Returns: The program, `nil` where an expression has an error; every fault found.
  package static func compile(
    _ flow: Flow, in library: FlowLibrary, environment: Environment,
    lateFaults: (@Sendable ([Diagnostic]) -> Void)? = nil
  ) -> (program: FlowProgram?, diagnostics: [Diagnostic]) {
    let compiled = CompiledFlow(
      flow, in: library, environment: environment, lateFaults: lateFaults)
    guard compiled.isComplete else { return (nil, compiled.diagnostics) }
    return (FlowProgram(flow, library, compiled), compiled.diagnostics)
  }

  /// An expression of this flow, checked.
  package func expression(_ expression: FlowExpression) -> CheckedExpression {
    guard let checked = compiled[expression] else {
      fatalError("an expression was taken from another flow than the program's")
    }
    return checked
  }

  /// The expression that fills a field of a letter; `nil` for a field filled in by hand and for
  /// letters that no outcome of this flow prints.
  package func expression(
    of field: LetterField, in letter: LetterTemplate
  ) -> CheckedExpression? {
    compiled.expression(of: field, in: letter)
  }
}
