import Foundation
import TerminalDriver
import Testing

/// `mingbai flow check` and `flow test`.
@Suite(.serialized) struct FlowCheckCommandTests {
  @Test(arguments: ["zh", "en"])
  func `the shipped flows pass`(language: String) throws {
    let program = try Program()
    let run = try program.run(["flow", "check", "--lang", language] + program.common)
    #expect(run.status == 0, "\(run.errors)")
    // Facts past their review date are told in one line behind the summary.
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("facts check"))
  }

  /// A shipped flow, copied as somebody does who wants to change it.
  private func copy(of name: String, for program: Program) throws -> String {
    let flows = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("flows")
    let file = program.folder + "/" + name
    try FileManager.default.copyItem(atPath: flows.appendingPathComponent(name).path, toPath: file)
    return file
  }

  @Test func `a file that was copied from a shipped flow takes its place`() throws {
    let program = try Program()
    let file = try copy(of: "home-visit.flow.yaml", for: program)
    let check = try program.run(["flow", "check", file, "--lang", "en"] + program.common)
    #expect(check.status == 0, "\(check.errors)")
    let walk = try program.run(["flow", "run", file, "--lang", "en"] + program.common)
    #expect(!walk.errors.contains("[duplicate]"), "\(walk.errors)")
    #expect(walk.output.contains("Question 1"), "\(walk.output)")
  }

  /// A shipped flow and a shipped letter, changed by somebody and kept in a folder of their own.
  private func changedFlows(for program: Program) throws -> String {
    let own = program.folder + "/mine"
    let flows = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("flows")
    try FileManager.default.createDirectory(
      atPath: own + "/letters", withIntermediateDirectories: true)
    for (from, to, old, new) in [
      (
        "budget.flow.yaml", "my-money.flow.yaml", "title: {zh: \"", "title: {zh: \"我的版本："
      ),
      (
        "letters/third_party_stop.zh.md", "letters/third_party_stop.zh.md", "\n---\n",
        "\n---\n我改过的信。\n"
      ),
    ] {
      let text = try String(contentsOf: flows.appendingPathComponent(from), encoding: .utf8)
      let place = try #require(
        text.range(of: old, range: text.index(after: text.startIndex)..<text.endIndex))
      try text.replacingCharacters(in: place, with: new)
        .write(toFile: "\(own)/\(to)", atomically: true, encoding: .utf8)
    }
    return own
  }

  @Test func `a folder of one's own lies over the shipped flows and letters, by their ids`() throws
  {
    let program = try Program()
    let own = try changedFlows(for: program)
    let common = ["--flows", own, "--lang", "zh"] + program.common
    let check = try program.run(["flow", "check"] + common)
    #expect(check.status == 0, "\(check.errors)")
    #expect(!check.errors.contains("[duplicate]"))
    let document = try program.run(["flow", "doc", "money.budget"] + common)
    #expect(document.output.contains("我的版本："))
    let letters = try program.run(["flow", "doc", "collection.harassment"] + common)
    #expect(letters.output.contains("我改过的信。"))
    // The flows that call it still run, by the shipped scenarios; those of the flow itself tell of
    // the shipped one and are left out.
    let test = try program.run(["flow", "test"] + common)
    #expect(test.status == 0, "\(test.errors)")
  }

  @Test(arguments: ["--flows", "--facts"])
  func `a folder that is not there is named`(option: String) throws {
    let run = try Program().run(["flow", "check", option, "no-such-folder", "--lang", "en"])
    #expect(run.status == 66)
    #expect(run.errors.contains("there is no folder no-such-folder"))
  }

  @Test func `two files of one's own with one id are refused`() throws {
    let program = try Program()
    let own = program.folder + "/mine"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    for name in ["a", "b"] {
      try Self.own.write(toFile: "\(own)/\(name).flow.yaml", atomically: true, encoding: .utf8)
    }
    let check = try program.run(["flow", "check", "--flows", own, "--lang", "en"] + program.common)
    #expect(check.status == 65)
    #expect(check.errors.contains("b.flow.yaml:2:7: error:"), "\(check.errors)")
    #expect(check.errors.contains("[duplicate]"))
  }

  @Test func `a fact past its review is one warning a file, and only where a flow uses it`() throws
  {
    let program = try Program()
    let file = program.folder + "/own.flow.yaml"
    let twice = "{t} {fact.text('rule.INT-01', lang)} {fact.text('rule.INT-01', lang)}"
    try Self.own.replacingOccurrences(of: "{t}\"", with: twice + "\"")
      .write(toFile: file, atomically: true, encoding: .utf8)
    func late(on day: String) throws -> Int {
      let run = try program.run(["flow", "check", file, "--lang", "en", "--today", day])
      #expect(run.status == 0, "\(run.errors)")
      return run.errors.split(separator: "\n").count { $0.contains("due for review") }
    }
    #expect(try late(on: "2024-01-01") == 0)
    #expect(try late(on: "2099-01-01") == 1)
  }

  @Test func `the shipped scenarios hold and cover everything in both languages`() throws {
    let run = try Program().run(["flow", "test", "--min-coverage", "100", "--lang", "en"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(" 0 failed"))
  }

  @Test func `every seeded fault is listed with its line and column`() throws {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Seeded/faults.flow.yaml")
    let text = String(decoding: try Data(contentsOf: source), as: UTF8.self)
    let run = try Program().run(["flow", "check", source.path, "--lang", "en"])
    #expect(run.status == 65)
    var expected = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let mark = line.range(of: "# fault: ") else { continue }
      for place in line[mark.upperBound...].split(separator: ",") {
        let parts = place.split(separator: " ")
        try #require(parts.count == 2)
        expected += 1
        let wanted = "\(source.path):\(index + 1):\(parts[0]): error:"
        #expect(
          run.errors.split(separator: "\n").contains {
            $0.hasPrefix(wanted) && $0.hasSuffix("[\(parts[1])]")
          }, "\(wanted) [\(parts[1])]\n\(run.errors)")
      }
    }
    #expect(expected >= 8)
    #expect(run.output.contains("\(expected) errors"))
  }

  private static let own = """
    schema: 1
    flow: own.flow
    version: 1
    title: {zh: "自己的", en: "My own"}
    start: a
    vars: {t: {type: text}}
    nodes:
      a:
        ask: text
        text: {zh: "说一句", en: "Say something"}
        set: {t: "answer"}
        next: end
      end: {outcome: end, title: {zh: "你说：{t}", en: "You said: {t}"}}
    """

  @Test func `a flow of one's own runs from its file without keeping anything`() throws {
    let program = try Program()
    let file = program.folder + "/own.flow.yaml"
    try Self.own.write(toFile: file, atomically: true, encoding: .utf8)
    let run = try program.run(
      ["flow", "run", file, "--lang", "zh"] + program.common, input: "你好\n")
    #expect(run.status == 0)
    #expect(run.output.contains("你说：你好"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/sessions"))
  }

  @Test func `an unknown fact is found in every way to name one`() throws {
    let program = try Program()
    let file = program.folder + "/own.flow.yaml"
    for expression in ["fact('rule.NONE').number", "fact.text('rule.NONE', lang)"] {
      try Self.own.replacingOccurrences(of: "{t}", with: "{t} {\(expression)}")
        .write(toFile: file, atomically: true, encoding: .utf8)
      let run = try program.run(["flow", "check", file, "--lang", "en"])
      #expect(run.status == 65)
      #expect(run.errors.contains("the facts hold no \"rule.NONE\""), "\(run.errors)")
    }
  }

  @Test func `a faulty flow of one's own is listed before it runs`() throws {
    let program = try Program()
    let folder = program.folder + "/flows-of-mine"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.own.replacingOccurrences(of: "next: end", with: "next: edn")
      .write(toFile: folder + "/own.flow.yaml", atomically: true, encoding: .utf8)
    let run = try program.run(
      ["start", "own.flow", "--flows", folder, "--lang", "en"] + program.common, input: "hello\n")
    #expect(run.status == 65)
    #expect(run.errors.contains("own.flow.yaml:12:11: error:"))
    #expect(run.errors.contains("did you mean \"end\""))
    #expect(!run.output.contains("Question 1"))
  }
}
