import Foundation
import Testing

/// Sequences that steer a terminal, in everything that can be given to the program: none comes out.
@Suite(.serialized) struct TerminalEscapeTests {
  /// Clears the screen, sets the title, turns the writing direction, goes up, rings: in C0 and C1 form.
  static let hostile = "坏\u{1B}[2J\u{1B}]0;title\u{7}\u{202E}\u{9B}3A\u{8}\r\u{2066}名"

  private func isQuiet(_ run: Program.Run) -> Bool {
    (run.output + run.errors).unicodeScalars.allSatisfy { scalar in
      let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value)
      let steers =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      return !isControl && !steers
    }
  }

  /// What is written into a file, and the command that reads it; `FILE` is its path.
  static let files: [(name: String, text: String, arguments: [String])] = [
    (
      "bill.csv",
      "\(hostile)\n交易时间,交易对方,商品说明,收/支,金额（元）\n2026-03-01 10:00:00,\(hostile),\(hostile),支出,12.50\n",
      ["statement", "FILE"]
    ),
    (
      "bill.csv", "交易时间,交易对方,收/支,金额（元）\n2026-03-01,\(hostile),支出,\(hostile)\n",
      ["statement", "FILE", "--match", hostile]
    ),
    ("bill.csv", "\(hostile)\n\(hostile)\n", ["statement", "FILE"]),
    ("message.txt", "【\(hostile)】您已逾期3天，请还款100元\(hostile)", ["read", "FILE"]),
    ("message.txt", "【\(hostile)】已逾期", ["read", "FILE", "--sender", hostile]),
    (
      "plan.yaml",
      "budget: {income: 5000, essentials: {\"\(escaped)\": 100}}\ndebts: [{name: \"\(escaped)\", lender: bank, balance: 1000, as_of: 2026-11-01, rate: 10%, minimum: {amount: 100}}]\n",
      ["plan", "FILE"]
    ),
    ("plan.yaml", "budget: \"\(escaped)\"\n\"\(escaped)\": 1\n", ["plan", "FILE"]),
    ("plan.yaml", "\(hostile)", ["plan", "FILE"]),
    (
      "a.flow.yaml", "schema: 1\nflow: \"\(escaped)\"\n\"\(escaped)\": 1\n",
      ["flow", "check", "FILE"]
    ),
    ("a.flow.yaml", "\(hostile): [", ["flow", "check", "FILE"]),
    (
      "a.flow.yaml",
      "schema: 1\nflow: a.b\nversion: 1\ntitle: \"\(escaped)\"\nstart: x\nnodes: {}\n",
      ["flow", "run", "FILE"]
    ),
    ("s.yaml", "scenario: \"\(escaped)\"\nflow: \"\(escaped)\"\n", ["flow", "test", "FILE"]),
    ("session.json", "{\"format\":\"\(hostile)\"}", ["sessions", "import", "FILE"]),
    (
      "lines.jsonl", "{\"id\":\"\(escaped)\",\"text\":\"\(escaped)\"}\n\(hostile)\n",
      ["read", "--jsonl"]
    ),
    ("lines.jsonl", "{\"id\":1,\"expr\":\"\(escaped)\"}\n\(hostile)\n", ["eval", "--jsonl"]),
    ("lines.jsonl", "{\"id\":1,\"fn\":\"\(escaped)\",\"in\":{}}\n", ["calc", "--jsonl"]),
  ]

  /// The same in the escapes of JSON and YAML.
  static let escaped = "坏\\u001b[2J\\u001b]0;title\\u0007\\u202e\\u009b3A\\u0008\\u2066名"

  @Test(arguments: files.indices)
  func `a file cannot steer the terminal`(index: Int) throws {
    let program = try Program()
    let (name, text, arguments) = Self.files[index]
    let path = program.folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    for language in ["zh", "en"] {
      let run = try program.run(
        arguments.map { $0 == "FILE" ? path : $0 } + ["--lang", language] + program.common,
        input: arguments.contains("FILE") ? "" : text)
      #expect(isQuiet(run), "\(arguments): \((run.output + run.errors).debugDescription)")
      #expect(!(run.output + run.errors).isEmpty)
    }
  }

  @Test(arguments: [
    ["start", hostile], ["resume", hostile], ["sessions", "show", hostile], ["read", hostile],
    ["sessions", "delete", hostile], ["statement", hostile], ["plan", hostile], ["eval", hostile],
    ["flow", "check", hostile], ["flow", "explain", hostile], ["facts", "show", hostile],
    ["sessions", "import", hostile], [hostile], ["start", "--lang", hostile],
    ["start", "--today", hostile],
    ["start", "--\(hostile)"], ["start", "--data", hostile],
    ["start", "--flows", hostile], ["start", "--facts", hostile],
  ])
  func `an argument cannot steer the terminal`(arguments: [String]) throws {
    let program = try Program()
    let common = arguments.contains("--data") || arguments.contains("--today") ? [] : program.common
    let run = try program.run(arguments + common, input: "")
    #expect(isQuiet(run), "\((run.output + run.errors).debugDescription)")
    if arguments.contains("--data") {
      try? FileManager.default.removeItem(atPath: Self.hostile)
    }
  }

  @Test func `what is kept in a session cannot steer the terminal when it is looked at`() throws {
    let program = try Program()
    _ = try program.run(
      ["start", "--lang", "zh"] + program.common,
      input: "【\(Self.hostile)】已逾期3天\n.\n-\n:note \(Self.hostile)\n:log \(Self.hostile)\n")
    let journal = try #require(try program.journals().first)
    let id = try #require(journal.split(separator: "/").last?.split(separator: ".").first)
    for arguments in [
      ["sessions"], ["sessions", "show", "\(id)"], ["resume"],
      ["sessions", "export", "\(id)", "--full", "--format", "md"],
      ["sessions", "export", "\(id)", "--full", "--format", "json"],
      ["sessions", "export", "\(id)", "--full", "--format", "html"],
      ["sessions", "export", "\(id)", "--repro"],
    ] {
      let run = try program.run(arguments + program.common)
      #expect(isQuiet(run), "\(arguments): \((run.output + run.errors).debugDescription)")
    }
  }
}
