import Facts
import FlowChecking
import FlowLanguage
import SourceText
import Wording

/// A whole flow as a Markdown document for people who read no code, such as a lawyer who reviews
/// it: every question with its answers and what follows, every outcome, letter and fact.
package struct FlowDocument: Sendable {
  /// The document.
  package let markdown: String

  /// The document of a flow in a language; its letters and facts are taken from these.
  package init(
    of flow: Flow, in library: FlowLibrary, facts: FactBook, language: Language
  ) {
    var writer = DocumentWriter(flow, library, facts, language)
    writer.write()
    markdown = writer.page.joined(separator: "\n") + "\n"
  }
}

/// Writes the document part by part.
struct DocumentWriter {
  let flow: Flow
  let library: FlowLibrary
  let facts: FactBook
  let language: Language
  let graph: FlowGraph
  let conditions: ConditionWords
  /// The lines written so far.
  private(set) var page: [String] = []
  /// The keys of the facts named so far, in order.
  private var factKeys: [String] = []

  init(_ flow: Flow, _ library: FlowLibrary, _ facts: FactBook, _ language: Language) {
    self.flow = flow
    self.library = library
    self.facts = facts
    self.language = language
    graph = FlowGraph(flow)
    conditions = ConditionWords(flow, language)
  }

  mutating func write() {
    writeHead()
    heading(2, DocumentWords.steps)
    for index in flow.nodes.indices where !isOutcome(index) { writeStep(index) }
    heading(2, DocumentWords.outcomes)
    for index in flow.nodes.indices where isOutcome(index) { writeStep(index) }
    writeLetters()
    writeFacts()
    writeVariables()
  }

  // MARK: - Lines

  mutating func line(_ text: String = "") { page.append(text) }

  mutating func heading(_ level: Int, _ words: BilingualText) {
    heading(level, words[language])
  }

  mutating func heading(_ level: Int, _ words: String) {
    line()
    line(String(repeating: "#", count: level) + " " + words)
    line()
  }

  /// `- **label**: words`; nothing where there are none.
  mutating func item(_ label: BilingualText, _ words: String) {
    guard !words.isEmpty else { return }
    line("- **\(label[language])**\(DocumentWords.colon[language])\(words)")
  }

  mutating func items(_ label: BilingualText, _ words: [String]) {
    guard !words.isEmpty else { return }
    line("- **\(label[language])**\(DocumentWords.colon[language])")
    for word in words { line("  - \(word)") }
  }

  /// A text of the flow, its expressions as code, on one line.
  func words(_ text: FlowText) -> String {
    text[language].pieces.map { piece in
      switch piece {
      case .literal(let literal): DocumentWriter.escapedLines(literal)
      case .expression(let expression, let fallback):
        DocumentWriter.code("{" + expression.text + (fallback.map { " | \($0)" } ?? "") + "}")
      }
    }.joined().onOneLine
  }

  /// Text whose signs can't become markup, on one line: a list or a heading ends with its line.
  static func escaped(_ text: String) -> String { escapedLines(text).onOneLine }

  /// Text whose signs can't become markup, in its own lines.
  static func escapedLines(_ text: String) -> String {
    text.safeForTerminal.escaped { scalar in
      switch scalar {
      case "\n": "\n"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~": "\\\(scalar)"
      case "<": "&lt;"
      case "&": "&amp;"
      default: nil
      }
    }
  }

  /// Text as code; a backtick in it makes the fence longer.
  static func code(_ text: String) -> String {
    let line = text.safeForTerminal.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.utf8.contains(UInt8(ascii: "`")) ? "`` \(line) ``" : "`\(line)`"
  }

  // MARK: - The head

  private mutating func writeHead() {
    line("# \(DocumentWriter.escaped(flow.title[language]))")
    line()
    item(DocumentWords.id, DocumentWriter.code("\(flow.id)@\(flow.version)"))
    item(DocumentWords.offer, flow.offer.map { DocumentWriter.escaped($0[language]) } ?? "")
    item(DocumentWords.firstStep, reference(to: flow.start.text))
    items(
      DocumentWords.calls,
      flow.uses.map { use in
        let title = library.flow(for: use).map { DocumentWriter.escaped($0.title[language]) } ?? "—"
        return "\(DocumentWriter.code("\(use.flow.text)@\(use.version)")) \(title)"
      })
    item(DocumentWords.size, DocumentWords.size(flow, language))
  }

  // MARK: - Nodes

  private func isOutcome(_ index: Int) -> Bool {
    if case .outcome = flow.nodes[index].kind { true } else { false }
  }

  /// A node as other places name it, `12. known`.
  func reference(to id: String) -> String {
    guard let index = flow.nodeIndex(id) else { return DocumentWriter.code(id) + " (?)" }
    return "\(index + 1). \(DocumentWriter.code(id))"
  }

