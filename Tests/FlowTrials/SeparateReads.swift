import Expressions

/// An expression in which every read of a variable has a name of its own, so that one sees which
/// of them were made.
///
/// The engine asks for each name once in an evaluation; by the name alone nobody can tell whether
/// `t` was wanted by `answered(t)` or by `t == 'no'` in the same expression.
struct SeparateReads {
  private let expression: CheckedExpression
  private let reads: [String: CheckedExpression.VariableRead]

  /// Of an expression; `nil` where its names tell enough, because no name has guarded and
  /// unguarded reads, or where its text can't be written so.
  init?(of checked: CheckedExpression, in environment: Environment) {
    let guarded = Set(checked.reads.filter(\.isGuarded).map(\.name))
    guard checked.reads.contains(where: { !$0.isGuarded && guarded.contains($0.name) }) else {
      return nil
    }
    var text = Array(checked.source.utf8)
    var reads: [String: CheckedExpression.VariableRead] = [:]
    for (place, read) in checked.reads.enumerated().reversed() {
      let alias = "read\(place)"
      let asks = Array("answered(\(read.name))".utf8)
      guard read.range.upperBound <= text.count else { return nil }
      let written = text[read.range]
      if written.elementsEqual(asks) {
        text.replaceSubrange(read.range, with: Array("answered(\(alias))".utf8))
      } else if written.elementsEqual(read.name.utf8) {
        text.replaceSubrange(read.range, with: Array(alias.utf8))
      } else {
        return nil
      }
      reads[alias] = read
    }
    let mode = Expression.Mode(container: "", macros: true, checks: false)
    guard
      case .success(let expression) = Expression.check(
        String(decoding: text, as: UTF8.self), environment: environment,
        variables: reads.mapValues { _ in .dyn }, mode: mode)
    else { return nil }
    self.expression = expression
    self.reads = reads
  }

  /// The variables without a value that were read though nothing made sure of them.
  func unset(where value: (String) -> Value?) -> Set<String> {
    var unset: Set<String> = []
    _ = expression.evaluate { alias in
      guard let read = reads[alias] else { return nil }
      let known = value(read.name)
      if known == nil, !read.isGuarded { unset.insert(read.name) }
      return known
    }
    return unset
  }
}
