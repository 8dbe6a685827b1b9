import Testing

@testable import FlowChecking

@Suite struct UnhandledCheckTests {
  @Test(arguments: [
    "a: {\(askKnown), next: ▼{\"yes\": b, \"no\": b}}\nb: {\(end)}",
    "a: {ask: choice, of: lender, text: {zh: \"谁？\", en: \"Who?\"}, next: ▼{bank: b, card: b}}\nb: {\(end)}",
    "a: {\(askKnown), next: b}\n▼b: {branch: [{when: \"known == 'yes'\", next: c}]}\nc: {\(end)}",
    "a: {\(askKnown), next: b}\n▼b: {branch: [{when: \"known in ['yes', 'no']\", next: c}]}\nc: {\(end)}",
    "▼a: {\(askKnown), next: [{when: {known: \"yes\"}, next: c}]}\nc: {\(end)}",
    "a: {call: sub, with: {owed: \"money('1')\"}, next: ▼{done: b}}\nb: {\(end)}",
    "a: {call: sub, with: {owed: \"money('1')\"}, next: {done: b, ▼lef: b}}\nb: {\(end)}",
    "a: {\(askKnown), skip: ▼{set: {known: \"'no'\"}}, next: {\"yes\": b, \"no\": b, unsure: b}}\nb: {\(end)}",
  ])
  func `a case without a route is found`(nodes: String) {
    expect("unhandled", nodes)
  }

  @Test(arguments: [
    "a: {\(askKnown), next: b}\nb: {branch: [{when: \"known == 'yes'\", next: c}, {when: \"known in ['no', 'unsure']\", next: c}]}\nc: {\(end)}",
    "a: {\(askKnown), next: b}\nb: {branch: [{when: {known: \"yes\"}, next: c}, {when: {any: [{known: \"no\"}, {known: unsure}]}, next: c}]}\nc: {\(end)}",
    "a: {call: sub, with: {owed: \"money('1')\"}, next: {done: b, left: b}}\nb: {\(end)}",
    "a: {\(askKnown), skip: {set: {known: \"'no'\"}}, next: b}\nb: {branch: [{when: {known: \"yes\"}, next: c}, {else: c}]}\nc: {\(end)}",
  ])
  func `cases that are all named need no else`(nodes: String) {
    expect("unhandled", nodes)
  }
}
