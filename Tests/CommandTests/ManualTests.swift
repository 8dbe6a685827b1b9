import Foundation
import TerminalDriver
import Testing

/// The examples of the authors' manual, run as an author would run them.
@Suite struct ManualTests {
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

  /// The example of conditions written as data, behind questions for all that it reads.
  private func dataFlow(_ branch: String) -> String {
    """
    schema: 1
    flow: manual.data
    version: 1
    title: {zh: "例", en: "Example"}
    start: told
    vars:
      told: {type: tri}
      amount: {type: money}
      harm: {type: multi, options: {paid: {zh: "付了", en: "Paid"}, shared: {zh: "给了", en: "Shared"}}}
    nodes:
      told: {ask: tri, text: {zh: "说了吗？", en: "Told?"}, set: {told: "answer"}, next: amount}
      amount: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {amount: "answer"}, next: harm}
      harm: {ask: multi, of: harm, text: {zh: "做了什么？", en: "What?"}, set: {harm: "answer"}, next: fork}
      fork:
    \(indented(branch, by: 4))
    \(["talk", "urgent", "calm", "done"].map(outcome).joined(separator: "\n"))
    """
  }

  /// A flow that prints the example of a letter.
  private let letterFlow = """
    schema: 1
    flow: manual.letter
    version: 1
    title: {zh: "例", en: "Example"}
    start: done
    nodes:
      done: {outcome: done, title: {zh: "完", en: "Done"}, letters: [stop_calling]}
    """

  /// Every flow that the examples make, by file name.
  private func flows(of manual: Manual) throws -> [String: String] {
    var files: [String: String] = [:]
    for example in manual.examples where example.kind == "yaml" {
      let text = example.text
      if text.hasPrefix("schema: 1") {
        files["complete\(files.count)"] = text
      } else if text.hasPrefix("next:") {
        let ways = text.components(separatedBy: "next:\n")
        try #require(ways.count == 2)
        files["byanswer"] = flow(
          "byanswer", asking: "tri", next: ways[0], to: ["pay", "stop", "look"]
        ).replacing(", options: {a: {zh: \"甲\", en: \"A\"}, b: {zh: \"乙\", en: \"B\"}}", with: "")
          .replacing("    of: harm\n", with: "")
        files["byrule"] = flow(
          "byrule", asking: "multi", next: "next:\n" + ways[1], to: ["urgent", "calm"])
      } else if text.hasPrefix("branch:") {
        files["data"] = dataFlow(text)
      } else if text.hasPrefix("budget:") {
        files.merge(callingFlows(text)) { first, _ in first }
      } else {
        try #require(text.hasPrefix("- scenario"), "an example of a kind nobody runs: \(text)")
      }
    }
    files["letter"] = letterFlow
    return files
  }

  /// A folder with everything the manual shows.
  private func folder(for program: Program, _ manual: Manual) throws -> String {
    let own = program.folder + "/own"
    for part in ["scenarios", "letters"] {
      try FileManager.default.createDirectory(
        atPath: "\(own)/\(part)", withIntermediateDirectories: true)
    }
    let letter = try manual.only("", beginning: "---\n")
    var files = ["scenarios/manual.yaml": try manual.only("yaml", beginning: "- scenario")]
    for language in ["zh", "en"] { files["letters/stop_calling.\(language).md"] = letter }
    for (name, text) in try flows(of: manual) { files["\(name).flow.yaml"] = text }
    for (name, text) in files {
      try text.write(toFile: "\(own)/\(name)", atomically: true, encoding: .utf8)
    }
    return own
  }

