import FlowEngine
import Foundation
import MoneyAndDates
import Sessions
import Testing
import Transcripts
import Wording

@testable import Assistant

@Suite struct ConversationTests {
  private func isSame(_ left: [JournalEntry], _ kinds: [RecordKind]) -> Bool {
    left.map(\.kind) == kinds
  }

  @Test func `answers lead to the outcome, each kept before the next prompt`() throws {
    let talk = try SmallFlow.talk()
    #expect(
      talk.run("是", .paste(["第一行", "第二行"]), "-", "=", "青禾", "", "") == .finished)
    #expect(
      talk.entries.map(\.key) == ["known", "paste", "sender", "owed", "name", "review", "done"])
    #expect(
      isSame(talk.entries, [.answer, .answer, .skip, .answer, .answer, .answer, .outcome]))
    #expect(talk.printed.contains("青禾：500.00元"))
    #expect(talk.saved.count == 1)
  }

  @Test(arguments: Language.allCases, [true, false])
  func `a trial run never says that answers are saved`(language: Language, keeps: Bool) throws {
    let talk = try SmallFlow.talk()
    talk.keepsAnswers = keeps
    var rest = [
      ScriptedLines.Input.line("?"), .line("是"), .line(":save"), .interrupt, .line(":lang"),
      .line("?"),
    ][...]
    _ = talk.run(language: language) { _ in rest.popFirst() }
    _ = talk.run(interactive: false, language: language) { _ in nil }
    let words = ["都会马上存好", "都已存", "都已保存", "saved at once", "are saved", "answers are kept in"]
    #expect(words.contains { talk.printed.contains($0) } == keeps)
    #expect((talk.printed.contains("试走") || talk.printed.contains("trial run")) != keeps)
  }

  @Test func `a guess is taken by the equals sign alone`() throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run("是", "-", "-", "", "", "＝") == .left)
    #expect(talk.entries.map(\.key) == ["known", "paste", "sender", "owed"])
    #expect(talk.entries.last?.value == .marked(.money, "500.00"))
    #expect(talk.printed.contains("输入 = 确认"))
  }

  @Test func `an equals sign or a dash is no text where there is no guess and no way round`() throws
  {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", "-", "-", "=", "=", "-", "＝")
    #expect(talk.entries.map(\.key) == ["known", "paste", "sender", "owed"])
  }

  @Test
  func `a word that is taken as the way round, or a guess, is said back; plain words are not`()
    throws
  {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", "不知道")
    #expect(talk.entries.last?.kind == .skip)
    #expect(talk.newText().contains("记下了：说不清"))
    _ = talk.run("跳过", "=", "青禾")
    #expect(talk.entries.map(\.key) == ["known", "paste", "sender", "owed", "name"])
    let text = talk.newText()
    #expect(text.contains("记下了：说不清") && text.contains("记下了：500.00元"))
    #expect(!text.contains("记下了：青禾"))
  }

  @Test func `a failed check says the author's words and the question stands`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", "-", "-", "0", "100")
    #expect(talk.printed.contains("要大于 0。"))
    #expect(talk.entries.last?.value == .marked(.money, "100.00"))
  }

  @Test func `back offers the earlier answer, and Enter keeps it`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("不确定", .paste(["原文"]), "13912340000", ":返回", "", ":back", ":back", "", "")
    #expect(
      talk.entries.map(\.kind) == [
        .answer, .answer, .answer, .back, .answer, .back, .back, .answer, .answer,
      ])
    #expect(Array(talk.entries.suffix(2)) == Array(talk.entries[1...2]))
    #expect(talk.printed.contains("上次的回答"))
  }

  @Test func `a question asked again keeps its number`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", "-", ":change 1")
    let changing = talk.printed.components(separatedBy: "修改：").last ?? ""
    #expect(changing.contains("第 1 题") && !changing.contains("第 3 题"))
  }

  @Test func `back at the first question says so`() throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run(":back") == .left)
    #expect(talk.entries.isEmpty)
    #expect(talk.printed.contains("第一题"))
  }

  @Test func `back from a review takes its confirmation along`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", "-", "-", "7", "青禾", "", ":back", "白露", "", "")
    #expect(talk.printed.contains("白露：7.00元"))
    #expect(SessionReplay(talk.entries).answers["name"]?.value == .text("白露"))
  }

  @Test(arguments: [":change 1", ":修改 1", ":change known", ":ch 1"])
  func `an answer is changed by number or key, and the way is walked anew`(command: String) throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run("是", "-", .line(command), "否", "") == .finished)
    #expect(talk.entries.map(\.kind) == [.answer, .skip, .change, .outcome])
    #expect(talk.printed.contains("先核实"))
  }

  @Test(arguments: [":change", ":change 9", ":change none", ":change -1"])
  func `a change of nothing known shows what there is`(command: String) throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", .line(command))
    #expect(talk.printed.contains("要改哪一题"))
    #expect(talk.entries.count == 1)
  }

  @Test func `a change speaks like the question: checks, pastes, commands`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(
      "是", "-", "-", "7", ":change owed", "0", .paste(["1", "2"]), ":why", ":help", "")
    #expect(talk.entries.map(\.kind) == [.answer, .skip, .skip, .answer, .change])
    #expect(talk.entries.last?.value == .marked(.money, "7.00"))
    let text = talk.newText()
    #expect(text.contains("要大于 0。") && text.contains("收到了 2 行") && text.contains("可以随时输入的命令"))
  }

  @Test(arguments: [ScriptedLines.Input.line(":back"), ":change 1", .interrupt])
  func `a change is left as it was`(input: ScriptedLines.Input) throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run("是", "-", "-", "7", ":change owed", input, "青禾") == .left)
    #expect(talk.printed.contains("没有改动"))
    #expect(talk.entries.map(\.key) == ["known", "paste", "sender", "owed", "name"])
  }

  @Test func `leaving during a change leaves`() throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run("是", ":change 1", ":quit", "否") == .left)
    #expect(talk.entries.count == 1)
  }

  @Test func `a change to a pasted text is ended like a paste, and Enter keeps it`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(
      "是", .paste(["甲"]), ":change paste", "", ":change paste", "乙", "丙", ".", ":change paste",
      ":quit")
    #expect(
      talk.entries.dropFirst().map(\.value) == [.string("甲"), .string("甲"), .string("乙\n丙")])
  }

  @Test(arguments: [
    (":why", "因为要先认识。"), (":为什么", "因为要先认识。"), (":help", "看看合同。"), ("?", ":change"), (":帮助", ":备注"),
  ])
  func `why and help speak and the question stands`(command: String, words: String) throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run(.line(command), "是") == .left)
    #expect(talk.printed.contains(words))
    #expect(talk.entries.map(\.key) == ["known"])
    #expect(talk.lines?.histories["option"]?.first == command)
  }

  @Test func `review lists what was answered`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(":review", "是", .paste(["一", "二"]), ":回顾")
    let text = talk.printed
    #expect(text.contains("还没有回答过问题"))
    #expect(text.contains("  2  请粘贴。 → 一 …"))
  }

  @Test func `a note is kept and stands in the transcript`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(":note", ":备注 打了客服电话", "否", ":note 又打了一次", "")
    #expect(talk.entries.map(\.kind) == [.note, .answer, .outcome, .note])
    #expect(talk.saved.last?.notes.map(\.text) == ["打了客服电话", "又打了一次"])
  }

  @Test func `a note after the outcome is in the transcript of a pipe too`() throws {
    let talk = try SmallFlow.talk()
    var rest = ["否", ":note 后来的话"][...]
    #expect(talk.run(interactive: false) { _ in rest.popFirst().map { .line($0) } } == .finished)
    #expect(talk.saved.last?.notes.map(\.text) == ["后来的话"])
  }

  @Test func `save says where, letters and transcript answer at any time`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(":save", ":保存", ":letters", ":transcript", ":记录", "否", ":信件", "")
    #expect(talk.printed.contains("会话 A") && talk.printed.contains("还没有走到有信件的一步"))
    #expect(talk.saved.count == 3)
    #expect(talk.saved.first?.verdict == nil && talk.saved.last?.verdict != nil)
  }

  @Test func `letters are printed in full at the end`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", "-", "-", "7", "青禾", "", ":letters")
    #expect(talk.printed.contains("致青禾：欠7.00元。＿＿＿＿（你的姓名）"))
  }

  @Test
  func `an answer changed at the end is shown and saved anew, though the outcome is the same`()
    throws
  {
    let talk = try SmallFlow.talk()
    #expect(talk.run("是", "-", "-", "7", "青禾", "", ":change owed", "8", "") == .finished)
    #expect(talk.printed.contains("青禾：8.00元"))
    #expect(talk.saved.last?.verdict?.title == "青禾：8.00元")
    #expect(talk.entries.suffix(2).map(\.kind) == [.change, .outcome])
  }

  @Test(arguments: [
    ([":lang en"], "Do you know them?"), ([":语言"], "Do you know them?"),
    ([":lang", ":lang zh"], "认识吗？"),
  ])
  func `the language changes at once and is kept`(commands: [String], words: String) throws {
    let talk = try SmallFlow.talk()
    var rest = commands[...]
    _ = talk.run { _ in
      _ = talk.newText()
      return rest.popFirst().map { .line($0) }
    }
    #expect(talk.entries.map(\.kind) == commands.map { _ in .lang })
    _ = talk.newText()
    _ = talk.run(":quit")
    #expect(talk.newText().contains(words))
  }

  @Test(arguments: [":lang fr", ":语言 法语"])
  func `a language that there is not is said, and nothing is kept`(command: String) throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(.line(command))
    #expect(talk.entries.isEmpty)
    #expect(talk.printed.contains("只有中文和英文"))
  }

  @Test func `the beginning of several commands names them`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(":l")
    #expect(talk.printed.contains("“:l”可以是 :log、:letters、:lang"))
  }

  @Test(arguments: [":quit", ":退出", ":q"])
  func `quit leaves with everything kept`(command: String) throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run("是", .line(command), "不该读到") == .left)
    #expect(talk.entries.count == 1)
    #expect(talk.printed.contains("mingbai resume"))
  }

  @Test(arguments: [":nonsense", ":", "：胡说"])
  func `an unknown command is said and answers nothing`(command: String) throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(.line(command), "是", .line(command))
    #expect(talk.entries.count == 1)
    #expect(talk.printed.contains("输入 ? 看全部命令"))
  }

  // MARK: Pastes

  @Test func `a paste of five lines is one answer`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", .paste(["一", "", "三", "：四", "5"]))
    #expect(talk.entries.last?.value == .string("一\n\n三\n：四\n5"))
    #expect(talk.entries.count == 2)
  }

  @Test func `lines typed at a paste end with a full stop`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", "一", "-", ":quit", ".", "-")
    #expect(talk.entries.map(\.value) == [.string("yes"), .string("一\n-\n:quit"), .null])
  }

  @Test(arguments: [["是", "否"], ["1", "2", "3"], ["", "是"]])
  func `a paste at a question of one line is refused and answers nothing`(lines: [String]) throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run(.paste(lines), .paste(lines)) == .left)
    #expect(talk.entries.isEmpty)
    #expect(talk.printed.contains("一行也没有当作回答"))
  }

  @Test func `a message pasted where a name is wanted is no name`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("是", "-", "-", "7", .paste(["【青禾】您好：", "请还款。"]), "青禾")
    #expect(talk.entries.map(\.value).last == .string("青禾"))
    #expect(talk.entries.count == 5)
  }

  @Test func `a paste of one line is an answer`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(.paste(["是"]))
    #expect(talk.entries.count == 1)
  }

  @Test func `an empty paste and a text beyond the limit are refused`() throws {
    let talk = try SmallFlow.talk()
    let long = String(repeating: "长", count: Conversation.longestAnswer / 3 + 1)
    _ = talk.run("是", .paste([]), .paste(["", "  "]), .paste([long]), .paste(["短"]))
    #expect(talk.entries.map(\.value) == [.string("yes"), .string("短")])
    #expect(talk.printed.contains("1024 KiB"))
  }

  @Test func `what was pasted can't steer the terminal when it is printed`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(
      "是", .paste(["\u{1B}[2J红\u{202E}", "\u{9B}31m"]), ":review", "-", "7", "\u{1B}]0;x\u{7}名", "")
    #expect(talk.printed.utf8.elementsEqual(talk.printed.safeForTerminal.utf8))
  }

  // MARK: Interrupts and ends

  @Test func `one Ctrl-C drops the line, two in a row leave`() throws {
    let talk = try SmallFlow.talk()
    #expect(
      talk.run(.interrupt, "是", .interrupt, ":review", .interrupt, .interrupt, "-") == .interrupted)
    #expect(talk.entries.count == 1)
    #expect(talk.printed.contains("再按一次 Ctrl-C"))
  }

  @Test func `two Ctrl-C leave a review and a change too`() throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run("是", "-", "-", "7", "青禾", .interrupt, .interrupt) == .interrupted)
    #expect(talk.run("1", .interrupt, .interrupt) == .interrupted)
  }

  @Test func `the end of a pipe before the outcome is said`() throws {
    let talk = try SmallFlow.talk()
    var rest = ["是", "-"][...]
    #expect(talk.run(interactive: false) { _ in rest.popFirst().map { .line($0) } } == .inputEnded)
    #expect(talk.printed.contains("输入在走完之前结束了"))
    #expect(talk.entries.count == 2)
  }

  @Test func `a closed terminal leaves`() throws {
    #expect(try SmallFlow.talk().run() == .left)
  }

  @Test func `junk at a review is no confirmation`() throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run("是", "-", "-", "7", "青禾", "9", "好", .paste(["", ""])) == .left)
    #expect(talk.entries.count == 5)
  }

  // MARK: Writes that fail

  @Test func `an answer that can't be written is not taken, and can be given again`() throws {
    let talk = try SmallFlow.talk()
    talk.failingWrites = 1
    #expect(talk.run("是", "否", "") == .finished)
    #expect(talk.entries.map(\.value) == [.string("no"), .null])
    #expect(talk.printed.contains("磁盘满了"))
  }

  @Test(arguments: [["是"], [":note x"], [":lang en"]])
  func `a pipe ends where a write fails`(script: [String]) throws {
    let talk = try SmallFlow.talk()
    talk.failingWrites = 1
    var rest = (script + ["否"])[...]
    #expect(talk.run(interactive: false) { _ in rest.popFirst().map { .line($0) } } == .cannotWrite)
    #expect(talk.entries.isEmpty)
  }

  @Test func `a pipe ends where going back can't be written`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run("是")
    talk.failingWrites = 1
    var rest = [":back", "13912340000"][...]
    #expect(talk.run(interactive: false) { _ in rest.popFirst().map { .line($0) } } == .cannotWrite)
    #expect(talk.entries.count == 1)
  }

  @Test func `a transcript that can't be written is tried again on leaving`() throws {
    let talk = try SmallFlow.talk()
    talk.failingSaves = 1
    #expect(talk.run("否", "") == .finished)
    #expect(talk.saved.count == 1)
    #expect(talk.printed.contains("记录没有存成"))
  }

  @Test func `an outcome is shown even where its record can't be written`() throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run("否") == .finished)
    let shown = talk.newText()
    talk.failingWrites = 1
    _ = talk.run(":change 1", "否", "是", ":quit")
    #expect(shown.contains("先核实"))
  }

  // MARK: Sittings

  @Test func `a session of one answer a sitting ends as one of a single sitting`() throws {
    let script: [ScriptedLines.Input] = [
      "是", .paste(["甲", "乙"]), ":note 记一笔", "13912340000", "=", ":back", "8", ":lang en", "青禾",
      ":change 4", "9", "", "",
    ]
    let once = try SmallFlow.talk()
    var rest = script[...]
    #expect(once.run { _ in rest.popFirst() } == .finished)
    let many = try SmallFlow.talk()
    var sittings = script[...]
    while let input = sittings.popFirst() {
      // A change needs its command and its answer in one sitting.
      let more = input == ":change 4" ? sittings.popFirst() : nil
      var inputs = [input, more].compactMap { $0 }[...]
      _ = many.run { _ in inputs.popFirst() }
    }
    #expect(many.entries == once.entries)
    #expect(many.saved.last?.markdown == once.saved.last?.markdown)
  }

  @Test func `a call is written down in one line or part by part`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(
      ":log 昨晚九点有人打来", "是", ":来电", "11月20日 21:40", "", "自称法务", "说要上门", ":plan")
    #expect(talk.entries.map(\.kind) == [.log, .answer, .log])
    let contacts = SessionReplay(talk.entries).contacts
    #expect(contacts.map(\.words) == ["昨晚九点有人打来", "说要上门"])
    #expect(contacts.map(\.party) == ["", "自称法务"])
    #expect(talk.printed.contains("一共 2 次"))
    #expect(talk.printed.contains("还没有算出方案"))
  }

  @Test func `a call with nothing to write down is not kept`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(":log", "", "", "", "")
    #expect(talk.entries.isEmpty)
    #expect(talk.printed.contains("没有记"))
  }

  @Test func `a written call is said back`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(":log", "昨晚", "", "某某", "要上门")
    #expect(talk.printed.contains("昨晚 · 某某 · 要上门"))
  }

  @Test func `a command is no part of a call`() throws {
    let talk = try SmallFlow.talk()
    _ = talk.run(":log", ":why", "昨晚", "010", ":返回", "021", "?", ":plan", "某某", "要上门")
    #expect(talk.entries.map(\.kind) == [.log])
    let contact = try #require(SessionReplay(talk.entries).contacts.first)
    #expect(
      [contact.time, contact.number, contact.party, contact.words] == ["昨晚", "021", "某某", "要上门"])
    #expect(talk.printed.contains("先把这一条记完"))
    #expect(!talk.printed.contains("还没有算出方案"))
  }

  @Test func `a call is left by going back from its first part, and by leaving`() throws {
    let talk = try SmallFlow.talk()
    #expect(talk.run(":log", ":back", "是", ":log", "昨晚", ":quit", "没读到") == .left)
    #expect(talk.entries.map(\.kind) == [.answer])
    #expect(talk.printed.contains("没有记") && talk.printed.contains("mingbai resume"))
  }
}
