import Expressions
import SourceText
import Synchronization
import Testing
import Wording

@testable import FlowLanguage

private func flow(_ nodes: String) throws -> Flow {
  let text = """
    schema: 1
    flow: test.flow
    version: 1
    title: {zh: "测试", en: "Test"}
    start: a
    vars: {known: {type: tri}, amount: {type: money}, fee: {type: percent, per: day}}
    nodes:

    """
  let (flow, faults) = FlowReader.read(SourceText(name: "t", text: text + nodes))
  #expect(faults.isEmpty)
  return try #require(flow)
}

private func compile(_ flow: Flow, _ letters: [LetterTemplate] = []) -> (
  program: FlowProgram?, diagnostics: [Diagnostic]
) {
  FlowProgram.compile(
    flow, in: FlowLibrary(flows: [flow], letters: letters), environment: .standard)
}

private let end = "  b: {outcome: x, title: {zh: \"完\", en: \"End\"}, letters: [l]}\n"

@Suite struct FlowProgramTests {
  @Test func `the names of an expression are known before it is evaluated`() throws {
    let flow = try flow(
      """
        a:
          ask: money
          text: {zh: "多少？", en: "How much?"}
          check: [{that: "answer > amount && known == lang && today < today", say: {zh: "不", en: "no"}}]
          set: {amount: "answer"}
          next: b

      """ + end)
    let program = try #require(compile(flow).program)
    let check = program.bound(try #require(flow.expressions.first { $0.purpose == .check }))
    let meanings = Dictionary(
      zip(check.checked.slots, check.meanings.map { "\($0)" }), uniquingKeysWith: { $1 })
    #expect(
      meanings == [
        "answer": "answer", "amount": "variable(1)", "known": "variable(0)", "lang": "language",
        "today": "today",
      ])
    #expect(check.target == nil)
    let set = try #require(
      flow.expressions.first {
        $0.purpose == .setFromAnswer(variable: "amount") || $0.purpose == .set(variable: "amount")
      })
    #expect(program.bound(set).target == 1)
  }

  @Test func `every expression is checked in its scope`() throws {
    let flow = try flow(
      """
        a:
          ask: money
          text: {zh: "{today} 多少？{known | 无}", en: "{today} How much? {known | none}"}
          guess: "amount"
          check: [{that: "answer > money('0')", say: {zh: "大于 0", en: "Above 0"}}]
          set: {amount: "answer", known: "lang == 'zh' ? 'yes' : flow"}
          next: b

      """ + end)
    let (program, faults) = compile(flow)
    #expect(faults.map { $0.line(in: .en) } == [])
    let inOrder = flow.expressions.sorted { $0.range.start < $1.range.start }
    let types = try inOrder.map { try #require(program).expression($0).type }
    #expect(types == [.date, .string, .date, .string, .money, .bool, .money, .string])
  }

  @Test(arguments: [
    ("compute: {amount: \"answer\"}, next: b", "undeclared"),
    ("compute: {amount: \"1\"}, next: b", "type"),
    ("compute: {known: \"'a\"}, next: b", "syntax"),
    ("say: {zh: \"{[amount]}\", en: \"ok\"}, next: b", "type"),
    ("ask: percent, per: day, text: {zh: \"?\", en: \"?\"}, guess: \"1.5\", next: b", "type"),
  ])
  func `an expression with an error makes no program`(node: String, check: String) throws {
    let (program, faults) = compile(try flow("  a: {\(node)}\n\(end)"))
    #expect(program == nil)
    #expect(faults.map(\.check) == [check])
  }

  @Test func `a tri takes a bool as a guess`() throws {
    let node = "ask: tri, text: {zh: \"?\", en: \"?\"}, guess: \"amount > money('1')\", next: b"
    #expect(compile(try flow("  a: {\(node)}\n\(end)")).program != nil)
  }

  @Test func `fields of the letters it prints are compiled with it`() throws {
    let text =
      "---\nid: l\ntitle: x\nfields: {f: {zh: 甲, en: A, from: \"amount\"}, g: {zh: 乙, en: B}}\n---\n{{f}}"
    let letter = try #require(
      LetterReader.read(SourceText(name: "l.zh.md", text: text)).letter)
    let flow = try flow("  a: {say: {zh: \"好\", en: \"ok\"}, next: b}\n\(end)")
    let program = try #require(compile(flow, [letter]).program)
    let types = letter.fields.map { program.expression(of: $0, in: letter)?.type }
    #expect(types == [.money, nil])
  }

  @Test func `letters that are read late are read once, and their faults told then`() throws {
    let text = "---\nid: l\ntitle: x\nfields: {f: {zh: 甲, en: A, from: \"nobody\"}}\n---\n{{f}}"
    let letter = try #require(
      LetterReader.read(SourceText(name: "l.zh.md", text: text)).letter)
    let flow = try flow("  a: {say: {zh: \"好\", en: \"ok\"}, next: b}\n\(end)")
    let reads = Mutex(0)
    let told = Mutex<[String]>([])
    let library = FlowLibrary(flows: [flow]) {
      reads.withLock { $0 += 1 }
      return [letter]
    }
    let program = FlowProgram(
      sound: flow, in: library, environment: { .standard },
      orEnd: { fatalError("\($0)") },
      letterFaults: { late in told.withLock { $0 += late.map(\.check) } })
    program.readExpressions()
    #expect(reads.withLock(\.self) == 0)
    for _ in 0..<2 {
      let late = try #require(program.library.letter("l", in: .zh))
      #expect(program.expression(of: late.fields[0], in: late) == nil)
    }
    #expect(reads.withLock(\.self) == 1)
    #expect(told.withLock(\.self) == ["undeclared"])
  }

  @Test func `the expressions of a sound flow are read once, when one is first needed`() throws {
    let flow = try flow("  a: {say: {zh: \"{lang}\", en: \"{lang}\"}, next: b}\n\(end)")
    let reads = Mutex(0)
    let program = FlowProgram(
      sound: flow, in: FlowLibrary(flows: [flow]),
      environment: {
        reads.withLock { $0 += 1 }
        return .standard
      }, orEnd: { fatalError("\($0)") }, letterFaults: { _ in })
    #expect(reads.withLock(\.self) == 0)
    let expression = try #require(flow.expressions.first)
    for _ in 0..<2 { #expect(program.expression(expression).type == .string) }
    #expect(reads.withLock(\.self) == 1)
  }
}
