import Glibc
import TerminalDriver
import Testing

/// Conversations with the probe on a real pseudo-terminal.
@Suite(.serialized) struct TerminalLineSourceTests {
  struct Setting: CustomTestStringConvertible, Sendable {
    let locale: String
    let columns: Int
    var terminal = "xterm-256color"
    var testDescription: String { "\(locale), \(columns) columns, \(terminal)" }
  }

  static let settings = [
    Setting(locale: "C.UTF-8", columns: 40), Setting(locale: "C.UTF-8", columns: 200),
    Setting(locale: "C", columns: 40), Setting(locale: "POSIX", columns: 200),
    Setting(locale: "C.UTF-8", columns: 80, terminal: "dumb"),
  ]
  static let usual = Setting(locale: "C.UTF-8", columns: 80)
  static let enter = "\r"
  static let pasteStart = "\u{1B}[200~"
  static let pasteEnd = "\u{1B}[201~"
  /// Stands after a line that was read: the terminal is given back.
  static let marksOff = "\u{1B}[?2004l"
  static let message = [
    "【安和分期】李先生您好：", "您的借款 AH-7781 已逾期12天，", "应还本金1,250.00元，请于明日前",
    "点击 ah-fq.example/r/1 处理，", "拒收请回复R",
  ]

  func started(
    _ setting: Setting = usual, arguments: [String] = []
  ) throws -> TerminalSession {
    let probe = try #require(BuiltProgram.path(of: "LineEditingProbe"))
    let session = try TerminalSession(
      probe, arguments, environment: ["LC_ALL": setting.locale, "TERM": setting.terminal],
      window: WindowSize(columns: setting.columns, rows: 24))
    try session.read(until: "问>")
    return session
  }

  /// Keys of one line, one after the other, as a person types them.
  ///
  /// On a slow machine they may arrive all at once, so nothing may follow Enter: that is a paste.
  func type(_ keys: [String], into session: TerminalSession) {
    for key in keys {
      session.send(key)
      usleep(2_000)
    }
  }

  @Test(arguments: settings)
  func `Chinese is typed and corrected`(setting: Setting) throws {
    let session = try started(setting)
    type(["你", "好", "世", "界", "\u{7F}", "\u{7F}", "吗", "？", Self.enter], into: session)
    try session.read(until: "LINE [你好吗？]")
  }

  @Test(arguments: settings)
  func `work waits until the prompt stands, and what is typed meanwhile waits for it`(
    setting: Setting
  ) throws {
    let session = try started(setting)
    session.send("work" + Self.enter)
    try session.read(until: "LINE [work]")
    try session.read(until: "问>")
    session.send("a你" + Self.enter)
    try session.read(until: "WORKED")
    try session.read(until: "LINE [a你]")
    session.send("b" + Self.enter)
    try session.read(until: "LINE [b]")
    #expect(session.output.split(separator: "WORKED").count == 2)
  }

  @Test(arguments: settings)
  func `the cursor moves over wide characters`(setting: Setting) throws {
    let session = try started(setting)
    type(
      ["你好世界", "\u{1B}[D", "\u{1B}[D", "美丽", "\u{1}", "A", "\u{5}", "Z", Self.enter], into: session)
    try session.read(until: "LINE [A你好美丽世界Z]")
  }

  @Test(arguments: settings)
  func `a marked paste is one answer and waits for Enter`(setting: Setting) throws {
    let session = try started(setting)
    session.send(Self.pasteStart + Self.message.joined(separator: "\r") + Self.pasteEnd)
    try session.read(until: "回车确认>")
    #expect(!session.output.contains("PASTE"))
    session.send(Self.enter)
    try session.read(until: "PASTE [\(Self.message.joined(separator: "|"))]")
  }

  @Test(arguments: settings)
  func `a paste that is not marked is one answer`(setting: Setting) throws {
    let session = try started(setting)
    session.send(Self.message.joined(separator: "\r") + "\r")
    try session.read(until: "PASTE [\(Self.message.joined(separator: "|"))]")
  }

