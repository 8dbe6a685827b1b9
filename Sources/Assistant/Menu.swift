import LineEditing
import Sessions
import Wording

/// What is asked before a flow begins: the language, whether to go on, what happened.
package struct Menu {
  /// The answer to "go on with the last session?".
  package enum Resume: Hashable, Sendable {
    /// Go on.
    case yes
    /// Begin anew; the old session stays.
    case no
    /// Leave the program.
    case leave
  }

  private let lines: any LineSource
  private let console: Console

  /// A menu on this terminal.
  package init(lines: any LineSource, console: Console) {
    self.lines = lines
    self.console = console
  }

  /// Asks for the language, once, in both; `nil` when the person leaves.
  package func chooseLanguage() -> Language? {
    console.print("中文还是英文？ / Chinese or English?", .strong)
    console.print("  1  中文\n  2  English")
    return ask(wanted: "请输入 1 或 2。 / Please type 1 or 2.") { word in
      switch word {
      case "1": .zh
      case "2": .en
      default: Language(spoken: word)
      }
    }
  }

  /// Says what this is, in two lines.
  package func welcome(_ language: Language) {
    console.print(Words.welcome[language], .strong)
    console.print(Words.about[language], .quiet)
  }

  /// Offers to go on with an unfinished session.
  package func offerResume(_ session: SessionSummary, _ language: Language) -> Resume {
    console.space()
    console.print(Words.unfinished(session)[language])
    console.print(Words.resumeOptions[language])
    let answer: Resume? = ask(wanted: Words.resumeWanted[language]) { word in
      switch word {
      case "", "1", "y", "yes", "是", "继续": .yes
      case "2", "n", "no", "否", "重新开始": .no
      default: nil
      }
    }
    return answer ?? .leave
  }

  /// Asks what happened by the flows' offers; the flow's id, `nil` when the person leaves.
  package func chooseFlow(
    _ offers: [(id: String, line: BilingualText)], _ language: Language
  ) -> String? {
    if offers.count == 1 { return offers[0].id }
    console.space()
    console.print(Words.whatHappened[language], .strong)
    console.printNumbered(offers.map(\.line[language]))
    return ask(wanted: Words.flowWanted(offers.count)[language]) { word in
      if let number = Int(word), offers.indices.contains(number - 1) {
        return offers[number - 1].id
      }
      let fitting = offers.filter {
        $0.id == word
          || (!word.isEmpty && AnswerReader.folded($0.line[language]).hasPrefix(word))
      }
      return fitting.count == 1 ? fitting[0].id : nil
    }
  }

  /// Reads lines until one is understood, and says what is wanted where one is not; `nil` when the
  /// person leaves.
  private func ask<Answer>(wanted: String, _ understand: (String) -> Answer?) -> Answer? {
    while true {
      switch lines.readLine(prompt: console.prompt) {
      case .line(let line):
        if case .quit? = ConsoleCommand(line) { return nil }
        if let answer = understand(AnswerReader.folded(line)) { return answer }
        console.print(wanted, .warning)
      case .paste: console.print(wanted, .warning)
      case .interrupted, .endOfInput: return nil
      }
    }
  }

  private enum Words {
    static let welcome = BilingualText(
      zh: "明白：收到催收短信，我们一步一步弄清楚。", en: "mingbai: an overdue-debt text, made clear step by step.")
    static let about = BilingualText(
      zh: "全程离线，不打开任何链接；不是法律意见。", en: "Works offline and opens no link; it is not legal advice.")
    static func unfinished(_ session: SessionSummary) -> BilingualText {
      BilingualText(
        zh: "上次的还没走完：\(session.title.zh)（\(session.lastDay.iso)，已答 \(session.answerCount) 题）。",
        en:
          "There is an unfinished session: \(session.title.en) (\(session.lastDay.iso), \(session.answerCount) answered)."
      )
    }
    static let resumeOptions = BilingualText(
      zh: "  1  接着上次（直接按 Enter 也行）\n  2  重新开始（上次的仍留着）",
      en: "  1  Go on with it (or just press Enter)\n  2  Begin anew (the old one stays)")
    static let resumeWanted = BilingualText(
      zh: "请输入 1 或 2；:退出 离开。", en: "Please type 1 or 2; :quit leaves.")
    static func flowWanted(_ count: Int) -> BilingualText {
      BilingualText(
        zh: "请输入 1 到 \(count) 的编号，选最像的一个；:退出 离开。",
        en: "Type a number from 1 to \(count), the one that fits best; :quit leaves.")
    }
    static let whatHappened = BilingualText(zh: "发生了什么？请选一个：", en: "What happened? Choose one:")
  }
}
