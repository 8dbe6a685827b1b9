import Testing

@testable import Expressions

struct ParserTests {
  /// The tree in brackets, to see what belongs to what.
  private func tree(_ source: String) -> String {
    switch Expression.parse(source) {
    case .success(let expression): drawn(expression.syntax)
    case .failure(let faults): "fault: \(faults.faults.map(\.code.rawValue))"
    }
  }

  private func drawn(_ syntax: Syntax) -> String {
    let parts = syntax.children.map(drawn)
    return switch syntax.kind {
    case .literal(let value): shown(value)
    case .name(let name): (name.isAbsolute ? "." : "") + name.text
    case .select(_, let field): "\(parts[0]).\(field.text)"
    case .has(_, let field): "has(\(parts[0]).\(field.text))"
    case .index: "\(parts[0])[\(parts[1])]"
    case .call(let name, let target, _):
      target == nil
        ? "\(name.text)(\(parts.joined(separator: " ")))"
        : "\(parts[0]):\(name.text)(\(parts.dropFirst().joined(separator: " ")))"
    case .not: "(! \(parts[0]))"
    case .negate: "(- \(parts[0]))"
    case .binary(let sign, _, _, _): "(\(parts[0]) \(sign.rawValue) \(parts[1]))"
    case .and: "(&& \(parts.joined(separator: " ")))"
    case .or: "(|| \(parts.joined(separator: " ")))"
    case .conditional: "(? \(parts.joined(separator: " ")))"
    case .list: "[\(parts.joined(separator: " "))]"
    case .map: "{\(parts.joined(separator: " "))}"
    case .macro(let macro):
      "\(macro.kind.rawValue)<\(macro.variables.map(\.text).joined(separator: ","))>(\(parts.joined(separator: " ")))"
    case .bind(let name, _, _): "bind<\(name.text)>(\(parts.joined(separator: " ")))"
    case .answered(let name): "answered<\(name.text)>"
    }
  }

  @Test(
    arguments: [
      ("1 + 2 * 3", "(1 + (2 * 3))"), ("1 - 2 - 3", "((1 - 2) - 3)"),
      ("(1 + 2) * 3", "((1 + 2) * 3)"),
      ("a && b && c || d", "(|| (&& a b c) d)"), ("a || b && c", "(|| a (&& b c))"),
      ("!a && b", "(&& (! a) b)"), ("-a.b", "(- a.b)"), ("-1", "-1"), ("--1", "(- -1)"),
      ("- 1", "-1"),
      ("-9223372036854775808", "-9223372036854775808"), ("1 -1", "(1 - 1)"),
      ("1 < 2 < 3", "((1 < 2) < 3)"),
      ("a ? b : c ? d : e", "(? a b (? c d e))"), ("a.b[0].c(d)", "a.b[0]:c(d)"), (".a.b", ".a.b"),
      ("a in b == c", "((a in b) == c)"), ("[1, [2],]", "[1 [2]]"),
      ("{'a': 1, b: 2}", "{'a' 1 b 2}"),
      ("f()", "f()"), ("a.`b c`", "a.b c"), ("a.for", "a.for"), ("has(a.b)", "has(a.b)"),
      ("has()", "has()"),
      ("l.all(x, x)", "all<x>(l x)"), ("l.map(x, p, r)", "map<x>(l p r)"),
      ("l.exists(i, v, v)", "exists<i,v>(l v)"),
      ("l.transformMap(k, v, v)", "transformMap<k,v>(l v)"), ("cel.bind(x, 1, x)", "bind<x>(1 x)"),
      ("answered(a)", "answered<a>"), ("l.all(x)", "l:all(x)"), ("all(x, y)", "all(x y)"),
    ])
  func `an expression is read by CEL's grammar`(source: String, expected: String) {
    #expect(tree(source) == expected)
  }

  @Test func `a part knows its place, with its parentheses`() throws {
    let expression = try Expression.parse("(a + b) * 催收".replacing("催收", with: "c")).get()
    #expect(expression.syntax.range == 0..<11)
    #expect(expression.syntax.children.map(\.range) == [0..<7, 10..<11])
    #expect(expression.syntax.children[0].children.map(\.range) == [1..<2, 5..<6])
  }

  @Test func `ids of parts are all different`() throws {
    let expression = try Expression.parse("a.b[0] + f(1, [2, {3: 4}]) - l.map(x, x > 1, -x)[0]")
      .get()
    var ids: [Int] = []
    func collect(_ syntax: Syntax) {
      ids.append(syntax.id)
      syntax.children.forEach(collect)
    }
    collect(expression.syntax)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `without macros their names are ordinary calls`() {
    guard case .success(let syntax) = Parser.parse("has(a) && l.all(x, y)", macros: false) else {
      Issue.record("not read")
      return
    }
    #expect(drawn(syntax) == "(&& has(a) l:all(x y))")
  }
}
