import Foundation
import Testing

/// What is said of command lines, and that the usual ones mean the same however they are read.
@Suite struct CommandLineTests {
  struct Fault: Sendable {
    let arguments: [String]
    let zh: String
    let en: String
  }

  static let faults = [
    Fault(
      arguments: ["start", "--nosuch"], zh: "错误：没有选项 --nosuch。",
      en: "Error: Unknown option '--nosuch'"),
    Fault(
      arguments: ["start", "--dta", "x"], zh: "没有选项 --dta；是不是想写 --data？",
      en: "Unknown option '--dta'. Did you mean '--data'?"),
    Fault(
      arguments: ["calc", "schedule", "--principal", "-5"], zh: "--principal <principal> 后面要写一个值",
      en: "Missing value for '--principal <principal>'"),
    Fault(
      arguments: ["read", "--jsonl=3"], zh: "选项 --jsonl 后面不写值，却写了“3”。",
      en: "The option '--jsonl' does not take any value, but '3' was specified."),
    Fault(
      arguments: ["start", "a", "b"], zh: "多了一个参数“b”。", en: "Unexpected argument 'b'"),
    Fault(arguments: ["plan"], zh: "还缺参数 <file>。", en: "Missing expected argument '<file>'"),
    Fault(
      arguments: ["start", "--today", "morgen"], zh: "“morgen”不能作为 --today <today> 的值",
      en: "The value 'morgen' is invalid for '--today <today>'"),
  ]

  @Test(arguments: faults)
  func `a command line that is not understood is answered in the language asked for`(
    fault: Fault
  ) throws {
    let program = try Program()
    let chinese = try program.run(fault.arguments + ["--lang", "zh"])
    #expect(chinese.status == 64)
    #expect(chinese.errors.contains(fault.zh), "\(chinese.errors)")
    #expect(chinese.errors.contains("用法：") && chinese.errors.contains("更多说明："))
    #expect(!chinese.errors.contains("Error") && !chinese.errors.contains("Usage"))
    let english = try program.run(fault.arguments + ["--lang=en"])
    #expect(english.status == 64)
    #expect(english.errors.contains(fault.en), "\(english.errors)")
    #expect(try program.run(fault.arguments).errors.contains(fault.zh))
  }

  @Test func `a value that is none of an option's is answered with those it has`() throws {
    let program = try Program()
    let run = try program.run(["start", "--lang", "de"])
    #expect(run.status == 64)
    #expect(run.errors.contains("“de”不能作为 --lang <lang> 的值；可以写 'zh' and 'en'。"), "\(run.errors)")
  }

  @Test func `an option means the same with its value beside it or behind an equals sign`() throws {
    let program = try Program()
    for arguments in [[], ["start"], ["start", "collection.text"], ["begin"]] {
      let apart = ["--lang", "en", "--today", Program.today, "--data", program.folder]
      let joined = ["--lang=en", "--today=" + Program.today, "--data=" + program.folder]
      let input = ":quit\n"
      let one = try program.run(arguments + apart, input: input)
      let other = try program.run(arguments + joined, input: input)
      #expect(one.status == other.status)
      let beforeThePath = { (text: String) in text.components(separatedBy: program.folder).first }
      #expect(beforeThePath(one.output) == beforeThePath(other.output))
      #expect(one.output.contains("Question 1"))
    }
    #expect(try program.journals().count == 8)
  }

  @Test func `options before a command's name are no part of it`() throws {
    let program = try Program()
    #expect(try program.run(["--lang", "en", "start"], input: ":quit\n").status == 64)
    #expect(try program.run(["resume", "--migrate", "none"]).status == 66)
    #expect(try program.run(["resume", "a/b", "--lang", "en"]).errors.contains("is no session id"))
    #expect(try program.run(["--version"]).output == "0.1.0\n")
    #expect(try program.run(["start", "--version"]).output == "0.1.0\n")
    #expect(try program.run(["start", "no.flow"]).status == 66)
  }
}
