import Testing

@testable import FlowLanguage

private func pieces(_ text: String) -> [String] {
  TemplateParser(text).pieces.map { piece in
    switch piece {
    case .literal(let words): "'\(words)'"
    case .expression(let range, let fallback):
      String(decoding: Array(text.utf8)[range], as: UTF8.self) + (fallback.map { "|\($0)" } ?? "")
    }
  }
}

@Suite struct TemplateParserTests {
  @Test(arguments: [
    ("plain", ["'plain'"]),
    ("a {x} b", ["'a '", "x", "' b'"]),
    ("{ sms.name | 该平台 }", ["sms.name|该平台"]),
    ("{{x}}", ["'{x}'"]),
    ("{a || b}", ["a || b"]),
    ("{f('}|')}", ["f('}|')"]),
    ("{[1, 2].map(x, x)}{{", ["[1, 2].map(x, x)", "'{'"]),
    ("{x |}", ["x|"]),
    ("{f({'a': 1})}", ["f({'a': 1})"]),
  ])
  func `a text is split at its braces`(text: String, expected: [String]) {
    #expect(pieces(text) == expected)
    #expect(TemplateParser(text).faults.isEmpty)
  }

  @Test(arguments: ["{x", "x}", "{}", "{ | y}", "{'x}"])
  func `braces that do not pair are reported`(text: String) {
    #expect(TemplateParser(text).faults.count == 1)
  }
}
