/// An expression ready to be evaluated: names are slots, functions are found, constants are folded.
indirect enum Plan: Sendable {
  case constant(Value)
  /// A variable of the caller, by slot.
  case variable(Int)
  /// A name of a macro, by slot.
  case local(Int)
  case select(Plan, field: String, Range<Int>)
  case has(Plan, field: String, Range<Int>)
  case index(Plan, Plan, Range<Int>)
  case not(Plan, Range<Int>)
  case negate(Plan, Range<Int>)
  case binary(BinaryOperator, Plan, Plan, Range<Int>)
  case and([Plan])
  case or([Plan])
  case conditional(Plan, then: Plan, else: Plan, Range<Int>)
  case list([Plan], Range<Int>)
  case map([(key: Plan, value: Plan)], Range<Int>)
  case call(Call, [Plan])
  case loop(Loop)
  case bind(slot: Int, value: Plan, body: Plan)
  case answered(Int)
  case failure(EvaluationError)

  /// A call with the functions that may be meant; more than one only where types are open.
  struct Call: Sendable {
    let name: String
    let functions: [Function]
    /// Slots of the variables that the functions read besides their arguments.
    let reads: [(name: String, slot: Int)]
    let place: Range<Int>
  }

  /// A macro over a list or map.
  struct Loop: Sendable {
    let kind: Syntax.Macro.Kind
    let range: Plan
    /// Slot of the element, or of the position or key where there are two names.
    let first: Int
    /// Slot of the element where there are two names.
    let second: Int?
    let filter: Plan?
    let body: Plan
    let place: Range<Int>
  }
}

/// A plan with the names behind its slots.
struct Program: Sendable {
  let plan: Plan
  /// The names of the variables by slot.
  let variables: [String]
  /// How many slots the names of macros need.
  let localCount: Int
}
