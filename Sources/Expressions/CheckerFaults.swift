import SourceText
import Wording

// What the checker says about names and fields, in one place.

extension Checker {
  private func check(
    _ code: ExpressionFault.Code, at range: Range<Int>, zh: String, en: String
  ) -> ExpressionFault {
    ExpressionFault(.check, code, at: range, zh: zh, en: en)
  }

  /// `；是不是想写 a 或 b？`, empty where nothing is near.
  private func suggestion(_ word: String, among names: some Sequence<String>) -> BilingualText {
    let near = word.utf8.count > 1 ? nearestNames(to: word, among: Set(names)) : []
    guard !near.isEmpty else { return BilingualText(zh: "", en: "") }
    return BilingualText(
      zh: "；是不是想写 \(near.joined(separator: " 或 "))？",
      en: "; did you mean \(near.joined(separator: " or "))?")
  }

  func unknownName(_ name: String, at range: Range<Int>) -> ExpressionFault {
    switch name {
    case "True", "TRUE", "False", "FALSE":
      return check(
        .unknownName, at: range, zh: "请写小写的 \(name.lowercased())", en: "write \(name.lowercased())")
    case "None", "nil", "undefined":
      return check(
        .unknownName, at: range, zh: "没有 \(name)；判断有没有回答请写 answered(变量)",
        en: "there is no \(name); write answered(variable)")
    case "_":
      return check(.unknownName, at: range, zh: "没有变量 _", en: "there is no variable _")
    default: break
    }
    let names = Array(scope.variables.keys) + scope.locals.map(\.name)
    let near = suggestion(name, among: names)
    let quoted =
      near.zh.isEmpty
      ? BilingualText(
        zh: "；文字要放在引号里：'\(name)'", en: "; a text stands in quotes: '\(name)'") : near
    return check(
      .unknownName, at: range, zh: "没有变量 \(name)\(quoted.zh)",
      en: "there is no variable \(name)\(quoted.en)")
  }

  func unknownField(_ field: Syntax.Name, of record: RecordType) -> ExpressionFault {
    let near = suggestion(field.text, among: record.fields.map(\.name))
    let all = record.fields.map(\.name).joined(separator: ", ")
    return check(
      .unknownField, at: field.range,
      zh: "\(record.name) 没有字段 \(field.text)\(near.zh.isEmpty ? "；它有 \(all)" : near.zh)",
      en:
        "\(record.name) has no field \(field.text)\(near.en.isEmpty ? "; it has \(all)" : near.en)")
  }

  func noFields(_ type: ExpressionType, _ field: Syntax.Name) -> ExpressionFault {
    check(
      .type, at: field.range, zh: "\(type.label.zh)没有字段，不能读 .\(field.text)",
      en: "\(type.label.en) has no fields; .\(field.text) can't be read")
  }

  func unknownFunction(_ name: Syntax.Name) -> ExpressionFault {
    if let special = Checker.foreignFunctions[name.text] {
      return check(.notInProfile, at: name.range, zh: special.zh, en: special.en)
    }
    if !scope.environment.functions(name.text, .member).isEmpty {
      return check(
        .unknownFunction, at: name.range, zh: "\(name.text) 要写在值的后面：x.\(name.text)(…)",
        en: "\(name.text) stands behind a value: x.\(name.text)(…)")
    }
    if scope.variables[name.text] != nil {
      return check(
        .unknownFunction, at: name.range, zh: "\(name.text) 是变量，不是函数；去掉后面的括号",
        en: "\(name.text) is a variable, not a function; drop the parentheses")
    }
    let globals = scope.environment.functions.filter { $0.style == .global }.map(\.name)
    let near = suggestion(name.text, among: globals + ["has", "answered"])
    return check(
      .unknownFunction, at: name.range, zh: "没有函数 \(name.text)\(near.zh)",
      en: "there is no function \(name.text)\(near.en)")
  }

