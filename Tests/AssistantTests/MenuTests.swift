import LineEditing
import Testing
import Wording

@testable import Assistant

@Suite struct MenuTests {
  /// What a menu printed, and what it gave for a script of lines.
  private func asked<Answer>(
    _ script: [String], _ question: (Menu) -> Answer
  ) -> (answer: Answer, printed: String) {
    var rest = script[...]
    var printed = ""
    let menu = Menu(
      lines: ScriptedLines { rest.popFirst().map { .line($0) } },
      console: Console(
        look: { TextLook(colour: false, columns: nil, accessible: false) },
        sink: { printed += $0 }))
    return (question(menu), printed)
  }

  private let offers = (1...12).map { number in
    (id: "flow.\(number)", line: BilingualText(zh: "事情\(number)", en: "Matter \(number)"))
  }

  @Test(arguments: [("2", "flow.2"), ("１２", "flow.12"), ("事情11", "flow.11"), ("flow.3", "flow.3")])
  func `what happened is told by number, words or id`(line: String, id: String) {
    #expect(asked([line]) { $0.chooseFlow(offers, .zh) }.answer == id)
  }

  @Test(arguments: Language.allCases, ["?", "？", "13", "0", "事情", ""])
  func `what is not understood is answered by what is wanted`(language: Language, line: String) {
    let (answer, printed) = asked([line]) { $0.chooseFlow(offers, language) }
    #expect(answer == nil)
    #expect(printed.contains(language == .zh ? "请输入 1 到 12 的编号" : "Type a number from 1 to 12"))
    #expect(!printed.split(separator: "\n").contains("?"))
  }

  @Test(arguments: [("1", Language.zh), ("２", .en), ("English", .en), ("汉语", .zh)])
  func `the language is chosen by number or name`(line: String, language: Language) {
    #expect(asked([line]) { $0.chooseLanguage() }.answer == language)
  }

  @Test func `a wrong answer to the first question is told in both languages`() {
    let (answer, printed) = asked(["?", ":quit"]) { $0.chooseLanguage() }
    #expect(answer == nil)
    #expect(printed.contains("请输入 1 或 2。 / Please type 1 or 2."))
  }
}
