import Wording

/// A command at the prompt: a colon and a name, kept apart from answers by the colon.
package enum ConsoleCommand: Hashable, Sendable {
  /// Go to the question before this one.
  case back
  /// Change an earlier answer: its number in the review, its key, or none to be asked which.
  case change(String)
  /// Why this question is asked.
  case why
  /// All answers so far.
  case review
  /// Help for this question and the list of commands.
  case help
  /// A note of one's own for the transcript.
  case note(String)
  /// Write down a call or visit: in one line, or asked part by part.
  case log(String)
  /// Print the plans worked out so far.
  case plan
  /// Say where the answers are kept and go on.
  case save
  /// Print the letters of the outcome again.
  case letters
  /// Write the transcript as it stands.
  case transcript
  /// Leave; the answers are kept.
  case quit
  /// Change the language: `zh`, `en`, or the other one.
  case language(String)
  /// A colon with a name nobody knows.
  case unknown(String)

  /// Every command with its names: the first is the one shown.
  static let table: [(names: [String], about: BilingualText)] = [
    (["back", "返回"], BilingualText(zh: "回到上一题", en: "go to the question before")),
    (
      ["change", "修改"],
      BilingualText(zh: "修改前面的回答，例如 :修改 3", en: "change an earlier answer, :change 3")
    ),
    (["why", "为什么"], BilingualText(zh: "为什么问这一题", en: "why this is asked")),
    (["review", "回顾"], BilingualText(zh: "看已经回答的内容", en: "see all answers so far")),
    (
      ["help", "帮助"], BilingualText(zh: "这一题的说明和全部命令（也可以输入 ?）", en: "help (a lone ? does the same)")
    ),
    (["note", "备注"], BilingualText(zh: "写一条备注，会进记录", en: "write a note into the transcript")),
    (
      ["log", "来电"],
      BilingualText(
        zh: "记下一次来电或上门（时间、号码、谁、说了什么）", en: "write down a call or visit: when, number, who, what")
    ),
    (["plan", "方案"], BilingualText(zh: "看已经算出的方案", en: "see the plans worked out so far")),
    (["letters", "信件"], BilingualText(zh: "再看一次信件", en: "see the letters again")),
    (["transcript", "记录"], BilingualText(zh: "现在就存一份记录", en: "write the transcript now")),
    (
      ["save", "保存"],
      BilingualText(zh: "看回答存在哪里", en: "see where the answers are kept")
    ),
    (
      ["lang", "语言"],
      BilingualText(zh: "换成英文（:lang zh 换回中文）", en: "switch language (:lang zh, :lang en)")
    ),
    (["quit", "退出"], BilingualText(zh: "退出，下次接着来", en: "leave; go on next time")),
  ]

  /// Reads a line that starts with `:` or `：`; `nil` when it does not.
  ///
  /// A unique beginning of a name is enough: `:ch 3` is `:change 3`. A lone `?` or `？` is help.
  package init?(_ line: String) {
    let trimmed = line.trimmingBlanks
    if trimmed == "?" || trimmed == "？" {
      self = .help
      return
    }
    guard let first = trimmed.unicodeScalars.first, first == ":" || first == "：" else { return nil }
    let body = String(trimmed.dropFirst())
    let name = body.prefix { !$0.isWhitespace }.lowercased()
    let rest = String(body.dropFirst(name.count)).trimmingBlanks
    self = ConsoleCommand(name: name, rest: rest)
  }

  private init(name: String, rest: String) {
    let names = ConsoleCommand.table.map(\.names)
    let exact = names.first { $0.contains(name) }
    let begun = names.filter { $0.contains { $0.hasPrefix(name) } }
    guard !name.isEmpty, let found = exact ?? (begun.count == 1 ? begun.first : nil) else {
      self = .unknown(name)
      return
    }
    switch found.first {
    case "back": self = .back
    case "change": self = .change(rest)
    case "why": self = .why
    case "review": self = .review
    case "help": self = .help
    case "note": self = .note(rest)
    case "log": self = .log(rest)
    case "plan": self = .plan
    case "letters": self = .letters
    case "transcript": self = .transcript
    case "save": self = .save
    case "lang": self = .language(rest)
    default: self = .quit
    }
  }

  /// The names of a language's commands that begin with a word, one a command where one is enough.
  static func names(beginning word: String, in language: Language) -> [String] {
    table.compactMap { entry in
      let begun = entry.names.filter { $0.hasPrefix(word) }
      return language == .zh ? begun.last : begun.first
    }
  }

  /// The names offered by Tab, in the order of the table.
  package static func completions(of begun: String) -> [String] {
    let word = begun.drop { $0 == ":" || $0 == "：" }
    return table.flatMap(\.names).filter { $0.hasPrefix(word) }.map { ":" + $0 }
  }
}

extension Language {
  /// The language a person names: `en`, `English`, 英文; `nil` for any other word.
  init?(spoken word: String) {
    switch word.lowercased() {
    case "zh", "中文", "汉语", "chinese": self = .zh
    case "en", "英文", "英语", "english": self = .en
    default: return nil
    }
  }
}

extension StringProtocol {
  /// The text without blanks (ideographic ones included) and line ends at both ends.
  package var trimmingBlanks: String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let start = unicodeScalars.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(String.UnicodeScalarView(start[start.startIndex...last]))
  }
}
