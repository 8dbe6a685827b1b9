import MoneyAndDates

extension Environment {
  /// `sum`, `max` and `min` of lists of amounts and numbers; the latter two also of days.
  ///
  /// The sum of an empty list is 0 of its type; it has no greatest and no least element.
  static let totalFunctions: [Function] =
    [
      total(.money, zero: .money(.zero), "sum([money('1.5'), money('2')])", "money('3.50')"),
      total(.int, zero: .int(0), "sum([1, 2, 3])", "6"),
      total(.double, zero: .double(0), "sum([0.5, 1.5])", "2.0"),
    ]
    + [
      ExpressionType.money, .int, .double, .date,
    ].flatMap { type in
      [
        extreme("max", of: type, .after, zh: "最大的一个", en: "the greatest element"),
        extreme("min", of: type, .before, zh: "最小的一个", en: "the least element"),
      ]
    }

  private static func total(
    _ type: ExpressionType, zero: Value, _ example: String, _ expected: String
  ) -> Function {
    .global(
      "sum", [.list(type)], type, zh: "加起来的总数", en: "the sum of the elements",
      .init(example, gives: expected)
    ) { arguments in
      guard case .list(let elements) = arguments[0] else { return arguments[0] }
      var sum = zero
      var steps = Int.max
      for element in elements {
        guard element.fits(type) else {
          return .failed(.noSuchOperation("sum", types: "list(\(element.typeName))"))
        }
        sum = BinaryOperator.plus.result(sum, element, steps: &steps)
        if sum.isErrorOrUnknown { return sum }
      }
      return sum
    }
  }

  private static func extreme(
    _ name: String, of type: ExpressionType, _ order: Order, zh: String, en: String
  ) -> Function {
    .global(name, [.list(type)], type, zh: zh, en: en, extremeExamples[name + type.name]) {
      guard case .list(let elements) = $0[0] else { return $0[0] }
      guard var best = elements.first else { return .failed(.outOfRange("\(name)([])")) }
      for element in elements {
        guard element.fits(type) else {
          return .failed(.noSuchOperation(name, types: "list(\(element.typeName))"))
        }
        if Order(element, best) == order { best = element }
      }
      return best
    }
  }

  private static let extremeExamples: [String: Function.Example] = [
    "maxmoney": .init("max([money('1'), money('2.5')])", gives: "money('2.50')"),
    "minmoney": .init("min([money('1'), money('2.5')])", gives: "money('1')"),
    "maxint": .init("max([3, 5, 4])", gives: "5"),
    "minint": .init("min([3, 5, 4])", gives: "3"),
    "maxdouble": .init("max([0.5, 1.5])", gives: "1.5"),
    "mindouble": .init("min([0.5, 1.5])", gives: "0.5"),
    "maxdate": .init("max([date('2026-01-01'), date('2026-01-02')])", gives: "date('2026-01-02')"),
    "mindate": .init("min([date('2026-01-01'), date('2026-01-02')])", gives: "date('2026-01-01')"),
  ]
}
