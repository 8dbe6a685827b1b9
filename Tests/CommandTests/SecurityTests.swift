import Foundation
import TerminalDriver
import Testing

/// What strangers write into messages, flows, letters, statements and plans stays harmless.
@Suite(.serialized) struct SecurityTests {
  private func file(_ program: Program, _ name: String, _ text: String) throws -> String {
    let path = program.folder + "/" + name
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func steers(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { scalar in
      (scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r")
        || (0x7F..<0xA0).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
  }

  private func id(_ program: Program) throws -> String {
    let journal = try #require(try program.journals().first) as NSString
    return (journal.lastPathComponent as NSString).deletingPathExtension
  }

  private static let hostile = [
    "【<b>坏</b>银行】<script>alert(1)</script>\u{1B}[31m王先生\u{202E}：",
    "您已逾期37天，<img src=x onerror=alert(1)> 请还 1,234.50元 点击 javascript:alert(1) 或 axxf-pay.top/\"><svg onload=x>",
    "=HYPERLINK(\"http://axxf-pay.top\") `x` [a](javascript:alert(1)) ![p](http://axxf-pay.top/p.png)",
  ]

  // MARK: HTML, Markdown, terminal

  @Test func `markup in a message is text in every export`() throws {
    let program = try Program()
    let input = (SecurityTests.hostile + ["."] + Script.answers).joined(separator: "\n") + "\n"
    let run = try program.run(["start", "--lang", "zh"] + program.common, input: input)
    #expect(steers(run.output + run.errors) == nil)
    for format in ["html", "md", "json", "ics"] {
      let export = try program.run(
        ["sessions", "export", try id(program), "--format", format] + program.common)
      guard format != "ics" || export.status == 0 else { continue }
      #expect(export.status == 0, "\(format): \(export.errors)")
      #expect(steers(export.output) == nil, "\(format)")
      guard format == "html" else { continue }
      for mark in [
        "<script>alert", "<img", "<svg onload", "<b>坏", "href=\"javascript", "src=\"http",
      ] {
        #expect(!export.output.contains(mark), "\(mark)")
      }
      #expect(export.output.contains("&lt;script&gt;"))
    }
  }

  @Test(arguments: [
    "<img src=x onerror=y>&amp;", "BEGIN:VOTHER", #"<img src=x onerror=y>\e[31m\nBEGIN:VOTHER"#,
  ])
  func `markup in a plan file is text on its page and in its calendar`(name: String) throws {
    let program = try Program()
    let plan = try file(
      program, "plan.yaml",
      """
      budget: {income: 8000, essentials: {"<script>x</script>": 2200}, reserve: 300}
      debts:
        - {name: "\(name)", lender: card, balance: 12000, as_of: 2026-11-21, rate: 0.05%/日, minimum: {amount: 300}}
      """)
    let (page, days) = (program.folder + "/plan.html", program.folder + "/days.ics")
    let run = try program.run(["plan", plan, "--html", page, "--ics", days] + program.common)
    #expect(steers(run.output + run.errors) == nil)
    #expect(run.status == 0, "\(run.errors)")
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(!html.contains("<script>x") && !html.contains("<img"))
    let calendar = try String(contentsOfFile: days, encoding: .utf8)
    #expect(!calendar.contains("\nBEGIN:VOTHER"))
  }

  // MARK: Spreadsheets

  @Test(arguments: [[], ["--json"], ["--match", "安心消费金融"]])
  func `a cell that a spreadsheet would run never begins a line`(options: [String]) throws {
    let program = try Program()
    let cells = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\u{1B}[31m=1"]
    let rows = cells.map { "2026-01-10 12:00:00,\($0),\"\($0)\",支出,12.30,成功" }
    let statement = try file(
      program, "bill.csv",
      (["交易时间,交易对方,商品,收/支,金额(元),当前状态"] + rows).joined(separator: "\n") + "\n")
    let run = try program.run(["statement", statement] + options + program.common)
    #expect(run.status == 0, "\(run.errors)")
    #expect(steers(run.output) == nil)
    for line in run.output.split(separator: "\n") {
      #expect(!"=+-@\t".contains(line.first ?? " "), "\(line)")
    }
  }

  // MARK: Paths

  private static let flow = """
    schema: 1
    flow: own.letter
    version: 1
    title: {zh: "信", en: "Letter"}
    start: name
    vars:
      name: {type: text}
    nodes:
      name: {ask: text, text: {zh: "谁？", en: "Who?"}, why: {zh: "写信", en: "For the letter"}, set: {name: "answer"}, skip: {}, next: done}
      done: {outcome: done, title: {zh: "完", en: "Done"}, letters: ["NAME"]}

    """

  @Test(arguments: ["../../escaped", P_tmpdir + "/escaped", "a/b", "..", "x\\0y"])
  func `a letter's id cannot lead out of the folder it is saved in`(name: String) throws {
    let program = try Program()
    _ = try file(
      program, "own/own.flow.yaml", SecurityTests.flow.replacingOccurrences(of: "NAME", with: name))
    _ = try file(
      program, "own/letters/evil.zh.md",
      "---\nid: \"\(name)\"\ntitle: T\naddressee: A\n---\n{{name}}\n")
    let run = try program.run(
      ["start", "own.letter", "--flows", program.folder + "/own", "--lang", "zh"] + program.common,
      input: "王\n")
    if run.status == 0 {
      let out = program.folder + "/deep/deeper/out"
      _ = try program.run(
        ["sessions", "export", try id(program), "--letters", out, "--flows"]
          + [program.folder + "/own"] + program.common)
      let all = try #require(FileManager.default.enumerator(atPath: program.folder))
        .compactMap { $0 as? String }
      for path in all where path.contains("escaped") { #expect(path.hasPrefix("deep/deeper/out/")) }
    } else {
      #expect(run.status == 65, "\(run.errors)")
    }
    #expect(access(P_tmpdir + "/escaped.zh.txt", F_OK) != 0)
  }

  @Test func `a session file from a stranger can name no path`() throws {
    let program = try Program()
    _ = try program.run(
      ["start", "--lang", "en"] + program.common, input: Script.message[0] + "\n.\n")
    let whole = try program.run(
      ["sessions", "export", try id(program), "--whole"] + program.common)
    #expect(whole.status == 0)
    for (old, new) in [
      (try id(program), "../../escaped"), ("collection-text.flow.yaml", "../escaped.flow.yaml"),
    ] {
      let text = whole.output.replacingOccurrences(of: old, with: new)
      let other = try Program()
      let path = try file(other, "session.json", text)
      let run = try other.run(["sessions", "import", path] + other.common)
      #expect(run.status == 65, "\(new): \(run.output)\(run.errors)")
      let names = try #require(FileManager.default.enumerator(atPath: other.folder))
      #expect(!names.contains { "\($0)".contains("escaped") })
      #expect(access(other.folder + "/../escaped.flow.yaml", F_OK) != 0)
    }
  }

  // MARK: YAML

  private static let bombs = [
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
      + (0..<12).map { "k\($0): &b\($0) [*a, *a, *a, *a, *a, *a, *a, *a]\n" }.joined(),
    String(repeating: "[", count: 100_000),
    String(repeating: "{a: ", count: 50_000),
    "!!python/object/apply:os.system [\"touch /tmp/mingbai-escaped\"]\n",
    "schema: 1\nschema: 1\nflow: a.b\n",
    "a: \"" + String(repeating: "\\u202e", count: 1000) + "\"\n",
    "--- a\n--- b\n",
    "\u{0}\u{1}\u{2}",
  ]

  @Test(arguments: 0..<bombs.count)
  func `a bad YAML file is refused with its place, soon and without steering the terminal`(
    number: Int
  ) throws {
    let program = try Program()
    let path = try file(program, "own/bomb.flow.yaml", SecurityTests.bombs[number])
    for arguments in [["flow", "check", path], ["plan", path]] {
      let run = try program.run(arguments + ["--lang", "en"] + program.common)
      #expect(run.status == 65, "\(run.status) \(run.errors.prefix(300))")
      #expect((run.output + run.errors).contains("bomb.flow.yaml:"))
      #expect(steers(run.output + run.errors) == nil)
      #expect((run.output + run.errors).utf8.count < 1 << 20)
    }
    #expect(access("/tmp/mingbai-escaped", F_OK) != 0)
  }

  // MARK: Rights and secrets

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status.st_mode & 0o777
  }

  @Test func `everything that is made is for its owner alone, whatever the umask`() throws {
    let program = try Program()
    let previous = umask(0)
    defer { umask(previous) }
    _ = try program.run(["start", "harassment"] + program.common, input: "")
    _ = try program.run(["start", "--lang", "en"] + program.common, input: Script.piped)
    let plan = try file(
      program, "plan.yaml",
      """
      budget: {income: 8000, essentials: {房租: 2200}, reserve: 300}
      debts:
        - {name: 甲, lender: card, balance: 12000, as_of: 2026-11-21, rate: 0.05%/日, minimum: {amount: 300}}
      """)
    chmod(plan, 0o600)
    _ = try program.run(
      ["plan", plan, "--html", program.folder + "/a.html", "--ics", program.folder + "/a.ics"]
        + program.common)
    for journal in try program.journals() {
      let id = ((journal as NSString).lastPathComponent as NSString).deletingPathExtension
      _ = try program.run(
        ["sessions", "export", id, "--letters", program.folder + "/letters"] + program.common)
    }
    #expect(access(program.folder + "/a.html", F_OK) == 0)
    let paths = try #require(FileManager.default.enumerator(atPath: program.folder))
      .compactMap { $0 as? String }.map { program.folder + "/" + $0 }
    #expect(paths.count > 8)
    for path in paths where !path.hasSuffix("/.in") {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      #expect(try mode(path) == (isFolder.boolValue ? 0o700 : 0o600), "\(path)")
    }
  }

  private static let secrets = ["6222021234567890123", "110101199003078515", "829104"]

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGKILL])
  func `card, identity and code stand in the journal alone, also after a crash`(
    signal: Int32
  ) throws {
    let program = try Program()
    let session = try program.terminal(["start", "--lang", "zh"] + program.common)
    try session.read(until: "> ")
    let message =
      "【安心消费】卡号\(Self.secrets[0])，身份证\(Self.secrets[1])，验证码\(Self.secrets[2])，已逾期3天，请还100元"
    session.send("\u{1B}[200~" + message + "\u{1B}[201~\r\r.\r")
    try session.read(until: "第 2 题")
    try session.read(until: "> ")
    session.send(":note 我的卡 \(Self.secrets[0])\r")
    try session.read(until: "> ")
    let before = session.output
    session.kill(signal)
    #expect(session.waitForEnd() == .killed(signal))
    let after = session.output.dropFirst(before.count)
    for secret in Self.secrets { #expect(!after.contains(secret)) }
    let paths = try #require(FileManager.default.enumerator(atPath: program.folder))
      .compactMap { $0 as? String }
    for path in paths where !path.hasSuffix(".journal") {
      guard let bytes = FileManager.default.contents(atPath: program.folder + "/" + path) else {
        continue
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for secret in Self.secrets { #expect(!text.contains(secret), "\(path)") }
    }
    #expect(!paths.contains { $0.hasPrefix("core") })
  }

  @Test func `exports mask what is secret unless asked not to`() throws {
    let program = try Program()
    let message =
      "【安心消费】卡号\(Self.secrets[0])，身份证\(Self.secrets[1])，验证码\(Self.secrets[2])，已逾期3天，请还100元\n.\n"
    _ = try program.run(
      ["start", "--lang", "zh"] + program.common,
      input: message + Script.answers.joined(separator: "\n") + "\n")
    for options in [["--format", "md"], ["--format", "html"], ["--format", "json"], ["--repro"]] {
      let export = try program.run(
        ["sessions", "export", try id(program)] + options + program.common)
      #expect(export.status == 0)
      for secret in Self.secrets.prefix(2) {
        #expect(!export.output.contains(secret), "\(options)")
      }
    }
  }
}
