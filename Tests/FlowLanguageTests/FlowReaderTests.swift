import SourceText
import Testing
import Wording
import YAMLTree

@testable import FlowLanguage

private let header = """
  schema: 1
  flow: test.flow
  version: 2
  title: {zh: "测试", en: "Test"}
  start: a

  """

private let wholeFlow =
  header + """
    offer: {zh: "试一试", en: "Try it"}
    order: 10
    use: {nego: "repay.negotiate@2"}
    inputs: {owed: {type: money}}
    outputs: {agreed: {type: money}}
    vars:
      known: {type: tri}
      lender: {type: choice, options: {bank: {zh: "银行", en: "Bank"}, "no": {zh: "无", en: "None"}}}
      signs: {type: multi, options: [{link: {zh: "链接", en: "Link"}}, {code: {zh: "验证码", en: "Code"}}]}
      fee: {type: percent, per: day}
      sms: {type: Notice}
      dates: {type: list(date)}
    nodes:
      a:
        ask: choice
        of: lender
        text: {zh: "谁借的？{sms.institution | 不详}", en: "Who lent it? {sms.institution | unknown}"}
        why: {zh: "选渠道", en: "To choose the desk"}
        guess: "sms.kind"
        check: [{that: "answer != ''", say: {zh: "请选", en: "Choose"}}]
        set: {lender: "answer"}
        skip: {text: {zh: "不知道", en: "I do not know"}, set: {lender: "'no'"}, next: b}
        next: {bank: b, "no": c}
      b: {say: {zh: "好", en: "Good"}, next: c}
      c:
        branch:
          - {when: {any: [{known: "yes"}, {none: [{lender: ["bank", "no"]}]}, "fee == fee"]}, next: d}
          - {when: {signs: "link"}, next: d}
          - {else: e}
      d: {compute: {agreed: "owed"}, next: e}
      e: {call: nego, with: {sum: "owed"}, set: {agreed: total}, next: {done: f, left: f}, also_print: true}
      f: {review: [a, known], next: g}
      g:
        outcome: finished
        title: {zh: "完成", en: "Done"}
        text: {zh: "共 {owed} {{元}}", en: "{owed} in all"}
        basis: ["rule.INT-01"]
        letters: [verify, {id: hold, when: "owed > money('0')"}]
        contacts: ["helpline.12378"]
        deadlines: [{what: {zh: "回复", en: "Reply"}, on: "today + 3", basis: "rule.X-1", when: {known: "yes"}}]
        steps: [{do: {zh: "打电话", en: "Call"}, by: "today", when: {known: "yes"}}]
    moved: {old: a}
    """

private func read(_ text: String) -> (flow: Flow?, diagnostics: [Diagnostic]) {
  FlowReader.read(SourceText(name: "t.flow.yaml", text: text))
}

@Suite struct FlowReaderTests {
  @Test func `every key of the language is read`() throws {
    let (found, diagnostics) = read(wholeFlow)
    #expect(diagnostics.map { $0.line(in: .en) } == [])
    let flow = try #require(found)
    #expect(flow.id == "test.flow" && flow.version == 2 && flow.offer?.en == "Try it")
    #expect(flow.order == 10)
    #expect(flow.nodes.map(\.id) == ["a", "b", "c", "d", "e", "f", "g"])
    #expect(flow.inputs.map(\.name.text) == ["owed"] && flow.outputs.count == 1)
    #expect(flow.variable("fee")?.type == .percent(per: .day))
    #expect(flow.variable("dates")?.type == .list(.date))
    #expect(flow.variable("lender")?.type.options.map(\.id) == ["bank", "no"])
    #expect(flow.use("nego")?.version == 2 && flow.outcomeIDs == ["finished"])
    #expect(flow.expressions.indices.allSatisfy { flow.expressions[$0].index == $0 })
    guard case .ask(let ask) = flow.node("a")?.kind else { throw Missing() }
    #expect(ask.type.options.count == 2 && ask.skip?.next?.text == "b")
    #expect(flow.node("a")?.targets.map(\.text) == ["b", "c", "b"])
    guard case .outcome(let outcome) = flow.node("g")?.kind else { throw Missing() }
    #expect(outcome.letters.map(\.name.text) == ["verify", "hold"])
    #expect(outcome.deadlines.map { $0.when?.text } == ["(known == 'yes')"])
    #expect(outcome.conditions.count == 3)
    #expect(outcome.text?.zh.pieces.last == .literal(" {元}"))
  }

