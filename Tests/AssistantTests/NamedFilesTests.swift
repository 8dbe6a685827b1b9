import FlowEngine
import FlowLanguage
import Sessions
import SourceText
import Testing
import Wording

@testable import Assistant

/// Questions that want a file: what is kept is what the file holds, never its path.
@Suite struct NamedFilesTests {
  private static let flow = """
    schema: 1
    flow: file
    version: 1
    title: {zh: "文件", en: "File"}
    start: bill
    vars: {bill: {type: file}}
    nodes:
      bill: {ask: file, text: {zh: "账单文件？", en: "The bill's file?"}, set: {bill: "answer"}, skip: {}, next: done}
      done: {outcome: done, title: {zh: "完", en: "Done"}}
    """

  private func talk() throws -> TalkingTest {
    let source = SourceText(name: "file.flow.yaml", text: NamedFilesTests.flow)
    let (flow, faults) = FlowReader.read(source)
    let read = try #require(flow, "\(faults.map { $0.line(in: .en) })")
    let (program, found) = FlowProgram.compile(
      read, in: FlowLibrary(flows: [read]), environment: .standard)
    let talk = TalkingTest(
      ProgramLibrary([try #require(program, "\(found.map { $0.line(in: .en) })")]), flow: "file")
    talk.files = NamedFiles(
      text: { path in
        switch path {
        case "账单.csv": "日期,金额\n2026-11-01,12.00"
        case "大": String(repeating: "大", count: Conversation.longestAnswer)
        default: throw TalkingTest.DiskFull()
        }
      }, names: { begun in ["账单.csv", "账本/"].filter { $0.hasPrefix(begun) } })
    return talk
  }

  @Test func `the content is kept, a file that can't be read or is too large is asked again`()
    throws
  {
    let talk = try talk()
    _ = talk.run("没有.csv", "大", .paste(["账单.csv", "二"]), " 账单.csv ")
    #expect(talk.entries.first?.value == .string("日期,金额\n2026-11-01,12.00"))
    #expect(talk.entries.map(\.kind) == [.answer, .outcome])
    #expect(talk.printed.contains("磁盘满了") && talk.printed.contains("KiB"))
  }

  @Test func `after going back Enter keeps what the file held`() throws {
    let talk = try talk()
    _ = talk.run("账单.csv", ":back", "")
    #expect(talk.entries.map(\.kind) == [.answer, .outcome, .back, .answer, .outcome])
    #expect(talk.entries[3].value == talk.entries[0].value)
  }

  @Test func `Tab completes the names of files, and commands after a colon`() throws {
    let talk = try talk()
    var words: [String] = []
    var commands: [String] = []
    _ = talk.run { _ in
      words = talk.lines?.completer?("账", 1).map(\.word) ?? []
      commands = talk.lines?.completer?(":re", 3).map(\.word) ?? []
      return nil
    }
    #expect(words == ["账单.csv", "账本/"])
    #expect(commands == [":review"])
  }
}
