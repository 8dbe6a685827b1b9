import SourceText
import Testing

@testable import FlowChecking

/// The checks on repetitions.
@Suite struct EachFlowTests {
  private static let header = """
    schema: 1
    flow: t.each
    version: 1
    title: {zh: "测试", en: "Test"}
    start: a
    vars:
      count: {type: integer}
      amount: {type: money}
      lender: {type: text}
      sums: {type: list(money)}
      known: {type: tri}
    nodes:

    """

  private static let until = """
    a:
      each:
        until: ▲all
        body:
          start: lender
          nodes:
            lender: {ask: text, text: {zh: "谁？", en: "Whom?"}, set: {lender: "answer"}, next: amount}
            amount: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {amount: "answer"}, next: all}
            all: {ask: tri, text: {zh: "完了？", en: "All?"}}
        collect: {into: debts, fields: {who: "lender", amount: "amount"}}
      next: z
    z: {outcome: end, title: {zh: "{size(debts)}", en: "{size(debts)}"}}
    """

  private static func counted(
    _ count: String, next: String = "z", body: String = "next: a", outside: String = ""
  ) -> String {
    """
    a: {ask: integer, text: {zh: "几笔？", en: "How many?"}, check: [{that: "answer <= 20", say: {zh: "太多", en: "Too many"}}], set: {count: "answer"}, next: b}
    b:
      each:
        count: "\(count)"
        body:
          start: amount
          nodes:
            amount: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {amount: "answer"}, \(body)}
        collect: {into: sums, value: "amount"}
      next: \(next)
    \(outside)
    z: {outcome: end, title: {zh: "{size(sums)}", en: "{size(sums)}"}}
    """.replacing("next: a}", with: "next: b}")
  }

  private static func found(_ nodes: String) -> (MarkedText, [String]) {
    let header = header.replacing(
      "vars:\n", with: nodes.contains("debts") ? "vars:\n  debts: {type: list(Owed)}\n" : "vars:\n")
    let lines = nodes.replacing("▲", with: "").split(separator: "\n")
    let marked = MarkedText(header + lines.map { "  \($0)\n" }.joined())
    let found = FlowChecker.check(flows: [marked.source], environment: testEnvironment).diagnostics
    return (marked, found.map { "\(place($0.position)) \($0.check)" })
  }

  private static func expect(_ check: String, _ nodes: String) {
    let (marked, found) = found(nodes)
    #expect(found == marked.places.map { "\($0) \(check)" })
  }

  @Test(arguments: [
    until, counted("count"),
    counted("3").replacing("set: {count", with: "record: true, set: {count"),
    counted("math.least(size(lender), 9)")
      .replacing(
        "set: {count: \"answer\"}",
        with: "record: true, set: {count: \"answer\", lender: \"'abc'\"}"),
    counted(
      "count", next: "[{when: \"size(sums) > 2\", next: z}, {else: y}]",
      outside: "y: {say: {zh: \"好\", en: \"Good\"}, next: z}"),
    // Set outside too: it stays from turn to turn.
    counted("2").replacing(
      "set: {count: \"answer\"}",
      with: "set: {count: \"answer\", amount: \"money('0')\"}, record: true"),
    // There is a turn at least, so what it sets is set behind it; another node sets it anew.
    again(counted("2").replacing("set: {count", with: "record: true, set: {count")),
    again(counted("count").replacing("answer <= 20", with: "answer >= 1 && answer <= 20")),
    again(counted("math.least(count, 9)").replacing("answer <= 20", with: "answer > 0")),
    again(
      counted("math.least(9, math.greatest(count, 1))")),
  ])
  func `a sound repetition gives no alarm`(nodes: String) {
    Self.expect("", nodes)
  }

  /// The same flow, in which what the body sets is read behind it and then set anew.
  private static func again(_ nodes: String) -> String {
    nodes.replacing("next: z\n", with: "next: r\n").replacing(
      "z: {outcome",
      with: """
        r: {say: {zh: "{▲amount}", en: "{amount}"}, next: s}
        s: {compute: {amount: "money('1')"}, next: t}
        t: {say: {zh: "{amount}", en: "{amount}"}, next: z}
        z: {outcome
        """)
  }

  @Test(arguments: [
    again(counted("count")),
    again(counted("math.least(count, 9)")),
    again(counted("math.least(9, math.greatest(count, 0))")),
  ])
  func `where there may be no turn what the body sets may not be there`(nodes: String) {
    Self.expect("unset-read", nodes.replacing("▲amount", with: "▼amount"))
  }

