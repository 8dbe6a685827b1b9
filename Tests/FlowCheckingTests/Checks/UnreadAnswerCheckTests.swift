import SourceText
import Testing

@testable import FlowChecking

@Suite struct UnreadAnswerCheckTests {
  @Test(arguments: [
    "▼a: {\(askAmount), next: b}\nb: {\(end)}",
    "▼a: {ask: text, text: {zh: \"谁？\", en: \"Who?\"}, next: b}\nb: {\(end)}",
    // read only to compute what nobody reads
    "▼a: {\(askAmount), next: b}\nb: {compute: {agreed: \"amount\"}, next: c}\nc: {\(end)}",
  ])
  func `an answer that nothing depends on is found`(nodes: String) {
    expect("unread-answer", nodes)
  }

  @Test(arguments: [
    "a: {\(askAmount), record: true, next: b}\nb: {\(end)}",
    "a: {\(askKnown), next: {\"yes\": b, \"no\": b, unsure: b}}\nb: {\(end)}",
    "a: {\(askAmount), next: b}\nb: {compute: {agreed: \"amount\"}, next: c}\nc: {say: {zh: \"{agreed}\", en: \"{agreed}\"}, next: d}\nd: {\(end)}",
    "a: {\(askAmount), skip: {}, next: b}\nb: {branch: [{when: \"answered(amount)\", next: c}, {else: c}]}\nc: {\(end)}",
    "a: {\(askAmount), next: b}\nb: {\(end), letters: [l]}",
  ])
  func `an answer that is used or kept on purpose gives no alarm`(nodes: String) {
    let letters = ["zh", "en"].map {
      SourceText(
        name: "l.\($0).md",
        text:
          "---\nid: l\ntitle: x\nfields: {sum: {zh: 额, en: sum, from: \"amount\"}}\n---\n{{sum}}")
    }
    expect("unread-answer", nodes, letters: letters)
  }
}
