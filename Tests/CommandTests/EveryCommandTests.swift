import Foundation
import TerminalDriver
import Testing

/// Every command of the prompt by every name it has, on a real pseudo-terminal.
@Suite(.serialized) struct EveryCommandTests {
  struct Setting: CustomTestStringConvertible, Sendable {
    let locale: String
    let columns: Int
    let language: String
    var testDescription: String { "\(locale), \(columns) columns, \(language)" }
  }

  static let settings = ["C.UTF-8", "C", "POSIX"].flatMap { locale in
    [40, 200].flatMap { columns in
      ["zh", "en"].map { Setting(locale: locale, columns: columns, language: $0) }
    }
  }

  @Test(arguments: settings)
  func `every command answers, in lines that fit the window`(setting: Setting) throws {
    let program = try Program()
    let session = try program.terminal(
      ["start", "--lang", setting.language] + program.common, locale: setting.locale,
      columns: setting.columns)
    let isChinese = setting.language == "zh"
    try session.read(until: "> ")
    session.send("\u{1B}[200~" + Script.message.joined(separator: "\r") + "\u{1B}[201~")
    session.send("\r")
    try session.read(until: isChinese ? "第 2 题" : "Question 2")
    try session.read(until: "> ")
    session.send("-\r")
    try session.read(until: isChinese ? "第 3 题" : "Question 3")
    let shown = try session.read(until: "> ")
    var output = shown
    for command in SpokenCommand.all {
      for name in command.names {
        session.send(name + command.rest + "\r")
        output += try session.read(until: isChinese ? command.zh : command.en)
        output += try session.read(until: "> ")
        for line in command.then {
          session.send(line + "\r")
          output += try session.read(until: "> ")
        }
      }
    }
    for name in SpokenCommand.speaking {
      for line in [name, name, name + " en", name + " zh", name + " " + setting.language] {
        session.send(line + "\r")
        output += try session.read(until: "3")
        output += try session.read(until: "> ")
      }
    }
    for name in SpokenCommand.quitting.dropLast() {
      session.send(name + "x\r")
      output += try session.read(until: isChinese ? "没有“:" : "There is no command")
      output += try session.read(until: "> ")
    }
    session.send(SpokenCommand.quitting[SpokenCommand.quitting.count - 1] + "\r")
    #expect(session.waitForEnd() == .exited(0))
    let wide = ScreenText.tooWide(output, columns: setting.columns)
    #expect(wide.isEmpty, "\(wide)")
    #expect(!output.contains("\u{FFFD}"))
  }

  @Test(arguments: SpokenCommand.quitting)
  func `each name of quit leaves with everything kept`(name: String) throws {
    let program = try Program()
    let session = try program.terminal(["start", "--lang", "zh"] + program.common)
    try session.read(until: "> ")
    session.send(name + "\r")
    try session.read(until: "所有回答都已存在")
    #expect(session.waitForEnd() == .exited(0))
  }

  @Test func `the table here names every command that help lists`() throws {
    let program = try Program()
    let run = try program.run(["start", "--lang", "en"] + program.common, input: "?\n")
    let listed = Set(
      ScreenText.lines(of: run.output).filter { $0.hasPrefix("  :") }
        .flatMap { $0.split(separator: " ").filter { $0.hasPrefix(":") } }.map(String.init)
    ).filter { !$0.hasSuffix(",") && $0 != ":lang)" }
    let tested = Set(SpokenCommand.everyName)
    #expect(listed.subtracting(tested).isEmpty)
  }

  @Test(arguments: [("C.UTF-8", 40), ("C", 200), ("POSIX", 40)])
  func `Tab completes every command by a beginning of its name`(
    locale: String, columns: Int
  ) throws {
    let program = try Program()
    let session = try program.terminal(
      ["start", "--lang", "zh"] + program.common, locale: locale, columns: columns)
    try session.read(until: "> ")
    // All but the last letter: completed, a blank stands behind the name, and "x" is no part of it.
    for name in SpokenCommand.everyName
    where name.hasPrefix(":") && !SpokenCommand.quitting.contains(name) {
      session.send(String(name.dropLast()) + "\tx\r")
      try session.read(until: "x")
      #expect(!(try session.read(until: "> ")).contains("没有“:"), "\(name)")
    }
    session.send(":\t")
    // The list goes down its columns; the prompt comes again below it.
    let list = try session.read(until: "> ")
    for name in SpokenCommand.everyName where name.hasPrefix(":") {
      #expect(list.contains(name), "\(name)")
    }
    session.send("\u{15}:qui\tx\r")
    #expect(session.waitForEnd() == .exited(0))
  }

