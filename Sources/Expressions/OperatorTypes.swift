/// The types a sign between two values works on, and the type it gives.
struct OperatorType {
  let left: ExpressionType
  let right: ExpressionType
  let result: ExpressionType

  private init(_ left: ExpressionType, _ right: ExpressionType, _ result: ExpressionType) {
    self.left = left
    self.right = right
    self.result = result
  }

  /// All the pairs a sign works on.
  ///
  /// Amounts stand beside int and double only to be compared with
  /// numbers written in the expression; the checker sees to that.
  static func all(for sign: BinaryOperator) -> [OperatorType] {
    switch sign {
    case .equal, .notEqual: equality
    case .less, .lessOrEqual, .greater, .greaterOrEqual: order
    case .isIn: membership
    case .plus: sums
    case .minus: differences
    case .times: products
    case .dividedBy: quotients
    case .remainder: remainders
    }
  }

  private static let some = ExpressionType.parameter("A")
  private static let amountsAndNumbers: [OperatorType] = [
    OperatorType(.money, .number, .bool), OperatorType(.number, .money, .bool),
  ]
  private static let equality = [OperatorType(some, some, .bool)] + amountsAndNumbers
  private static let order =
    [ExpressionType.int, .double, .string, .money, .date, .bool].map { OperatorType($0, $0, .bool) }
    + [OperatorType(.int, .double, .bool), OperatorType(.double, .int, .bool)] + amountsAndNumbers
  private static let membership = [
    OperatorType(some, .list(some), .bool),
    OperatorType(some, .map(key: some, value: .parameter("B")), .bool),
  ]
  private static let numbers = [
    OperatorType(.int, .int, .int), OperatorType(.double, .double, .double),
  ]
  private static let sums =
    numbers + [
      OperatorType(.string, .string, .string), OperatorType(.list(some), .list(some), .list(some)),
      OperatorType(.money, .money, .money), OperatorType(.date, .int, .date),
      OperatorType(.int, .date, .date),
    ]
  private static let differences =
    numbers + [
      OperatorType(.money, .money, .money), OperatorType(.date, .int, .date),
      OperatorType(.date, .date, .int),
    ]
  private static let products =
    numbers + [OperatorType(.money, .int, .money), OperatorType(.int, .money, .money)]
  private static let quotients = numbers
  private static let remainders = [OperatorType(.int, .int, .int)]
}
