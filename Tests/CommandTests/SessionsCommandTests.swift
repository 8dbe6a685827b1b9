import Foundation
import Testing

/// Saved sessions as a person handles them: list, show, move, report, delete, and flows that change meanwhile.
@Suite(.serialized) struct SessionsCommandTests {
  /// A session of the main flow up to its third question.
  private func begun(_ program: Program) throws -> String {
    _ = try program.run(
      ["start", "--lang", "en"] + program.common,
      input: (Script.message + [".", "-"]).joined(separator: "\n") + "\n")
    let journal = try #require(try program.journals().first)
    return String(try #require(journal.split(separator: "/").last?.split(separator: ".").first))
  }

  @Test func `the list tells title, flow, last question and age`() throws {
    let program = try Program()
    let id = try begun(program)
    let later = ["--data", program.folder, "--today", "2026-11-24"]
    let list = try program.run(["sessions", "--lang", "en"] + later)
    for part in [id, "3 days ago", "open", "2 answered", "collection.text", "last: sender"] {
      #expect(list.output.contains(part), "\(part) in \(list.output)")
    }
    let show = try program.run(["sessions", "show", id, "--lang", "en"] + program.common)
    #expect(show.output.contains("Waiting for an answer:"))
    #expect(show.output.contains(program.folder))
  }

  @Test(arguments: ["zh", "en"])
  func `a damaged session is told with what to do, and not as no session`(language: String) throws {
    let program = try Program()
    _ = try begun(program)
    let journal = try #require(try program.journals().first)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: journal))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: journal))
    let list = try program.run(["sessions", "--lang", language] + program.common)
    #expect(
      list.errors.contains("mingbai sessions import") && list.errors.contains("mingbai start"))
    #expect(!list.errors.contains("还没有会话") && !list.errors.contains("no sessions"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal)) == bytes)
  }

  @Test func `a deleted session is gone with its flow and its transcript`() throws {
    let program = try Program()
    let id = try begun(program)
    _ = try program.run(["resume", "--lang", "en"] + program.common, input: ":transcript\n")
    #expect(try files(program).count == 3)
    let run = try program.run(["sessions", "delete", id, "--lang", "en"] + program.common)
    #expect(run.status == 0 && run.output.contains("can't be reached"))
    #expect(try files(program).isEmpty)
    #expect(try program.run(["sessions", "show", id] + program.common).status == 66)
  }

  private func files(_ program: Program) throws -> [String] {
    try ["sessions", "flows", "transcripts"].flatMap {
      try FileManager.default.contentsOfDirectory(atPath: program.folder + "/" + $0)
    }
  }

  @Test func `a session moved to another folder goes on at its question`() throws {
    let (program, other) = (try Program(), try Program())
    let id = try begun(program)
    let whole = try program.run(["sessions", "export", id, "--whole"] + program.common)
    let path = other.folder + "/session.json"
    try Data(whole.output.utf8).write(to: URL(fileURLWithPath: path))
    #expect(try other.run(["sessions", "import", path] + other.common).status == 0)
    let resumed = try other.run(["resume", "--lang", "en"] + other.common)
    #expect(resumed.output.contains("Question 3"))
    // A second import gets an id of its own.
    #expect(try other.run(["sessions", "import", path] + other.common).status == 0)
    #expect(try other.journals().count == 2)
  }

  @Test func `a report replays the way and holds no personal number`() throws {
    let (program, other) = (try Program(), try Program())
    _ = try program.run(
      ["start", "--lang", "en"] + program.common,
      input: "【某银行】您尾号的卡6222020200112233445已逾期3天，证件11010519491231002X，请致电13812345678\n.\n-\n")
    let journal = try #require(try program.journals().first)
    let id = String(try #require(journal.split(separator: "/").last?.split(separator: ".").first))
    let repro = try program.run(["sessions", "export", id, "--repro"] + program.common)
    #expect(repro.errors.contains("姓名和原话还在里面"))
    for number in ["6222020200112233445", "11010519491231002X", "13812345678"] {
      #expect(!repro.output.contains(number))
    }
    let path = other.folder + "/problem.json"
    try Data(repro.output.utf8).write(to: URL(fileURLWithPath: path))
    #expect(try other.run(["sessions", "import", path] + other.common).status == 0)
    let resumed = try other.run(["resume", "--lang", "en"] + other.common)
    #expect(resumed.output.contains("Question 3"))
  }

  // MARK: Flows that change meanwhile

  private static func flow(_ nodes: String, version: Int = 1) -> String {
    """
    schema: 1
    flow: own.test
    version: \(version)
    title: {zh: "自己的", en: "My own"}
    start: lender
    nodes:
    \(nodes)
      done: {outcome: done, title: {zh: "完", en: "Done"}}

    """
  }

  private static let lender =
    "  lender: {ask: text, record: true, text: {zh: \"谁？\", en: \"Who?\"}, next: owed}"
  private static let owed =
    "  owed: {ask: money, record: true, text: {zh: \"多少？\", en: \"How much?\"}, next: day}"
  private static let day =
    "  day: {ask: date, record: true, text: {zh: \"哪天？\", en: \"Which day?\"}, next: done}"

  @Test
  func `a session goes on with the flow it began with, or is moved and told what became of it`()
    throws
  {
    let program = try Program()
    let folder = program.folder + "/own"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = URL(fileURLWithPath: folder + "/own.flow.yaml")
    try Data(Self.flow([Self.lender, Self.owed, Self.day].joined(separator: "\n")).utf8).write(
      to: file)
    let options = ["--lang", "en", "--flows", folder] + program.common
    let first = try program.run(["start", "own.test"] + options, input: "某行\n1200\n")
    #expect(first.output.contains("Which day?"), "\(first.output)\(first.errors)")

    // The amount became a number of months, the day is gone, a new question stands at the end.
    let months =
      "  owed: {ask: integer, record: true, text: {zh: \"几个月？\", en: \"How many months?\"}, next: place}"
    let place =
      "  place: {ask: text, record: true, text: {zh: \"哪里？\", en: \"Where?\"}, next: done}"
    let changed = Self.flow([Self.lender, months, place].joined(separator: "\n"), version: 2)
    try Data(changed.utf8).write(to: file)
    let kept = try program.run(["resume"] + options)
    #expect(kept.output.contains("Which day?"))
    #expect(kept.errors.contains("--migrate"), "\(kept.errors)")

    let moved = try program.run(["resume", "--migrate"] + options)
    #expect(moved.output.contains("How many months?"), "\(moved.output)\(moved.errors)")
    let after = try program.run(["resume"] + options, input: "3\n")
    #expect(after.output.contains("Where?"))
    #expect(!after.errors.contains("--migrate"))
  }

  @Test func `where even the kept flow is gone the session is moved, never lost`() throws {
    let program = try Program()
    let id = try begun(program)
    let flows = program.folder + "/flows"
    for name in try FileManager.default.contentsOfDirectory(atPath: flows) {
      try Data("{}".utf8).write(to: URL(fileURLWithPath: flows + "/" + name))
    }
    let resumed = try program.run(["resume", id, "--lang", "en"] + program.common)
    #expect(resumed.output.contains("Question 3"))
  }
}
