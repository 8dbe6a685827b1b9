import Expressions
import SourceText
import Wording

/// The expressions of a flow as far as they could be read and checked; FlowChecking looks at what
/// is sound beside the faults of the rest.
///
/// A class only so that handing it on costs one reference; nothing in it ever changes.
package final class CompiledFlow: Sendable {
  /// What is wrong with the expressions, in reading order, and what a flow should do without.
  package let diagnostics: [Diagnostic]
  /// The cores' types and functions, and the record types that the flow itself collects.
  package let environment: Environment
  private let expressions: [BoundExpression?]
  private let letters: LazyPart<[LetterKey: [CheckedExpression?]]>

  fileprivate struct LetterKey: Hashable {
    let id: String
    let language: Language

    init(_ letter: LetterTemplate) {
      id = letter.name.text
      language = letter.language
    }
  }

  /// Reads and checks every expression of a flow.
  ///
  /// The letters are left until one is printed where `lateFaults` says whom to tell of their faults then.
  package init(
    _ flow: Flow, in library: FlowLibrary, environment: Environment,
    lateFaults: (@Sendable ([Diagnostic]) -> Void)? = nil
  ) {
    var compiler = ExpressionCompiler(flow, library, environment)
    let collected = compiler.compileCollected()
    expressions = flow.expressions.map { expression in
      let checked =
        collected[expression.index] ?? compiler.compile(expression, of: flow.source)
      return checked.map { BoundExpression($0, for: expression.purpose, in: flow) }
    }
    if let lateFaults {
      let late = compiler
      letters = LazyPart {
        var compiler = late
        compiler.diagnostics = []
        let letters = compiler.compileLetters()
        let faults = compiler.diagnostics.sorted(by: Diagnostic.inReadingOrder)
        if !faults.isEmpty { lateFaults(faults) }
        return letters
      }
    } else {
      let read = compiler.compileLetters()
      letters = LazyPart { read }
    }
    self.environment = compiler.environment
    self.diagnostics = compiler.diagnostics.sorted(by: Diagnostic.inReadingOrder)
  }

  /// Whether every expression is free of errors.
  package var isComplete: Bool {
    expressions.allSatisfy { $0 != nil } && !diagnostics.contains { $0.severity == .error }
  }

  /// An expression of the flow, checked; `nil` where it has an error.
  package subscript(expression: FlowExpression) -> CheckedExpression? {
    bound(expression.index)?.checked
  }

  /// The same by the expression's place in `Flow.expressions`, with what its names mean.
  func bound(_ index: Int) -> BoundExpression? {
    expressions.indices.contains(index) ? expressions[index] : nil
  }

  /// The expression that fills a field of a letter, checked; `nil` where there is none.
  package func expression(
    of field: LetterField, in letter: LetterTemplate
  ) -> CheckedExpression? {
    guard let fields = letters.value[LetterKey(letter)],
      let place = letter.fields.firstIndex(where: { $0.name == field.name }),
      fields.indices.contains(place)
    else { return nil }
    return fields[place]
  }

  /// The letters that outcomes of a flow print, in both languages, each once.
  package static func letters(of flow: Flow, in library: FlowLibrary) -> [LetterTemplate] {
    var seen: Set<String> = []
    var letters: [LetterTemplate] = []
    for node in flow.nodes {
      guard case .outcome(let outcome) = node.kind else { continue }
      for item in outcome.letters where seen.insert(item.name.text).inserted {
        letters += Language.allCases.compactMap { library.letter(item.name.text, in: $0) }
      }
    }
    return letters
  }
}

/// Checks expressions in the scope their purpose gives them.
private struct ExpressionCompiler {
  let flow: Flow
  let library: FlowLibrary
  private(set) var environment: Environment
  /// What every expression sees; `answer` comes and goes, so that the table is never copied.
  private var names: [String: ExpressionType]
  var diagnostics: [Diagnostic] = []
  /// Expressions checked so far: a flow says the same short things (`answer`) over and over.
  private var known: [CheckedText: CheckedExpression] = [:]

  /// All that the check of an expression depends on beside what every expression of the flow sees.
  private struct CheckedText: Hashable {
    let text: String
    let answer: ExpressionType?
    let expected: ExpressionType?
  }

  init(_ flow: Flow, _ library: FlowLibrary, _ environment: Environment) {
    self.flow = flow
    self.library = library
    self.environment = environment
    var names: [String: ExpressionType] = ["today": .date, "lang": .string, "flow": .string]
    for variable in flow.variables { names[variable.name.text] = variable.type.expressionType }
    self.names = names
  }

