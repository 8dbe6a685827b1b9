import SourceText
import Testing

@testable import FlowChecking

/// What only values tell: the same flow would be judged otherwise by its ways alone.
///
/// Each flow was found by `FlowTrialRuns judge` and made smaller.
@Suite struct StateExplorationTests {
  /// The faults of one check must be at the marks; other checks may complain.
  private func expect(
    _ check: String, _ nodes: String, more variables: String = "",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let marked = flow(nodes, more: variables)
    let found = faults(marked).filter { $0.check == check }
    #expect(
      found.map { place($0.position) } == marked.places, "\(found.map { $0.line(in: .en) })",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    // behind a condition that can't hold
    """
    a: {compute: {known: "'yes'"}, next: b}
    b: {branch: [{when: "known == 'no'", next: c}, {else: d}]}
    c: {say: {zh: "{amount}", en: "{amount}"}, next: d}
    d: {\(end)}
    """,
    // an operand that is never reached
    """
    a: {compute: {known: "'yes'"}, next: b}
    b: {branch: [{when: "known == 'yes' || count > 3", next: c}, {else: c}]}
    c: {\(end)}
    """,
    // what one answer sets is read only after that answer
    """
    a: {\(askKnown), next: {"yes": b, "no": c, unsure: c}}
    b: {\(askAmount), next: c}
    c: {branch: [{when: "known == 'yes' && amount > money('5')", next: d}, {else: d}]}
    d: {\(end)}
    """,
    // the same behind a loop
    """
    a: {\(askKnown), next: {"yes": b, "no": a, unsure: c}}
    b: {\(askAmount), next: c}
    c: {branch: [{when: "known == 'unsure'", next: e}, {else: d}]}
    d: {say: {zh: "{amount}", en: "{amount}"}, next: e}
    e: {\(end)}
    """,
    // an outcome of a call decides what is read
    """
    a: {call: sub, with: {owed: "money('1')"}, set: {agreed: sum}, next: {done: b, left: c}}
    b: {compute: {known: "'yes'"}, next: d}
    c: {compute: {known: "'no'"}, next: d}
    d: {branch: [{when: "known == 'yes'", next: e}, {else: f}]}
    e: {say: {zh: "{agreed}", en: "{agreed}"}, next: f}
    f: {\(end)}
    """,
  ])
  func `a read that never happens unset gives no alarm`(nodes: String) {
    expect("unset-read", nodes)
  }

  @Test(arguments: [
    // behind a fault a read that never happens unset, whatever mends the fault
    """
    a: {compute: {known: "'no'"}, next: b}
    b: {branch: [{when: "▼agreed > money('5')", next: c}, {else: c}]}
    c: {branch: [{when: "known == 'yes' && amount > money('5')", next: d}, {else: d}]}
    d: {\(end)}
    """,
    // the same when a repetition is left
    """
    a: {compute: {signs: "['link']", known: "'no'"}, next: b}
    b:
      each: {count: "2", body: {start: s, nodes: {s: {\(askAmount), next: [{when: "known == 'no'", next: b}, {else: t}]}, t: {say: {zh: "好", en: "ok"}, next: b}}}}
      next: [{when: "size(▼text) > 3 || size(signs) == 0 && amount > money('5')", next: c}, {else: c}]
    c: {\(askKnown), next: {"yes": b, "no": d, unsure: d}}
    d: {\(end)}
    """,
    // a read that does happen once the fault is mended
    """
    a: {\(askKnown), next: b}
    b: {branch: [{when: "▼agreed > money('5')", next: c}, {else: c}]}
    c: {branch: [{when: "known == 'yes' && ▼amount > money('5')", next: d}, {else: d}]}
    d: {\(end)}
    """,
    // what a fault reads counts as set behind it
    """
    a: {say: {zh: "{▼agreed}", en: "{agreed}"}, next: b}
    b: {say: {zh: "{agreed}", en: "{agreed}"}, next: c}
    c: {\(end)}
    """,
  ])
  func `behind an unset read only what happens once it is mended is told`(nodes: String) {
    expect("unset-read", nodes)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a condition of many parts that may or may not be asked is told in a moment`() {
    let names = (0..<40).map { "v\($0)" }
    let parts = names.map { "lang<'a'&&\($0)=='no'" }.joined(separator: "||")
    let marked = flow(
      """
      a: {branch: [{when: "\(parts)", next: b}, {else: b}]}
      b: {\(end)}
      """, more: names.map { "\($0): {type: tri}" }.joined(separator: "\n  "))
    let found = faults(marked).filter { $0.check == "unset-read" }
    #expect(found.count == names.count)
  }

  @Test func `an unset read is found behind one that never happens`() {
    expect(
      "unset-read",
      """
      a: {compute: {known: "'no'"}, next: b}
      b: {branch: [{when: "known == 'yes' && amount > money('5')", next: c}, {else: c}]}
      c: {say: {zh: "{▼amount}", en: "{amount}"}, next: d}
      d: {\(end)}
      """)
  }

  @Test func `the path to an unset read can be walked`() {
    let nodes = """
      a: {\(askKnown), next: {"yes": b, "no": c, unsure: c}}
      b: {branch: [{when: "known == 'no'", next: e}, {else: d}]}
      c: {say: {zh: "好", en: "ok"}, next: d}
      d: {say: {zh: "好", en: "ok"}, next: e}
      e: {say: {zh: "{amount}", en: "{amount}"}, next: f}
      f: {\(end)}
      """
    let found = faults(flow(nodes)).filter { $0.check == "unset-read" }
    #expect(found.map(\.path) == [["a", "b", "d", "e"]])
  }

  @Test(arguments: [
    // set to one value on every way
    """
    a: {compute: {amount: "money('100')", known: "'no'"}, next: b}
    b: {branch: [{when: "▼amount >= money('100')", next: c}, {when: "known == 'yes'", next: c}, {else: c}]}
    c: {\(end)}
    """,
    // nothing ever sets it
    """
    a: {\(askKnown), next: b}
    b: {branch: [{when: "▼answered(amount) && amount > money('5')", next: c}, {when: "known == 'yes'", next: c}, {else: c}]}
    c: {\(end)}
    """,
    // what the rules before it leave over
    """
    a: {\(askAmount), next: b}
    b: {branch: [{when: "amount > money('5')", next: c}, {when: "▼!(amount > money('5'))", next: c}, {when: "amount == money('3')", next: c}, {else: c}]}
    c: {\(end)}
    """,
  ])
  func `a decided condition is found`(nodes: String) {
    expect("never-taken", nodes)
  }

  @Test func `a way out that no state can take is none`() {
    expect(
      "no-outcome",
      """
      ▼a: {compute: {known: "'yes'"}, next: b}
      b: {\(askAmount), next: [{when: "known == 'no'", next: c}, {else: b}]}
      c: {\(end)}
      """)
  }

  @Test func `one answer may close the way out for good`() {
    let nodes = """
      a: {\(askKnown), next: b}
      ▼b: {\(askAmount), next: [{when: "known == 'yes'", next: c}, {else: b}]}
      c: {\(end)}
      """
    expect("no-outcome", nodes)
    let found = faults(flow(nodes)).filter { $0.check == "no-outcome" }
    #expect(found.map(\.path) == [["a", "b"]])
  }

  @Test func `a loop without a question that no state enters gives no alarm`() {
    expect(
      "endless-loop",
      """
      a: {\(askKnown), next: {"yes": b, "no": a, unsure: a}}
      b: {branch: [{when: "known == 'yes'", next: d}, {when: "known == 'no'", next: c}, {else: c}]}
      c: {say: {zh: "好", en: "ok"}, next: b}
      d: {\(end)}
      """)
  }

  @Test func `an endless loop is no path without an outcome besides`() {
    expect(
      "no-outcome", "a: {say: {zh: \"好\", en: \"ok\"}, next: a}\nb: {\(end)}")
  }

  @Test func `each turn of a repetition begins without what the last one set`() {
    expect(
      "unset-read",
      """
      a:
        each:
          until: more
          body:
            start: start
            nodes:
              start: {\(askKnown), next: {"yes": much, "no": told, unsure: told}}
              much: {\(askAmount), next: told}
              told: {branch: [{when: "known == 'yes' && amount > money('5')", next: more}, {when: "known == 'no' && ▼amount > money('5')", next: more}, {else: more}]}
              more: {ask: tri, text: {zh: "完了？", en: "All?"}}
        next: b
      b: {\(end)}
      """)
  }

  /// Found when dates, lists and turns came into the trials.
  @Test(arguments: [
    // a day that is written out is that day
    """
    a: {compute: {day: "date('2026-03-01')"}, next: b}
    b: {branch: [{when: "▼day > date('2026-06-01')", next: c}, {else: c}]}
    c: {\(end)}
    """,
    """
    a: {compute: {day: "today > date('2026-01-01') ? date('2026-03-01') : date('2026-04-01')"}, next: b}
    b: {branch: [{when: "▼day == date('2026-06-01')", next: c}, {else: c}]}
    c: {\(end)}
    """,
    // a list that was collected has elements
    """
    a: {each: {until: q, collect: {into: sums, value: "money('1')"}, body: {start: q, nodes: {q: {ask: tri, text: {zh: "完了？", en: "All?"}}}}}, next: b}
    b: {branch: [{when: "▼size(sums) == 0", next: c}, {else: c}]}
    c: {\(end)}
    """,
    // and one that was collected in no turn has none
    """
    a: {each: {count: "0", collect: {into: sums, value: "money('1')"}, body: {start: q, nodes: {q: {ask: tri, text: {zh: "好？", en: "Good?"}, record: true, next: a}}}}, next: b}
    b: {branch: [{when: "▼size(sums) > 0", next: c}, {else: c}]}
    c: {\(end)}
    """,
    // what the second of two turns does has been done when they are over
    """
    a: {compute: {known: "'no'"}, next: b}
    b: {each: {count: "2", body: {start: p, nodes: {p: {branch: [{when: "known == 'no'", next: q}, {else: r}]}, q: {compute: {known: "'yes'"}, next: b}, r: {compute: {known: "'unsure'"}, next: b}}}}, next: c}
    c: {branch: [{when: "▼known == 'yes'", next: d}, {else: d}]}
    d: {\(end)}
    """,
    // a condition decides on the number of turns
    """
    a: {compute: {known: "'no'", count: "1"}, next: b}
    b: {each: {count: "known == 'yes' ? 2 : 1", body: {start: p, nodes: {p: {branch: [{when: "▼count == 2", next: b}, {else: q}]}, q: {compute: {count: "2"}, next: b}}}}, next: d}
    d: {\(end)}
    """,
  ])
  func `a condition that days, lists and turns decide is found`(nodes: String) {
    expect("never-taken", nodes, more: "day: {type: date}\n  sums: {type: list(money)}")
  }

  @Test(arguments: [
    "a: {call: sub, with: {owed: \"money('1')\"}, next: {▼done: a}}\nz: {\(end)}",
    "a: {call: sub, with: {owed: \"money('1')\"}, next: {done: ▼gone, left: a}}\nz: {\(end)}",
    "a: {\(askKnown), next: {\"yes\": a, \"no\": a}}\nz: {\(end)}",
  ])
  func `an outcome or answer that leads nowhere is no path without an end besides`(nodes: String) {
    expect("no-outcome", nodes.replacing("▼", with: ""))
  }
}