  @Test func `a variable of the body is not there behind it`() {
    Self.expect(
      "unset-read",
      Self.until.replacing(
        "zh: \"{size(debts)}\", en: \"{size(debts)}\"",
        with: "zh: \"{size(debts)} {▼lender}\", en: \"{size(debts)} {lender}\""))
  }

  @Test func `a variable of the body is not there in the next turn`() {
    Self.expect(
      "unset-read",
      Self.until.replacing(
        "zh: \"谁？\", en: \"Whom?\"", with: "zh: \"{▼lender}之后是谁？\", en: \"After {lender} whom?\""))
  }

  @Test func `the path to a read behind the body goes through it`() {
    let (marked, _) = Self.found(
      Self.until.replacing(
        "zh: \"{size(debts)}\", en: \"{size(debts)}\"", with: "zh: \"{lender}\", en: \"{lender}\""))
    let found = FlowChecker.check(flows: [marked.source], environment: testEnvironment).diagnostics
    #expect(
      found.first { $0.check == "unset-read" }?.path == ["a", "a/lender", "a/amount", "a/all", "z"])
  }

  @Test func `what is collected must be set in every turn`() {
    Self.expect(
      "unset-read",
      Self.until.replacing("amount: \"amount\"}}", with: "amount: \"▼amount\"}}")
        .replacing("set: {amount: \"answer\"}", with: "set: {amount: \"answer\"}, skip: {}"))
  }

  @Test(arguments: [
    counted("▼count").replacing("answer <= 20", with: "answer <= 200"),
    counted("▼101").replacing("set: {count", with: "record: true, set: {count"),
    counted("▼size(lender)")
      .replacing(
        "set: {count: \"answer\"}",
        with: "record: true, set: {count: \"answer\", lender: \"'abc'\"}"),
  ])
  func `a count that may be any number is an error`(nodes: String) {
    Self.expect("endless-loop", nodes)
  }

  /// Five answers, each kept twice, and a count without a bound where a condition on them holds.
  private static func counting(where condition: String) -> [Diagnostic] {
    let names = (0..<5).map { "  x\($0): {type: tri}\n  y\($0): {type: tri}\n" }.joined()
    let asked = (0..<5).map { place in
      """
        q\(place): {ask: tri, text: {zh: "好吗？", en: "Well?"}, set: {x\(place): "answer", \
      y\(place): "answer"}, next: q\(place + 1)}

      """
    }.joined()
    let text = """
      schema: 1
      flow: t.counting
      version: 1
      title: {zh: "测试", en: "Test"}
      start: q0
      vars:
        count: {type: integer}
      \(names)nodes:
      \(asked)  q5: {branch: [{when: "\(condition)", next: e}, {else: f}]}
        e: {ask: integer, text: {zh: "几笔？", en: "How many?"}, set: {count: "answer"}, next: b}
        f: {compute: {count: "2"}, next: b}
        b:
          each: {count: "count", body: {start: s, nodes: {s: {say: {zh: "好", en: "Good"}, next: b}}}}
          next: z
        z: {outcome: end, title: {zh: "完", en: "End"}}
      """
    let source = SourceText(name: "t.flow.yaml", text: text)
    return FlowChecker.check(flows: [source], environment: testEnvironment).diagnostics
  }

  @Test func `a count without a bound where no path leads is no error`() {
    let differ = (0..<5).map { "x\($0) != y\($0)" }.joined(separator: " || ")
    #expect(Self.counting(where: differ).map(\.check) == ["never-taken"])
    let same = (0..<5).map { "x\($0) != y\(4 - $0)" }.joined(separator: " || ")
    #expect(Self.counting(where: same).map(\.check) == ["endless-loop"])
  }

  @Test func `a count may ask how long the list was that is filled anew`() {
    Self.expect(
      "unset-read",
      """
      a:
        each:
          count: "2"
          body: {start: s, nodes: {s: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {amount: "answer"}, next: a}}}
          collect: {into: sums, value: "amount"}
        next: b
      b:
        each:
          count: "size(sums)"
          body: {start: t, nodes: {t: {say: {zh: "{▼lender}", en: "{lender}"}, next: b}}}
          collect: {into: sums, value: "money('1')"}
        next: z
      z: {outcome: end, title: {zh: "{size(sums)}", en: "{size(sums)}"}}
      """)
  }

  @Test func `a repetition that leads to a node that is not there ends all the same`() {
    let nodes = """
      a:
        each:
          count: "1"
          body: {start: s, nodes: {s: {ask: tri, text: {zh: "好？", en: "Well?"}, record: true, next: {"yes": a, "no": a, "unsure": s}}}}
        next: gone
      """
    let (_, found) = Self.found(nodes)
    #expect(found.map { String($0.split(separator: " ")[1]) } == ["dangling-target"], "\(found)")
  }

  @Test func `a loop of several turns without a question is endless, not a lack of outcomes`() {
    let nodes = """
      a: {compute: {known: "'no'"}, next: b}
      b:
        each: {count: "3", body: {start: s, nodes: {s: {say: {zh: "好", en: "Good"}, next: b}}}}
        next: [{when: "known == 'no'", next: a}, {else: z}]
      z: {outcome: end, title: {zh: "完", en: "End"}}
      """
    let (_, found) = Self.found(nodes)
    #expect(found.contains { $0.hasSuffix("endless-loop") }, "\(found)")
    #expect(!found.contains { $0.hasSuffix("no-outcome") }, "\(found)")
  }

  @Test(arguments: [
    (until.replacing("who: \"lender\"", with: "who: \"▼lendr\""), "undeclared"),
    (until.replacing("into: debts", with: "into: ▼dets"), "undeclared"),
    (
      until.replacing(
        "{size(debts)}\", en: \"{size(debts)}\"", with: "{debts[0].▼hwo}\", en: \"{debts[0].hwo}\""
      ), "undeclared"
    ),
    (
      until.replacing("into: debts", with: "into: ▼lender").replacing(
        "size(debts)", with: "size(lender)"), "type"
    ),
    (until.replacing("until: ▲all", with: "until: ▼amount"), "shape"),
    (until.replacing("until: ▲all", with: "until: ▼al"), "shape"),
    (
      until.replacing("all: {ask", with: "▼all: {ask").replacing(
        "en: \"All?\"}}", with: "en: \"All?\"}, next: lender}"), "shape"
    ),
    (until.replacing("next: amount", with: "next: ▼amont"), "dangling-target"),
    (until.replacing("next: amount", with: "next: ▼z"), "dangling-target"),
    (counted("2").replacing("value: \"amount\"", with: "value: \"▼count\""), "type"),
    (counted("▼'a'"), "type"),
  ])
  func `what does not fit is found at its place`(nodes: String, check: String) {
    let (marked, found) = Self.found(nodes)
    for place in marked.places { #expect(found.contains("\(place) \(check)"), "\(found)") }
  }

  @Test(arguments: ["a/lender", "▼../z"])
  func `nothing outside leads into a body by a path`(target: String) {
    let (_, found) = Self.found(Self.until.replacing("next: z", with: "next: \(target)"))
    #expect(found.contains { $0.hasSuffix("shape") })
  }

  @Test func `a counted repetition without a question ends`() {
    let nodes = """
      a:
        each: {count: "3", body: {start: s, nodes: {s: {say: {zh: "好", en: "Good"}, next: a}}}}
        next: z
      z: {outcome: end, title: {zh: "完", en: "End"}}
      """
    Self.expect("", nodes)
  }

  @Test func `a loop round a repetition that surely asks is none`() {
    let nodes = """
      a: {ask: integer, text: {zh: "几次？", en: "How often?"}, check: [{that: "answer >= 1 && answer <= 9", say: {zh: "不对", en: "Wrong"}}], set: {count: "answer"}, next: b}
      b:
        each: {count: "count", body: {start: s, nodes: {s: {ask: tri, text: {zh: "好", en: "Good"}, record: true, next: b}}}}
        next: [{when: "today > date('2030-01-01')", next: z}, {else: b}]
      z: {outcome: end, title: {zh: "完", en: "End"}}
      """
    let (_, found) = Self.found(nodes)
    #expect(!found.contains { $0.hasSuffix("endless-loop") }, "\(found)")
    let (_, may) = Self.found(nodes.replacing("answer >= 1 && ", with: ""))
    #expect(may.contains { $0.hasSuffix("endless-loop") }, "\(may)")
  }

  @Test func `a loop round a repetition that may have no turn is endless`() {
    let nodes = """
      ▼a:
        each: {count: "0", body: {start: s, nodes: {s: {ask: tri, text: {zh: "好", en: "Good"}, record: true, next: a}}}}
        next: [{when: "today > date('2030-01-01')", next: z}, {else: a}]
      z: {outcome: end, title: {zh: "完", en: "End"}}
      """
    let (marked, found) = Self.found(nodes)
    #expect(found.contains("\(marked.places[0]) endless-loop"))
  }

  @Test func `an outcome or another each can't stand in a body`() {
    for node in ["x: {outcome: x, title: {zh: \"完\", en: \"End\"}}", "x: {each: {count: \"1\"}}"] {
      let (_, found) = Self.found(
        Self.until.replacing("all: {ask", with: "\(node)\n        all: {ask")
          .replacing("next: all}", with: "next: x}"))
      #expect(found.contains { $0.hasSuffix("shape") })
    }
  }
}
