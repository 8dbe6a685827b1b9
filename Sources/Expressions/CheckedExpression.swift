import Wording

/// An expression that passed the check: its type, what it reads, and the way to evaluate it.
///
/// A class only so that handing it on copies nothing; nothing in it ever changes.
package final class CheckedExpression: Sendable {
  /// A variable the expression reads.
  package struct VariableRead: Hashable, Sendable {
    /// The variable's name.
    package let name: String
    /// Where it is read.
    package let range: Range<Int>
    /// Whether the place is reached only where `answered(name)` holds.
    package let isGuarded: Bool
  }

  /// A read of a field that may be absent, not guarded by `has()`.
  package struct UnguardedRead: Hashable, Sendable {
    /// The record's type.
    package let recordType: String
    /// The field.
    package let field: String
    /// The words it is read by, `n.deadline`; `nil` behind a call.
    package let path: String?
    /// Where it is read.
    package let range: Range<Int>
  }

  /// A comparison of a variable (or of a field of it) with values written in the expression.
  package struct LiteralComparison: Sendable {
    /// The variable.
    package let variable: String
    /// The fields behind the variable, `["kind"]` in `notice.kind == 'sms'`; mostly none.
    package let fields: [String]
    /// The sign, the variable thought on the left; `in` also for `'x' in variable`, where the
    /// variable is the list.
    package let sign: BinaryOperator
    /// Whether the variable stands on the right of `in`: it is the list.
    package let variableIsList: Bool
    /// The values: one, or those of the list on the right of `in`.
    package let values: [Value]
    /// Where each of the values stands.
    package let ranges: [Range<Int>]
  }

  /// The text it was made from.
  package let source: String
  /// The syntax tree.
  package let syntax: Syntax
  /// The type of its value.
  package let type: ExpressionType
  /// What the language allows but a flow should do without.
  package let profileWarnings: [ExpressionFault]
  /// Every read of a variable, in the order of places; also those of functions that read `today`.
  package let reads: [VariableRead]
  /// Every comparison with values written in the expression, in the order of places.
  package let comparisons: [LiteralComparison]
  /// Every unguarded read of a field that may be absent (faults unless the check allowed them).
  package let unguardedReads: [UnguardedRead]
  /// The values of its parts that are written as calls, `date('2026-03-01')`, by the parts' ids.
  private let written: [Int: Value]
  /// Whether it calls a function that is heavy.
  package let isHeavy: Bool
  let program: Program

  init(
    source: String, syntax: Syntax, type: ExpressionType, profileWarnings: [ExpressionFault],
    reads: [VariableRead], comparisons: [LiteralComparison], unguardedReads: [UnguardedRead],
    written: [Int: Value] = [:], isHeavy: Bool, program: Program
  ) {
    self.source = source
    self.syntax = syntax
    self.type = type
    self.profileWarnings = profileWarnings
    self.reads = reads
    self.comparisons = comparisons
    self.unguardedReads = unguardedReads
    self.written = written
    self.isHeavy = isHeavy
    self.program = program
  }

  /// The value it always has, where it is written out: `'yes'`, `money('5')`, `[1, 2]`.
  package var constant: Value? {
    if case .constant(let value) = program.plan { value } else { nil }
  }

  /// The value of a part that is written out, `'yes'`, `-3`, `money('5')`; `nil` for anything else.
  package func literal(_ part: Syntax) -> Value? {
    switch part.kind {
    case .literal(let value): value
    case .negate(let operand):
      if case .literal(.int(let number)) = operand.kind { .int(-number) } else { nil }
    default: written[part.id] ?? (part.id == syntax.id ? constant : nil)
    }
  }

  /// What a comparison of two values that are written out always gives, as in `1 > 2`; `nil` for
  /// anything else.
  package func writtenTruth(_ part: Syntax) -> Bool? {
    guard case .binary(let sign, let left, let right, _) = part.kind, sign.isComparison,
      let one = literal(left), let other = literal(right)
    else { return nil }
    var steps = ExpressionLimit.steps.most
    guard case .bool(let truth) = sign.result(one, other, steps: &steps) else { return nil }
    return truth
  }

  /// The names of the variables that its evaluation may ask for, each once.
  package var slots: [String] { program.variables }

  /// The names of the variables it reads, each once, in the order of places.
  package var variables: [String] {
    var seen: Set<String> = []
    return reads.map(\.name).filter { seen.insert($0).inserted }
  }
}
