import Expressions
import FlowChecking
import FlowLanguage
import MoneyAndDates
import SourceText
import Wording

/// What stands around made-up flows: functions, facts, letters and a flow they call.
package enum TrialWorld {
  /// A few functions and a record type.
  package static let environment = Environment.standard.adding(
    types: [
      RecordType(
        "Notice",
        fields: [
          .init("text", .string, label: label("text")),
          .init("amount", .money, mayBeAbsent: true, label: label("amount")),
        ]),
      RecordType("Fact", fields: [.init("text", .string, label: label("text"))]),
    ],
    functions: [
      Function(
        "notice.read", parameters: [.string], result: .record("Notice"), summary: label("read")
      ) { arguments, _ in
        guard case .string(let text) = arguments.first else { return .null }
        return .record(TrialNotice(text: text))
      },
      Function("fact", parameters: [.string], result: .record("Fact"), summary: label("fact")) {
        _, _ in .record(TrialFact())
      },
    ])

  /// The facts of the trials.
  package static let facts: [String: FactStatus] = [
    "rule.A-1": FactStatus(), "rule.B-2": FactStatus(), "helpline.a": FactStatus(),
    "rule.OLD-1": FactStatus(isExpired: true), "helpline.weak": FactStatus(isContact: false),
  ]

  /// A flow that can be called: one input, one output, two outcomes.
  package static let called = SourceText(
    name: "called.flow.yaml",
    text: """
      schema: 1
      flow: trial.called
      version: 1
      title: {zh: "被调用", en: "Called"}
      start: s
      inputs: {owed: {type: money}}
      outputs: {sum: {type: money}}
      vars: {sure: {type: tri}}
      nodes:
        s:
          ask: tri
          text: {zh: "谈成了吗？{owed}", en: "Did they agree? {owed}"}
          set: {sure: "answer", sum: "owed"}
          next: {"yes": done, "no": left, "unsure": left}
        done: {outcome: done, title: {zh: "成", en: "Agreed"}}
        left: {outcome: left, title: {zh: "没成", en: "Not agreed"}}
      """)

  /// Two flows for those that are made up without care: one asks and may leave its outputs unset
  /// at one of its outcomes, one asks nothing.
  package static let calledFreely: [SourceText] = [
    SourceText(
      name: "asks.flow.yaml",
      text: """
        schema: 1
        flow: trial.asks
        version: 1
        title: {zh: "问", en: "Asks"}
        start: f
        inputs: {owed: {type: money}}
        outputs: {sum: {type: money}, sure: {type: tri}}
        nodes:
          f: {ask: tri, text: {zh: "成了？", en: "Done?"}, next: {"yes": s, "no": r, "unsure": r}}
          s: {ask: money, text: {zh: "多少？{owed}", en: "How much? {owed}"}, set: {sum: "answer"}, next: k}
          k: {ask: tri, text: {zh: "确定？", en: "Sure?"}, set: {sure: "answer"}, next: done}
          r: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {sum: "answer"}, skip: {}, next: m}
          m: {ask: tri, text: {zh: "确定？", en: "Sure?"}, set: {sure: "answer"}, skip: {}, next: left}
          done: {outcome: done, title: {zh: "成", en: "Done"}}
          left: {outcome: left, title: {zh: "没成", en: "Left"}}
        """),
    SourceText(
      name: "silent.flow.yaml",
      text: """
        schema: 1
        flow: trial.silent
        version: 1
        title: {zh: "不问", en: "Silent"}
        start: s
        nodes:
          s: {say: {zh: "好。", en: "Good."}, next: done}
          done: {outcome: done, title: {zh: "成", en: "Done"}}
        """),
  ]

  /// A letter that prints the variable `owed`, and one that prints `reference`.
  package static let letters: [SourceText] =
    ["zh", "en"].map { language in
      SourceText(
        name: "paper.\(language).md",
        text: "---\nid: paper\ntitle: \"Paper\"\n---\n{{reference}}\n")
    } + [
      SourceText(
        name: "proof.zh.md",
        text:
          "---\nid: proof\ntitle: \"请出示凭据\"\nfields:\n  name: {zh: 姓名, en: your name}\n---\n我是 {{name}}，{{owed}}。\n"
      ),
      SourceText(
        name: "proof.en.md",
        text:
          "---\nid: proof\ntitle: \"Show the papers\"\nfields:\n  name: {zh: 姓名, en: your name}\n---\nI am {{name}}: {{owed}}.\n"
      ),
    ]

  /// Everything the reader and all checks find in a flow of the trials.
  package static func check(_ source: SourceText, lock: TranslationLock? = nil) -> [Diagnostic] {
    FlowChecker.check(
      flows: [source, called], letters: letters, environment: environment, facts: facts, lock: lock
    ).diagnostics
  }

  private static func label(_ word: String) -> BilingualText { BilingualText(zh: word, en: word) }
}

private struct TrialNotice: RecordValue {
  let text: String
  var recordType: String { "Notice" }
  func field(_ name: String) -> Value? { name == "text" ? .string(text) : nil }
}

private struct TrialFact: RecordValue {
  var recordType: String { "Fact" }
  func field(_ name: String) -> Value? { name == "text" ? .string("…") : nil }
}
