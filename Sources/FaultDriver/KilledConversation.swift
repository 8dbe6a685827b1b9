import Foundation
import TerminalDriver

/// One session, taken up again after every kill until its transcript is written.
struct KilledConversation {
  /// What went wrong.
  struct Loss: Error, CustomStringConvertible {
    let description: String
  }

  /// The answers with what the terminal shows once each is kept.
  private static let steps: [(keys: String, seen: String)] = [
    (paste, "Question 2"), ("-", "Question 3"), ("=", "Question 4"), ("no", "Question 5"),
    ("no", "Question 6"), ("no", "Press Enter"),
  ]
  private static let paste =
    "\u{1B}[200~【安心消费】王先生您好：\r您的借款合同 AX20260315-77 已逾期37天，\r"
    + "应还本金3,200.50元、违约金416.80元，请于11月23日18:00前\r"
    + "点击 axxf-pay.top/r/8Kd2 或致电 ①⑦⓪-5555-0199 处理，\r逾时将上门走访并上报征信。拒收请回复R\u{1B}[201~"

  private let program: String
  private let folder: String
  private var chance: Chance
  /// How many answers were acknowledged.
  private var acknowledged = 0

  init(_ program: String, chance: Chance) throws {
    self.program = program
    self.chance = chance
    var template = Array((NSTemporaryDirectory() + "mingbai-faults-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw Loss(description: "no folder for the session: error \(errno)") }
    folder = made
  }

  /// The transcript of the same answers without any kill.
  static func undisturbed(_ program: String) throws -> String {
    var conversation = try KilledConversation(program, chance: Chance(seed: 0))
    defer { conversation.clean() }
    return try conversation.finish(from: 0)
  }

  /// Kills and resumes until all is answered; then the transcript must be the wanted one.
  mutating func run(wanted: String, tally: inout Tally) throws {
    defer { clean() }
    // Each life answers at most two questions, and the session is short: about ten kills each.
    for _ in 0..<(2 * KilledConversation.steps.count) {
      try liveAndDie(&tally)
    }
    guard try finish(from: acknowledged) == wanted else {
      throw Loss(description: "the transcript differs from that of an undisturbed conversation")
    }
  }

  private func clean() { try? FileManager.default.removeItem(atPath: folder) }

  // MARK: One life

  private mutating func liveAndDie(_ tally: inout Tally) throws {
    let moment = Moment.allCases[chance.below(Moment.allCases.count)]
    tally.count(moment)
    let session = try started()
    guard moment != .starting else {
      usleep(UInt32(chance.below(150_000)))
      return try kill(session, sent: 0)
    }
    try settle(session, tally: &tally)
    for _ in 0..<chance.below(2) where acknowledged < KilledConversation.steps.count - 1 {
      try answer(session)
    }
    guard moment != .waiting, acknowledged < KilledConversation.steps.count else {
      return try kill(session, sent: 0)
    }
    let keys = Array(KilledConversation.steps[acknowledged].keys.utf8)
    guard moment == .answering else {
      session.send(bytes: Array(keys.prefix(chance.below(keys.count + 1))))
      usleep(UInt32(chance.below(3_000)))
      return try kill(session, sent: 0)
    }
    session.send(bytes: keys + [0x0D])
    usleep(UInt32(chance.below(40_000)))
    try kill(session, sent: 1)
  }

  private func started() throws -> TerminalSession {
    let sessions = folder + "/sessions"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sessions)) ?? []
    let journals = names.filter { $0.hasSuffix(".journal") }
    guard journals.count < 2 else { throw Loss(description: "two journals: \(journals)") }
    return try TerminalSession(
      program,
      [journals.isEmpty ? "start" : "resume", "--lang", "en", "--data", folder]
        + ["--today", "2026-11-21"],
      environment: [
        "LC_ALL": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1", "HOME": folder,
      ], window: WindowSize(columns: 100, rows: 40))
  }

  /// Waits for the first prompt; every acknowledged answer must be there, and at most one more.
  private mutating func settle(_ session: TerminalSession, tally: inout Tally) throws {
    let shown = try session.read(until: "> ")
    let answered = KilledConversation.number(before: " answered)", in: shown) ?? 0
    guard answered == acknowledged || answered == acknowledged + 1 else {
      throw Loss(
        description: "\(acknowledged) answers were acknowledged, \(answered) came back: \(shown)")
    }
    if answered > acknowledged { tally.unacknowledgedButKept += 1 }
    acknowledged = answered
  }

  private mutating func answer(_ session: TerminalSession) throws {
    let step = KilledConversation.steps[acknowledged]
    session.send(step.keys + "\r")
    try session.read(until: step.seen)
    try session.read(until: "> ")
    acknowledged += 1
  }

  /// What was shown until the kill counts as acknowledged, whether it was waited for or not.
  private mutating func kill(_ session: TerminalSession, sent: Int) throws {
    session.kill(SIGKILL)
    guard session.waitForEnd() == .killed(SIGKILL) else {
      throw Loss(description: "the program ended by itself: \(session.output.suffix(300))")
    }
    guard sent > 0 else { return }
    let seen = KilledConversation.steps[acknowledged].seen
    if session.output.contains(seen) { acknowledged += 1 }
  }

  private static func number(before words: String, in text: String) -> Int? {
    guard let range = text.range(of: words, options: .backwards) else { return nil }
    return Int(String(text[..<range.lowerBound].reversed().prefix { $0.isNumber }.reversed()))
  }

  // MARK: To the end

  /// Answers the rest undisturbed; returns the transcript.
  private mutating func finish(from first: Int) throws -> String {
    var tally = Tally()
    let session = try started()
    try settle(session, tally: &tally)
    while acknowledged < KilledConversation.steps.count { try answer(session) }
    session.send("\r")
    let shown = try session.read(until: ".md")
    guard let start = shown.range(of: folder, options: .backwards)?.lowerBound else {
      throw Loss(description: "no transcript was named: \(shown.suffix(200))")
    }
    session.send("\r")
    _ = session.waitForEnd()
    let path = shown[start...].filter { $0 != "\r" && $0 != "\n" }
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
