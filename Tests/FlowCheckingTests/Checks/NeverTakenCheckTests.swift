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
    "\(ask)\nb: {branch: [{when: \"amount > money('500')\", next: c}, {when: \"amount > money('100')\", next: c}, {else: c}]}\nc: {\(end)}",
    "a: {\(askKnown), next: {\"yes\": b, \"no\": z, unsure: b}}\nz: {\(end)}\nb: {branch: [{when: \"known == 'yes'\", next: z}, {else: z}]}",
    "a: {\(askKnown), next: b}\nb: {branch: [{when: \"known == 'yes'\", next: z}, {when: \"known == 'no'\", next: z}, {when: \"known == 'unsure'\", next: z}, {else: z}]}\nz: {\(end)}",
    "a: {\(askKnown), skip: {next: c}, next: {\"yes\": b, \"no\": b, unsure: b}}\nb: {compute: {known: \"text == '' ? 'yes' : 'no'\"}, next: c}\nc: {branch: [{when: \"answered(known) && known == 'yes'\", next: z}, {else: z}]}\nz: {\(end)}",
  ])
  func `a condition that may hold or not gives no alarm`(nodes: String) {
    #expect(!faults(flow(nodes)).contains { $0.check == "never-taken" })
  }
}
