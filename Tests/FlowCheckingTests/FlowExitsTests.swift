import FlowLanguage
import SourceText
import Testing

@testable import FlowChecking

/// What a flow promises those who call it.
@Suite struct FlowExitsTests {
  /// A flow whose output is set in the body of a repetition, and one that reads it.
  private static func flows(
    asking check: String, count: String, harm: String = "{type: integer}", ask: String = "integer"
  ) -> [SourceText] {
    let called = """
      schema: 1
      flow: t.called
      version: 1
      title: {zh: "内", en: "Inner"}
      start: n
      outputs: {sum: {type: money}}
      vars: {n: \(harm)}
      nodes:
        n:
          ask: \(ask)
          of: n
          text: {zh: "几次？", en: "How often?"}
          check: [{that: "\(check)", say: {zh: "不对", en: "Wrong"}}]
          set: {n: "answer"}
          next: turns
        turns:
          each:
            count: "\(count)"
            body:
              start: amount
              nodes:
                amount: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {sum: "answer"}, next: turns}
          next: name
        name: {compute: {sum: "sum + money('1')"}, next: done}
        done: {outcome: done, title: {zh: "完", en: "End"}}
      """
    return [
      SourceText(
        name: "called.flow.yaml",
        text: ask == "integer" ? called.replacing("    of: n\n", with: "") : called)
    ] + [caller]
  }

  private static let caller = SourceText(
    name: "caller.flow.yaml",
    text: """
      schema: 1
      flow: t.caller
      version: 1
      title: {zh: "外", en: "Outer"}
      start: go
      use: {inner: "t.called@1"}
      vars: {mine: {type: money}}
      nodes:
        go: {call: inner, set: {mine: "sum"}, next: {done: end}}
        end: {outcome: end, title: {zh: "{mine}", en: "{mine}"}}
      """)

  private static let multi =
    "{type: multi, options: {a: {zh: \"甲\", en: \"A\"}, b: {zh: \"乙\", en: \"B\"}}}"

  /// What the body sets is set for the caller too where there is a turn at least.
  @Test(arguments: [
    flows(asking: "answer >= 1 && answer <= 9", count: "n"),
    flows(asking: "answer <= 9", count: "math.greatest(math.least(n, 9), 1)"),
    flows(asking: "answer <= 9", count: "2").map { source in
      SourceText(
        name: source.name,
        text: String(decoding: source.utf8, as: UTF8.self)
          .replacing(
            "set: {n: \"answer\"}",
            with: "record: true, set: {n: \"answer\"}".replacing(", set", with: "\n    set")))
    },
    flows(asking: "size(answer) > 0", count: "size(n)", harm: multi, ask: "multi"),
  ])
  func `an output set in a body that surely runs is set`(flows: [SourceText]) {
    let found = FlowChecker.check(flows: flows, environment: testEnvironment).diagnostics
    #expect(found.filter { $0.check == "unset-read" } == [], "\(found.map { $0.line(in: .en) })")
    #expect(found.filter { $0.severity == .error } == [], "\(found.map { $0.line(in: .en) })")
  }

  /// Where there may be none, both the flow itself and its caller read something unset.
  @Test(arguments: [
    flows(asking: "answer <= 9", count: "n"),
    flows(asking: "size(answer) < 2", count: "size(n)", harm: multi, ask: "multi"),
  ])
  func `an output set in a body that may not run may be unset`(flows: [SourceText]) {
    // Without the reading node the flow itself is sound; its caller is not.
    let flows = flows.map { source in
      SourceText(
        name: source.name,
        text: String(decoding: source.utf8, as: UTF8.self)
          .replacing(
            "{compute: {sum: \"sum + money('1')\"}, next: done}",
            with: "{say: {zh: \"好\", en: \"Good\"}, next: done}"))
    }
    let found = FlowChecker.check(flows: flows, environment: testEnvironment).diagnostics
      .filter { $0.severity == .error }
    #expect(found.map(\.check) == ["unset-read"], "\(found.map { $0.line(in: .en) })")
    #expect(found.map(\.file) == ["caller.flow.yaml"])
    #expect(found.map(\.path) == [["go", "end"]])
  }

  /// A list that was collected in turns is not empty, so that a repetition over it runs.
  @Test func `a repetition over what another one collected runs`() {
    let text = """
      schema: 1
      flow: t.lists
      version: 1
      title: {zh: "表", en: "Lists"}
      start: first
      vars: {m: {type: money}, list: {type: list(money)}, name: {type: text}}
      nodes:
        first:
          each:
            until: all
            collect: {into: list, value: "m"}
            body:
              start: m
              nodes:
                m: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {m: "answer"}, next: all}
                all: {ask: tri, text: {zh: "完了？", en: "All?"}}
          next: second
        second:
          each:
            count: "size(list)"
            body:
              start: n
              nodes:
                n: {ask: text, text: {zh: "谁？", en: "Who?"}, set: {name: "answer"}, next: second}
          next: third
        third: {compute: {name: "name + '!'"}, next: end}
        end: {outcome: end, title: {zh: "{name}", en: "{name}"}}
      """
    func found(_ text: String) -> [String] {
      FlowChecker.check(
        flows: [SourceText(name: "l.flow.yaml", text: text)], environment: testEnvironment
      ).diagnostics.map { "\($0.check) \($0.position.line)" }
    }
    #expect(found(text) == [])
    // Counted, the first may have no turn, and the second then has none.
    let counted = text.replacing(
      "until: all", with: "count: \"today > date('2026-01-01') ? 1 : 0\""
    )
    .replacing("next: all}", with: "next: first}")
    .replacing("          all: {ask: tri, text: {zh: \"完了？\", en: \"All?\"}}\n", with: "")
    #expect(found(counted) == ["unset-read 25"])
  }
}
