import ArgumentParser
import ExpressionFilter
import Expressions
import FlowEngine
import SourceText
import Wording

/// `mingbai eval EXPR`, `mingbai eval --jsonl`.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "算一个表达式 / evaluate an expression",
    discussion: """
      例子 / Examples:
        mingbai eval "money('1200') * 2 > money('2000')"
        mingbai eval "plan.budget(money('5000'), money('3000'), money('100'))"
      """)

  @Argument(help: "表达式 / the expression.")
  var expression: String?

  @Flag(help: "逐行 JSON / JSON Lines on standard input and output.")
  var jsonl = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    if jsonl {
      return try LineFilter.run { line in
        let answer = ExpressionFilter.read(line)
        return LineFilter.Reply(bytes: answer.bytes, isError: answer.isBadLine)
      }
    }
    guard let expression else {
      throw ValidationError("写一个表达式 / give an expression: mingbai eval \"1 + 2\"")
    }
    let environment = try options.shelf().environment
    let (today, language) = (options.day, options.language)
    switch Expression.check(
      expression, environment: environment, variables: ["today": .date, "lang": .string])
    {
    case .failure(let faults):
      list(faults.faults.map { ($0.range, $0.code.rawValue, $0.message) }, in: expression)
      throw Exit.badData
    case .success(let checked):
      let value = checked.evaluate { name in
        name == "today" ? .date(today) : name == "lang" ? .string(language.rawValue) : nil
      }
      if case .error(let error) = value {
        list([(error.range ?? 0..<0, "value", error.message)], in: expression)
        throw Exit.badData
      }
      print(value.shown(in: language, types: environment).safeForTerminal)
    }
  }

  /// Faults with their places in the expression.
  private func list(
    _ faults: [(range: Range<Int>, check: String, message: BilingualText)], in expression: String
  ) {
    let source = SourceText(name: "eval", text: expression)
    let diagnostics = faults.map { fault in
      Diagnostic(
        in: source, at: EvalCommand.bytes(of: fault.range, in: expression), check: fault.check,
        message: fault.message)
    }
    Exit.list(diagnostics, sources: [source], options.language)
  }

  /// A range of Unicode scalars as one of bytes.
  private static func bytes(of range: Range<Int>, in text: String) -> SourceRange {
    func offset(_ scalars: Int) -> Int {
      text.unicodeScalars.prefix(scalars).reduce(0) { $0 + UTF8.width($1) }
    }
    return SourceRange(start: offset(range.lowerBound), end: offset(range.upperBound))
  }
}
