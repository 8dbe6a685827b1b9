import Testing

@testable import FlowChecking

@Suite struct NoOutcomeCheckTests {
  @Test(arguments: [
    ("▼a: {\(askKnown), next: {\"yes\": a, \"no\": a, unsure: a}}", ["a"]),
    (
      """
      a: {\(askKnown), next: {"yes": b, "no": c, unsure: c}}
      ▼b: {\(askAmount), record: true, next: d}
      c: {\(end)}
      d: {review: [b], next: b}
      """, ["a", "b"]
    ),
  ])
  func `a region without an outcome is found where it is entered`(nodes: String, path: [String]) {
    expect("no-outcome", nodes)
    #expect(faults(flow(nodes)).map(\.path) == [path])
  }

  @Test(arguments: [
    "a: {\(askKnown), next: {\"yes\": a, \"no\": b, unsure: a}}\nb: {\(end)}",
    "a: {\(askKnown), skip: {next: b}, next: {\"yes\": a, \"no\": a, unsure: a}}\nb: {\(end)}",
  ])
  func `a loop with a way out gives no alarm`(nodes: String) {
    expect("no-outcome", nodes)
  }
}
