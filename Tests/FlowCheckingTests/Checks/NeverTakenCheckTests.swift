import SourceText
import Testing

@testable import FlowChecking

@Suite struct NeverTakenCheckTests {
  private static let yes = "a: {\(askKnown), next: {\"yes\": b, \"no\": z, unsure: z}}\nz: {\(end)}"
  private static let ask = "a: {\(askAmount), next: b}"

  @Test(arguments: [
    "\(yes)\nb: {branch: [{when: \"▼known == 'no'\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(yes)\nb: {branch: [{when: \"▼known != 'no'\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(ask)\nb: {branch: [{when: \"amount > money('500')\", next: c}, {when: \"▼amount > 600\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(ask)\nb: {branch: [{when: \"amount > money('5') && amount < money('9')\", next: c}, {else: z}]}\nc: {branch: [{when: \"▼amount == money('3')\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {ask: money, text: {zh: \"多少？\", en: \"How much?\"}, check: [{that: \"answer > money('0')\", say: {zh: \"大于 0\", en: \"Above 0\"}}], set: {amount: \"answer\"}, next: b}\nb: {branch: [{when: \"▼amount <= money('0')\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(yes)\nb: {compute: {known: \"'no'\"}, next: c}\nc: {branch: [{when: \"▼known == 'yes'\", next: z}, {else: z}]}",
    "\(ask)\nb: {branch: [{when: \"▼1 > 2\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(ask)\nb: {branch: [{when: \"▼2 >= 1.5\", next: c}, {else: a}]}\nc: {\(end)}",
    "\(ask)\nb: {branch: [{when: \"▼money('3') < 2 && amount > 1\", next: c}, {else: a}]}\nc: {\(end)}",
    "\(yes)\nb: {branch: [{when: {none: [{known: [\"no\", unsure]}]}, next: c}, {else: c}]}\nc: {branch: [{when: \"▼!(known == 'yes')\", next: z}, {else: z}]}",
  ])
  func `a condition that is decided before it is asked is found`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "never-taken" && $0.severity == .warning }
    #expect(
      found.map(\.position.line).filter { line in
        marked.offsets.contains { marked.source.position(at: $0).line == line }
      }.count == 1, "\(found.map { $0.line(in: .en) })")
  }

  @Test(arguments: [
    "a: {\(askKnown), next: b}\nb: {branch: [{when: \"known == 'yes'\", next: c}, {when: \"▼known != 'yes'\", next: c}, {else: z}]}\nc: {\(end)}\nz: {\(end)}",
    "\(ask)\nb: {branch: [{when: \"amount > money('7')\", next: c}, {when: \"▼amount <= money('7')\", next: c}, {else: z}]}\nc: {\(end)}\nz: {\(end)}",
  ])
  func `an else to another node behind rules of which one always holds is found`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "never-taken" }
    #expect(found.map { place($0.position) } == marked.places, "\(found.map { $0.line(in: .en) })")
  }

  @Test(arguments: [
    "\(ask)\nb: {branch: [{when: \"amount > money('500')\", next: c}, {when: \"amount > money('100')\", next: c}, {else: c}]}\nc: {\(end)}",
    "a: {\(askKnown), next: {\"yes\": b, \"no\": z, unsure: b}}\nz: {\(end)}\nb: {branch: [{when: \"known == 'yes'\", next: z}, {else: z}]}",
    "a: {\(askKnown), next: b}\nb: {branch: [{when: \"known == 'yes'\", next: z}, {when: \"known == 'no'\", next: z}, {when: \"known == 'unsure'\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {ask: text, text: {zh: \"说\", en: \"Say\"}, set: {text: \"answer\"}, next: k}\nk: {\(askKnown), skip: {next: c}, next: {\"yes\": b, \"no\": b, unsure: b}}\nb: {compute: {known: \"text == '' ? 'yes' : 'no'\"}, next: c}\nc: {branch: [{when: \"answered(known) && known == 'yes'\", next: z}, {else: z}]}\nz: {\(end)}",
  ])
  func `a condition that may hold or not gives no alarm`(nodes: String) {
    #expect(!faults(flow(nodes)).contains { $0.check == "never-taken" })
  }

  /// `known` decides `lender`, so the two go together.
  private static let pair = """
    a: {\(askKnown), next: {"yes": bank, "no": card, "unsure": card}}
    bank: {compute: {lender: "'bank'"}, next: b}
    card: {compute: {lender: "'card'"}, next: b}
    """
  private static let askCount = """
    ask: integer, text: {zh: "几期？", en: "How many?"}, set: {count: "answer"}
    """
  private static let askSigns = """
    ask: multi, of: signs, text: {zh: "哪些？", en: "Which?"}, set: {signs: "answer"}
    """

  @Test(arguments: [
    "\(pair)\nb: {branch: [{when: \"▼known == 'yes' && lender == 'card'\", next: z}, {else: z}]}\nz: {\(end)}",
    "\(pair)\nb: {branch: [{when: \"lender == 'card'\", next: c}, {else: z}]}\nc: {branch: [{when: \"▼known == 'yes'\", next: z}, {else: z}]}\nz: {\(end)}",
    "\(pair)\nb: {compute: {count: \"known == 'no' ? 1 : 2\"}, next: c}\nc: {branch: [{when: \"▼count == 1 && lender == 'bank'\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {\(askCount), next: [{when: \"▼count > 5 && count < 6\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {\(askCount), next: [{when: \"count > 5\", next: b}, {else: z}]}\nb: {branch: [{when: \"▼count >= 6\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {\(askSigns), next: [{when: \"size(signs) == 0\", next: b}, {else: z}]}\nb: {branch: [{when: \"▼'link' in signs\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {\(askSigns), next: [{when: \"▼size(signs) > 2\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {\(askAmount), next: b}\nb: {compute: {agreed: \"amount\"}, next: c}\nc: {branch: [{when: \"agreed > money('5')\", next: d}, {else: z}]}\nd: {branch: [{when: \"▼amount <= money('5')\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {\(askAmount), skip: {}, next: [{when: \"answered(amount)\", next: b}, {else: z}]}\nb: {branch: [{when: \"▼!answered(amount)\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {ask: tri, text: {zh: \"知道吗？\", en: \"Known?\"}, check: [{that: \"answer != 'no'\", say: {zh: \"不能\", en: \"No\"}}], set: {known: \"answer\"}, next: {\"yes\": z, ▼\"no\": z, unsure: z}}\nz: {\(end)}",
    "a: {\(askCount), check: [{that: \"answer > 5\", say: {zh: \"大\", en: \"Above\"}}, {that: \"▼answer < 3\", say: {zh: \"小\", en: \"Below\"}}], next: [{when: \"count > 1\", next: z}, {else: z}]}\nz: {\(end)}",
    "\(pair)\nb: {\(end), steps: [{do: {zh: \"写\", en: \"Write\"}, when: \"▼known == 'no' && lender == 'bank'\"}]}",
    "\(pair)\nb: {\(end), deadlines: [{what: {zh: \"写\", en: \"Write\"}, on: \"today\", when: \"▼known == 'no' && lender == 'bank'\"}]}",
  ])
  func `variables that go together are looked at together`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "never-taken" }
    #expect(
      found.map { place($0.position) } == marked.places, "\(found.map { $0.line(in: .en) })")
  }

  @Test(arguments: [
    // Without the answer `known` keeps what it had.
    "a: {\(askKnown), skip: {next: b}, next: {\"yes\": b, \"no\": c, unsure: c}}\nb: {branch: [{when: \"answered(known)\", next: c}, {else: z}]}\nc: {branch: [{when: \"known == 'yes'\", next: z}, {else: z}]}\nz: {\(end)}",
    // The check sees the value of `count` from before the answer.
    "a: {\(askCount), next: b}\nb: {ask: integer, text: {zh: \"多些？\", en: \"More?\"}, check: [{that: \"count > 5 || answer > 5\", say: {zh: \"大\", en: \"Above\"}}], set: {count: \"answer\"}, next: [{when: \"count > 5\", next: z}, {else: z}]}\nz: {\(end)}",
    // Round again with another answer.
    "a: {\(askKnown), next: {\"yes\": b, \"no\": c, unsure: z}}\nb: {compute: {lender: \"'bank'\"}, next: a}\nc: {branch: [{when: \"answered(lender) && lender == 'bank'\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {\(askAmount), next: b}\nb: {ask: money, text: {zh: \"多少？\", en: \"How much?\"}, set: {agreed: \"answer\"}, next: c}\nc: {branch: [{when: \"agreed < amount\", next: z}, {when: \"agreed == amount\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {\(askSigns), next: [{when: \"size(signs) == 0\", next: z}, {when: \"'link' in signs && 'code' in signs\", next: z}, {when: \"'link' in signs\", next: z}, {else: z}]}\nz: {\(end)}",
  ])
  func `what may be together gives no alarm`(nodes: String) {
    let found = faults(flow(nodes)).filter { $0.check == "never-taken" }
    #expect(found.isEmpty, "\(found.map { $0.line(in: .en) })")
  }

  @Test func `many variables at once are joined and give no alarm`() {
    var nodes = ""
    for index in 0..<7 {
      let name = ["known", "lender", "amount", "agreed", "count", "known", "lender"][index]
      nodes +=
        "n\(index): {ask: tri, text: {zh: \"问\", en: \"Ask\"}, next: {\"yes\": y\(index), \"no\": m\(index), unsure: m\(index)}}\n"
      let (one, other) =
        switch name {
        case "known": ("'yes'", "'no'")
        case "lender": ("'bank'", "'card'")
        case "count": ("1", "2")
        default: ("money('1')", "money('2')")
        }
      let next = index == 6 ? "a" : "n\(index + 1)"
      nodes += "y\(index): {compute: {\(name): \"\(one)\"}, next: \(next)}\n"
      nodes += "m\(index): {compute: {\(name): \"\(other)\"}, next: \(next)}\n"
    }
    nodes += """
      a: {branch: [{when: "known == 'yes' && lender == 'card' && amount > 1 && agreed == 1 && count < 2", next: z}, {when: "known == 'unsure'", next: z}, {else: z}]}
      z: {\(end)}
      """
    let text = flow(nodes).source.utf8
    let source = SourceText(
      name: "t.flow.yaml",
      text: String(decoding: text, as: UTF8.self).replacing("start: a", with: "start: n0"))
    let found = FlowChecker.check(flows: [source], environment: testEnvironment).diagnostics
      .filter { $0.check == "never-taken" }
    #expect(found.count == 1)
    #expect(found.first.map { source.text(in: $0.range) } == "known == 'unsure'")
  }
}
