import Expressions

/// Conditions as flows have them, evaluated on ready values.
struct ExpressionPart {
  /// The two expressions and the values they read, as the peers get them too.
  static let simple = "age >= 18 && income * 12 > debt && name != ''"
  static let macro = "amounts.exists(a, a > limit) && amounts.all(a, a >= 0)"

  private static let types: [String: ExpressionType] = [
    "age": .int, "income": .int, "debt": .int, "name": .string, "amounts": .list(.int),
    "limit": .int,
  ]

  private static let values: [String: Value] = [
    "age": .int(35), "income": .int(6000), "debt": .int(50_000), "name": .string("王"),
    "amounts": .list([1, 20, 300, 40, 5, 60, 7, 800].map { Value.int($0) }), "limit": .int(500),
  ]

  var cases: [PerfCase] {
    [("expressions.simple", ExpressionPart.simple), ("expressions.macro", ExpressionPart.macro)]
      .compactMap { name, source in
        guard
          case .success(let checked) = Expression.check(source, variables: ExpressionPart.types)
        else { return nil }
        return PerfCase(name, unit: "evaluation", units: 100) {
          (0..<100).reduce(0) { sum, _ in
            if case .bool(true) = checked.evaluate(variables: { ExpressionPart.values[$0] }) {
              sum + 1
            } else {
              sum
            }
          }
        }
      } + [
        PerfCase("expressions.parse-and-check", unit: "expression") {
          if case .success = Expression.check(
            ExpressionPart.simple, variables: ExpressionPart.types)
          {
            1
          } else {
            0
          }
        }
      ]
  }
}
