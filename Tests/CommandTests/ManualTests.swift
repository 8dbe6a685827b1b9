import Foundation
import TerminalDriver
import Testing

/// The examples of the authors' manual, run as an author would run them.
@Suite struct ManualTests {
  /// The YAML examples of flows/README.md, in order.
  private func examples() throws -> [String] {
    let manual = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("flows/README.md")
    let text = String(decoding: try Data(contentsOf: manual), as: UTF8.self)
    return text.components(separatedBy: "```yaml\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
  }

  private func indented(_ text: String, by blanks: Int) -> String {
    let indent = String(repeating: " ", count: blanks)
    return text.split(separator: "\n").map { indent + $0 }.joined(separator: "\n")
  }

  private func outcome(_ id: String) -> String {
    "  \(id): {outcome: \(id), title: {zh: \"完\", en: \"Done\"}}"
  }

  /// A question whose `next` is the example.
  private func flow(_ name: String, asking type: String, next: String, to nodes: [String]) -> String
  {
    """
    schema: 1
    flow: manual.\(name)
    version: 1
    title: {zh: "例", en: "Example"}
    start: first
    vars:
      harm: {type: \(type), options: {a: {zh: "甲", en: "A"}, b: {zh: "乙", en: "B"}}}
    nodes:
      first:
        ask: \(type)
        of: harm
        text: {zh: "哪些？", en: "Which?"}
        set: {harm: "answer"}
        record: true
    \(indented(next, by: 4))
    \(nodes.map(outcome).joined(separator: "\n"))
    """
  }

  /// The example of a call, with a flow it can call.
  private func callingFlows(_ node: String) -> [String: String] {
    let caller = """
      schema: 1
      flow: manual.caller
      version: 1
      title: {zh: "例", en: "Example"}
      start: owed
      use: {budget: "manual.called@1"}
      vars: {owed: {type: money}, spare: {type: money}}
      nodes:
        owed:
          ask: money
          text: {zh: "欠多少？", en: "How much?"}
          set: {owed: "answer"}
          next: budget
      \(indented(node, by: 2))
        months: {outcome: months, title: {zh: "剩 {spare}", en: "{spare} is left"}}
      \(outcome("pause"))
      """
    let called = """
      schema: 1
      flow: manual.called
      version: 1
      title: {zh: "例", en: "Example"}
      start: work
      inputs: {owed: {type: money}}
      outputs: {spare: {type: money}}
      vars: {}
      nodes:
        work: {compute: {spare: "owed"}, next: choose}
        choose: {branch: [{when: "owed > money('5')", next: can_pay}, {else: cannot_pay}]}
      \(outcome("can_pay"))
      \(outcome("cannot_pay"))
      """
    return ["caller": caller, "called": called]
  }

  @Test func `every example of the manual is sound, and its scenario passes`() throws {
    let program = try Program()
    let own = program.folder + "/own"
    try FileManager.default.createDirectory(
      atPath: own + "/scenarios", withIntermediateDirectories: true)
    var files: [String: String] = [:]
    for example in try examples() {
      if example.hasPrefix("schema: 1") {
        files["complete\(files.count)"] = example
      } else if example.hasPrefix("- scenario") {
        try example.write(
          toFile: own + "/scenarios/manual.yaml", atomically: true, encoding: .utf8)
      } else if example.hasPrefix("next:") {
        let ways = example.components(separatedBy: "next:\n")
        try #require(ways.count == 2)
        files["byanswer"] = flow(
          "byanswer", asking: "tri", next: ways[0], to: ["pay", "stop", "look"]
        ).replacing(", options: {a: {zh: \"甲\", en: \"A\"}, b: {zh: \"乙\", en: \"B\"}}", with: "")
          .replacing("    of: harm\n", with: "")
        files["byrule"] = flow(
          "byrule", asking: "multi", next: "next:\n" + ways[1], to: ["urgent", "calm"])
      } else {
        try #require(example.hasPrefix("budget:"), "an example of a kind nobody runs: \(example)")
        files.merge(callingFlows(example)) { first, _ in first }
      }
    }
    try #require(files.count == 6)
    for (name, text) in files {
      try text.write(toFile: own + "/\(name).flow.yaml", atomically: true, encoding: .utf8)
    }
    let check = try program.run(
      ["flow", "check", "--flows", own, "--lang", "en"] + program.common)
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.errors.isEmpty, "\(check.errors)")
    let test = try program.run(["flow", "test", "--flows", own, "--lang", "en"] + program.common)
    #expect(test.status == 0, "\(test.errors)")
  }

  @Test func `flows that call each other in a circle are refused with their place`() throws {
    let program = try Program()
    let own = program.folder + "/own"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    for (one, other) in [("a", "b"), ("b", "a")] {
      let text = """
        schema: 1
        flow: circle.\(one)
        version: 1
        title: {zh: "圈", en: "Circle"}
        start: go
        use: {other: "circle.\(other)@1"}
        nodes:
          go: {call: other, next: end}
          end: {outcome: done, title: {zh: "完", en: "Done"}}
        """
      try text.write(toFile: own + "/\(one).flow.yaml", atomically: true, encoding: .utf8)
    }
    let run = try program.run(["flow", "check", "--flows", own, "--lang", "en"] + program.common)
    #expect(run.status == 65)
    #expect(run.errors.contains("a.flow.yaml:6:14: error:"), "\(run.errors)")
    #expect(run.errors.contains("[endless-loop]"))
  }
}
