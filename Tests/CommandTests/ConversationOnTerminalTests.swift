import Foundation
import TerminalDriver
import Testing

/// The main job on a real pseudo-terminal.
@Suite(.serialized) struct ConversationOnTerminalTests {
  private static let enter = "\r"

  private func paste(_ session: TerminalSession) {
    let lines = Script.message.joined(separator: "\r")
    session.send("\u{1B}[200~" + lines + "\u{1B}[201~")
    session.send(Self.enter)
  }

  @Test(arguments: [
    ("zh", "C.UTF-8", 100), ("zh", "C", 40), ("en", "POSIX", 200), ("en", "C.UTF-8", 80),
  ])
  func `pasting a message leads to an outcome and a transcript`(
    language: String, locale: String, columns: Int
  ) throws {
    let program = try Program()
    let session = try program.terminal(
      ["start", "--lang", language] + program.common, locale: locale, columns: columns)
    try session.read(until: "> ")
    paste(session)
    try session.read(until: language == "zh" ? "第 2 题" : "Question 2")
    for answer in Script.answers {
      try session.read(until: "> ")
      session.send(answer + Self.enter)
    }
    try session.read(until: language == "zh" ? "记录已存到" : "Transcript saved to")
    try session.read(until: "> ")
    session.send(Self.enter)
    #expect(session.waitForEnd() == .exited(0))
    let transcript = try program.transcript()
    for finding in Script.findings(language) {
      #expect(transcript.contains(finding), "\(finding)")
    }
  }

  @Test func `the same answers through a pipe give the same transcript, byte for byte`() throws {
    let (typed, piped) = (try Program(), try Program())
    let session = try typed.terminal(["start", "--lang", "zh"] + typed.common)
    try session.read(until: "> ")
    paste(session)
    try session.read(until: "第 2 题")
    for answer in Script.answers {
      try session.read(until: "> ")
      session.send(answer + Self.enter)
    }
    try session.read(until: "记录已存到")
    let run = try piped.run(["start", "--lang", "zh"] + piped.common, input: Script.piped)
    #expect(run.status == 0)
    #expect(try typed.transcript() == piped.transcript())
  }

  @Test func `killed at any question, the session goes on at that question`() throws {
    let program = try Program()
    var session = try program.terminal(["start", "--lang", "en"] + program.common)
    try session.read(until: "Question 1")
    for answered in 0..<Script.questions {
      session = try killedAndResumed(session, program, after: answered)
      try session.read(until: "Question \(answered + 1)")
      try session.read(until: "> ")
      if answered == 0 {
        paste(session)
      } else {
        session.send(Script.answers[answered - 1] + Self.enter)
      }
      let last = answered == Script.questions - 1
      try session.read(until: last ? "Press Enter" : "Question \(answered + 2)")
    }
    session = try killedAndResumed(session, program, after: Script.questions)
    try session.read(until: "Press Enter")
    try session.read(until: "> ")
    session.send(Self.enter)
    try session.read(until: "Transcript saved to")
    let whole = try Program()
    _ = try whole.run(["start", "--lang", "en"] + whole.common, input: Script.piped)
    #expect(try program.transcript() == whole.transcript())
  }

  /// Kills the program at a prompt and takes the session up in a new one.
  private func killedAndResumed(
    _ session: TerminalSession, _ program: Program, after answered: Int
  ) throws -> TerminalSession {
    try session.read(until: "> ")
    try program.waitForJournal()
    session.kill(SIGKILL)
    #expect(session.waitForEnd() == .killed(SIGKILL))
    let resumed = try program.terminal(["resume", "--lang", "en"] + program.common)
    try resumed.read(until: "\(answered) answered")
    return resumed
  }

  @Test func `Ctrl-C once keeps the session, twice leaves with everything saved`() throws {
    let program = try Program()
    let session = try program.terminal(["start", "--lang", "en"] + program.common, columns: 200)
    try session.read(until: "> ")
    paste(session)
    try session.read(until: "Question 2")
    try session.read(until: "> ")
    session.send("half an ans")
    session.send("\u{3}")
    try session.read(until: "Ctrl-C again")
    session.send("\u{3}")
    try session.read(until: "Run mingbai resume")
    #expect(session.waitForEnd() == .exited(130))
    let resumed = try program.terminal(["resume", "--lang", "en"] + program.common)
    try resumed.read(until: "Question 2")
  }

  @Test func `the prompt is coloured unless NO_COLOR is set`() throws {
    let program = try Program()
    let coloured = try program.terminal(["start", "--lang", "en"] + program.common, colour: true)
    try coloured.read(until: "\u{1B}[32m>")
    let plain = try program.terminal(["start", "--lang", "en"] + program.common)
    #expect(!(try plain.read(until: "> ")).contains("\u{1B}[32m"))
  }

  @Test func `Ctrl-D at an empty prompt leaves and saves`() throws {
    let program = try Program()
    let session = try program.terminal(["start", "--lang", "zh"] + program.common)
    try session.read(until: "> ")
    session.send("\u{4}")
    #expect(session.waitForEnd() == .exited(0))
  }