  @Test func `structured conditions become expressions with the places of their parts`() throws {
    let flow = try #require(read(wholeFlow).flow)
    let conditions = flow.expressions.filter { $0.node == "c" }
    let anyOf = try #require(conditions.first)
    #expect(
      conditions.map(\.text) == [
        "((((known == 'yes')) || ((!(((lender == 'bank' || lender == 'no'))))) || (fee == fee)))",
        "('link' in signs)",
      ])
    for (word, written) in [
      ("known", "known"), ("'yes'", "\"yes\""), ("'no'", "\"no\""), ("fee =", "fee ="),
    ] {
      let start = try #require(utf8Offset(of: word, in: anyOf.text))
      let place = anyOf.fileRange(start: start, end: start + 1).start
      let found = SourceRange(start: place, end: place + written.utf8.count)
      #expect(flow.source.text(in: found) == written)
    }
  }

  @Test(arguments: [
    ("b: {say: {zh: \"好\", en: \"ok\"}, ▼nxt: b}", "yaml"),
    ("b: {say: {zh: \"好\", en: a, ▼b}, next: a}", "yaml"),
    ("b: {branch: [{when: ▼known, next: a}, {else: a}]}", "yaml"),
    ("b: {▼<<: a}", "yaml"),
    ("b: {branch: [{when: {▼not: {known: \"yes\"}}, next: a}, {else: a}]}", "shape"),
    ("b: {say: {zh: ▼\"好，。“”…—\\u3164\", en: \"ok\"}, next: a}", "yaml"),
    ("b: {ask: tri, text: {zh: \"?\", en: \"?\"}, next: {▼yes: a, \"no\": a, unsure: a}}", "yaml"),
    ("b: {say: {zh: ▼\"好\\u200B\", en: \"ok\"}, next: a}", "yaml"),
    ("b: {say: ▼{en: \"ok\"}, next: a}", "translation"),
    ("b: {say: {zh: ▼\"\", en: \"ok\"}, next: a}", "translation"),
    ("b: {say: {zh: \"还有 ▼{x\", en: \"ok\"}, next: a}", "syntax"),
    ("b: {say: {zh: \"还有 x▼}\", en: \"ok\"}, next: a}", "syntax"),
    ("b: {say: {zh: \"还有 ▼{ }\", en: \"ok\"}, next: a}", "syntax"),
    ("b: {branch: [{when: ▼\"\", next: a}, {else: a}]}", "syntax"),
    ("b: {▼sey: {zh: \"好\", en: \"ok\"}, next: a}", "shape"),
    ("▼b: {say: {zh: \"好\", en: \"ok\"}, ask: tri, next: a}", "shape"),
    ("▼b-c: {say: {zh: \"好\", en: \"ok\"}, next: a}", "shape"),
    ("b: ▼[a]", "shape"),
    ("b: {ask: ▼mony, text: {zh: \"?\", en: \"?\"}, next: a}", "shape"),
    ("b: {ask: ▼percent, text: {zh: \"?\", en: \"?\"}, next: a}", "shape"),
    ("b: {ask: ▼choice, text: {zh: \"?\", en: \"?\"}, next: a}", "shape"),
    ("b: {ask: choice, of: ▼knwn, text: {zh: \"?\", en: \"?\"}, next: a}", "shape"),
    ("b: {ask: choice, of: ▼known, text: {zh: \"?\", en: \"?\"}, next: a}", "shape"),
    ("b: {each: ▼{count: \"2\"}, next: a}", "shape"),
    ("b: {say: ▼words, next: a}", "shape"),
    ("b: {say: {zh: \"好\", en: \"ok\"}, next: ▼{x: a}}", "shape"),
    ("b: {branch: [{else: a}, ▼{when: \"known == 'yes'\", next: a}]}", "unhandled"),
    ("b: {outcome: x, title: {zh: \"好\", en: \"ok\"}, letters: [▼../etc/x]}", "shape"),
    ("b: {call: c, next: a, also_print: ▼yes}", "shape"),
    (
      "b: {say: {zh: \"好\", en: \"ok\"}, next: a}\n  ▼b: {say: {zh: \"好\", en: \"ok\"}, next: a}",
      "duplicate"
    ),
  ])
  func `a fault of form is reported at its place`(node: String, check: String) {
    let marked = MarkedText(
      header
        + "vars: {known: {type: tri}}\nnodes:\n  a: {outcome: x, title: {zh: \"好\", en: \"ok\"}}\n  "
        + node + "\n")
    let found = FlowReader.read(marked.source).diagnostics
    #expect(
      found.map { "\(place($0.position)) \($0.check)" } == marked.places.map { "\($0) \(check)" })
  }

  @Test func `a condition with not is told the key that negates`() {
    let (_, found) = read(
      """
      nodes:
        a: {branch: [{when: {not: {known: "yes"}}, next: b}, {else: b}]}
        b: {outcome: x, title: {zh: "好", en: "ok"}}
      """)
    #expect(found.contains { $0.message.en.contains("none: [condition, …]") })
  }

  @Test(arguments: [
    0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x200B, 0x2028, 0x2060, 0x3164, 0xFEFF,
    0xFFA0, 0xFFF9, 0xE0041, 0x7F, 0x85, 0x1B,
  ])
  func `a scalar that nobody sees is found behind Chinese signs`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(YAMLTrap.holdsInvisible("好，。“”…—（）" + String(scalar)))
    #expect(YAMLTrap.holdsInvisible(String(scalar) + "ok"))
    #expect(!YAMLTrap.holdsInvisible("好，。“”…—（）é ok\t\r\n　ＡＢ"))
  }

  @Test(arguments: [
    "vars: {x: {type: ▼mony}}", "vars: {x: {type: ▼choice}}", "vars: {x: {type: ▼percent}}",
    "vars: {▼1x: {type: money}}", "vars: {▼answer: {type: money}}", "vars: ▼[x]",
    "vars: {x: {type: money, ▼options: {}}}", "use: {n: ▼\"../x@1\"}", "use: {n: ▼\"a.b\"}",
    "inputs: {x: {type: money}}\nvars: {▼x: {type: money}}", "▼vers: 1", "moved: ▼[a]",
    "vars: {x: {type: choice, options: [{a: {zh: \"甲\", en: \"A\"}}, {▼a: {zh: \"甲\", en: \"A\"}}]}}",
    "offer: {zh: \"好 ▼{x}\", en: \"ok\"}", "order: ▼0", "order: ▼first", "order: ▼[1]",
    "vars: {x: {type: choice, options: {▼no: {zh: \"甲\", en: \"A\"}}}}",
  ])
  func `a fault of the header is reported at its place`(lines: String) {
    let marked = MarkedText(
      header + lines + "\nnodes: {a: {outcome: x, title: {zh: \"好\", en: \"ok\"}}}\n")
    let found = FlowReader.read(marked.source).diagnostics
    #expect(found.map { place($0.position) } == marked.places, "\(found.map { $0.line(in: .en) })")
  }

  @Test func `all faults of a file are collected and the rest is read`() throws {
    let (flow, found) = read("schema: 2\nnodes:\n  a: {say: {zh: \"好\"}, nxt: b}\n  b: {sy: 1}\n")
    #expect(found.count >= 7)
    #expect(flow?.nodes.map(\.id) == ["a", "b"])
  }

  @Test func `what is no flow at all gives one fault and no flow`() {
    #expect(read("").flow == nil && read("").diagnostics.count == 1)
    #expect(read("- a").flow == nil)
    #expect(read("just words").flow == nil)
  }

  @Test func `a file full of faults is cut at the limit`() {
    let keys = (0..<3_000).map { "k\($0): 1" }.joined(separator: "\n")
    #expect(read(keys).diagnostics.count == FlowLimits.diagnostics)
  }
}

private struct Missing: Error {}

private func utf8Offset(of word: String, in text: String) -> Int? {
  let (word, text) = (Array(word.utf8), Array(text.utf8))
  return (0...max(0, text.count - word.count)).first { text[$0...].starts(with: word) }
}