  /// A dotted call whose first words are neither variable nor namespace, or whose last is unknown.
  func unknownNamespaced(
    _ words: [String], _ name: Syntax.Name, _ target: Syntax
  ) -> ExpressionFault {
    let dotted = (words + [name.text]).joined(separator: ".")
    let functions = scope.environment.functions.filter { $0.style == .global }.map(\.name)
    let namespace = words.joined(separator: ".") + "."
    if functions.contains(where: { $0.hasPrefix(namespace) }) {
      let near = suggestion(dotted, among: functions)
      return check(
        .unknownFunction, at: name.range, zh: "没有函数 \(dotted)\(near.zh)",
        en: "there is no function \(dotted)\(near.en)")
    }
    let near = suggestion(dotted, among: functions)
    guard near.zh.isEmpty else {
      return check(
        .unknownFunction, at: target.range.lowerBound..<name.range.upperBound,
        zh: "没有函数 \(dotted)\(near.zh)", en: "there is no function \(dotted)\(near.en)")
    }
    return unknownName(words.joined(separator: "."), at: target.range)
  }

  func unknownMember(_ name: Syntax.Name) -> ExpressionFault {
    if let special = Checker.foreignFunctions[name.text] {
      return check(.notInProfile, at: name.range, zh: special.zh, en: special.en)
    }
    if !scope.environment.functions(name.text, .global).isEmpty {
      return check(
        .unknownFunction, at: name.range, zh: "\(name.text) 要写在前面：\(name.text)(x)",
        en: "\(name.text) stands in front: \(name.text)(x)")
    }
    let members = scope.environment.functions.filter { $0.style == .member }.map(\.name)
    let macros = Syntax.Macro.Kind.allCases.map(\.rawValue)
    if macros.contains(name.text) || name.text == "existsOne" {
      return check(
        .macroForm, at: name.range, zh: "\(name.text) 要写成 list.\(name.text)(x, 对 x 的条件或结果)",
        en: "\(name.text) is written list.\(name.text)(x, condition or result for x)")
    }
    let near = suggestion(name.text, among: members + macros)
    return check(
      .unknownFunction, at: name.range, zh: "没有 .\(name.text)() 这个函数\(near.zh)",
      en: "there is no function .\(name.text)()\(near.en)")
  }

  func missingContext(
    _ function: Function, _ variable: String, at range: Range<Int>
  ) -> ExpressionFault {
    check(
      .unknownName, at: range, zh: "\(function.name) 要用到变量 \(variable)，这里没有它",
      en: "\(function.name) needs the variable \(variable), which is not there")
  }

  func mixedElements(
    _ one: ExpressionType, _ other: ExpressionType, at range: Range<Int>
  ) -> ExpressionFault {
    check(
      .discouraged, at: range, zh: "这里混了\(one.label.zh)和\(other.label.zh)：写错了也查不出来",
      en:
        "\(one.label.en) and \(other.label.en) are mixed here, which hides mistakes from the check")
  }

  func discouraged(_ name: String, at range: Range<Int>) -> ExpressionFault {
    check(
      .discouraged, at: range, zh: "流程里请不要用 \(name)：写错了也查不出来",
      en: "do without \(name) in a flow: it hides mistakes from the check")
  }

  /// Functions of CEL or of other languages that people try, and what to write instead.
  private static let foreignFunctions: [String: BilingualText] = [
    "matches": BilingualText(
      zh: "没有正则表达式；请用 contains、startsWith、endsWith",
      en: "there are no regular expressions; use contains, startsWith, endsWith"),
    "timestamp": BilingualText(
      zh: "没有时刻；日期请写 date('2026-03-01')", en: "there are no timestamps; write date('2026-03-01')"),
    "duration": BilingualText(
      zh: "没有时长；几天后请写 d + 7", en: "there are no durations; seven days later is d + 7"),
    "uint": BilingualText(zh: "没有无符号整数；请用 int", en: "there are no unsigned numbers; use int"),
    "bytes": BilingualText(zh: "没有字节串；请用文字", en: "there are no byte strings; use texts"),
    "length": BilingualText(zh: "长度请写 x.size()", en: "for the length write x.size()"),
    "len": BilingualText(zh: "长度请写 size(x)", en: "for the length write size(x)"),
    "count": BilingualText(zh: "个数请写 size(x)", en: "for the count write size(x)"),
    "includes": BilingualText(
      zh: "请写 x.contains('…')，或 '…' in list", en: "write x.contains('…'), or '…' in list"),
    "toLowerCase": BilingualText(zh: "请写 x.lowerAscii()", en: "write x.lowerAscii()"),
    "toUpperCase": BilingualText(zh: "请写 x.upperAscii()", en: "write x.upperAscii()"),
    "now": BilingualText(zh: "今天请用变量 today", en: "for the day write today"),
    "selected": BilingualText(zh: "请写 'a' in v", en: "write 'a' in v"),
  ]
}