  private mutating func writeStep(_ index: Int) {
    let node = flow.nodes[index]
    heading(
      3, "\(index + 1). \(DocumentWriter.code(node.id)) · \(DocumentWords.kind(node)[language])")
    if !graph.isReachable[index] { item(DocumentWords.note, DocumentWords.unreachable[language]) }
    switch node.kind {
    case .ask(let ask): write(ask)
    case .say(let say): item(DocumentWords.says, words(say.text))
    case .branch: break
    case .compute(let compute): items(DocumentWords.sets, assignments(compute.set))
    case .call(let call): write(call)
    case .each(let each): write(each)
    case .review(let review):
      items(DocumentWords.shows, review.items.map { DocumentWriter.code($0.text) })
    case .outcome(let outcome): write(outcome)
    }
    writeRoutes(of: index)
    let from = Set(graph.arrivals[index].map(\.from)).sorted()
    item(
      DocumentWords.comesFrom,
      from.map { reference(to: flow.nodes[$0].id) }.joined(
        separator: DocumentWords.listed[language]))
  }

  private func assignments(_ set: [Assignment]) -> [String] {
    set.map { "\(DocumentWriter.code($0.variable.text)) = \(DocumentWriter.code($0.value.text))" }
  }

  private mutating func write(_ ask: Ask) {
    item(DocumentWords.question, words(ask.text))
    item(DocumentWords.answer, DocumentWords.type(ask.type, language))
    items(
      DocumentWords.options, ask.type.options.map { DocumentWriter.escaped($0.label[language]) })
    item(DocumentWords.why, ask.why.map { words($0) } ?? "")
    item(DocumentWords.help, ask.help.map { words($0) } ?? "")
    item(DocumentWords.guess, ask.guess.map { DocumentWriter.code($0.text) } ?? "")
    items(
      DocumentWords.checks,
      ask.checks.map {
        "\(DocumentWriter.escaped(conditions.words(for: $0.that))) — \(words($0.say))"
      })
    items(DocumentWords.sets, assignments(ask.set))
    if let skip = ask.skip {
      let label = skip.text.map { words($0) } ?? DocumentWords.cannotSay[language]
      items(DocumentWords.skip, [label] + assignments(skip.set))
    }
  }

  private mutating func write(_ call: Call) {
    let use = flow.use(call.alias.text)
    let title = use.flatMap { library.flow(for: $0) }?.title[language] ?? ""
    item(
      DocumentWords.runs,
      "\(DocumentWriter.code(use?.flow.text ?? call.alias.text)) \(DocumentWriter.escaped(title))")
    items(DocumentWords.passes, assignments(call.arguments))
    items(
      DocumentWords.takes,
      call.takes.map {
        "\(DocumentWriter.code($0.variable.text)) = \(DocumentWriter.code($0.output.text))"
      })
  }

  private mutating func write(_ each: Each) {
    item(DocumentWords.firstStep, reference(to: each.start.text))
    switch each.rounds {
    case .until(let question): item(DocumentWords.until, reference(to: question.text))
    case .count(let count): item(DocumentWords.turns, DocumentWriter.code(count.text))
    case .unreadable: break
    }
    if let collect = each.collect {
      item(DocumentWords.collects, DocumentWriter.code(collect.into.text))
    }
  }

  /// Where a step leads, in words.
  private mutating func writeRoutes(of index: Int) {
    let node = flow.nodes[index]
    let ways = graph.ways[index]
    let routes = ways.map { way in
      let words = DocumentWriter.escaped(conditions.words(for: way, from: node))
      let target = reference(to: flow.nodes[way.to].id)
      return words.isEmpty ? "→ \(target)" : "\(words) → \(target)"
    }
    if routes.count == 1, let route = routes.first {
      item(DocumentWords.next, route)
    } else {
      items(DocumentWords.next, routes)
    }
  }

  private mutating func write(_ outcome: Outcome) {
    item(DocumentWords.id, DocumentWriter.code(outcome.name.text))
    item(DocumentWords.verdict, words(outcome.title))
    item(DocumentWords.inWords, outcome.text.map { words($0) } ?? "")
    items(
      DocumentWords.steps,
      outcome.steps.map { step in
        words(step.what)
          + (step.by.map { " (\(DocumentWords.by[language]) \(DocumentWriter.code($0.text)))" }
            ?? "")
          + condition(step.when)
      })
    items(
      DocumentWords.deadlines,
      outcome.deadlines.map { deadline in
        let basis = deadline.basis.map { " · " + name($0.text) } ?? ""
        return "\(words(deadline.what)): \(DocumentWriter.code(deadline.on.text))\(basis)"
          + condition(deadline.when)
      })
    items(
      DocumentWords.letters,
      outcome.letters.map { item in
        let title = library.letter(item.name.text, in: language)?.title ?? "—"
        return "\(DocumentWriter.code(item.name.text)) \(DocumentWriter.escaped(title))"
          + condition(item.when)
      })
    items(DocumentWords.contacts, outcome.contacts.map { name($0.name.text) + condition($0.when) })
    items(DocumentWords.basis, outcome.basis.map { name($0.text) })
  }

