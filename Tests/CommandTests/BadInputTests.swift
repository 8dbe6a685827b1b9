import Foundation
import TerminalDriver
import Testing

/// Bad input of every kind: a clear message, an exit code, nothing lost.
@Suite(.serialized) struct BadInputTests {
  @Test func `input that ends early is saved and said`() throws {
    let program = try Program()
    let run = try program.run(
      ["start", "--lang", "zh"] + program.common, input: Script.message[0] + "\n.\n")
    #expect(run.status == 3)
    #expect(run.output.contains("输入在走完之前结束了"))
    let resumed = try program.run(["resume", "--lang", "zh"] + program.common)
    #expect(resumed.status == 3)
    #expect(resumed.output.contains("第 2 题"))
  }

  @Test func `an empty paste and an empty line answer nothing`() throws {
    let program = try Program()
    let run = try program.run(
      ["start", "--lang", "zh"] + program.common, input: ".\n\n.\n" + "再见\n.\n\n\n")
    #expect(run.status == 3)
    #expect(run.output.contains("请再粘贴一次"))
    #expect(run.output.contains("第 2 题"))
    #expect(!run.output.contains("第 3 题"))
  }

  @Test func `a paste of a mebibyte is read, a larger one is refused with words`() throws {
    let program = try Program()
    let line = String(repeating: "逾期1.5万元一二三1234567890", count: 500) + "\n"
    let huge = String(repeating: line, count: (1 << 20) / line.utf8.count - 1)
    let taken = try program.run(["start", "--lang", "zh"] + program.common, input: huge + ".\n")
    #expect(taken.status == 3)
    #expect(taken.output.contains("第 2 题"))
    let refused = try Program().run(
      ["start", "--lang", "zh", "--data", program.folder], input: huge + huge + ".\n")
    #expect(refused.output.contains("请只粘贴要看的那条短信"))
  }

  @Test func `controls, bidi overrides and broken UTF-8 never come back out`() throws {
    let program = try Program()
    let hostile: [UInt8] =
      Array("【坏\u{1B}[31m银行\u{202E}】已逾期\u{9B}2J3天\u{7}，请还 100元".utf8) + [0xFF, 0xC3, 0x0A]
      + Array(".\n-\n\u{1B}]0;标题\u{7}某行\nno\n".utf8)
    let run = try program.run(["start", "--lang", "zh"] + program.common, bytes: hostile)
    #expect(run.status == 3)
    for scalar in (run.output + run.errors).unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value)
      #expect(!isControl && scalar != "\u{202E}", "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `an unwritable data folder is said before the first question`() throws {
    let program = try Program()
    let run = try program.run(
      ["start", "--lang", "en", "--data", "/dev/null/mingbai"], input: Script.piped)
    #expect(run.status == 73 || run.status == 74)
    #expect(!run.output.contains("Question 1"))
    #expect(run.errors.contains("/dev/null"))
  }

  @Test func `a damaged last line is dropped and said`() throws {
    let program = try Program()
    _ = try program.run(
      ["start", "--lang", "en"] + program.common,
      input: (Script.message + [".", "-", "="]).joined(separator: "\n") + "\n")
    let journal = try #require(try program.journals().first)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: journal))
    try bytes.dropLast(9).write(to: URL(fileURLWithPath: journal))
    let run = try program.run(["resume", "--lang", "en"] + program.common)
    #expect(run.status == 3)
    #expect(run.errors.contains("2 answered"))
    #expect(run.errors.contains("line 4"), "\(run.errors)")
    #expect(run.output.contains("Question 3"))
  }

  @Test func `a damaged middle line is refused with its number and the file stays`() throws {
    let program = try Program()
    _ = try program.run(
      ["start", "--lang", "en"] + program.common,
      input: (Script.message + [".", "-", "="]).joined(separator: "\n") + "\n")
    let journal = try #require(try program.journals().first)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: journal))
    let second = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 12
    bytes[second] ^= 1
    try bytes.write(to: URL(fileURLWithPath: journal))
    let run = try program.run(["resume", "--lang", "en"] + program.common)
    #expect(run.status == 65)
    #expect(run.errors.contains("line 2"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal)) == bytes)
  }

  @Test func `a session that is not there and an unknown flow have their own exit code`() throws {
    let program = try Program()
    #expect(try program.run(["resume"] + program.common).status == 66)
    #expect(try program.run(["resume", "../../etc/passwd"] + program.common).status == 66)
    let run = try program.run(["start", "collection.txt", "--lang", "en"] + program.common)
    #expect(run.status == 66)
    #expect(run.errors.contains("collection.text"))
    #expect(try program.run(["nonsense"]).status == 64)
  }

  @Test func `sessions and transcripts are for their owner alone`() throws {
    let program = try Program()
    _ = try program.run(["start"] + program.common, input: Script.piped)
    for folder in ["sessions", "flows", "transcripts"] {
      let path = program.folder + "/" + folder
      #expect(try mode(path) == 0o700, "\(folder)")
      for name in try FileManager.default.contentsOfDirectory(atPath: path) {
        #expect(try mode(path + "/" + name) == 0o600, "\(name)")
      }
    }
  }

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return status.st_mode & 0o777
  }
}
