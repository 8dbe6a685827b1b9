import Foundation
import TerminalDriver
import Testing

/// `mingbai read` for people: on terminals of several widths and through a pipe.
@Suite(.serialized) struct ReadCommandTests {
  private func file(_ program: Program) throws -> String {
    let path = program.folder + "/message.txt"
    try Script.message.joined(separator: "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func read(
    _ language: String, columns: Int, colour: Bool, last: String
  ) throws -> [String] {
    let program = try Program()
    let session = try program.terminal(
      ["read", try file(program), "--lang", language] + program.common, columns: columns,
      colour: colour)
    try session.read(until: last)
    #expect(session.waitForEnd() == .exited(0))
    return session.output.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
  }

  @Test(arguments: [("zh", 40), ("zh", 200), ("en", 40), ("en", 200)])
  func `brackets where colours are not wanted, within the window`(
    language: String, columns: Int
  ) throws {
    let lines = try read(
      language, columns: columns, colour: false,
      last: language == "zh" ? "mingbai。" : "mingbai.")
    let page = lines.joined(separator: "\n")
    #expect(page.contains(language == "zh" ? "[金额 3,200.50]元" : "[amount 3,200.50]元"))
    #expect(page.contains(columns == 40 ? "- " : "3:5"))
    #expect(!page.contains("\u{1B}"))
    for line in lines { #expect(width(line) <= columns, "\(line)") }
  }

  @Test func `colours on a terminal that has them, with their legend`() throws {
    let page = try read("zh", columns: 200, colour: true, last: "mingbai。")
      .joined(separator: "\n")
    #expect(page.contains("本金\u{1B}[1;33m3,200.50\u{1B}[0m元"))
    #expect(page.contains("颜色："))
    #expect(!page.contains("[金额"))
  }

  @Test func `a dumb terminal and a screen reader get brackets`() throws {
    for environment in [["TERM": "dumb"], ["TERM": "xterm", "ACCESSIBLE": "1"]] {
      let program = try Program()
      let session = try TerminalSession(
        program.path, ["read", try file(program), "--lang", "en"] + program.common,
        environment: ["LC_ALL": "C.UTF-8", "HOME": program.folder].merging(environment) { $1 })
      try session.read(until: "mingbai.")
      #expect(session.output.contains("[amount 416.80]"))
      #expect(!session.output.contains("\u{1B}"))
    }
  }

  @Test func `a pipe, a dash and a file give the same page`() throws {
    let program = try Program()
    let message = Script.message.joined(separator: "\n")
    let arguments = ["--lang", "zh", "--sender", "10690000123"] + program.common
    let piped = try program.run(["read"] + arguments, input: message)
    let dash = try program.run(["read", "-"] + arguments, input: message)
    let named = try program.run(["read", try file(program)] + arguments)
    #expect(piped.status == 0)
    #expect(piped.output == dash.output && dash.output == named.output)
    #expect(piped.output.contains("[电话 ①⑦⓪-5555-0199]"))
    #expect(piped.output.contains("10690000123"))
  }

  @Test func `relative dates count from the day it came`() throws {
    let program = try Program()
    let run = try program.run(
      ["read", "--lang", "en", "--received", "2026-03-31"] + program.common,
      input: "您的借款将于明天到期，请还款100元")
    #expect(run.output.contains("Wed 1 Apr 2026"), "\(run.output)")
  }

  @Test func `a file that is not there has its own exit code`() throws {
    let program = try Program()
    #expect(try program.run(["read", "/no/such/file"] + program.common).status == 66)
  }

  @Test func `a filter that takes long says how far it is, on a terminal alone`() throws {
    let program = try Program()
    let input = program.folder + "/lines.jsonl"
    let line = #"{"id":1,"text":"您的借款已逾期12天，应还本金2,345.60元，请于11月25日前还款"}"# + "\n"
    try line.write(toFile: input, atomically: true, encoding: .utf8)
    // The second line comes well after the first is answered.
    let output = program.folder + "/out"
    let wait = "while [ ! -s \(output) ]; do sleep 0.05; done; sleep 0.7"
    let session = try TerminalSession(
      "/bin/sh",
      [
        "-c",
        "(cat \(input); \(wait); cat \(input)) | \(program.path) read --jsonl --lang en"
          + " >\(output); echo done",
      ],
      environment: ["LC_ALL": "C.UTF-8", "TERM": "xterm", "HOME": program.folder])
    try session.read(until: "2 read, ")
    try session.read(until: "\r\u{1B}[Kdone")
    let lines = try String(contentsOfFile: output, encoding: .utf8)
    #expect(lines.split(separator: "\n").count == 2)
    #expect(!lines.contains(" read, "))
  }

  /// The display columns of a line of Chinese and Latin text, as the tests need them.
  private func width(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
  }
}
