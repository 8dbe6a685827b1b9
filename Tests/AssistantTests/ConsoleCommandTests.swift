import Testing
import Wording

@testable import Assistant

@Suite struct ConsoleCommandTests {
  @Test(arguments: [
    (":back", ConsoleCommand.back), (":返回", .back), ("：返回", .back), (":b", .back),
    (":change 3", .change("3")), (":修改 3", .change("3")), (":ch known", .change("known")),
    (":why", .why), ("?", .help), ("？", .help), (":HELP", .help), (":q", .quit), (":退出", .quit),
    (":lang en", .language("en")), (":语言", .language("")),
    (":note called them ", .note("called them")),
    (":review", .review), (":save", .save), (":letters", .letters), (":transcript", .transcript),
  ])
  func `a command is known by its names and their beginnings`(line: String, command: ConsoleCommand)
  {
    #expect(ConsoleCommand(line) == command)
  }

  @Test(arguments: [":", ":nonsense", ":l", "：胡说"])
  func `an unclear command is unknown, not guessed`(line: String) {
    guard case .unknown = ConsoleCommand(line) else {
      Issue.record("\(line) was taken as a command")
      return
    }
  }

  @Test(arguments: ["", "是", "1", "18:00", "why", "? 什么", "back"])
  func `an answer is no command`(line: String) {
    #expect(ConsoleCommand(line) == nil)
  }

  @Test func `Tab offers the names that begin so`() {
    #expect(ConsoleCommand.completions(of: ":re") == [":review"])
    #expect(ConsoleCommand.completions(of: "：返") == [":返回"])
  }
}
