import Expressions
import FlowChecking
import FlowEngine
import FlowLanguage
import FlowTesting
import MoneyAndDates
import SourceText
import Wording

extension FuzzTarget {
  private static let variables: [String: ExpressionType] = [
    "today": .date, "lang": .string, "n": .int, "x": .double, "flag": .bool, "paid": .money,
    "due": .date, "words": .list(.string), "sms": .string,
  ]

  private static let values: [String: Value] = [
    "today": .date(SourceFiles.day), "lang": .string("zh"), "n": .int(37), "x": .double(0.5),
    "flag": .bool(true), "paid": .money(Money(fen: 123_456)), "due": .date(SourceFiles.day),
    "words": .list([.string("一"), .string("two")]),
    "sms": .string("【安心消费】您已逾期37天，应还3,200.50元，回T退订"),
  ]

  /// An expression: parsed, checked, evaluated, printed.
  static let expressions = FuzzTarget(name: "expressions") { bytes in
    let source = String(decoding: bytes, as: UTF8.self)
    switch Expression.check(source, environment: SourceFiles.environment, variables: variables) {
    case .failure(let faults):
      Law.holds(!faults.faults.isEmpty, "a refusal names a fault")
      for fault in faults.faults {
        Law.holds(
          fault.range.lowerBound >= 0 && fault.range.upperBound <= source.utf8.count,
          "a fault lies in the text")
      }
    case .success(let checked):
      let value = checked.evaluate(variables: { values[$0] }, stepBudget: 20_000)
      let again = checked.evaluate(variables: { values[$0] }, stepBudget: 20_000)
      for language in Language.allCases {
        Law.holds(
          value.printed(in: language) == again.printed(in: language), "the same value twice")
      }
    }
  }

  /// A flow file: read, checked; where nothing is wrong with it, walked through.
  static let flows = FuzzTarget(name: "flows") { bytes in
    let source = SourceText(name: "fuzz.flow.yaml", utf8: bytes)
    let environment = SourceFiles.environment
    let (library, diagnostics) = FlowChecker.check(flows: [source], environment: environment)
    for diagnostic in diagnostics {
      Law.holds(
        diagnostic.range.start >= 0 && diagnostic.range.end <= bytes.count,
        "a fault lies in the file")
      Law.holds(
        !diagnostic.line(in: .zh).unicodeScalars.contains(where: \.steersTerminal),
        "a diagnostic steers the terminal")
      _ = diagnostic.excerpt(from: source)
    }
    guard !diagnostics.contains(where: { $0.severity == .error }), let flow = library.flows.first,
      let program = FlowProgram.compile(flow, in: library, environment: environment).program
    else { return }
    walk(program, seed: UInt64(bytes.count))
  }

  /// A flow without faults never stops with one, whatever is answered.
  private static func walk(_ program: FlowProgram, seed: UInt64) {
    let classes = AnswerClasses([program])
    var generator = SplitMix(seed: seed)
    for language in Language.allCases {
      var interview = Interview(
        ProgramLibrary([program]), flow: program.flow.id, today: SourceFiles.day,
        language: language)
      for _ in 0..<40 {
        switch interview.state {
        case .asking(let question):
          _ = question.text(in: language)
          let answers = classes.answers(to: question, on: SourceFiles.day)
          guard let answer = generator.pick(answers) else { return }
          interview.answer(answer, on: SourceFiles.day)
        case .reviewing: interview.answer(.confirmed, on: SourceFiles.day)
        case .ended(let page):
          _ = page.title(in: language)
          _ = page.deadlines(in: language)
          _ = page.steps(in: language)
          return
        case .stopped(let fault): fatalError("a sound flow stopped: \(fault.message.en)")
        }
      }
    }
  }
}
