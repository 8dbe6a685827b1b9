import Expressions

/// What a condition proves when it is true or false: `answered(v)` and `has(r.f)`.
struct Narrowing {
  /// Variables and fields, as `"v"` and `"r.f"`, known to be there.
  private(set) var known: Set<String> = []

  /// What an expression proves when it has this value.
  init(_ syntax: Syntax, is value: Bool) {
    switch syntax.kind {
    case .answered(let name):
      if value { known = [name.text] }
    case .has(let operand, let field):
      if value, let words = operand.dottedName?.words {
        known = [(words + [field.text]).joined(separator: ".")]
      }
    case .not(let operand): known = Narrowing(operand, is: !value).known
    case .and(let parts): known = Narrowing.combine(parts, is: value, all: value)
    case .or(let parts): known = Narrowing.combine(parts, is: value, all: !value)
    default: break
    }
  }

  /// Of several parts with this value: what any of them proves, or only what all of them prove.
  private static func combine(_ parts: [Syntax], is value: Bool, all hold: Bool) -> Set<String> {
    let sets = parts.map { Narrowing($0, is: value).known }
    guard let first = sets.first else { return [] }
    return sets.dropFirst().reduce(first) { hold ? $0.union($1) : $0.intersection($1) }
  }
}
