import Expressions
import FlowLanguage
import MoneyAndDates
import SourceText
import Testing
import Wording

@testable import FlowEngine

@Suite struct LetterFillingTests {
  private static let flow = """
    schema: 1
    flow: sample.letter
    version: 1
    title: {zh: "信", en: "Letter"}
    start: name
    vars:
      name: {type: text}
      owed: {type: money}
      kinds: {type: multi, options: {threat: {zh: "威胁", en: "Threats"}, often: {zh: "太多", en: "Too many"}}}
    nodes:
      name: {ask: text, text: {zh: "谁？", en: "Who?"}, set: {name: "answer"}, skip: {}, next: owed}
      owed: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {owed: "answer"}, skip: {}, next: kinds}
      kinds: {ask: multi, of: kinds, text: {zh: "哪些？", en: "Which?"}, set: {kinds: "answer"}, skip: {}, next: done}
      done: {outcome: done, title: {zh: "完", en: "Done"}, letters: [sample]}
    """

  private static let letter = """
    ---
    id: sample
    title: "样信"
    addressee: "对方"
    fields:
      lender: {zh: "机构全称", en: "the institution", from: "name"}
      your_name: {zh: "你的姓名", en: "your name"}
      kinds: {zh: "做过的事", en: "what they did", from: "size(kinds) == 0 ? '' : '有'"}
    ---
    致：{{lender}}

    本人{{your_name}}，欠款{{owed}}。行为：{{kinds}}。
    签名：{{your_name}}
    """

  private func filled(_ answers: AnswerValue...) throws -> FilledLetter {
    let (flow, faults) = FlowReader.read(
      SourceText(name: "letter.flow.yaml", text: LetterFillingTests.flow))
    let (letter, letterFaults) = LetterReader.read(
      SourceText(name: "sample.zh.md", text: LetterFillingTests.letter))
    try #require((faults + letterFaults).filter { $0.severity == .error }.isEmpty)
    let library = FlowLibrary(flows: [try #require(flow)], letters: [try #require(letter)])
    let (program, found) = FlowProgram.compile(
      try #require(flow), in: library, environment: .standard)
    var interview = Interview(
      ProgramLibrary([try #require(program, "\(found.map { $0.line(in: .en) })")]),
      flow: "sample.letter", today: SampleFlows.day, language: .zh)
    for answer in answers { interview.answer(answer, on: SampleFlows.day) }
    return try #require(interview.outcome?.filledLetter("sample", in: .zh))
  }

  @Test func `what is known is filled in, the rest is a blank with its label`() throws {
    let letter = try filled(.text("青禾公司"), .money(Money(fen: 320_050)), .options(["often"]))
    #expect(
      letter.text == """
        致：青禾公司

        本人＿＿＿＿（你的姓名），欠款3,200.50元。行为：有。
        签名：＿＿＿＿（你的姓名）

        """)
    #expect(Set(letter.blanks) == ["你的姓名"])
  }

  @Test(arguments: [AnswerValue.skipped, .text(" "), .text("\u{200B}\u{202E}"), .text("\u{1B}")])
  func `what is unknown or empty is never nothing and never a default`(name: AnswerValue) throws {
    let letter = try filled(name, .skipped, .options([]))
    #expect(letter.text.contains("致：＿＿＿＿（机构全称）"))
    #expect(letter.text.contains("欠款＿＿＿＿（owed）"))
    #expect(letter.text.contains("行为：＿＿＿＿（做过的事）"))
    #expect(!letter.text.contains("0.00"))
  }

  @Test(arguments: [
    "{{your_name}}", "{{{your_name}}}", "{{#lender}}x{{/lender}}", "{{> sample}}", "{{! x }}",
    "{{=<% %>=}}", "&amp;<b>", "\\", "{owed}", "$1",
  ])
  func `a value that looks like a template stays text`(value: String) throws {
    let letter = try filled(.text(value), .skipped, .skipped)
    #expect(letter.text.hasPrefix("致：\(value)\n"))
    #expect(letter.text.contains("本人＿＿＿＿（你的姓名）"))
  }

  @Test func `a value can't steer the terminal`() throws {
    let letter = try filled(.text("青\u{1B}[2J\u{202E}禾\u{9B}"), .skipped, .skipped)
    #expect(letter.text.hasPrefix("致：青[2J禾\n"))
    #expect(letter.text.utf8.elementsEqual(letter.text.safeForTerminal.utf8))
  }

  @Test func `a very long value is filled in whole`() throws {
    let value = String(repeating: "{{长}}", count: 2_000)
    #expect(try filled(.text(value), .skipped, .skipped).text.contains(value))
  }
}