  /// The fields that repetitions collect, by the expressions' places, checked before everything
  /// else: their types make the record types that other expressions read.
  mutating func compileCollected() -> [Int: CheckedExpression?] {
    var found: [Int: CheckedExpression?] = [:]
    var declared: [String: RecordType] = [:]
    for node in flow.nodes {
      guard case .each(let each) = node.kind, let collect = each.collect,
        case .fields(let fields) = collect.content
      else { continue }
      let read = fields.map { compile($0.value, of: flow.source) }
      for (field, checked) in zip(fields, read) {
        found[field.value.index] = .some(checked)
      }
      guard let name = recordName(of: collect) else { continue }
      let type = RecordType(
        name, fields: zip(fields, read).map { RecordType.Field($0.0, typed: $0.1?.type) })
      if let other = declared[name] {
        if other.fields != type.fields { report(.otherFields(name), at: collect.into.range) }
      } else if environment.type(name) != nil {
        report(.coreRecord(name), at: collect.into.range)
      } else {
        declared[name] = type
        environment = environment.adding(types: [type])
        known = [:]
      }
    }
    return found
  }

  /// What fills the fields of the letters that the flow prints.
  mutating func compileLetters() -> [CompiledFlow.LetterKey: [CheckedExpression?]] {
    var letters: [CompiledFlow.LetterKey: [CheckedExpression?]] = [:]
    for letter in CompiledFlow.letters(of: flow, in: library) {
      letters[CompiledFlow.LetterKey(letter)] = letter.fields.map { field in
        field.from.flatMap { compile($0, of: letter.source) }
      }
    }
    return letters
  }

  /// The name of the records in the list that a repetition fills.
  private mutating func recordName(of collect: Each.Collect) -> String? {
    guard let variable = flow.variable(collect.into.text) else { return nil }
    if case .list(.record(let name)) = variable.type { return name }
    report(.notAListOfRecords(collect.into.text), at: collect.into.range)
    return nil
  }

  private mutating func report(_ fault: ExpressionUseFault, at range: SourceRange) {
    diagnostics.append(
      Diagnostic(in: flow.source, at: range, check: "type", message: fault.message))
  }

  mutating func compile(
    _ expression: FlowExpression, of source: SourceText
  ) -> CheckedExpression? {
    guard let checked = checked(expression, of: source) else { return nil }
    for fault in checked.profileWarnings { report(fault, in: expression, of: source, .warning) }
    return checkType(of: checked, in: expression, of: source) ? checked : nil
  }

  private mutating func checked(
    _ expression: FlowExpression, of source: SourceText
  ) -> CheckedExpression? {
    let key = CheckedText(
      text: expression.text, answer: answerType(of: expression),
      expected: expected(of: expression.purpose))
    if let checked = known[key], checked.source.utf8.elementsEqual(expression.text.utf8) {
      return checked
    }
    names["answer"] = key.answer
    let result = Expression.check(
      expression.text, environment: environment, variables: names, expecting: key.expected,
      allowingAbsent: true)
    switch result {
    case .success(let checked):
      known[key] = checked
      return checked
    case .failure(let found):
      for fault in found.faults { report(fault, in: expression, of: source, .error) }
      return nil
    }
  }

  private func answerType(of expression: FlowExpression) -> ExpressionType? {
    switch expression.purpose {
    case .check, .setFromAnswer: askType(of: expression)?.expressionType
    default: nil
    }
  }

  private func askType(of expression: FlowExpression) -> VariableType? {
    guard case .ask(let ask) = flow.node(expression.node)?.kind else { return nil }
    return ask.type
  }

  private func expected(of purpose: FlowExpression.Purpose) -> ExpressionType? {
    switch purpose {
    case .condition, .check: .bool
    case .set(let variable), .setFromAnswer(let variable):
      flow.variable(variable)?.type.expressionType
    case .argument(let alias, let input):
      flow.use(alias).flatMap { library.flow(for: $0) }?.variable(input)?.type.expressionType
    case .day: .date
    case .count: .int
    case .collected(let into, nil): element(of: into)
    case .guess, .printed, .collected: nil
    }
  }

  /// The type of the elements of a list variable.
  private func element(of list: String) -> ExpressionType? {
    guard case .list(let element)? = flow.variable(list)?.type else { return nil }
    return element.expressionType
  }