  @Test func `a plain paste of five lines at a one-line question answers nothing`() throws {
    let program = try Program()
    let session = try program.terminal(["start", "--lang", "en"] + program.common)
    try session.read(until: "> ")
    paste(session)
    try session.read(until: "Question 2")
    try session.read(until: "> ")
    session.send(Script.message.joined(separator: "\r") + Self.enter)
    try session.read(until: "none was taken")
    session.send(":review" + Self.enter)
    let review = try session.read(until: "> ")
    #expect(!review.contains("  2  "))
  }

  @Test func `an open session can't be opened twice`() throws {
    let program = try Program()
    let session = try program.terminal(["start", "--lang", "en"] + program.common)
    try session.read(until: "> ")
    try program.waitForJournal()
    let run = try program.run(["resume", "--lang", "en"] + program.common)
    #expect(run.status == 75)
    #expect(run.errors.contains("open in another window"))
    session.kill(SIGKILL)
  }

  @Test func `the first menu offers to go on with what is unfinished`() throws {
    let program = try Program()
    let ended = try program.run(
      ["start", "--lang", "zh"] + program.common,
      input: (Script.message + [".", "-"]).joined(separator: "\n") + "\n")
    #expect(ended.status == 3)
    let session = try program.terminal(["--lang", "zh"] + program.common)
    try session.read(until: "上次的还没走完")
    try session.read(until: "> ")
    session.send("1" + Self.enter)
    try session.read(until: "第 3 题")
  }

  @Test func `without a telling locale the first prompt asks for the language`() throws {
    let program = try Program()
    let session = try program.terminal(program.common, locale: "C")
    try session.read(until: "中文还是英文？ / Chinese or English?")
    try session.read(until: "> ")
    session.send("2" + Self.enter)
    try session.read(until: "What happened?")
    session.send("1" + Self.enter)
    try session.read(until: "Question 1")
    try program.waitForJournal()
    session.kill(SIGKILL)
    #expect(session.waitForEnd() == .killed(SIGKILL))
    let again = try program.terminal(program.common, locale: "C")
    #expect(!(try again.read(until: "What happened?")).contains("Chinese or English?"))
  }

  @Test(arguments: [
    ["ACCESSIBLE": "1"], ["NO_COLOR": "1"], ["TERM": "dumb"], ["ACCESSIBLE": "1", "TERM": "dumb"],
  ])
  func `a plain look is kept to from the first question to the outcome`(
    wish: [String: String]
  ) throws {
    let program = try Program()
    let usual = ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "HOME": program.folder]
    let session = try TerminalSession(
      program.path, ["start", "--lang", "zh"] + program.common,
      environment: usual.merging(wish) { $1 }, window: WindowSize(columns: 80, rows: 40))
    try session.read(until: ">")
    if wish["TERM"] == "dumb" {
      session.send(Script.message.joined(separator: "\r") + "\r")
      try session.read(until: "… ")
      session.send(Self.enter)
    } else {
      paste(session)
    }
    try session.read(until: "第 2 题")
    for answer in Script.answers {
      try session.read(until: ">")
      session.send(answer + Self.enter)
    }
    try session.read(until: "记录已存到")
    let output = session.output
    let isPlain = wish["NO_COLOR"] != nil || wish["TERM"] == "dumb"
    #expect(!isPlain || !output.contains("\u{1B}[1m") && !output.contains("\u{1B}[32m"))
    if wish["TERM"] == "dumb" { #expect(!output.contains("\u{1B}")) }
    if wish["ACCESSIBLE"] == "1" {
      #expect(!output.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
      #expect(!output.contains("\u{1B}[2J") && !output.contains("\u{1B}[H"))
    }
    let hints = output.components(separatedBy: "输入 ? 看说明").count - 1
    #expect(hints == 1)
  }
}

extension Script {
  /// What the transcript must say about the message, in a language.
  static func findings(_ language: String) -> [String] {
    language == "zh"
      ? [
        "签名：「安心消费」（不在登记名录里）", "「AX20260315-77」", "逾期 37 天", "本金：3,200.50元", "416.80元",
        "2026年11月23日（周一） 18:00", "axxf-pay.top（不是已知的官方域名）", "17055550199（虚拟运营商手机号", "圈码数字",
        "「将上门走访」", "「上报征信」", "「拒收请回复R」", "贷款机构的全称", "官方联系方式", "很可能是诈骗",
      ]
      : [
        "Signature: “安心消费” (in no registry)", "“AX20260315-77”", "37 days overdue",
        "Principal: ¥3,200.50",
        "¥416.80", "Mon 23 Nov 2026 18:00", "axxf-pay.top (no known official domain)",
        "17055550199 (a virtual operator's mobile number", "digits in circles", "“将上门走访”", "“上报征信”",
        "“拒收请回复R”", "the lender's full name", "official contact",
        "not consistent with a genuine notice",
      ]
  }
}
