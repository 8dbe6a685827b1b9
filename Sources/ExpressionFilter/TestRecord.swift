import Expressions

/// One test: an expression, the names it may use and their values.
struct TestRecord: Decodable {
  /// A declared variable or function.
  struct Declaration: Decodable {
    struct Overload: Decodable {
      let params: [String]
      let result: String
      let receiver: Bool
    }

    let name: String
    let type: String?
    let overloads: [Overload]?
  }

  let id: String
  let expr: String
  let container: String?
  let disableMacros: Bool?
  let disableCheck: Bool?
  let checkOnly: Bool?
  let typeEnv: [Declaration]?
  let bindings: [String: TaggedValue]?

  private enum CodingKeys: String, CodingKey {
    case id, expr, container, bindings
    case disableMacros = "disable_macros"
    case disableCheck = "disable_check"
    case checkOnly = "check_only"
    case typeEnv = "type_env"
  }

  /// The test's answer.
  var answer: TestAnswer {
    let mode = Expression.Mode(
      container: container ?? "", macros: disableMacros != true, checks: disableCheck != true)
    let checked = Expression.check(
      expr, environment: environment, variables: variables, mode: mode)
    switch checked {
    case .failure(let faults): return TestAnswer(id: id, faults: faults, source: expr)
    case .success(let expression):
      let type = TypeText.written(expression.type)
      if checkOnly == true { return TestAnswer(id: id, type: type) }
      let value = expression.evaluate { bindings?[$0]?.value }
      return TestAnswer(id: id, type: type, value: value, source: expr)
    }
  }

  /// The variables declared, and those that only have a value.
  private var variables: [String: ExpressionType] {
    var types = (bindings ?? [:]).mapValues { _ in ExpressionType.dyn }
    for declaration in typeEnv ?? [] {
      if let type = declaration.type { types[declaration.name] = TypeText.type(type) }
    }
    return types
  }

  private var environment: Environment {
    let functions = (typeEnv ?? []).flatMap { declaration in
      (declaration.overloads ?? []).map { overload in
        Function(
          declaration.name, overload.receiver ? .member : .global,
          parameters: overload.params.map(TypeText.type), result: TypeText.type(overload.result),
          summary: .init(zh: "测试里声明的函数", en: "a function the test declares")
        ) { _, _ in
          .error(.function(zh: "测试只声明了这个函数", en: "the test only declares this function"))
        }
      }
    }
    return functions.isEmpty ? .standard : Environment.standard.adding(functions: functions)
  }
}
