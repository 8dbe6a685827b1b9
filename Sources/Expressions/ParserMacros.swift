extension Parser {
  /// A call, or the macro that its name and number of arguments make of it.
  mutating func makeCall(
    _ name: Syntax.Name, target: Syntax?, _ arguments: [Syntax], from start: Int
  ) throws(ExpressionFault) -> Syntax {
    if macros, !name.isAbsolute,
      let kind = try macro(name, target: target, arguments)
    {
      return try make(kind, from: start)
    }
    return try make(.call(name, target: target, arguments: arguments), from: start)
  }

  private func macro(
    _ name: Syntax.Name, target: Syntax?, _ arguments: [Syntax]
  ) throws(ExpressionFault) -> Syntax.Kind? {
    switch (name.text, target, arguments.count) {
    case ("has", nil, 1): return try has(arguments[0])
    case ("answered", nil, 1): return try answered(arguments[0])
    case ("bind", let target?, 3) where target.isName("cel"):
      let variable = try variable(arguments[0])
      return .bind(variable, value: arguments[1], body: arguments[2])
    case ("all", let range?, 2...3): return try loop(.all, over: range, arguments, name)
    case ("exists", let range?, 2...3): return try loop(.exists, over: range, arguments, name)
    case ("exists_one", let range?, 2...3), ("existsOne", let range?, 2...3):
      return try loop(.existsOne, over: range, arguments, name)
    case ("filter", let range?, 2): return try loop(.filter, over: range, arguments, name)
    case ("map", let range?, 2...3):
      return try transform(.map, over: range, arguments, variables: 1, name)
    case ("transformList", let range?, 3...4):
      return try transform(.transformList, over: range, arguments, variables: 2, name)
    case ("transformMap", let range?, 3...4):
      return try transform(.transformMap, over: range, arguments, variables: 2, name)
    default: return nil
    }
  }

  /// A macro whose last argument is a condition and whose others are names.
  private func loop(
    _ kind: Syntax.Macro.Kind, over range: Syntax, _ arguments: [Syntax], _ name: Syntax.Name
  ) throws(ExpressionFault) -> Syntax.Kind {
    .macro(
      Syntax.Macro(
        kind: kind, range: range, variables: try variables(arguments.dropLast()), filter: nil,
        body: arguments[arguments.count - 1], nameRange: name.range))
  }

  /// A macro with names, a condition that may be left out, and a result.
  private func transform(
    _ kind: Syntax.Macro.Kind, over range: Syntax, _ arguments: [Syntax], variables count: Int,
    _ name: Syntax.Name
  ) throws(ExpressionFault) -> Syntax.Kind {
    .macro(
      Syntax.Macro(
        kind: kind, range: range, variables: try variables(arguments.prefix(count)),
        filter: arguments.count > count + 1 ? arguments[count] : nil,
        body: arguments[arguments.count - 1], nameRange: name.range))
  }

  private func variables(_ arguments: ArraySlice<Syntax>) throws(ExpressionFault) -> [Syntax.Name] {
    var names: [Syntax.Name] = []
    for argument in arguments {
      let name = try variable(argument)
      guard !names.contains(where: { $0.text == name.text }) else {
        throw ExpressionFault(
          .parse, .macroForm, at: name.range, zh: "两个循环变量要用不同的名字",
          en: "the two loop names must differ")
      }
      names.append(name)
    }
    return names
  }

  private func variable(_ argument: Syntax) throws(ExpressionFault) -> Syntax.Name {
    guard let name = argument.simpleName else {
      throw ExpressionFault(
        .parse, .macroForm, at: argument.range, zh: "这里要写一个简单的名字，如 x：list.exists(x, x > 0)",
        en: "write a simple name here, such as x: list.exists(x, x > 0)")
    }
    return name
  }

  private func has(_ argument: Syntax) throws(ExpressionFault) -> Syntax.Kind {
    if case .select(let operand, let field) = argument.kind {
      return .has(of: operand, field: field)
    }
    if case .index = argument.kind {
      throw ExpressionFault(
        .parse, .macroForm, at: argument.range, zh: "has() 只能用于字段，如 has(a.b)；判断键请写 'k' in m",
        en: "has() asks for a field, has(a.b); for a key write 'k' in m")
    }
    throw ExpressionFault(
      .parse, .macroForm, at: argument.range,
      zh: "has() 只能用于字段，如 has(notice.deadline)；判断变量有没有回答请写 answered(变量)",
      en: "has() asks for a field, has(notice.deadline); for a variable write answered(variable)")
  }

  private func answered(_ argument: Syntax) throws(ExpressionFault) -> Syntax.Kind {
    guard let name = argument.simpleName else {
      throw ExpressionFault(
        .parse, .macroForm, at: argument.range, zh: "answered() 里要写一个变量的名字",
        en: "answered() takes the name of a variable")
    }
    return .answered(name)
  }
}

extension Syntax {
  fileprivate func isName(_ text: String) -> Bool { simpleName?.text == text }
}
