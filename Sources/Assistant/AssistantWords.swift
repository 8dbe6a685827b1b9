import Wording

/// What the assistant itself says, all in one place.
enum AssistantWords {
  /// What is said under the first question; `isKept` where answers are, and not in a trial run.
  static func firstHint(isKept: Bool) -> BilingualText {
    let keeping =
      isKept
      ? BilingualText(zh: "每个回答都会马上存好。", en: "Every answer is saved at once.") : trial
    return BilingualText(
      zh: "输入 ? 看说明，:返回 回到上一题，:退出 离开。" + keeping.zh,
      en: "Type ? for help, :back for the question before, :quit to leave. " + keeping.en)
  }
  static let trial = BilingualText(zh: "试走不保存任何回答。", en: "A trial run keeps no answers.")
  static let pasteHint = BilingualText(
    zh: "粘贴后，另起一行只输入一个句点 . 结束。",
    en: "After pasting, end with a line that holds only a full stop (.).")
  static let multiHint = BilingualText(
    zh: "可以选几个，用逗号隔开；都没有就输入 0。", en: "Several may be chosen, parted by commas; 0 for none of them.")
  static func guess(_ value: String) -> BilingualText {
    BilingualText(
      zh: "短信里写的是：\(value)。对的话输入 = 确认；不对就直接写。",
      en: "The message says: \(value). Type = if that is right; otherwise write your answer.")
  }
  static func suggestion(_ value: String) -> BilingualText {
    BilingualText(
      zh: "建议：\(value)。同意就输入 = 确认；不同意就直接写。",
      en: "Suggestion: \(value). Type = to take it; otherwise write your answer.")
  }
  static func earlier(_ value: String) -> BilingualText {
    BilingualText(
      zh: "上次的回答：\(value)。按 Enter 保留。", en: "Your earlier answer: \(value). Press Enter to keep it."
    )
  }
  static func understood(_ value: String) -> BilingualText {
    BilingualText(zh: "记下了：\(value)", en: "Noted: \(value)")
  }
  static let noWhy = BilingualText(zh: "这一题没有写原因。", en: "No reason is given for this question.")
  static let commands = BilingualText(zh: "可以随时输入的命令：", en: "Commands that work at any time:")
  static let nothingBefore = BilingualText(zh: "这已经是第一题。", en: "This is the first question.")
  static let nothingAnswered = BilingualText(zh: "还没有回答过问题。", en: "Nothing has been answered yet.")
  static func unknownCommand(_ name: String) -> BilingualText {
    BilingualText(
      zh: "没有“:\(name)”这个命令；输入 ? 看全部命令。",
      en: "There is no command \":\(name)\"; type ? for the list.")
  }
  static func severalCommands(_ name: String, _ names: [String]) -> BilingualText {
    let list = names.map { ":" + $0 }
    return BilingualText(
      zh: "“:\(name)”可以是 \(list.joined(separator: "、"))，请多写几个字。",
      en: "\":\(name)\" may be \(list.joined(separator: ", ")); write a little more of it.")
  }
  static let whichLanguage = BilingualText(
    zh: "只有中文和英文：:lang zh 或 :lang en。",
    en: "There are Chinese and English only: :lang zh or :lang en.")
  static let changeWhich = BilingualText(
    zh: "要改哪一题？请写编号，例如 :修改 3。", en: "Which one? Give its number, for example :change 3.")
  static func changing(_ question: String) -> BilingualText {
    BilingualText(zh: "修改：\(question)", en: "Changing: \(question)")
  }
  static let reviewHint = BilingualText(
    zh: "都对就按 Enter；要改就输入编号。", en: "Press Enter if all is right; type a number to change one.")
  static let noted = BilingualText(zh: "备注已存。", en: "Note saved.")
  static let emptyNote = BilingualText(
    zh: "请把备注写在命令后面，例如 :备注 11月20日打了客服电话。",
    en: "Write the note after the command, for example :note I called the official line on 20 Nov.")
  static func saved(_ place: String?) -> BilingualText {
    guard let place else { return trial }
    return BilingualText(
      zh: "所有回答都已存在 \(place)。运行 mingbai resume 可以接着来。",
      en: "All answers are kept in \(place). Run mingbai resume to go on.")
  }
  static func interrupted(isKept: Bool) -> BilingualText {
    BilingualText(
      zh: "已取消这次输入。再按一次 Ctrl-C，或输入 :退出，就会离开"
        + (isKept ? "（回答都已存好）。" : "（试走不保存任何回答）。"),
      en: "Input cancelled. Press Ctrl-C again, or type :quit, to leave "
        + (isKept ? "(your answers are saved)." : "(a trial run keeps no answers)."))
  }
  static let logHint = BilingualText(
    zh: "记一次来电或上门；不知道的直接按 Enter，Ctrl-C 不记了。",
    en: "Writing down a call or visit; Enter for what you don't know, Ctrl-C to leave it.")
  static let logParts = [
    BilingualText(zh: "什么时候？（例如 11月20日 21:40）", en: "When? (for example 20 Nov 21:40)"),
    BilingualText(zh: "哪个号码，或在哪里？", en: "Which number, or where?"),
    BilingualText(zh: "是谁，或自称是谁？", en: "Who was it, or who did they say they were?"),
    BilingualText(zh: "说了什么，做了什么？", en: "What was said or done?"),
  ]
  static func logged(_ count: Int) -> BilingualText {
    BilingualText(
      zh: "记下了，一共 \(count) 次；会进记录。",
      en: "Written down, \(count) so far; the transcript will hold them.")
  }
  static let logFirst = BilingualText(
    zh: "正在记来电，先把这一条记完；:返回 改上一项，Ctrl-C 不记了。",
    en:
      "A call is being written down; finish it first. :back goes to the part before, Ctrl-C leaves it."
  )
  static let notLogged = BilingualText(zh: "没有记。", en: "Nothing was written down.")
  static let noPlans = BilingualText(
    zh: "还没有算出方案。也可以用 mingbai plan 文件 单独算。",
    en: "No plan has been worked out yet. mingbai plan FILE works one out by itself.")
  static let noLetters = BilingualText(zh: "还没有走到有信件的一步。", en: "There are no letters yet.")
  static func transcriptAt(_ path: String) -> BilingualText {
    BilingualText(zh: "记录已存到：\(path)", en: "Transcript saved to: \(path)")
  }
  static func transcriptFailed(_ reason: String) -> BilingualText {
    BilingualText(
      zh: "记录没有存成：\(reason)。回答没有丢，可以稍后用 :记录 再试。",
      en:
        "The transcript could not be saved: \(reason). No answer is lost; try :transcript again later."
    )
  }
  static func journalFailed(_ reason: String) -> BilingualText {
    BilingualText(
      zh: "这个回答没有存下来：\(reason)。请腾出空间后再回答一次。",
      en: "This answer could not be saved: \(reason). Make room, then answer again.")
  }
  static let atTheEnd = BilingualText(
    zh: "到这里就走完了。可以 :信件 看信件全文，:修改 N 改回答，:记录 再存一份，按 Enter 离开。",
    en:
      "This is the end. :letters shows the letters, :change N changes an answer, :transcript saves again, Enter leaves."
  )
  static let seeLetters = BilingualText(
    zh: "信件（输入 :信件 看全文；记录里也有）：",
    en: "Letters (:letters shows them in full; the transcript holds them too):")
  static let unchanged = BilingualText(zh: "没有改动。", en: "Left as it was.")
  static func options(_ count: Int) -> BilingualText {
    BilingualText(
      zh: "请输入编号 1 到 \(count)，或选项的开头几个字。",
      en: "Type a number from 1 to \(count), or the beginning of an option.")
  }
  static let wantsInteger = BilingualText(
    zh: "请写一个整数，例如 12。", en: "Write a whole number, for example 12.")
  static let wantsMoney = BilingualText(
    zh: "请写金额，例如 3200.50 或 1.2万。", en: "Write an amount, for example 3200.50.")
  static let wantsDate = BilingualText(
    zh: "请写日期，例如 2026-11-23、11月23日 或 下周三。", en: "Write a date, for example 2026-11-23.")
  static let wantsPercent = BilingualText(
    zh: "请写百分数，例如 18.25%。", en: "Write a percentage, for example 18.25%.")
  static let wantsText = BilingualText(zh: "请写几个字。", en: "Please write something.")
  static let orSkip = BilingualText(zh: "说不清可以输入 -。", en: "If you can't say, type -.")
  static let emptyPaste = BilingualText(
    zh: "没有收到文字。请再粘贴一次。", en: "Nothing arrived. Please paste it again.")
  static func tooLong(_ bytes: Int) -> BilingualText {
    BilingualText(
      zh: "内容超过 \(bytes / 1024) KiB，只能分开处理。请只粘贴要看的那条短信。",
      en: "That is more than \(bytes / 1024) KiB. Please paste only the message in question.")
  }
  static func pastedLines(_ count: Int) -> BilingualText {
    BilingualText(
      zh: "这里只要一行，但收到了 \(count) 行；一行也没有当作回答。请重新输入。",
      en: "One line is wanted here, but \(count) arrived; none was taken. Please type it again.")
  }
  static func number(_ number: Int) -> BilingualText {
    BilingualText(zh: "第 \(number) 题", en: "Question \(number)")
  }
  static func inputEnded(isKept: Bool) -> BilingualText {
    BilingualText(
      zh: "输入在走完之前结束了" + (isKept ? "；已有的回答都已存好。" : "。"),
      en: "The input ended before the flow did" + (isKept ? "; all answers so far are saved." : ".")
    )
  }
}
