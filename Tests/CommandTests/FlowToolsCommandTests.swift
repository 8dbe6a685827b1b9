import Foundation
import Testing

/// `mingbai flow new`, `graph`, `doc`, `play`, `explain`, `test`, `check --json`.
@Suite(.serialized) struct FlowToolsCommandTests {
  /// A program with the new flow `late-rent` in its folder.
  private func programWithFlow() throws -> (Program, file: String) {
    let program = try Program()
    let run = try program.run([
      "flow", "new", "late-rent", "--flows", program.folder, "--lang", "en",
    ])
    #expect(run.status == 0, "\(run.errors)")
    return (program, program.folder + "/late-rent.flow.yaml")
  }

  @Test func `a new flow is sound, its scenarios hold, and it is never written over`() throws {
    let (program, file) = try programWithFlow()
    #expect(try program.run(["flow", "check", file, "--lang", "en"]).status == 0)
    let scenarios = program.folder + "/scenarios/late-rent.yaml"
    let tested = try program.run(
      ["flow", "test", scenarios, "--flows", program.folder, "--lang", "en"])
    #expect(tested.status == 0 && tested.output.contains("2 scenarios: 2 passed"))
    let again = try program.run(["flow", "new", "late-rent", "--flows", program.folder])
    #expect(again.status == 73 && again.errors.contains("已经有了"))
    #expect(try program.run(["flow", "new", "../x", "--flows", program.folder]).status == 64)
  }

  @Test func `a new flow takes no file ending for its name, and never the id of a shipped flow`()
    throws
  {
    let program = try Program()
    func make(_ name: String) throws -> Program.Run {
      try program.run(["flow", "new", name, "--flows", program.folder, "--lang", "en"])
    }
    let ended = try make("my-flow.flow.yaml")
    #expect(ended.status == 0 && ended.output.contains("/my-flow.flow.yaml\n"), "\(ended.errors)")
    let shipped = try make("collection.text")
    #expect(shipped.status == 73 && shipped.errors.contains("choose another name"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/collection.text.flow.yaml"))
  }

  @Test func `a node that is not there is answered with those that are`() throws {
    let (program, file) = try programWithFlow()
    let run = try program.run(["flow", "explain", file, "zzz", "--lang", "zh"])
    #expect(run.status == 66 && run.errors.contains("没有节点“zzz”；有：owed, told, look, tell, done"))
    let near = try program.run(["flow", "explain", file, "tel", "--lang", "en"])
    #expect(near.errors.contains("near: tell"), "\(near.errors)")
  }

  @Test func `coverage below the least wanted fails and lists the gaps`() throws {
    let (program, _) = try programWithFlow()
    let scenarios = program.folder + "/scenarios/late-rent.yaml"
    let arguments = ["flow", "test", scenarios, "--flows", program.folder, "--lang", "en"]
    let run = try program.run(arguments + ["--coverage", "--min-coverage", "99"])
    #expect(run.status == 65 && run.errors.contains("is below 99 %"))
    #expect(run.output.contains("no English scenario reaches this outcome [uncovered]"))
    #expect(try program.run(arguments + ["--min-coverage", "50"]).status == 0)
    #expect(try program.run(arguments + ["--min-coverage", "101"]).status == 64)
  }

  @Test func `faults as JSON are one object a line`() throws {
    let (program, file) = try programWithFlow()
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(of: "next: told\n", with: "next: tlod\n")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let run = try program.run(["flow", "check", file, "--json"])
    #expect(run.status == 65 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    try #require(!lines.isEmpty)
    for line in lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(
        Set(object.keys).isSuperset(
          of: ["file", "line", "column", "severity", "check", "zh", "en"]))
    }
    #expect(lines.contains { $0.contains("\"dangling-target\"") && $0.contains("\"line\":19") })
  }

  @Test func `a translation that was not followed draws a warning once translations are kept`()
    throws
  {
    let (program, file) = try programWithFlow()
    let accepted = try program.run(["flow", "check", file, "--accept-translations", "--lang", "en"])
    #expect(accepted.status == 0, "\(accepted.errors)")
    #expect(FileManager.default.fileExists(atPath: program.folder + "/translations.lock"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(of: "一共欠多少？", with: "总共欠多少？")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let run = try program.run(["flow", "check", file, "--lang", "en"])
    #expect(run.status == 0)
    #expect(
      run.errors.contains(":13:30: warning:") && run.errors.contains("[translation]"),
      "\(run.errors)")
  }

  @Test(arguments: [
    ("mermaid", "flowchart TD"), ("dot", "digraph \"late-rent@1\""), ("svg", "<svg xmlns"),
  ])
  func `a flow is drawn`(format: String, opening: String) throws {
    let (program, file) = try programWithFlow()
    let run = try program.run(["flow", "graph", file, "--format", format, "--lang", "en"])
    #expect(run.status == 0 && run.output.contains(opening) && run.output.contains("owed"))
  }

  @Test(arguments: ["zh", "en"])
  func `a shipped flow reads as a document with its facts`(language: String) throws {
    let run = try Program().run(["flow", "doc", "budget", "--lang", language])
    #expect(run.status == 66 && run.errors.contains("money.budget"))
    let document = try Program().run(["flow", "doc", "collection.text", "--lang", language])
    #expect(document.status == 0)
    #expect(document.output.contains("`rule."))
    #expect(document.output.contains(language == "zh" ? "**来源**" : "**Sources**"))
  }

  @Test func `random walks and explanations speak of the flow's own nodes`() throws {
    let (program, file) = try programWithFlow()
    let walks = try program.run(["flow", "play", file, "--runs", "20", "--lang", "en"])
    #expect(walks.status == 0 && walks.output.contains("20 walks, 0 failed"))
    #expect(try program.run(["flow", "play", file, "--runs", "0"]).status == 64)
    let way = try program.run(["flow", "explain", file, "done", "--lang", "en"])
    #expect(way.output.contains("coming from \"told\"") && way.output.contains("told: \"yes\""))
    let wrong = try program.run(["flow", "explain", file, "dune", "--lang", "en"])
    #expect(wrong.status == 66 && wrong.errors.contains("near: done"))
  }

  @Test(arguments: [
    ("1 < 2", "是", "yes"), ("[1, 2].map(x, x * 2)", "[2, 4]", "[2, 4]"),
    (
      "plan.budget(money('5000'), money('3000'), money('100'))", "surplus: 1,900.00",
      "surplus: ¥1,900.00"
    ),
  ])
  func `an expression is worked out and shown in full`(
    expression: String, zh: String, en: String
  ) throws {
    let program = try Program()
    for (language, words) in [("zh", zh), ("en", en)] {
      let run = try program.run(["eval", expression, "--lang", language] + program.common)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains(words), "\(run.output)")
    }
  }

  @Test(arguments: [
    ("1 + ", 1, 5, "没有写完", "too early"), ("“a” ＝ 1", 1, 1, "半角", "ASCII"),
    ("plan.noInterst()", 1, 6, "plan.noInterest", "plan.noInterest"),
    ("1 / 0", 1, 1, "除数", "division"),
    ("money('7') + 3", 1, 12, "+", "+"),
  ])
  func `a fault in an expression is shown at its place with what to write`(
    expression: String, line: Int, column: Int, zh: String, en: String
  ) throws {
    let program = try Program()
    for (language, words) in [("zh", zh), ("en", en)] {
      let run = try program.run(["eval", expression, "--lang", language] + program.common)
      #expect(run.status == 65)
      #expect(run.errors.contains("eval:\(line):\(column): "), "\(run.errors)")
      #expect(run.errors.contains("^"))
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }
}
