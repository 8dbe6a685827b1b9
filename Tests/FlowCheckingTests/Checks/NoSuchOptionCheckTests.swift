import Testing

@testable import FlowChecking

@Suite struct NoSuchOptionCheckTests {
  private static let askLender =
    "a: {ask: choice, of: lender, text: {zh: \"谁？\", en: \"Who?\"}, set: {lender: \"answer\"}, next: b}"
  private static let askSigns =
    "a: {ask: multi, of: signs, text: {zh: \"哪些？\", en: \"Which?\"}, set: {signs: \"answer\"}, next: b}"

  @Test(arguments: [
    "\(askLender)\nb: {branch: [{when: \"lender == ▼'bnak'\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(askLender)\nb: {branch: [{when: \"lender in ['bank', ▼'cards']\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(askLender)\nb: {branch: [{when: {lender: ▼credit}, next: c}, {else: c}]}\nc: {\(end)}",
    "\(askSigns)\nb: {branch: [{when: \"▼'links' in signs\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(askSigns)\nb: {branch: [{when: \"signs == ['link', ▼'links'] || ['code'] != signs\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(askSigns)\nb: {branch: [{when: {signs: ▼links}, next: c}, {else: c}]}\nc: {\(end)}",
    "a: {\(askKnown), next: {\"yes\": b, \"no\": b, ▼unsre: b}}\nb: {\(end)}",
    "a: {compute: {known: \"text == '' ? 'no' : ▼'maybe'\"}, next: b}\nb: {branch: [{when: {known: \"no\"}, next: c}, {else: c}]}\nc: {\(end)}",
    "a: {ask: tri, text: {zh: \"吗？\", en: \"?\"}, check: [{that: \"answer != ▼'maybe'\", say: {zh: \"不\", en: \"no\"}}], record: true, next: b}\nb: {\(end)}",
  ])
  func `a word that is none of the options is found`(nodes: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check != "unset-read" }
    #expect(
      found.map { "\(place($0.position)) \($0.check)" }
        == marked.places.map { "\($0) no-such-option" },
      "\(found.map { $0.line(in: .en) })")
  }

  @Test(arguments: [
    "\(askLender)\nb: {branch: [{when: \"lender == 'bank' || lender in ['card']\", next: c}, {else: c}]}\nc: {\(end)}",
    "\(askSigns)\nb: {branch: [{when: \"'link' in signs\", next: c}, {else: c}]}\nc: {\(end)}",
    "a: {ask: text, text: {zh: \"?\", en: \"?\"}, set: {text: \"answer\"}, next: b}\nb: {branch: [{when: \"text == 'anything'\", next: c}, {else: c}]}\nc: {\(end)}",
  ])
  func `options and free texts give no alarm`(nodes: String) {
    expect("no-such-option", nodes)
  }
}
