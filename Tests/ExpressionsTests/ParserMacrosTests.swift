import Testing

@testable import Expressions

struct ParserMacrosTests {
  @Test(
    arguments: [
      ("has(⟦a⟧)", "answered(variable)"), ("has(⟦a['x']⟧)", "'k' in m"),
      ("has(⟦f(a)⟧)", "has(notice"),
      ("l.all(⟦'e'⟧, true)", "simple name"), ("l.exists(⟦a.b⟧, true)", "simple name"),
      ("l.map(⟦.x⟧, true)", "simple name"), ("l.all(x, ⟦x⟧, true)", "differ"),
      ("answered(⟦a.b⟧)", "variable"),
      ("answered(⟦1⟧)", "variable"), ("cel.bind(⟦1⟧, 2, 3)", "simple name"),
    ])
  func `a macro of the wrong form says what form it has`(marked: String, hint: String) throws {
    let (source, ranges) = unmarked(marked)
    let fault = try #require(faults(source).first)
    #expect(fault.phase == .parse)
    #expect(fault.code == .macroForm)
    #expect(fault.range == ranges[0])
    #expect(fault.message.en.contains(hint))
  }
}
