import Glibc
import JSONText

/// `Perf [PART…] [--json] [--brief] [--corpus FILE.jsonl] [--flows DIR]`: times the parts named, or all.
@main
struct Perf {
  private static let usage = """
    usage: swift run -c release Perf [PART…] [--json] [--brief] [--corpus FILE.jsonl] [--flows DIR]
    parts: recognize read growth memory planning expressions flow step facts journal replay statement transcript
    for the scripts beside it: serve, inputs, messages=COUNT (JSON Lines for `mingbai read --jsonl`)
    """

  private static let parts = [
    "recognize", "read", "growth", "memory", "planning", "expressions", "flow", "step", "facts",
    "journal", "replay", "statement", "transcript",
  ]

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let asJSON = arguments.contains("--json")
    arguments.removeAll { ["--json", "--brief"].contains($0) }
    let corpus = option("--corpus", in: &arguments).map(Corpus.init(jsonLines:)) ?? .invented
    if let count = arguments.first.flatMap(messageCount) {
      return printMessages(count)
    }
    let files = ProjectFiles(folder: option("--flows", in: &arguments) ?? "flows")
    guard !files.bytes("facts/cues.yaml").isEmpty,
      arguments.allSatisfy({ (parts + ["serve", "inputs"]).contains($0) })
    else {
      print(usage)
      print("run it where the folder flows stands, or say --flows DIR")
      exit(64)
    }
    let report = Report(asJSON: asJSON)
    for part in arguments.isEmpty ? parts : arguments {
      report.heading(part)
      try run(part, files, corpus, report)
    }
  }

  private static func run(
    _ part: String, _ files: ProjectFiles, _ corpus: Corpus, _ report: Report
  ) throws {
    let reading = ReadingParts(files: files, corpus: corpus)
    let flow = FlowPart(files: files, report: report)
    let session = SessionPart(files: files, report: report)
    switch part {
    case "recognize": report.times(Stopwatch.time(reading.recognize, clock: { Stopwatch.core }))
    case "read": report.times(Stopwatch.time(reading.read, clock: { Stopwatch.core }))
    case "growth": GrowthPart(files: files, report: report).run()
    case "memory": MemoryPart(files: files, report: report).run()
    case "planning": report.times(Stopwatch.time(PlanningPart().cases))
    case "expressions": report.times(Stopwatch.time(ExpressionPart().cases))
    case "flow": flow.check()
    case "step": flow.step()
    case "facts": session.facts()
    case "journal": try session.journal()
    case "replay": try session.replay()
    case "statement": StatementPart(report: report).run()
    case "transcript": session.transcript()
    case "inputs": PeerServer.printInputs(corpus)
    default:
      PeerServer(
        cases: reading.recognize + reading.read + PlanningPart().cases + ExpressionPart().cases
      ).run()
    }
  }

  /// The count of `messages=COUNT`.
  private static func messageCount(_ argument: String) -> Int? {
    let parts = argument.split(separator: "=")
    return parts.count == 2 && parts[0] == "messages" ? Int(parts[1]) : nil
  }

  /// Prints so many invented messages of every kind, one JSON object a line; always the same ones.
  private static func printMessages(_ count: Int) {
    var messages = InventedMessages(seed: 1)
    for number in 0..<count {
      let record = JSONValue.object([
        ("id", .string("m\(number)")), ("text", .string(messages.next(.mixed))),
        ("ref", .string("2026-11-21")),
      ])
      print(String(decoding: record.jsonBytes, as: UTF8.self))
    }
  }

  private static func option(_ name: String, in arguments: inout [String]) -> String? {
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
      return nil
    }
    let value = arguments[place + 1]
    arguments.removeSubrange(place...place + 1)
    return value
  }
}
