import Testing

@testable import FlowChecking

@Suite struct UnsetReadCheckTests {
  @Test(arguments: [
    ("a: {say: {zh: \"{▼amount}\", en: \"{amount}\"}, next: b}\nb: {\(end)}", ["a"]),
    (
      """
      a: {\(askKnown), next: {"yes": b, "no": c, unsure: b}}
      b: {\(askAmount), next: d}
      c: {say: {zh: "好", en: "ok"}, next: d}
      d: {branch: [{when: "▼amount > money('5')", next: e}, {else: e}]}
      e: {\(end)}
      """, ["a", "c", "d"]
    ),
    (
      """
      a: {\(askAmount), skip: {}, next: b}
      b: {say: {zh: "{▼amount}", en: "{amount}"}, next: c}
      c: {\(end)}
      """, ["a", "b"]
    ),
    (
      """
      a: {compute: {sms: "notice.read('x')"}, next: b}
      b: {say: {zh: "{▼sms.deadline}", en: "{sms.deadline}"}, next: c}
      c: {\(end)}
      """, ["a", "b"]
    ),
    (
      """
      a: {call: sub, with: {owed: "money('1')"}, set: {agreed: sum}, next: {done: b, left: b}}
      b: {say: {zh: "{▼agreed}", en: "{agreed}"}, next: c}
      c: {\(end)}
      """, ["a", "b"]
    ),
    (
      // what was set before is gone where the called flow does not set its output
      """
      a: {compute: {agreed: "money('1')"}, next: b}
      b: {call: sub, with: {owed: "agreed"}, set: {agreed: sum}, next: {done: c, left: c}}
      c: {say: {zh: "{▼agreed}", en: "{agreed}"}, next: d}
      d: {\(end)}
      """, ["a", "b", "c"]
    ),
    (
      """
      a: {call: sub, with: {owed: "money('1')"}, set: {agreed: sum}, next: [{when: "▼agreed > money('3')", next: b}, {else: b}]}
      b: {\(end)}
      """, ["a"]
    ),
    (
      "a: {compute: {count: \"▼count + 1\"}, next: b}\nb: {say: {zh: \"{count}\", en: \"{count}\"}, next: c}\nc: {\(end)}",
      ["a"]
    ),
    (
      "a: {outcome: x, title: {zh: \"完\", en: \"End\"}, steps: [{do: {zh: \"还\", en: \"Pay\"}, when: \"▼amount > money('0')\"}]}",
      ["a"]
    ),
    (
      "a: {outcome: x, title: {zh: \"完\", en: \"End\"}, deadlines: [{what: {zh: \"还\", en: \"Pay\"}, on: \"today\", when: \"▼amount > money('0')\"}]}",
      ["a"]
    ),
  ])
  func `a read of what some path never sets is found with the shortest such path`(
    nodes: String, path: [String]
  ) {
    expect("unset-read", nodes)
    #expect(faults(flow(nodes)).allSatisfy { $0.path == path })
  }

  @Test(arguments: [
    // set on both branches
    """
    a: {\(askKnown), next: {"yes": b, "no": c, unsure: c}}
    b: {\(askAmount), next: d}
    c: {compute: {amount: "money('1')"}, next: d}
    d: {say: {zh: "{amount}", en: "{amount}"}, next: e}
    e: {\(end)}
    """,
    // a fallback, has() and answered() in the same expression, a guess
    """
    a: {compute: {sms: "notice.read('x')"}, next: a1}
    a1: {\(askAmount), skip: {}, next: b}
    b: {say: {zh: "{sms.amount | 不详} {amount | 不详}", en: "{sms.amount | unknown} {amount | unknown}"}, next: c}
    c: {branch: [{when: "has(sms.deadline) && sms.deadline > today", next: d}, {when: "answered(amount) && amount > money('3')", next: d}, {else: d}]}
    d: {ask: money, text: {zh: "多少？", en: "How much?"}, guess: "sms.amount", set: {amount: "answer"}, next: e}
    e: {say: {zh: "{amount}", en: "{amount}"}, next: f}
    f: {\(end)}
    """,
    // has() and answered() in a branch hold in the nodes behind it
    """
    a: {compute: {sms: "notice.read('x')"}, next: a1}
    a1: {\(askAmount), skip: {}, next: b}
    b: {branch: [{when: "!has(sms.deadline)", next: e}, {else: c}]}
    c: {say: {zh: "{sms.deadline}", en: "{sms.deadline}"}, next: e}
    e: {branch: [{when: "answered(amount)", next: f}, {else: g}]}
    f: {say: {zh: "{amount}", en: "{amount}"}, next: g}
    g: {\(end)}
    """,
    // skip sets it, and an earlier assignment of the same node counts
    """
    a: {\(askAmount), skip: {set: {amount: "money('0')"}}, next: b}
    b: {compute: {agreed: "amount", count: "agreed > amount ? 1 : 2"}, next: c}
    c: {say: {zh: "{count}", en: "{count}"}, next: d}
    d: {\(end)}
    """,
    // the outcome of a call decides what it set
    """
    a: {call: sub, with: {owed: "money('1')"}, set: {agreed: sum}, next: {done: b, left: c}}
    b: {say: {zh: "{agreed}", en: "{agreed}"}, next: c}
    c: {\(end)}
    """,
    // a loop does not forget
    """
    a: {\(askAmount), next: b}
    b: {\(askKnown), next: {"yes": c, "no": b, unsure: b}}
    c: {say: {zh: "{amount}", en: "{amount}"}, next: d}
    d: {\(end)}
    """,
    // the condition of a step holds in its words
    """
    a: {\(askAmount), skip: {}, next: b}
    b: {outcome: x, title: {zh: "完", en: "End"}, steps: [{do: {zh: "还 {amount}", en: "Pay {amount}"}, when: "answered(amount)"}]}
    """,
    // that of a deadline holds in its words and its day
    """
    a: {\(askAmount), skip: {}, next: a1}
    a1: {compute: {sms: "notice.read('x')"}, next: b}
    b: {outcome: x, title: {zh: "完", en: "End"}, deadlines: [{what: {zh: "还 {amount}", en: "Pay {amount}"}, on: "sms.deadline", when: "answered(amount) && has(sms.deadline)"}]}
    """,
  ])
  func `what every path sets gives no alarm`(nodes: String) {
    expect("unset-read", nodes)
  }

  @Test func `a field is forgotten when its record is set anew`() {
    expect(
      "unset-read",
      """
      a: {compute: {sms: "notice.read('x')"}, next: b}
      b: {branch: [{when: "has(sms.deadline)", next: c}, {else: e}]}
      c: {compute: {sms: "notice.read('y')"}, next: d}
      d: {say: {zh: "{▼sms.deadline}", en: "{sms.deadline}"}, next: e}
      e: {\(end)}
      """)
  }

  @Test func `an input that is not passed is found`() {
    expect("unset-read", "a: {call: ▼sub, next: b}\nb: {\(end)}")
  }
}
