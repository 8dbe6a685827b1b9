import Foundation
import TerminalDriver
import Testing

/// `mingbai facts list`, `show`, `check`.
@Suite(.serialized) struct FactsCommandTests {
  private static let facts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("flows/facts").path

  @Test(arguments: [("zh", "0 处错误"), ("en", " 0 faults")])
  func `the shipped facts have no fault and no dangling source`(language: String, words: String)
    throws
  {
    let run = try Program().run(["facts", "check", "--lang", language, "--today", "2026-11-21"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(run.output.contains(words))
  }

  @Test func `a dangling source is told with its file and line`() throws {
    let program = try Program()
    let own = program.folder + "/facts"
    try FileManager.default.copyItem(atPath: Self.facts, toPath: own)
    let file = own + "/threats.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacingOccurrences(of: "web-huashangw-com", with: "web-nobody-knows")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let run = try program.run(["facts", "check", "--facts", own, "--lang", "en"])
    #expect(run.status == 65)
    #expect(run.errors.contains("threats.yaml:"), "\(run.errors)")
    #expect(run.errors.contains("web-nobody-knows"))
  }

  @Test func `a fact is shown with its day, its grade, its review and its sources`() throws {
    let program = try Program()
    let show = { (id: String) in
      try program.run(["facts", "show", id, "--lang", "en", "--today", "2026-11-21"])
    }
    let line = try show("helpline.12378")
    #expect(line.status == 0 && line.output.contains("☎ 12378"))
    #expect(line.output.contains("as of 2025-02; verified"), "\(line.output)")
    #expect(line.output.contains("past its review date (2026-02-28)"))
    #expect(line.output.contains("\n- "))
    #expect(
      try show("institution.mucfc").output.contains("no verified number: it is on your contract"))
    let wrong = try show("helpline.12379")
    #expect(wrong.status == 66 && wrong.errors.contains("helpline.12378"))
  }

  @Test func `every listed key can be shown`() throws {
    let program = try Program()
    let list = try program.run(["facts", "list", "--lang", "en"])
    let keys = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(keys.count > 400)
    let all = try program.run(["facts", "show", "--lang", "zh"] + keys.map(String.init))
    #expect(all.status == 0, "\(all.errors)")
  }
}
