import Foundation
import TerminalDriver
import Testing

/// `mingbai plan FILE` and `mingbai calc …` as people use them.
@Suite(.serialized) struct PlanCommandTests {
  private static let sheet = """
    budget: {income: 8000, essentials: {房租: 2200, 吃饭和交通: 2700}, reserve: 300}
    debts:
      - {name: 甲银行信用卡, lender: card, balance: 12000, as_of: 2026-11-21, rate: 0.05%/日, minimum: {percent: "10%", floor: 100}}
      - {name: 乙消费金融, lender: consumer-finance, balance: 9000, as_of: 2026-11-21, rate: 年利率23.9%, minimum: {amount: 600}}

    """

  private func file(_ program: Program, _ text: String = sheet) throws -> String {
    let path = program.folder + "/plan.yaml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// The columns of a line as a terminal counts them: East Asian wide characters take two.
  private func width(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      let isWide =
        (0x2E80...0xA4CF).contains(scalar.value) || (0xFF01...0xFF60).contains(scalar.value)
        || (0xFFE0...0xFFE6).contains(scalar.value)
      return sum + (isWide ? 2 : scalar == "\r" ? 0 : 1)
    }
  }

  @Test(arguments: [40, 200], ["zh", "en"])
  func `the page fits the window`(columns: Int, language: String) throws {
    let program = try Program()
    let session = try program.terminal(
      ["plan", try file(program), "--lang", language] + program.common, columns: columns)
    let last = language == "zh" ? "账单为准" : "decide the"
    let output = try session.read(until: last)
    #expect(session.waitForEnd() == .exited(0))
    for line in output.split(whereSeparator: \.isNewline) {
      #expect(width(line) <= columns, "\(line)")
    }
    #expect(output.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
    #expect(!output.contains("\u{1B}"))
  }

  @Test(arguments: ["xterm", "dumb"])
  func `a person is told that many debts take a while, and the page stands alone`(
    term: String
  ) throws {
    let program = try Program()
    let debts = (0..<12).map { index in
      "  - {name: D\(index), lender: card, balance: \(7_000 + 1_370 * index), as_of: 2026-11-21, "
        + "rate: \(10 + index).\(index % 10)%/年, minimum: {percent: \"10%\", floor: 100}, late_fee: 50}"
    }
    let sheet =
      (["budget: {income: 30000, essentials: {a: 3000}}", "horizon: 120", "debts:"] + debts)
      .joined(separator: "\n")
    let path = try file(program, sheet + "\n")
    let start = Date()
    let session = try program.terminal(
      ["plan", path, "--lang", "zh"] + program.common, term: term, columns: 80)
    try session.read(until: "账单为准", timeout: 120)
    #expect(session.waitForEnd() == .exited(0))
    // Work of half a second says nothing; a second and a half of it can't have been silent.
    guard session.output.contains("还在处理") || Date().timeIntervalSince(start) > 1.5 else { return }
    let told = term == "dumb" ? "还在处理，请稍等…\r\n" : "\r\u{1B}[K还在处理，请稍等…\r\u{1B}[K"
    #expect(session.output.contains(told + "还款方案对比"))
  }

