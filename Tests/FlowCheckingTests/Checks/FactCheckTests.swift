import SourceText
import Testing

@testable import FlowChecking

@Suite struct FactCheckTests {
  private let facts: [String: FactStatus] = [
    "rule.INT-01": FactStatus(), "helpline.good": FactStatus(),
    "helpline.weak": FactStatus(isContact: false), "rule.OLD-1": FactStatus(isExpired: true),
  ]

  @Test(arguments: [
    "a: {\(end), basis: [▼rule.INT-02, rule.INT-01]}",
    "a: {\(end), contacts: [helpline.good, ▼helpline.weak, ▼helpline.bad]}",
    "a: {\(end), basis: [▼rule.OLD-1]}",
    "a: {say: {zh: \"{fact(▼'rule.INT-1').text}\", en: \"{fact(▼'rule.INT-1').text}\"}, next: b}\nb: {\(end)}",
    "a: {compute: {text: \"'rule.INT-01'\"}, next: b}\nb: {say: {zh: \"{fact(▼text).text}\", en: \"{fact(▼text).text}\"}, next: c}\nc: {\(end)}",
    "a: {say: {zh: \"请打 ▼12378\", en: \"Call ▼400-820-8820 now\"}, next: b}\nb: {\(end)}",
    "a: {say: {zh: \"见 ▼https://a.example\", en: \"see ▼www.bank.com\"}, next: b}\nb: {\(end)}",
    "a: {say: {zh: \"不超过 ▼24%\", en: \"at most ▼24 percent\"}, next: b}\nb: {\(end)}",
    "a: {say: {zh: \"▼15日内答复\", en: \"within ▼15 days\"}, next: b}\nb: {\(end)}",
  ])
  func `unknown, weak and old facts and typed ones are found`(nodes: String) {
    expect("fact", nodes, facts: facts)
  }

  @Test func `a fact older than its day of review is a warning that names its days`() {
    let late = FactStatus(
      overdue: FactStatus.Overdue(asOf: "2025-03-01", reviewBy: "2026-03-01"))
    let found = faults(flow("a: {\(end), basis: [rule.LATE]}"), facts: ["rule.LATE": late])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.check) == ["fact"])
    for word in ["rule.LATE", "2025-03-01", "2026-03-01"] {
      #expect(found.first?.message.zh.contains(word) == true)
      #expect(found.first?.message.en.contains(word) == true)
    }
  }

  @Test func `a late fact that stands many times in a file is listed once`() {
    let late = FactStatus(overdue: FactStatus.Overdue(asOf: "", reviewBy: "2026-03-01"))
    let found = faults(
      flow(
        """
        a: {say: {zh: "{fact('rule.LATE').text}", en: "{fact('rule.LATE').text}"}, next: b}
        b: {\(end), basis: [rule.LATE, rule.LATER]}
        """), facts: ["rule.LATE": late, "rule.LATER": late])
    #expect(found.map(\.position.line) == [17, 18])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func `a key in a letter's field is looked up too`() {
    let letters = ["zh", "en"].map { lang in
      SourceText(
        name: "proof.\(lang).md",
        text: """
          ---
          id: proof
          title: Papers
          fields:
            rule: {zh: 规则, en: the rule, from: "fact('rule.GONE').text"}
          ---
          {{rule}}
          """)
    }
    let found = faults(flow("a: {\(end), letters: [proof]}"), letters: letters, facts: facts)
    #expect(found.map(\.check) == ["fact", "fact"], "\(found.map { $0.line(in: .en) })")
    #expect(found.map(\.file) == ["proof.en.md", "proof.zh.md"])
  }

  @Test func `keys that exist and plain words give no alarm`() {
    expect(
      "fact",
      """
      a: {say: {zh: "{fact('rule.INT-01').text} 还 3 期，3,200.50元，2026-03-01 前，{money('12345678')}", en: "{fact('rule.INT-01').text} 3 times, ¥3,200.50, in 2026, e.g. ask. {money('12345678')}"}, next: b}
      b: {\(end), basis: [rule.INT-01], contacts: [{id: helpline.good, when: "today > date('2026-01-01')"}]}
      """, facts: facts)
  }

  @Test func `without a list of facts keys are not looked up`() {
    expect("fact", "a: {\(end), basis: [rule.INT-02]}")
  }
}
