import FlowChecking
import FlowLanguage
import MoneyAndDates
import SourceText
import Testing
import Wording

@testable import FlowEngine

/// Small flows around one key of the language each: the reader takes them, no check complains, and
/// the engine does what the key says.
@Suite struct LanguageMatrixTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let nodes: String
    let answers: [AnswerValue]
    /// The keys of the answered questions and the outcome's Chinese title.
    let way: [String]

    init(_ name: String, _ nodes: String, _ answers: [AnswerValue], _ way: [String]) {
      self.name = name
      self.nodes = nodes
      self.answers = answers
      self.way = way
    }

    var testDescription: String { name }
  }

  private static let header = """
    schema: 1
    flow: matrix.main
    version: 1
    title: {zh: "矩阵", en: "Matrix"}
    start: a
    use: {sub: "matrix.sub@3"}
    vars:
      known: {type: tri}
      kind: {type: choice, options: {bank: {zh: "银行", en: "Bank"}, card: {zh: "信用卡", en: "Card"}, other: {zh: "别的", en: "Other"}}}
      signs: {type: multi, options: {link: {zh: "链接", en: "Link"}, code: {zh: "验证码", en: "Code"}}}
      owed: {type: money}
      months: {type: integer}
      due: {type: date}
      name: {type: text}
      left: {type: money}
    nodes:

    """

  private static let sub = """
    schema: 1
    flow: matrix.sub
    version: 3
    title: {zh: "子流程", en: "Sub-flow"}
    start: enough
    inputs:
      owed: {type: money}
      kind: {type: choice, options: {bank: {zh: "银行", en: "Bank"}, card: {zh: "信用卡", en: "Card"}, other: {zh: "别的", en: "Other"}}}
      months: {type: integer}
    outputs: {left: {type: money}}
    vars: {known: {type: tri}}
    nodes:
      enough:
        ask: tri
        text: {zh: "{kind} {months} 个月还得起 {owed} 吗？", en: "Can you pay {owed} to {kind} in {months} months?"}
        set: {known: "answer", left: "owed - money('1')"}
        next: {"yes": can, "no": cannot, "unsure": cannot}
      can: {outcome: can, title: {zh: "还得起", en: "Yes"}}
      cannot: {outcome: cannot, title: {zh: "还不起", en: "No"}}
    """

  private static let known = """
    a: {ask: tri, text: {zh: "知道吗？", en: "Known?"}, set: {known: "answer"}, record: true, next: b}
    """
  private static let ends = """
    y: {outcome: y, title: {zh: "是", en: "Yes"}}
    z: {outcome: z, title: {zh: "否", en: "No"}}
    """
  private static let kind = """
    b: {ask: choice, of: kind, text: {zh: "谁？", en: "Who?"}, set: {kind: "answer"}, record: true, next: c}
    """

  /// Two questions and a branch on one condition.
  private static func branch(_ when: String) -> String {
    "\(known)\n\(kind)\nc: {branch: [{when: \(when), next: y}, {else: z}]}\n\(ends)"
  }

  private static func rows(
    _ name: String, _ when: String, _ cases: [(String, String, Bool)]
  ) -> [Row] {
    cases.map { known, kind, holds in
      Row(
        "\(name): \(known), \(kind)", branch(when), [.option(known), .option(kind)],
        ["a", "b", holds ? "是" : "否"])
    }
  }

  private static let conditions: [Row] =
    rows(
      "answer = option", "{known: \"yes\"}",
      [("yes", "bank", true), ("no", "bank", false), ("unsure", "card", false)])
    + rows(
      "answer = one of some options", "{kind: [bank, card]}",
      [("yes", "bank", true), ("no", "card", true), ("no", "other", false)])
    + rows(
      "two keys of one mapping", "{known: \"yes\", kind: bank}",
      [("yes", "bank", true), ("yes", "card", false), ("no", "bank", false)])
    + rows(
      "all", "{all: [{known: \"yes\"}, {kind: bank}]}",
      [("yes", "bank", true), ("yes", "card", false), ("no", "bank", false)])
    + rows(
      "any", "{any: [{known: \"yes\"}, {kind: bank}]}",
      [("yes", "card", true), ("no", "bank", true), ("no", "card", false)])
    + rows(
      "none", "{none: [{known: \"yes\"}, {kind: bank}]}",
      [("yes", "card", false), ("no", "bank", false), ("no", "card", true)])
    + rows(
      "forms in each other beside an expression",
      "{all: [{any: [{known: \"yes\"}, \"known == 'unsure'\"]}, {none: [{kind: other}]}]}",
      [
        ("yes", "bank", true), ("unsure", "card", true), ("no", "bank", false),
        ("yes", "other", false),
      ]
    )

  private static let money = """
    a: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {owed: "answer"}, skip: {SKIP}, next: b}
    b: {branch: [{when: "answered(owed) && owed > money('5')", next: y}, {else: z}]}
    s: {say: {zh: "那就不写。", en: "Then leave it out."}, next: z}
    """

  private static func skip(_ skip: String) -> String {
    let nodes = "\(money)\n\(ends)".replacing("SKIP", with: skip)
    return skip.contains("next") ? nodes : nodes.replacing("s: {say", with: "# s: {say")
  }

  private static let skips: [Row] = [
    Row("no skip taken", skip(""), [.money(Money(fen: 900))], ["a", "是"]),
    Row("a skip leaves the variable unset", skip(""), [.skipped], ["a", "否"]),
    Row("a skip sets", skip("set: {owed: \"money('9')\"}"), [.skipped], ["a", "是"]),
    Row("a skip has its own route", skip("next: s"), [.skipped], ["a", "“那就不写。”", "否"]),
    Row(
      "a skip sets and has its own route", skip("set: {owed: \"money('9')\"}, next: s"), [.skipped],
      ["a", "“那就不写。”", "否"]),
  ]

  private static let call = """
    a: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {owed: "answer"}, next: b}
    b: {ask: choice, of: kind, text: {zh: "谁？", en: "Who?"}, set: {kind: "answer"}, next: c}
    c: {call: sub, with: {owed: "owed * 2", kind: "kind == 'other' ? 'bank' : kind", months: "size(kind)"}, set: {left: left}, next: {can: d, cannot: z}}
    d: {say: {zh: "剩 {left}", en: "Left: {left}"}, next: y}
    """

  private static let calls: [Row] = [
    Row(
      "arguments of three types, an outcome as exit, an output", "\(call)\n\(ends)",
      [.money(Money(fen: 500)), .option("card"), .option("yes")],
      ["a", "b", "c/enough 信用卡 4 个月还得起 10.00元 吗？", "“剩 9.00元”", "是"]),
    Row(
      "the other outcome", "\(call)\n\(ends)",
      [.money(Money(fen: 500)), .option("other"), .option("no")],
      ["a", "b", "c/enough 银行 5 个月还得起 10.00元 吗？", "否"]),
    Row(
      "an outcome that is printed too",
      "\(call)\n\(ends)".replacing("next: {can: d", with: "also_print: true, next: {can: d"),
      [.money(Money(fen: 500)), .option("bank"), .option("unsure")],
      ["a", "b", "c/enough 银行 4 个月还得起 10.00元 吗？", "[还不起]", "否"]),
    Row(
      "outcomes by conditions",
      "\(call)\n\(ends)".replacing(
        "set: {left: left}, next: {can: d, cannot: z}",
        with: "set: {left: left}, next: [{when: \"left > money('3')\", next: d}, {else: z}]"),
      [.money(Money(fen: 100)), .option("bank"), .option("no")],
      ["a", "b", "c/enough 银行 4 个月还得起 2.00元 吗？", "否"]),
  ]

  private static let review = """
    a: {ask: tri, text: {zh: "知道吗？", en: "Known?"}, set: {known: "answer"}, next: b}
    b: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {owed: "answer"}, next: c}
    c: {review: [known, b], next: [{when: {known: "yes"}, next: d}, {else: z}]}
    d: {say: {zh: "{owed}", en: "{owed}"}, next: y}
    """

  private static let reviews: [Row] = [
    Row(
      "a review waits for its confirmation", "\(review)\n\(ends)",
      [.option("yes"), .money(Money(fen: 500)), .confirmed],
      ["a", "b", "c = a, b", "“5.00元”", "是"])
  ]

  @Test(arguments: conditions + skips + calls + reviews)
  func `a flow is read, is sound and goes its way`(row: Row) throws {
    var interview = try Self.interview(row.nodes)
    for answer in row.answers {
      if case .asking(let question) = interview.state {
        try #require(question.problem(with: answer, in: .zh) == nil)
      }
      interview.answer(answer, on: SampleFlows.day)
    }
    #expect(Self.way(interview) == row.way)
    var again = try Self.interview(row.nodes, answers: interview.answers)
    #expect(Self.way(again) == row.way)
    again.language = .en
    #expect(again.outcome != nil)
  }

  @Test func `an answer that is changed from a review takes the other way`() throws {
    var interview = try Self.interview("\(Self.review)\n\(Self.ends)")
    interview.give(.option("yes"), .money(Money(fen: 500)))
    interview.change("a", to: .option("no"), on: SampleFlows.day)
    guard case .reviewing(let page) = interview.state else {
      Issue.record("no review waits")
      return
    }
    #expect(page.items.map(\.given.value) == [.option("no"), .money(Money(fen: 500))])
    interview.give(.confirmed)
    #expect(Self.way(interview) == ["a", "b", "c = a, b", "否"])
  }

  @Test(arguments: [
    ("tri", "known", "months > 3", AnswerValue.option("yes")),
    ("tri", "known", "'unsure'", .option("unsure")),
    ("choice, of: kind", "kind", "months > 3 ? 'card' : 'bank'", .option("card")),
    ("integer", "months", "months + 1", .integer(6)),
    ("money", "owed", "money('2.50') * months", .money(Money(fen: 1_250))),
    ("date", "due", "today + months", .date(SampleFlows.day.adding(days: 5) ?? SampleFlows.day)),
    ("text", "name", "'甲' + lang", .text("甲zh")),
  ])
  func `a guess of every kind is offered and never taken`(
    ask: String, variable: String, guess: String, wanted: AnswerValue
  ) throws {
    let read = "{\(variable)}"
    let nodes = """
      a: {ask: integer, text: {zh: "几？", en: "How many?"}, set: {months: "answer"}, record: true, next: b}
      b: {ask: \(ask), text: {zh: "对吗？", en: "Right?"}, guess: "\(guess)", set: {\(variable): "answer"}, next: c}
      c: {say: {zh: "\(read)", en: "\(read)"}, next: y}
      y: {outcome: y, title: {zh: "是", en: "Yes"}}
      """
    var interview = try Self.interview(nodes)
    interview.give(.integer(5))
    guard case .asking(let question) = interview.state else {
      Issue.record("no question waits")
      return
    }
    #expect(question.key == "b")
    #expect(question.guess == wanted)
    #expect(interview.answers["b"] == nil)
    interview.answer(wanted, on: SampleFlows.day)
    #expect(interview.outcome?.id == "y")
  }

  @Test func `a guess from what is not known is none`() throws {
    let nodes = """
      a: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {owed: "answer"}, skip: {}, next: b}
      b: {ask: money, text: {zh: "对吗？", en: "Right?"}, guess: "owed", set: {left: "answer"}, next: c}
      c: {say: {zh: "{left}", en: "{left}"}, next: y}
      y: {outcome: y, title: {zh: "是", en: "Yes"}}
      """
    var interview = try Self.interview(nodes)
    interview.give(.skipped)
    guard case .asking(let question) = interview.state else {
      Issue.record("no question waits")
      return
    }
    #expect(question.guess == nil)
  }

  @Test func `checks run in order before anything is set and see the answer and its day`() throws {
    let nodes = """
      a: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {owed: "answer"}, next: b}
      b:
        ask: money
        text: {zh: "付了多少？", en: "How much was paid?"}
        check:
          - {that: "answer > money('0')", say: {zh: "要大于零", en: "Above nothing"}}
          - {that: "answer <= owed", say: {zh: "最多 {owed}", en: "At most {owed}"}}
        set: {owed: "owed - answer"}
        skip: {}
        next: c
      c:
        ask: date
        text: {zh: "哪天？", en: "Which day?"}
        check: [{that: "answer >= today", say: {zh: "要在 {today} 之后", en: "Not before {today}"}}]
        set: {due: "answer"}
        next: d
      d: {say: {zh: "{owed} {due}", en: "{owed} {due}"}, next: y}
      y: {outcome: y, title: {zh: "是", en: "Yes"}}
      """
    var interview = try Self.interview(nodes)
    interview.give(.money(Money(fen: 900)))
    func problem(_ answer: AnswerValue, on day: CalendarDate = SampleFlows.day) -> String? {
      guard case .asking(let question) = interview.state else { return "no question" }
      return question.problem(with: answer, in: .zh, on: day)
    }
    #expect(problem(.money(.zero)) == "要大于零")
    #expect(problem(.money(Money(fen: 901))) == "最多 9.00元")
    #expect(problem(.money(Money(fen: 900))) == nil)
    #expect(problem(.skipped) == nil)
    interview.give(.money(Money(fen: 400)))
    let later = SampleFlows.day.adding(days: 1) ?? SampleFlows.day
    #expect(problem(.date(SampleFlows.day)) == nil)
    #expect(problem(.date(SampleFlows.day), on: later)?.hasPrefix("要在") == true)
    interview.give(.date(SampleFlows.day))
    #expect(Self.way(interview).contains { $0.hasPrefix("“5.00元") })
  }

  @Test(arguments: [("yes", ["明天还"]), ("no", [])])
  func `a deadline is listed only where its condition holds`(
    answer: String, wanted: [String]
  ) throws {
    let nodes = """
      \(Self.known.replacing("next: b", with: "next: y"))
      y: {outcome: y, title: {zh: "是", en: "Yes"}, deadlines: [{what: {zh: "明天还", en: "Pay"}, on: "today + 1", when: {known: "yes"}}]}
      """
    var interview = try Self.interview(nodes)
    interview.give(.option(answer))
    #expect(interview.outcome?.deadlines(in: .zh).map(\.text) == wanted)
  }

  // MARK: - Running

  private static func interview(
    _ nodes: String, answers: [String: GivenAnswer] = [:]
  ) throws -> Interview {
    let lines = nodes.split(separator: "\n").map { "  \($0)\n" }.joined()
    var text = header + lines
    if !nodes.contains("call:") {
      text = text.replacing("use: {sub: \"matrix.sub@3\"}\n", with: "")
    }
    let sources = [
      SourceText(name: "main.flow.yaml", text: text),
      SourceText(name: "sub.flow.yaml", text: sub),
    ]
    let (library, found) = FlowChecker.check(flows: sources, environment: .standard)
    try #require(found.isEmpty, "\(found.map { $0.line(in: .en) })")
    let programs = library.flows.compactMap {
      FlowProgram.compile($0, in: library, environment: .standard).program
    }
    return Interview(
      ProgramLibrary(programs), flow: "matrix.main", answers: answers, today: SampleFlows.day,
      language: .zh)
  }

  /// Keys of answered questions (those of a called flow with their words), “what was said”, reviews
  /// with what they list, [outcomes printed on the way], and the title at the end.
  private static func way(_ interview: Interview) -> [String] {
    var way = interview.events.map { event in
      switch event {
      case .said(let text, let scope): "“\(scope.text(text, in: .zh))”"
      case .answered(let answered) where answered.key.utf8.contains(UInt8(ascii: "/")):
        "\(answered.key) \(answered.question.text(in: .zh))"
      case .answered(let answered): answered.key
      case .reviewed(let key):
        "\(key) = \(interview.trail.map(\.key).joined(separator: ", "))"
      case .passed(let page): "[\(page.title(in: .zh))]"
      }
    }
    if let outcome = interview.outcome { way.append(outcome.title(in: .zh)) }
    return way
  }
}