  /// What no single expected type can say: a guess fits its question, a printed value has a form.
  private mutating func checkType(
    of checked: CheckedExpression, in expression: FlowExpression, of source: SourceText
  ) -> Bool {
    let fault: ExpressionUseFault?
    switch expression.purpose {
    case .printed:
      let shows = isPrintable(checked.type) || isChoice(checked)
      fault = shows ? nil : .notPrintable(checked.type)
    case .collected(let into, nil):
      let isList = if case .list? = flow.variable(into)?.type { true } else { false }
      fault = isList || flow.variable(into) == nil ? nil : .notAList(into)
    case .guess:
      guard let type = askType(of: expression) else { return true }
      let wanted = type.expressionType
      let isYesOrNo = type == .tri && checked.type == .bool
      let fits = checked.type == wanted || checked.type == .dyn || isYesOrNo
      fault = fits ? nil : .guessOfOtherType(checked.type, wanted)
    default: fault = nil
    }
    guard let fault else { return true }
    diagnostics.append(
      Diagnostic(in: source, at: expression.range, check: "type", message: fault.message))
    return false
  }

  /// Whether this is a multi choice as it stands: the labels of its options are printed.
  private func isChoice(_ checked: CheckedExpression) -> Bool {
    guard case .name(let name) = checked.syntax.kind,
      case .multi? = flow.variable(name.text)?.type
    else { return false }
    return true
  }

  private func isPrintable(_ type: ExpressionType) -> Bool {
    switch type {
    case .string, .int, .money, .date, .rate, .bool, .dyn, .error: true
    default: false
    }
  }

  private mutating func report(
    _ fault: ExpressionFault, in expression: FlowExpression, of source: SourceText,
    _ severity: Diagnostic.Severity
  ) {
    guard diagnostics.count < FlowLimits.diagnostics else { return }
    diagnostics.append(
      Diagnostic(
        severity, in: source, at: expression.fileRange(scalars: fault.range), check: fault.check,
        message: fault.message))
  }
}

extension RecordType.Field {
  /// A field that a repetition collects; one whose expression has an error fits everywhere.
  fileprivate init(_ field: Assignment, typed type: ExpressionType?) {
    let name = field.variable.text
    self.init(name, type ?? .error, label: BilingualText(zh: name, en: name))
  }
}

extension ExpressionFault {
  /// The check under which the fault is listed.
  fileprivate var check: String {
    switch code {
    case .unknownName, .unknownFunction, .unknownField: "undeclared"
    case .type, .badLiteral: "type"
    case .unguardedField: "unset-read"
    case .limit: phase == .parse ? "syntax" : "type"
    default: "syntax"
    }
  }
}

/// An expression that is sound but does not fit the place where it stands.
private enum ExpressionUseFault {
  case notPrintable(ExpressionType)
  case guessOfOtherType(ExpressionType, ExpressionType)
  case notAList(String)
  case notAListOfRecords(String)
  case coreRecord(String)
  case otherFields(String)

  var message: BilingualText {
    switch self {
    case .notPrintable(let type):
      BilingualText(
        zh: "\(type.label.zh) 不能直接显示；请用返回文字的函数，或只取其中一个字段",
        en:
          "\(type.label.en) can't be shown; use a function that returns a text, or one field of it")
    case .guessOfOtherType(let found, let wanted):
      BilingualText(
        zh: "猜测值是 \(found.label.zh)，而这个问题要的是 \(wanted.label.zh)",
        en: "the guess is \(found.label.en), but the question asks for \(wanted.label.en)")
    case .notAList(let name):
      BilingualText(
        zh: "\"\(name)\" 不是列表；请声明成 type: list(…)",
        en: "\"\(name)\" is no list; declare it as type: list(…)")
    case .notAListOfRecords(let name):
      BilingualText(
        zh: "\"\(name)\" 要声明成 type: list(名字)，名字自己起，以大写字母开头，例如 list(Owed)",
        en:
          "declare \"\(name)\" as type: list(Name), with a name of your own and a capital letter, such as list(Owed)"
      )
    case .coreRecord(let name):
      BilingualText(
        zh: "\(name) 是程序自带的记录类型；请写 value: \"…\" 给出一个 \(name)，或换个名字",
        en:
          "\(name) is a record type of the program; write value: \"…\" that gives one, or take another name"
      )
    case .otherFields(let name):
      BilingualText(
        zh: "另一个 each 收集的 \(name) 字段不同；请用同样的字段，或换个名字",
        en: "another each collects \(name) with other fields; use the same ones, or another name")
    }
  }
}
