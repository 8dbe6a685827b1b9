import TerminalDriver
import Testing
import Wording

/// Conversations in tmux, at 40 and 200 columns.
@Suite(.serialized, .enabled(if: TmuxSession.path != nil, "tmux is not installed"))
struct TmuxTests {
  struct Setting: CustomTestStringConvertible, Sendable {
    let locale: String
    let columns: Int
    let language: String
    var testDescription: String { "\(locale), \(columns) columns, \(language)" }
  }

  static let settings = [
    Setting(locale: "C.UTF-8", columns: 40, language: "zh"),
    Setting(locale: "C", columns: 200, language: "zh"),
    Setting(locale: "POSIX", columns: 40, language: "en"),
    Setting(locale: "C.UTF-8", columns: 200, language: "en"),
  ]

  private func started(_ setting: Setting, _ program: Program) throws -> TmuxSession {
    let session = try TmuxSession(
      [program.path, "start", "--lang", setting.language] + program.common, locale: setting.locale,
      columns: setting.columns, home: program.folder)
    let isChinese = setting.language == "zh"
    _ = try session.waitForPrompt(after: isChinese ? "第 1 题" : "Question 1")
    try session.paste(Script.message.joined(separator: "\n"))
    _ = try session.waitForPrompt(after: "R")
    try session.press("Enter")
    let known = try session.waitForPrompt(after: isChinese ? "第 2 题" : "Question 2")
    try session.type("-")
    try session.press("Enter")
    _ = try session.waitForPrompt(after: isChinese ? "第 3 题" : "Question 3", from: known)
    return session
  }

  @Test(arguments: settings)
  func `every command answers, and nothing is broken by the terminal`(setting: Setting) throws {
    let program = try Program()
    let session = try started(setting, program)
    let isChinese = setting.language == "zh"
    var known = try session.waitForPrompt(after: "3")
    for command in SpokenCommand.all {
      for name in command.names {
        try session.type(name + command.rest)
        try session.press("Enter")
        known = try session.waitForPrompt(after: isChinese ? command.zh : command.en, from: known)
        for line in command.then {
          try session.type(line)
          try session.press("Enter")
          known = try session.waitForPrompt(after: "", from: known + 1)
        }
      }
    }
    // A line that tmux had to break is a line we did not.
    let shown = try session.screen()
    let joined = try session.screen(joined: true)
    let broken = joined.filter { $0.displayWidth > setting.columns && $0.contains("  ") }
    #expect(broken.isEmpty, "\(broken)")
    #expect(!shown.contains { $0.contains("\u{FFFD}") })
    try session.type(":quit")
    try session.press("Enter")
  }

  @Test(arguments: settings)
  func `the keys of a line work`(setting: Setting) throws {
    let program = try Program()
    let session = try started(setting, program)
    let isChinese = setting.language == "zh"
    var known = try session.waitForPrompt(after: "3")
    for trial in KeyTrial.all {
      try session.type(":note ")
      for key in trial.keys {
        switch key {
        case .text(let text): try session.type(text)
        case .key(let name): try session.press(name)
        }
      }
      try session.press("Enter")
      known = try session.waitForPrompt(
        after: isChinese ? "备注已存" : "Note saved", from: known)
    }
    try session.type(":transcript")
    try session.press("Enter")
    _ = try session.waitForPrompt(after: isChinese ? "记录已存到" : "Transcript saved", from: known)
    let transcript = try program.transcript()
    for trial in KeyTrial.all {
      #expect(transcript.contains(trial.wanted), "\(trial.wanted)")
    }
  }
}

/// Keys pressed while a note is typed, and the note that comes of it.
struct KeyTrial: Sendable {
  enum Key: Sendable {
    case text(String)
    case key(String)
  }

  let keys: [Key]
  let wanted: String

  static let all = [
    KeyTrial(keys: [.text("甲乙丙"), .key("BSpace"), .text("丁")], wanted: "甲乙丁"),
    KeyTrial(keys: [.text("一三"), .key("Left"), .text("二")], wanted: "一二三"),
    KeyTrial(
      keys: [.text("子寅"), .key("C-b"), .text("丑"), .key("C-e"), .text("卯")], wanted: "子丑寅卯"),
    KeyTrial(keys: [.text("东西南"), .key("Left"), .key("DC"), .text("北")], wanted: "东西北"),
    KeyTrial(keys: [.text("天地多余"), .key("Left"), .key("Left"), .key("C-k")], wanted: "天地"),
    KeyTrial(keys: [.text("春夏 错的"), .key("C-w"), .text("秋冬")], wanted: "春夏 秋冬"),
    KeyTrial(
      keys: [.key("C-u"), .text("note 山水"), .key("C-a"), .text(":"), .key("C-e"), .text("田")],
      wanted: "山水田"),
    KeyTrial(
      keys: [.key("C-u"), .text("note 风雨"), .key("Home"), .text(":"), .key("End"), .text("雷")],
      wanted: "风雨雷"),
  ]
}