  private func condition(_ when: FlowExpression?) -> String {
    guard let when else { return "" }
    let words = DocumentWriter.escaped(conditions.words(for: when))
    return " — \(DocumentWords.onlyIf[language])\(DocumentWords.colon[language])\(words)"
  }

  /// A fact's key and title; it is listed in full further down.
  private mutating func name(_ key: String) -> String {
    if !factKeys.contains(key) { factKeys.append(key) }
    let title = facts.fact(key)?.title[language] ?? "—"
    return "\(DocumentWriter.code(key)) \(DocumentWriter.escaped(title))"
  }

  // MARK: - Letters, facts, variables

  private mutating func writeLetters() {
    let letters = CompiledFlow.letters(of: flow, in: library).filter { $0.language == language }
    guard !letters.isEmpty else { return }
    heading(2, DocumentWords.letters)
    for letter in letters {
      heading(
        3, "\(DocumentWriter.code(letter.name.text)) · \(DocumentWriter.escaped(letter.title))")
      item(DocumentWords.addressee, DocumentWriter.escaped(letter.addressee))
      items(DocumentWords.use, letter.use.map(DocumentWriter.escaped))
      items(DocumentWords.must, letter.must.map(DocumentWriter.escaped))
      items(DocumentWords.never, letter.never.map(DocumentWriter.escaped))
      items(DocumentWords.warnings, letter.warnings.map(DocumentWriter.escaped))
      items(
        DocumentWords.fields,
        letter.fields.map { field in
          let label = DocumentWriter.escaped(field.label[language])
          let from = field.from.map { " = " + DocumentWriter.code($0.text) } ?? ""
          return "\(DocumentWriter.code(field.name.text)) \(label)\(from)"
        })
      items(DocumentWords.basis, letter.basis.map { name($0.text) })
      line()
      for text in letter.body.safeForTerminal.split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        line("> \(DocumentWriter.escaped(String(text)))")
      }
    }
  }

  private mutating func writeFacts() {
    for expression in flow.expressions {
      for key in FactKeys(in: expression.text).keys where !factKeys.contains(key) {
        factKeys.append(key)
      }
    }
    guard !factKeys.isEmpty else { return }
    heading(2, DocumentWords.facts)
    for key in factKeys {
      guard let fact = facts.fact(key) else {
        line("- \(DocumentWriter.code(key)): ?")
        continue
      }
      heading(3, "\(DocumentWriter.code(key)) · \(DocumentWriter.escaped(fact.title[language]))")
      line(DocumentWriter.escapedLines(fact.statement[language]))
      line()
      item(DocumentWords.numbers, fact.numbers.map(DocumentWriter.escaped).joined(separator: " · "))
      item(DocumentWords.asOf, fact.asOf?.text ?? "—")
      item(
        DocumentWords.confidence,
        "\(DocumentWords.confidence(fact.confidence)[language]) · \(fact.status.rawValue)")
      item(DocumentWords.reviewBy, fact.reviewBy?.iso ?? "")
      items(
        DocumentWords.sources,
        fact.sources.map { source in
          DocumentWriter.escaped(source.title)
            + (source.asOf.map { " (\($0.text))" } ?? "")
            + (source.url.isEmpty ? "" : " " + DocumentWriter.code(source.url))
        })
    }
  }

  private mutating func writeVariables() {
    guard !flow.variables.isEmpty else { return }
    heading(2, DocumentWords.variables)
    let labels = [DocumentWords.name, DocumentWords.type, DocumentWords.setBy]
    line("| \(labels.map { $0[language] }.joined(separator: " | ")) |")
    line("|---|---|---|")
    for variable in flow.variables {
      let setters = flow.nodes.filter { DocumentWriter.sets($0, variable.name.text) }
        .map { reference(to: $0.id) }
      let origin =
        variable.role == .input
        ? DocumentWords.caller[language] : setters.joined(separator: DocumentWords.listed[language])
      let type = DocumentWords.type(variable.type, language)
      line("| \(DocumentWriter.code(variable.name.text)) | \(type) | \(origin) |")
    }
  }

  private static func sets(_ node: Node, _ name: String) -> Bool {
    switch node.kind {
    case .ask(let ask):
      (ask.set + (ask.skip?.set ?? [])).contains { $0.variable.text == name }
    case .compute(let compute): compute.set.contains { $0.variable.text == name }
    case .call(let call): call.takes.contains { $0.variable.text == name }
    case .each(let each): each.collect?.into.text == name
    case .say, .branch, .review, .outcome: false
    }
  }
}

extension String {
  /// Its lines one behind the other.
  fileprivate var onOneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " / ")
  }
}