  @Test func `Tab completes the ids of options, and names of files where a file is asked for`()
    throws
  {
    let program = try Program()
    let flow = program.folder + "/tab.flow.yaml"
    try Data(
      """
      schema: 1
      flow: tab.test
      version: 1
      title: {zh: "试", en: "Trial"}
      start: kind
      vars:
        kind: {type: choice, options: {bank: {zh: "银行", en: "Bank"}, borrower: {zh: "借款人", en: "Borrower"}}}
      nodes:
        kind: {ask: choice, of: kind, record: true, text: {zh: "哪一种？", en: "Which?"}, set: {kind: "answer"}, next: bill}
        bill: {ask: file, record: true, text: {zh: "账单？", en: "Bill?"}, next: done}
        done: {outcome: done, title: {zh: "完", en: "Done"}}

      """.utf8
    ).write(to: URL(fileURLWithPath: flow))
    try Data("2026-01-02,1\n".utf8).write(
      to: URL(fileURLWithPath: program.folder + "/statement-a.csv"))
    let session = try program.terminal(["flow", "run", flow, "--lang", "en"] + program.common)
    try session.read(until: "Which?")
    try session.read(until: "> ")
    session.send("bo\t")
    try session.read(until: "borrower")
    session.send("\r")
    try session.read(until: "Bill?")
    try session.read(until: "> ")
    session.send(program.folder + "/state\t")
    session.send("\r")
    try session.read(until: "Done")
  }
}

/// A command with what it says, and the lines that lead back to the third question.
struct SpokenCommand: Sendable {
  let names: [String]
  var rest = ""
  let zh: String
  let en: String
  var then: [String] = []

  static let quitting = [":quit", ":退出"]
  static let speaking = [":lang", ":语言"]

  /// Every name of every command.
  static var everyName: [String] { all.flatMap(\.names) + quitting + speaking }

  /// Every command but those that leave or change the language.
  static let all = [
    SpokenCommand(names: ["?", "？", ":help", ":帮助"], zh: "可以随时输入的命令", en: "Commands that work"),
    SpokenCommand(names: [":why", ":为什么"], zh: "。", en: "."),
    SpokenCommand(names: [":review", ":回顾"], zh: "  2  ", en: "  2  "),
    SpokenCommand(names: [":back", ":返回"], zh: "第 2 题", en: "Question 2", then: ["-"]),
    SpokenCommand(names: [":change", ":修改"], rest: " 2", zh: "修改：", en: "Changing:", then: ["-"]),
    SpokenCommand(names: [":change", ":修改"], zh: "要改哪一题", en: "Which one?"),
    SpokenCommand(names: [":note", ":备注"], rest: " 记一句 a note", zh: "备注已存", en: "Note saved"),
    SpokenCommand(names: [":note", ":备注"], zh: "请把备注写在", en: "Write the note"),
    SpokenCommand(
      names: [":log", ":来电"], rest: " 说要上门 a visit", zh: "记下了，一共", en: "Written down,"),
    SpokenCommand(
      names: [":log", ":来电"], zh: "记一次来电或上门", en: "Writing down a call",
      then: ["20:15", "010-5555-0123", "某某", "再打来"]),
    SpokenCommand(names: [":plan", ":方案"], zh: "还没有算出方案", en: "No plan has been"),
    SpokenCommand(names: [":letters", ":信件"], zh: "还没有走到有信件", en: "There are no letters"),
    SpokenCommand(names: [":transcript", ":记录"], zh: "记录已存到", en: "Transcript saved to"),
    SpokenCommand(names: [":save", ":保存"], zh: "所有回答都已存在", en: "All answers are kept"),
  ]
}
