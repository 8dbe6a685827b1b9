import Foundation
import TerminalDriver
import Testing

/// Flow files from strangers: refused with a message, within bounds of time and memory.
@Suite(.serialized) struct UntrustedFlowCommandTests {
  /// A gibibyte of address space and a minute of processor time; beyond, the system ends the program.
  private static let bounds = [
    "/bin/bash", "-c", "ulimit -v 1048576; ulimit -t 60; exec \"$0\" \"$@\"",
  ]

  private static let header = """
    schema: 1
    flow: stranger.flow
    version: 1
    title: {zh: "题", en: "Title"}
    start: n0

    """

  private static let end = "{outcome: done, title: {zh: \"完\", en: \"End\"}}"

  private static let aliases =
    "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    + (1..<30).map { level in
      let alias = "*a\(level - 1)"
      let list = Array(repeating: alias, count: 10).joined(separator: ", ")
      return "a\(level): &a\(level) [\(list)]\n"
    }.joined()

  /// Every node leads to twenty others, on conditions over many variables.
  private static var dense: String {
    let count = 600
    var lines = [header + "vars:"]
    lines += (0..<60).map { "  v\($0): {type: tri}" }
    lines.append("nodes:")
    for place in 0..<count {
      let next = "n\(place + 1)"
      if place % 2 == 0 {
        lines.append(
          "  n\(place): {ask: tri, text: {zh: \"问？\", en: \"Well?\"}, set: {v\(place % 60): \"answer\"}, next: \(next)}"
        )
        continue
      }
      let rules = (1...20).map { rule in
        "{when: \"v\(place * rule % 60) == 'yes' && v\((place + rule) % 60) != v\(rule)\", next: n\(place * rule % count)}"
      }
      lines.append("  n\(place): {branch: [\(rules.joined(separator: ", ")), {else: \(next)}]}")
    }
    return (lines + ["  n\(count): \(end)"]).joined(separator: "\n")
  }

  /// One condition with forty parts, of which each may or may not be asked.
  private static var undecided: String {
    let names = (0..<40).map { "v\($0)" }
    let parts = names.map { "lang<'a'&&\($0)=='no'" }.joined(separator: "||")
    return header + "vars:\n" + names.map { "  \($0): {type: tri}\n" }.joined()
      + "nodes:\n  n0: {branch: [{when: \"\(parts)\", next: n1}, {else: n1}]}\n  n1: \(end)\n"
  }

  /// Questions for the variables `a`, `b`, … `Z`, and one condition; the `say` at the end is a fault.
  private static func deciding(_ condition: String) -> String {
    let letters = [UInt8](0x61...0x7A) + [UInt8](0x41...0x5A)
    let names = letters.map { String(decoding: [$0], as: UTF8.self) }
    let asked = names.enumerated().map { place, name in
      "  n\(place): {ask: tri, text: {zh: \"问？\", en: \"Well?\"}, set: {\"\(name)\": \"answer\"}, next: n\(place + 1)}\n"
    }.joined()
    return header + "vars:\n  truth: {type: bool}\n"
      + names.map { "  \"\($0)\": {type: tri}\n" }.joined() + "nodes:\n" + asked
      + "  n52: {compute: {truth: \"a == 'no'\"}, next: n53}\n"
      + "  n53: {branch: [{when: \"\(condition)\", next: gone}, {else: end}]}\n  end: \(end)\n"
  }

  /// Pairs of which one holds, all at once: twice as many combinations with each.
  private static let pairs = (0..<26).map { place in
    let (one, other) = (UInt8(0x61 + place), UInt8(0x41 + place))
    return "(\(Character(UnicodeScalar(one)))=='no'||\(Character(UnicodeScalar(other)))=='no')"
  }.joined(separator: "&&")

  private static let choices =
    String(repeating: "(", count: 60) + "truth" + String(repeating: "?truth:truth)", count: 60)

  /// So few nodes that every state is looked at, and more states than there can be.
  private static var states: String {
    let (count, variables) = (290, 30)
    let options = ["a", "b", "c", "d", "e"].map { "\($0): {zh: \"甲\", en: \"A\"}" }
    var lines = [header + "vars:"]
    lines += (0..<variables).map {
      "  v\($0): {type: multi, options: {\(options.joined(separator: ", "))}}"
    }
    lines.append("nodes:")
    for place in 0..<count {
      let next = "n\(place + 1)"
      if place < variables {
        lines.append(
          "  n\(place): {ask: multi, of: v\(place), text: {zh: \"问？\", en: \"Well?\"}, set: {v\(place): \"answer\"}, next: \(next)}"
        )
        continue
      }
      let rules = (1...6).map { rule in
        "{when: \"'a' in v\(place * rule % variables) || size(v\((place + rule) % variables)) > 2\", next: n\(place * rule % count)}"
      }
      lines.append("  n\(place): {branch: [\(rules.joined(separator: ", ")), {else: \(next)}]}")
    }
    return (lines + ["  n\(count): \(end)"]).joined(separator: "\n")
  }

  static let files: [(name: String, text: String, words: String)] = [
    ("aliases that multiply", aliases, "alias"),
    ("brackets inside brackets", header + "nodes: " + String(repeating: "[", count: 50_000), ""),
    (
      "a huge text",
      header + "offer: {zh: \"\(String(repeating: "字", count: 30_000))\", en: x}\n", "65536"
    ),
    (
      "a huge file",
      header + "nodes:\n"
        + String(repeating: "  x: {say: {zh: \"好\", en: \"Good\"}, next: x}\n", count: 230_000),
      "8388608"
    ),
    ("a name that is a path", header + "use: {x: \"../../etc/passwd@1\"}\n", "[shape]"),
    (
      "a letter that is a path",
      header + "nodes: {n0: {outcome: o, title: {zh: 完, en: End}, letters: [../../etc/passwd]}}\n",
      "[shape]"
    ),
    (
      "a flow that calls itself",
      header + "use: {me: \"stranger.flow@1\"}\nnodes:\n  n0: {call: me, next: n1}\n  n1: \(end)\n",
      "[endless-loop]"
    ),
    (
      "controls in a text",
      header + "nodes: {n0: {outcome: o, title: {zh: \"完\\e[2J\", en: \"End\\u202E\"}}}\n",
      "invisible"
    ),
    (
      "thousands of faults on one line",
      header + "nodes: {"
        + (0..<20_000).map { "n\($0): {say: {zh: \"好\", en: \"Good\"}, next: q\($0)}" }
        .joined(separator: ", ") + "}\n",
      "[dangling-target]"
    ),
    ("parts that may or may not be asked", undecided, "[unset-read]"),
    ("pairs of which one holds", deciding(pairs), "[dangling-target]"),
    ("choices inside choices", deciding(choices), "[dangling-target]"),
    ("ways everywhere", dense, ""),
    ("states without number", states, ""),
  ]

  @Test(arguments: files.indices)
  func `a hostile flow is refused within a gibibyte and a minute`(place: Int) throws {
    let (name, text, words) = Self.files[place]
    let program = try Program()
    let file = program.folder + "/stranger.flow.yaml"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    for command in [["flow", "check", file], ["flow", "run", file]] {
      let run = try program.run(
        command + ["--lang", "en"] + program.common, bytes: [], through: Self.bounds)
      #expect(run.status == 65, "\(name): \(run.status) \(run.errors.prefix(300))")
      #expect(run.errors.contains("stranger.flow.yaml:"), "\(name)")
      #expect(words.isEmpty || run.errors.contains(words), "\(name): \(run.errors.prefix(300))")
      #expect(!run.errors.unicodeScalars.contains("\u{1B}"), "\(name)")
      #expect(!run.errors.unicodeScalars.contains("\u{202E}"), "\(name)")
    }
  }

  @Test(arguments: ["pipe", "folder", "link"])
  func `what is no plain file in a folder of flows ends the check with its name`(kind: String)
    throws
  {
    let program = try Program()
    let path = program.folder + "/odd.flow.yaml"
    switch kind {
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "folder": #expect(mkdir(path, 0o700) == 0)
    default: #expect(symlink("odd.flow.yaml", path) == 0)
    }
    let run = try program.run(["flow", "check", "--flows", program.folder, "--lang", "zh"])
    #expect(run.status == 66 && run.errors.contains("读不了 \(path)"), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func `a pipe to which nobody writes is told, one that is written to is read`() throws {
    let program = try Program()
    let path = program.folder + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let run = try program.run(["flow", "check", path, "--lang", "en"])
    #expect(run.status == 66 && run.errors.contains("no program writes to it"), "\(run.errors)")
    let file = program.folder + "/flow.yaml"
    try (Self.header + "nodes: {n0: \(Self.end)}\n").write(
      toFile: file, atomically: true, encoding: .utf8)
    let shell = ["/bin/bash", "-c", "(sleep 1; cat '\(file)') > '\(path)' & exec \"$0\" \"$@\""]
    let read = try program.run(
      ["flow", "check", path, "--lang", "en"] + program.common, bytes: [], through: shell)
    #expect(read.status == 0 && read.output.contains("0 errors"), "\(read.errors)")
  }
}
