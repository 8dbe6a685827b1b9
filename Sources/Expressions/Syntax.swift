/// A part of an expression as it is written: a node of the syntax tree, with its place.
package struct Syntax: Sendable {
  /// A word of the expression with its place.
  package struct Name: Hashable, Sendable {
    /// The word.
    package let text: String
    /// Its place, in Unicode scalars.
    package let range: Range<Int>
    /// Whether a dot before it (`.x`) keeps local names and the container out.
    package var isAbsolute = false
  }

  /// What a part is.
  package indirect enum Kind: Sendable {
    /// A literal: null, bool, int, double or string.
    case literal(Value)
    /// A variable, or the first word of a dotted name.
    case name(Name)
    /// `of.field`; also the later words of a dotted name.
    case select(of: Syntax, field: Name)
    /// `has(of.field)`.
    case has(of: Syntax, field: Name)
    /// `of[position]`.
    case index(of: Syntax, position: Syntax)
    /// `function(arguments)` or `target.function(arguments)`; a dotted function's namespace is a
    /// target here.
    case call(Name, target: Syntax?, arguments: [Syntax])
    /// `!operand`.
    case not(Syntax)
    /// `-operand`.
    case negate(Syntax)
    /// `left sign right`; the range is that of the sign.
    case binary(BinaryOperator, Syntax, Syntax, sign: Range<Int>)
    /// `a && b && …`, two operands or more.
    case and([Syntax])
    /// `a || b || …`, two operands or more.
    case or([Syntax])
    /// `condition ? then : else`.
    case conditional(Syntax, then: Syntax, else: Syntax)
    /// `[a, b, …]`.
    case list([Syntax])
    /// `{key: value, …}`.
    case map([MapEntry])
    /// A macro over a list or a map.
    case macro(Macro)
    /// `cel.bind(name, value, body)`.
    case bind(Name, value: Syntax, body: Syntax)
    /// `answered(variable)`.
    case answered(Name)
  }

  /// `key: value` in a map.
  package struct MapEntry: Sendable {
    /// The key.
    package let key: Syntax
    /// The value.
    package let value: Syntax
  }

  /// `list.all(x, x > 0)` and its kind.
  package struct Macro: Sendable {
    /// Which macro.
    package enum Kind: String, Sendable, CaseIterable {
      /// Whether a condition holds for each element.
      case all
      /// Whether it holds for one at least.
      case exists
      /// Whether it holds for exactly one; also written `existsOne`.
      case existsOne = "exists_one"
      /// The elements for which it holds.
      case filter
      /// A list made from each element.
      case map
      /// A list made from each position and element.
      case transformList
      /// A map with the same keys and values made from them.
      case transformMap
    }

    /// Which macro.
    package let kind: Kind
    /// What it goes through: a list, or a map (by its keys).
    package let range: Syntax
    /// The names of the loop: the element, or position (or key) and element.
    package let variables: [Name]
    /// The condition of the longer form of `map`, `transformList`, `transformMap`.
    package let filter: Syntax?
    /// The condition or the result, evaluated for each element.
    package let body: Syntax
    /// The place of the macro's name.
    package let nameRange: Range<Int>
  }

  /// Its position in tables by part: 0 up to the number of parts.
  package let id: Int
  /// Its place, in Unicode scalars from the start of the expression.
  package let range: Range<Int>
  /// What it is.
  package let kind: Kind
  /// How many parts stand inside each other at most, this one counted.
  let depth: Int
  /// How many macros stand inside each other at most, this one counted.
  let macroDepth: Int

  init(id: Int, range: Range<Int>, kind: Kind) {
    self.id = id
    self.range = range
    self.kind = kind
    let children = kind.children
    depth = 1 + (children.map(\.depth).max() ?? 0)
    switch kind {
    case .macro(let macro):
      let inside = max(macro.filter?.macroDepth ?? 0, macro.body.macroDepth)
      macroDepth = max(macro.range.macroDepth, 1 + inside)
    default: macroDepth = children.map(\.macroDepth).max() ?? 0
    }
  }
}

/// A sign between two operands, other than `&&` and `||`.
package enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  /// `==`
  case equal = "=="
  /// `!=`
  case notEqual = "!="
  /// `<`
  case less = "<"
  /// `<=`
  case lessOrEqual = "<="
  /// `>`
  case greater = ">"
  /// `>=`
  case greaterOrEqual = ">="
  /// `in`
  case isIn = "in"
  /// `+`
  case plus = "+"
  /// `-`
  case minus = "-"
  /// `*`
  case times = "*"
  /// `/`
  case dividedBy = "/"
  /// `%`
  case remainder = "%"

  /// Whether it compares for equality or order.
  package var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }

  /// The same comparison with its sides exchanged: `<` for `>`; other signs stay.
  package var mirrored: BinaryOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}

extension Syntax {
  /// The parts directly inside this one, in the order they are written.
  package var children: [Syntax] { kind.children }

  /// The words of a name, `a.b.c`; `nil` for anything else.
  package var dottedName: (words: [String], isAbsolute: Bool)? {
    switch kind {
    case .name(let name): ([name.text], name.isAbsolute)
    case .select(let operand, let field):
      operand.dottedName.map { ($0.words + [field.text], $0.isAbsolute) }
    default: nil
    }
  }

  /// The name of a part that is nothing but one, without a dot before or inside.
  package var simpleName: Name? {
    if case .name(let name) = kind, !name.isAbsolute { name } else { nil }
  }
}

extension Syntax {
  /// The same part with a larger place, that of the parentheses around it.
  func widened(from start: Int, to end: Int) -> Syntax {
    Syntax(id: id, range: start..<max(start, end), kind: kind)
  }
}

extension Syntax.Kind {
  /// The parts directly inside, in the order they are written.
  package var children: [Syntax] {
    switch self {
    case .literal, .name, .answered: []
    case .select(let operand, _), .has(let operand, _), .not(let operand), .negate(let operand):
      [operand]
    case .index(let operand, let position): [operand, position]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .binary(_, let left, let right, _): [left, right]
    case .and(let parts), .or(let parts), .list(let parts): parts
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .macro(let macro): [macro.range] + (macro.filter.map { [$0] } ?? []) + [macro.body]
    case .bind(_, let value, let body): [value, body]
    }
  }
}