  @Test(arguments: settings)
  func `the last line of an unmarked paste waits for Enter where it has none`(
    setting: Setting
  ) throws {
    let session = try started(setting)
    session.send(Self.message.joined(separator: "\n"))
    try session.read(until: "拒收请回复R")
    type(["!", Self.enter], into: session)
    try session.read(until: "PASTE [\(Self.message.joined(separator: "|"))!]")
  }

  @Test(arguments: settings)
  func `Ctrl-C drops the line and goes on`(setting: Setting) throws {
    let session = try started(setting)
    type(["你好", "\u{3}"], into: session)
    try session.read(until: "INTERRUPTED")
    try session.read(until: "问>")
    type(["再来", Self.enter], into: session)
    try session.read(until: "LINE [再来]")
  }

  /// The terminal throws away what was typed before Ctrl-C, also when the program was just told of it
  /// and is about to read it.
  @Test func `Ctrl-C right behind typed letters is never lost`() throws {
    let session = try started()
    for _ in 0..<500 {
      session.send("字")
      session.send("\u{3}")
      try session.read(until: "INTERRUPTED", timeout: 20)
      try session.read(until: "问>")
    }
  }

  @Test(arguments: settings)
  func `Ctrl-D leaves on an empty line only`(setting: Setting) throws {
    let session = try started(setting)
    type(["是", "\u{4}", Self.enter], into: session)
    try session.read(until: "LINE [是]")
    try session.read(until: "问>")
    type(["\u{4}"], into: session)
    try session.read(until: "END")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.isInLineMode)
  }

  @Test(arguments: settings)
  func `Tab completes what is clear and lists what is not`(setting: Setting) throws {
    let session = try started(setting)
    type([":", "\t"], into: session)
    try session.read(until: ":返回")
    type(["b", "\t", Self.enter], into: session)
    try session.read(until: "LINE [:back ]")
    try session.read(until: "问>")
    type(["x fo", "\t", "a", Self.enter], into: session)
    try session.read(until: "LINE [x folder/a]")
  }

  @Test(arguments: settings)
  func `arrow up brings back an earlier line`(setting: Setting) throws {
    let session = try started(setting)
    type(["一万二", Self.enter], into: session)
    try session.read(until: "LINE [一万二]")
    try session.read(until: "问>")
    type(["\u{1B}[A", "千", Self.enter], into: session)
    try session.read(until: "LINE [一万二千]")
  }

  /// Keys typed one after the other, and the line that comes of them.
  static let keys: [(keys: [String], line: String)] = [
    (["甲乙", "\u{8}", "丙"], "甲丙"), (["甲乙", "\u{7F}", "丙"], "甲丙"),
    (["甲丙", "\u{2}", "乙"], "甲乙丙"), (["甲丙", "\u{1B}[D", "乙"], "甲乙丙"),
    (["甲丙", "\u{1B}OD", "乙"], "甲乙丙"), (["甲丁", "\u{1}", "\u{6}", "乙"], "甲乙丁"),
    (["甲丁", "\u{1}", "\u{1B}[C", "乙"], "甲乙丁"), (["乙", "\u{1}", "甲", "\u{5}", "丙"], "甲乙丙"),
    (["乙", "\u{1B}[H", "甲", "\u{1B}[F", "丙"], "甲乙丙"),
    (["乙", "\u{1B}[1~", "甲", "\u{1B}[4~", "丙"], "甲乙丙"),
    (["甲乙丙", "\u{1B}[D", "\u{1B}[3~", "丁"], "甲乙丁"),
    (["甲乙丙", "\u{2}", "\u{2}", "\u{B}"], "甲"), (["甲乙丙", "\u{15}", "丁"], "丁"),
    (["甲乙 丙丁", "\u{17}", "戊"], "甲乙 戊"), (["甲乙", "\u{15}", "\u{19}", "\u{19}"], "甲乙甲乙"),
    (["甲乙 丙", "\u{1B}[1;5D", "\u{1B}[1;5D", "丁"], "丁甲乙 丙"),
    (["甲乙 丙", "\u{1}", "\u{1B}[1;5C", "丁"], "甲乙丁 丙"), (["甲", "\u{C}", "乙"], "甲乙"),
    (["甲乙", "\u{1B}x", "丙"], "甲乙丙"),
  ]

  @Test(arguments: settings)
  func `every editing key does what people expect`(setting: Setting) throws {
    let session = try started(setting)
    for (keys, line) in Self.keys {
      type(keys + [Self.enter], into: session)
      try session.read(until: "LINE [\(line)]")
      try session.read(until: "问>")
    }
  }

  @Test(arguments: settings)
  func `arrows and Ctrl-P and Ctrl-N walk through the lines before`(setting: Setting) throws {
    let session = try started(setting)
    for line in ["一", "二", "二", "三"] {
      type([line, Self.enter], into: session)
      try session.read(until: "LINE [\(line)]")
      try session.read(until: "问>")
    }
    for (up, down) in [("\u{1B}[A", "\u{1B}[B"), ("\u{1B}OA", "\u{1B}OB"), ("\u{10}", "\u{E}")] {
      // Three lines up (the second 二 was not kept again), one down.
      type([up, up, up, down, "了", Self.enter], into: session)
      try session.read(until: "LINE [二")
      try session.read(until: "问>")
      type([up, "\u{15}", "三", Self.enter], into: session)
      try session.read(until: "LINE [三]")
      try session.read(until: "问>")
    }
  }

  @Test func `each kind of answer has its own lines`() throws {
    let session = try started()
    for line in ["kind money", "一万二", "kind date", "下周三"] {
      type([line, Self.enter], into: session)
      try session.read(until: "LINE [\(line)]")
      try session.read(until: "问>")
    }
    type(["\u{1B}[A", "\u{1B}[A", "\u{1B}[A", "\u{1B}[A", "!", Self.enter], into: session)
    try session.read(until: "LINE [kind date!]")
    try session.read(until: "问>")
    type(["kind money", Self.enter], into: session)
    try session.read(until: "LINE [kind money]")
    try session.read(until: "问>")
    type(["\u{1B}[A", "\u{1B}[A", "千", Self.enter], into: session)
    try session.read(until: "LINE [一万二千]")
  }

  @Test func `controls typed or pasted are dropped, the tab of a paste stays`() throws {
    let session = try started()
    session.send(Self.pasteStart + "a\u{7}b\tc\u{1B}[31md\u{9B}e" + Self.pasteEnd)
    type(["\u{16}\u{2}", "\u{1E}", Self.enter], into: session)
    try session.read(until: "LINE [ab\tc[31mde]")
  }

  @Test func `a paste of one line is edited before Enter`() throws {
    let session = try started()
    session.send("前" + Self.pasteStart + "中间\r\n" + Self.pasteEnd)
    type(["后", Self.enter], into: session)
    try session.read(until: "LINE [前中间后]")
  }

  @Test func `what was typed before and after a paste belongs to it`() throws {
    let session = try started()
    session.send("前" + Self.pasteStart + "甲\r\n乙\n" + Self.pasteEnd)
    try session.read(until: "回车确认>")
    type(["后", Self.enter], into: session)
    try session.read(until: "PASTE [前甲|乙|后]")
  }

  @Test func `Ctrl-C drops a paste`() throws {
    let session = try started()
    session.send(Self.pasteStart + "甲\n乙" + Self.pasteEnd)
    try session.read(until: "回车确认>")
    session.send("\u{3}")
    try session.read(until: "INTERRUPTED")
    type(["好", Self.enter], into: session)
    try session.read(until: "LINE [好]")
  }

  @Test func `an answer of several lines ends with a lone full stop`() throws {
    let session = try started()
    type(["paste", Self.enter], into: session)
    try session.read(until: "贴>")
    for line in ["第一行", "", "第三行", "."] {
      type([line, Self.enter], into: session)
      if line != "." { try session.read(until: "… ") }
    }
    try session.read(until: "PASTE [第一行||第三行]")
  }

  @Test func `an answer of several lines ends with Enter after a marked paste`() throws {
    let session = try started()
    type(["paste", Self.enter], into: session)
    try session.read(until: "贴>")
    session.send(Self.pasteStart + "只有一行" + Self.pasteEnd)
    try session.read(until: "只有一行")
    session.send(Self.enter)
    try session.read(until: "PASTE [只有一行]")
  }

  @Test func `a lone full stop after a paste that Enter has ended answers nothing`() throws {
    let session = try started()
    type(["paste", Self.enter], into: session)
    try session.read(until: "贴>")
    session.send(Self.pasteStart + "一行\r两行" + Self.pasteEnd)
    try session.read(until: "两行")
    session.send(Self.enter)
    try session.read(until: "PASTE [一行|两行]")
    try session.read(until: "问>")
    session.send("." + Self.enter)
    try session.read(until: "问>")
    session.send("10690" + Self.enter)
    try session.read(until: "LINE [10690]")
    #expect(!session.output.contains("LINE [.]"))
    try session.read(until: "问>")
    session.send("." + Self.enter)
    try session.read(until: "LINE [.]")
  }

  @Test func `an answer of several lines ends with an empty line after an unmarked paste`() throws {
    let session = try started()
    type(["paste", Self.enter], into: session)
    try session.read(until: "贴>")
    session.send("甲\r\r乙\r")
    try session.read(until: "… ")
    session.send(Self.enter)
    try session.read(until: "PASTE [甲||乙]")
  }

  @Test func `a command in place of an answer of several lines is returned at once`() throws {
    let session = try started()
    type(["paste", Self.enter], into: session)
    try session.read(until: "贴>")
    type([":back", Self.enter], into: session)
    try session.read(until: "LINE [:back]")
  }

  @Test func `pastes are marked only while a line is asked for`() throws {
    let session = try started()
    type(["是", Self.enter], into: session)
    let answered = try session.read(until: "LINE [是]")
    #expect(answered.contains(Self.marksOff))
    #expect(try session.read(until: "问>").contains("\u{1B}[?2004h"))
  }

  @Test func `a dumb terminal gets no escape sequences of ours`() throws {
    let session = try started(Setting(locale: "C.UTF-8", columns: 80, terminal: "dumb"))
    type(["是", Self.enter], into: session)
    try session.read(until: "LINE [是]")
    #expect(!session.output.contains("2004"))
  }

  @Test func `the colour of the prompt takes no columns`() throws {
    let session = try started()
    #expect(session.output.contains("\u{1B}[32m问>\u{1B}[0m "))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `a signal ends the program with the terminal restored`(signal: Int32) throws {
    let session = try started()
    type(["还没打完"], into: session)
    try session.read(until: "完")
    #expect(!session.isInLineMode)
    session.kill(signal)
    #expect(session.waitForEnd() == .killed(signal))
    #expect(session.isInLineMode)
    #expect(session.output.contains(Self.marksOff))
  }

  @Test func `a stopped program gives the terminal back and draws its line again`() throws {
    let session = try started()
    type(["还在"], into: session)
    try session.read(until: "在")
    session.kill(SIGTSTP)
    #expect(session.waitUntilStopped())
    #expect(session.isInLineMode)
    session.kill(SIGCONT)
    try session.read(until: "问>")
    type(["这里", Self.enter], into: session)
    try session.read(until: "LINE [还在这里]")
  }

  @Test func `a window of another size keeps the line`() throws {
    let session = try started(Setting(locale: "C.UTF-8", columns: 40))
    let text = String(repeating: "长", count: 30)
    type([text, "\u{1B}[D"], into: session)
    try session.read(until: "长")
    session.resize(to: WindowSize(columns: 100, rows: 24))
    try session.read(until: "问>")
    type(["短", Self.enter], into: session)
    try session.read(until: "LINE [\(text.dropLast())短长]")
  }

  /// libedit counts wrongly where wide characters fill a row: shifted by the terminal, the next row was lost.
  @Test func `a full row of wide characters is written anew and never shifted`() throws {
    let session = try started(Setting(locale: "C.UTF-8", columns: 40))
    type(["一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"], into: session)
    try session.read(until: "未")
    type(["\u{1}", "头"], into: session)
    let inserted = try session.read(until: "巳午未")
    type(["\u{1B}[3~"], into: session)
    let deleted = try session.read(until: "巳午未")
    for shown in [inserted, deleted] {
      #expect(!shown.contains { $0 == "@" || $0 == "P" }, "\(shown.debugDescription)")
    }
    type([Self.enter], into: session)
    try session.read(until: "LINE [头二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未]")
  }

  @Test func `Ctrl-C between two lines interrupts the next one`() throws {
    let session = try started()
    type(["busy 1", Self.enter], into: session)
    try session.read(until: Self.marksOff)
    session.send("\u{3}")
    try session.read(until: "LINE [busy 1]")
    try session.read(until: "INTERRUPTED")
    type(["好", Self.enter], into: session)
    try session.read(until: "LINE [好]")
  }

  @Test func `a second Ctrl-C between two lines ends the program`() throws {
    let session = try started()
    type(["busy 60", Self.enter], into: session)
    try session.read(until: Self.marksOff)
    session.send("\u{3}")
    // Two that come before the program runs again are one signal, so it is pressed until it counts.
    var ending = session.waitForEnd(timeout: 0.1)
    for _ in 0..<500 where ending == nil {
      session.send("\u{3}")
      ending = session.waitForEnd(timeout: 0.1)
    }
    #expect(ending == .killed(SIGINT))
    #expect(session.isInLineMode)
  }

  @Test func `a paste of a mebibyte is taken whole`() throws {
    let session = try started()
    let line = String(repeating: "字", count: 20)
    let count = 1_048_576 / 61 + 1
    let paste = Array(repeating: line, count: count).joined(separator: "\r")
    session.send(Self.pasteStart + paste + Self.pasteEnd)
    try session.read(until: "回车确认>")
    session.send(Self.enter)
    try session.read(until: "PASTE \(count) lines \(count * 60) bytes")
  }

  @Test func `an unmarked paste of a mebibyte is taken whole`() throws {
    let session = try started(arguments: ["--patient"])
    let line = String(repeating: "字", count: 20)
    let count = 1_048_576 / 61 + 1
    session.send(Array(repeating: line + "\r", count: count).joined())
    try session.read(until: "PASTE \(count) lines \(count * 60) bytes")
  }

  @Test func `a marked paste of one very long line is taken whole`() throws {
    let session = try started()
    session.send(Self.pasteStart + String(repeating: "字", count: 350_000) + Self.pasteEnd)
    try session.read(until: "回车确认>")
    session.send(Self.enter)
    try session.read(until: "LINE of 1050000 bytes")
  }

  @Test func `invalid UTF-8 is repaired`() throws {
    let session = try started()
    session.send(bytes: [0x61, 0xFF, 0xE4, 0xBD, 0x62, 0x0D])
    try session.read(until: "LINE [a\u{FFFD}\u{FFFD}\u{FFFD}b]")
  }

  @Test func `a window that is closed ends the program`() throws {
    let session = try started()
    session.hangUp()
    #expect(session.waitForEnd() == .killed(SIGHUP))
  }

  @Test func `a history file keeps lines for the next time and for its owner alone`() throws {
    let folder = try #require(
      mkdtemp(strdup(P_tmpdir + "/line-editing-XXXXXX")).map { String(cString: $0) })
    defer { rmdir(folder) }
    let file = folder + "/history"
    defer { unlink(file) }
    let first = try started(arguments: [file])
    for _ in 0..<2 {
      type(["上一次", Self.enter], into: first)
      try first.read(until: "LINE [上一次]")
      try first.read(until: "问>")
    }
    type(["end", Self.enter], into: first)
    #expect(first.waitForEnd() == .exited(0))
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let second = try started(arguments: [file])
    type(["\u{1B}[A", "!", Self.enter], into: second)
    try second.read(until: "LINE [上一次!]")
  }
}
