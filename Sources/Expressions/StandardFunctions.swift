import Wording

extension Environment {
  /// The functions that every environment has.
  static let standardFunctions: [Function] =
    conversionFunctions + sizeFunctions + textFunctions + mathFunctions + totalFunctions

  /// Functions whose value for a literal is made when the expression is checked.
  static let literalFunctions: Set<String> = ["money", "date"]
}

extension Function {
  /// A member function of a standard type.
  static func member(
    _ name: String, _ parameters: [ExpressionType], _ result: ExpressionType, zh: String,
    en: String, _ example: Example, _ implementation: @escaping @Sendable ([Value]) -> Value
  ) -> Function {
    Function(
      name, .member, parameters: parameters, result: result,
      summary: BilingualText(zh: zh, en: en), example: example
    ) { arguments, _ in implementation(arguments) }
  }

  /// A global function on standard types.
  static func global(
    _ name: String, _ parameters: [ExpressionType], _ result: ExpressionType,
    variadic: Bool = false, zh: String, en: String, _ example: Example? = nil,
    _ implementation: @escaping @Sendable ([Value]) -> Value
  ) -> Function {
    Function(
      name, parameters: parameters, isVariadic: variadic, result: result,
      summary: BilingualText(zh: zh, en: en), example: example
    ) { arguments, _ in implementation(arguments) }
  }
}
