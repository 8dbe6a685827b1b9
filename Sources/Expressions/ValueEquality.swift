import MoneyAndDates

extension Value {
  /// Whether two values are equal as CEL has it: texts by scalars, numbers across int and double,
  /// NaN unequal to itself, values of different types unequal.
  ///
  /// Records can't be compared: they count as unequal here, and as an error in an expression.
  package static func equal(_ left: Value, _ right: Value) -> Bool {
    var steps = Int.max
    return (try? areEqual(left, right, steps: &steps)) ?? false
  }

  /// The same with a bound on the work, and with an error where the question makes no sense.
  static func areEqual(
    _ left: Value, _ right: Value, steps: inout Int
  ) throws(EvaluationError) -> Bool {
    steps -= 1 + left.textCost
    guard steps >= 0 else { throw EvaluationError(.limit(.steps)) }
    switch (left, right) {
    case (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.int(let left), .int(let right)): return left == right
    case (.double(let left), .double(let right)): return left == right
    case (.int(let left), .double(let right)): return Double(left) == right
    case (.double(let left), .int(let right)): return left == Double(right)
    case (.string(let left), .string(let right)): return left.hasSameScalars(as: right)
    case (.money, _), (_, .money): return Order(left, right) == .same
    case (.date(let left), .date(let right)): return left == right
    case (.rate(let left), .rate(let right)): return left == right
    case (.type(let left), .type(let right)): return left == right
    case (.list(let left), .list(let right)): return try areEqual(left, right, steps: &steps)
    case (.map(let left), .map(let right)): return try areEqual(left, right, steps: &steps)
    case (.record(let record), .record):
      throw EvaluationError(.noSuchOperation("==", types: record.recordType))
    default: return false
    }
  }

  private static func areEqual(
    _ left: [Value], _ right: [Value], steps: inout Int
  ) throws(EvaluationError) -> Bool {
    guard left.count == right.count else { return false }
    for (one, other) in zip(left, right) {
      guard try areEqual(one, other, steps: &steps) else { return false }
    }
    return true
  }

  private static func areEqual(
    _ left: MapValue, _ right: MapValue, steps: inout Int
  ) throws(EvaluationError) -> Bool {
    guard left.count == right.count else { return false }
    for (key, value) in left.entries {
      guard let other = right[key], try areEqual(value, other, steps: &steps) else { return false }
    }
    return true
  }
}