  @Test func `every example of the manual is sound, and its scenario passes`() throws {
    let program = try Program()
    let manual = try Manual()
    let own = try folder(for: program, manual)
    #expect(try flows(of: manual).count == 8)
    let check = try program.run(
      ["flow", "check", "--flows", own, "--lang", "en"] + program.common)
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.errors.isEmpty, "\(check.errors)")
    let test = try program.run(["flow", "test", "--flows", own, "--lang", "en"] + program.common)
    #expect(test.status == 0, "\(test.errors)")
  }

  @Test func `the letter of the manual is filled, with blanks for what nobody is asked`() throws {
    let program = try Program()
    let own = try folder(for: program, Manual())
    let run = try program.run(
      ["flow", "run", own + "/letter.flow.yaml", "--flows", own, "--lang", "zh"] + program.common,
      input: ":letters\n1\n")
    #expect(run.output.contains("请停止来电"), "\(run.output)")
    let document = try program.run(
      ["flow", "doc", "manual.letter", "--flows", own, "--lang", "zh"] + program.common)
    for words in ["请停止来电", "我是", "附通话记录", "密码、验证码", "从官方渠道发出", "rule.COL-03"] {
      #expect(document.output.contains(words), "\(words)")
    }
  }

  @Test func `the commands of the manual print what stands there`() throws {
    let program = try Program()
    let manual = try Manual()
    let flows = program.folder + "/flows"
    try FileManager.default.createDirectory(
      atPath: flows + "/scenarios", withIntermediateDirectories: true)
    let first = try #require(manual.all("yaml", beginning: "schema: 1").first)
    try manual.only("yaml", beginning: "- scenario")
      .write(toFile: flows + "/scenarios/late-rent.yaml", atomically: true, encoding: .utf8)
    #expect(manual.commands.count == 4)
    for command in manual.commands {
      let isWrong = command.output.contains { $0.contains("tlod") }
      let wrong = first.replacing(
        "\n    next: told\n", with: "\n    next: tlod\n", maxReplacements: 1)
      try (isWrong ? wrong : first)
        .write(toFile: flows + "/late-rent.flow.yaml", atomically: true, encoding: .utf8)
      let run = try program.run(command.arguments + program.common, in: program.folder)
      let printed = (run.errors + run.output).split(separator: "\n").map(String.init)
      #expect(printed == command.output, "\(command.arguments)")
    }
  }

  @Test func `the first commands of the manual do what they say`() throws {
    let program = try Program()
    let lines = try Manual().only("", beginning: "mingbai flow new").split(separator: "\n")
    #expect(lines.count == 4)
    for line in lines {
      let words = line.components(separatedBy: "#")[0].split(separator: " ").dropFirst()
        .map { $0 == "FILE" ? "late-rent.flow.yaml" : String($0) }
      let run = try program.run(
        words + ["--lang", "en"] + program.common, bytes: Array("1800\nyes\n".utf8),
        in: program.folder)
      #expect(run.status == 0, "\(line) \(run.errors)")
    }
  }

  /// A flow that uses every expression and function of the manual's tables.
  private func expressionFlow(_ manual: Manual) throws -> (flow: String, count: Int) {
    let rows = manual.rows(under: "## Expressions, for people who do not program")
    let names = try #require(rows.firstIndex { $0.first == "function" })
    var lines: [String] = []
    var count = 0
    for row in rows[..<names].dropFirst(2) where row.count == 2 {
      let target = row[0] == "a date" ? "day" : row[0] == "one thing or the other" ? "a" : "flag"
      for expression in Manual.code(in: row[1]) {
        count += 1
        lines.append("  e\(count): {compute: {\(target): \"\(expression)\"}, next: e\(count + 1)}")
      }
    }
    for cell in rows[(names + 2)...].compactMap(\.first) {
      for code in Manual.code(in: cell) where code.contains("(") {
        count += 1
        let name = code.prefix { $0 != "(" }
        lines.append("  e\(count): {compute: {day: \"\(name)()\"}, next: e\(count + 1)}")
      }
    }
    let tri = "{type: tri}"
    let header = """
      schema: 1
      flow: manual.expressions
      version: 1
      title: {zh: "例", en: "Example"}
      start: e1
      vars:
        kind: {type: choice, options: {card: {zh: "卡", en: "Card"}, other: {zh: "别的", en: "Other"}}}
        harm: {type: multi, options: {paid: {zh: "付了", en: "Paid"}, shared: {zh: "给了", en: "Shared"}}}
        claimed: {type: money}
        owed: {type: money}
        lump: {type: money}
        months: {type: integer}
        a: \(tri)
        b: \(tri)
        text: {type: text}
        sms: {type: Notice}
        flag: {type: bool}
        day: {type: date}
      nodes:

      """
    let end = "\n  e\(count + 1): {outcome: done, title: {zh: \"完\", en: \"Done\"}}\n"
    return (header + lines.joined(separator: "\n") + end, count)
  }

  @Test func `every expression and function of the manual's tables exists`() throws {
    let program = try Program()
    let (flow, count) = try expressionFlow(Manual())
    #expect(count >= 25)
    let file = program.folder + "/expressions.flow.yaml"
    try flow.write(toFile: file, atomically: true, encoding: .utf8)
    let check = try program.run(["flow", "check", file, "--lang", "en"] + program.common)
    let faults = check.errors.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(!faults.isEmpty)
    for fault in faults {
      let isFunction = fault.hasSuffix("[type]") && fault.contains("the form is")
      #expect(isFunction || fault.hasSuffix("[unset-read]"), "\(fault)")
    }
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