  @Test func `from a pipe the chart is plain ASCII letters`() throws {
    let program = try Program()
    let run = try program.run(["plan", try file(program), "--lang", "zh"] + program.common)
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) })
    #expect(run.output.contains("先还利率最高的") && run.output.contains("rule.INT-11"))
  }

  @Test func `JSON keeps to its contract`() throws {
    let program = try Program()
    let run = try program.run(["plan", try file(program), "--json"] + program.common)
    #expect(run.status == 0, "\(run.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let object = try #require(json)
    #expect(object["surplus"] as? String == "2800.00")
    for key in ["plans", "pareto", "optimal", "caps"] { #expect(object[key] != nil, "\(key)") }
  }

  @Test func `files are written for the owner alone and never over another`() throws {
    let program = try Program()
    let path = try file(program)
    let (html, ics) = (program.folder + "/a.html", program.folder + "/a.ics")
    let write = ["plan", path, "--html", html, "--ics", ics, "--lang", "en"] + program.common
    let first = try program.run(write)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("Written to \(html)"))
    for file in [html, ics] {
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
    let page = try String(contentsOfFile: html, encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<svg"))
    let again = try program.run(write)
    #expect(again.status == 73 && again.errors.contains("--force"))
    #expect(try program.run(write + ["--force"]).status == 0)
    // What is read is never written over, not even by force.
    let before = try program.run(["plan", path, "--json"] + program.common).output
    let over = try program.run(
      ["plan", path, "--html", path, "--force", "--lang", "en"] + program.common)
    #expect(over.status == 73 && over.errors.contains("is the file that is read"))
    #expect(try program.run(["plan", path, "--json"] + program.common).output == before)
    #expect(try String(contentsOfFile: html, encoding: .utf8) == page)
    let calendar = try String(contentsOfFile: ics, encoding: .utf8)
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.hasSuffix("END:VCALENDAR\r\n"))
    #expect(calendar.contains("DTSTAMP:20261121T000000Z"))
  }

  @Test func `every fault of a file is listed with its place`() throws {
    let program = try Program()
    let bad = Self.sheet.replacingOccurrences(of: "0.05%/日", with: "18%")
      .replacingOccurrences(of: "lender: card", with: "lender: crad")
    let path = try file(program, bad)
    let run = try program.run(["plan", path, "--lang", "en"] + program.common)
    #expect(run.status == 65)
    #expect(run.errors.contains("\(path):3:"))
    #expect(run.errors.contains("did you mean card") && run.errors.contains("18%/年"))
    #expect(try program.run(["plan", "/nowhere.yaml"]).status == 66)
    #expect(try program.run(["plan"]).status == 64)
  }

  @Test func `a deficit says what to do and writes no calendar`() throws {
    let program = try Program()
    let path = try file(
      program, Self.sheet.replacingOccurrences(of: "income: 8000", with: "income: 5000"))
    let ics = program.folder + "/b.ics"
    let run = try program.run(["plan", path, "--ics", ics, "--lang", "zh"] + program.common)
    #expect(run.status == 0)
    #expect(run.output.contains("每月还差 200.00元") && run.output.contains("不要借新还旧"))
    #expect(!FileManager.default.fileExists(atPath: ics))
  }

  /// A question, and a part of its answer in Chinese and in English.
  @Test(arguments: [
    (
      [
        "apr", "--received", "10000", "--instalment", "900", "--months", "12", "--lender", "bank",
        "--contract", "2026-01-05",
      ], "低于上限", "below the cap"
    ),
    (["apr", "--flow", "2026-01-05:10000", "--flow", "2027-01-05:-12400"], "24.00%", "24.00%"),
    (
      ["schedule", "--principal", "12000", "--rate", "12%/年", "--months", "12"], "1,066.19元",
      "¥1,066.19"
    ),
    (["deadline", "lawsuit_answer", "--start", "2026-11-06"], "2026年11月21日", "21 Nov 2026"),
    (["deadline", "rule.CMP-17", "--start", "2026-11-06"], "rule.CMP-17", "rule.CMP-17"),
    (
      ["deadline", "--working-days", "40", "--start", "2026-12-01"], "不早于", "not before"
    ),
    (["limitation", "--due", "2022-03-01"], "届满", "ended on"),
    (["credit", "--ended", "2021-06-30"], "2026年6月30日", "30 Jun 2026"),
    (["credit"], "还没开始算", "has not begun"),
    (
      ["penalty", "--principal", "3200", "--rate", "0.05%/日", "--due", "2026-10-15"], "3,259.20元",
      "¥3,259.20"
    ),
    (
      [
        "claim", "--claimed", "5000", "--principal", "1000", "--days", "100", "--lender", "bank",
        "--contract", "2026-01-05",
      ], "没有合法的算法", "No lawful formula"
    ),
    (
      [
        "offer", "--amount", "4000", "--months", "3", "--monthly", "1000", "--saved", "1000",
        "--instalments", "6000",
      ], "值得", "Worth it"
    ),
    (["prorata", "--sum", "700", "--debt", "卡=6000", "--debt", "网贷=1000"], "600.00元", "¥600.00"),
    (
      [
        "afford", "--income", "6000", "--essentials", "4200", "--reserve", "300", "--owed", "12000",
      ],
      "最少 8 个月，等额每月 1,500.00元", "8 months at least, ¥1,500.00 each"
    ),
    (
      ["afford", "--income", "4000", "--essentials", "4200"], "deficit：", "deficit: nothing is left"
    ),
    (
      ["afford", "--income", "4300", "--essentials", "4200", "--owed", "90000"],
      "5,700.00元", "an income of ¥5,700.00"
    ),
    (
      ["schedule", "--kind", "balloon", "--principal", "1200", "--months", "6", "--over", "12"],
      "700.00元", "¥700.00"
    ),
    (
      [
        "schedule", "--kind", "up-front-fee", "--principal", "1200", "--months", "12", "--fee",
        "60",
      ],
      "先扣", "kept back"
    ),
    (
      ["schedule", "--kind", "lump-sum", "--principal", "1200", "--offer", "700"], "700.00元",
      "¥700.00"
    ),
    (
      ["schedule", "--kind", "deferral", "--principal", "1200", "--months", "3"], "1,200.00元",
      "¥1,200.00"
    ),
    (
      ["apr", "--flow", "2026-01-05:100", "--flow", "2027-01-05:5"], "no-sign-change",
      "no-sign-change"
    ),
    (
      [
        "apr", "--flow", "2024-01-01:-100", "--flow", "2025-01-01:230", "--flow", "2026-01-01:-132",
      ],
      "multiple：", "multiple: several"
    ),
    (
      [
        "claim", "--claimed", "20000", "--principal", "10000", "--days", "2516", "--lender",
        "private", "--contract", "2020-01-01",
      ], "先年利率24%，后年利率12%", "24% a year, then"
    ),
  ])
  func `a single question is answered in both languages`(
    question: [String], zh: String, en: String
  ) throws {
    let program = try Program()
    for (language, part) in [("zh", zh), ("en", en)] {
      let run = try program.run(["calc"] + question + ["--lang", language] + program.common)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains(part), "\(run.output)")
    }
  }

  /// A bad question, the status it is refused with, and the exit code.
  @Test(arguments: [
    (["apr", "--received", "x", "--instalment", "1", "--months", "2"], "bad-amount", Int32(64)),
    (["apr", "--received", "0", "--instalment", "1", "--months", "2"], "nothing-received", 65),
    (["apr"], "missing", 64), (["apr", "--flow", "2026-13-01:5"], "bad-flow", 64),
    (
      ["schedule", "--principal", "1", "--rate", "12%", "--months", "3"], "rate-without-basis", 64
    ),
    (["schedule", "--principal", "1", "--rate", "1%/年", "--months", "0"], "period-count", 64),
    (["deadline", "lawsuit_anwser", "--start", "2026-11-06"], "unknown-term", 64),
    (["deadline", "lawsuit_answer", "--start", "gestern"], "bad-date", 64),
    (
      ["penalty", "--principal", "1", "--rate", "1%/年", "--due", "2027-01-01"], "dates-reversed", 65
    ),
    (["prorata", "--sum", "5", "--debt", "卡"], "bad-debt", 64),
    (["prorata", "--sum", "5"], "missing", 64), (["penalty"], "missing", 64),
    (["schedule", "--principal=-5", "--months", "3"], "negative-amount", 64),
    (["schedule", "--principal", "1.005", "--months", "3"], "bad-amount", 64),
    (["schedule", "--principal", "99999999999999999999", "--months", "3"], "bad-amount", 64),
    (["schedule", "--principal", "5", "--months", "2.5"], "bad-count", 64),
    (["schedule", "--principal", "5", "--months", "zwölf"], "bad-count", 64),
    (["schedule", "--principal", "5", "--rate", "一点点", "--months", "3"], "bad-rate", 64),
    (["schedule", "--principal", "5", "--rate", "每期1%", "--months", "3"], "rate-is-a-fee", 64),
    (["schedule", "--principal", "5", "--kind", "balloon", "--months", "3"], "missing", 64),
    (["schedule", "--principal", "5", "--kind", "gift", "--months", "3"], "bad-kind", 64),
    (["apr", "--received", "5", "--instalment", "1", "--months", "3661"], "period-count", 64),
    (
      ["apr", "--received", "5", "--instalment", "1", "--months", "6", "--lender", "bnak"],
      "bad-lender", 64
    ),
    (["claim", "--claimed", "5", "--principal", "1", "--days", "0"], "period-count", 64),
    (["claim", "--claimed", "5", "--principal", "0", "--days", "3"], "nothing-owed", 65),
    (["deadline", "--days", "1.5"], "bad-count", 64), (["limitation"], "missing", 64),
    (["credit", "--ended", "2026-02-30"], "bad-date", 64),
    (["offer", "--amount", "1"], "missing", 64), (["afford"], "missing", 64),
  ])
  func `a bad question has a named status, a sentence and an exit code`(
    question: [String], status: String, code: Int32
  ) throws {
    let program = try Program()
    let run = try program.run(["calc"] + question + ["--lang", "zh"] + program.common)
    #expect(run.status == code)
    #expect(run.errors.hasPrefix("\(status):"), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func `the filter of calculations stays as it was`() throws {
    let program = try Program()
    let run = try program.run(
      ["calc", "--jsonl"],
      input:
        "{\"id\":\"1\",\"fn\":\"prorata\",\"in\":{\"amount_fen\":700,\"balances_fen\":[6000,1000]}}\n"
    )
    #expect(run.output.hasPrefix("{\"id\":\"1\",\"out\":"), "\(run.output) \(run.errors)")
  }
}
