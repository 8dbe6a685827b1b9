import Glibc
import LineEditing

/// Reads lines as the assistant does and prints each event in a plain form, for tests.
///
/// A line `paste` asks for several lines, `busy N` stays away from the terminal for N seconds, `end`
/// leaves, `kind NAME` takes another history, `work` has some work done at the next prompt; every other line goes into the history. `--patient`
/// waits a second for each next line of a paste that is not marked.
func run(_ arguments: [String]) {
  let terminal = TerminalLineSource(
    historyFile: arguments.first { $0 != "--patient" },
    burstWait: arguments.contains("--patient") ? 1_000 : 30)
  let source: any LineSource = terminal ?? PipeLineSource()
  source.setCompletion(completions)
  let prompt = Prompt("问> ", colour: .green, afterPaste: "回车确认> ")
  while true {
    var event = source.readLine(prompt: prompt)
    if event == .line("end") { return }
    if case .line(let line) = event, line.hasPrefix("kind ") {
      source.useHistory(String(line.dropFirst(5)))
    }
    if event == .line("work") {
      source.whenWaiting {
        usleep(50_000)
        print("WORKED")
        fflush(nil)
      }
    }
    if case .line(let line) = event, line.hasPrefix("busy "), let count = Int(line.dropFirst(5)) {
      (0..<count * 100).forEach { _ in usleep(10_000) }
    }
    if event == .line("paste") {
      event = source.readPaste(prompt: Prompt("贴> "), endsAtOnce: { $0 == ":back" })
    }
    print(description(of: event))
    if case .line(let line) = event { source.addHistory(line) }
    if event == .endOfInput { return }
  }
}

func completions(_ line: String, _ cursor: Int) -> [Completion] {
  let before = String(line.unicodeScalars.prefix(cursor))
  let word =
    before.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  return [":back", ":返回", "bank", "borrowed", "folder/"].filter { $0.hasPrefix(word) }
    .map { Completion($0, replaces: word.unicodeScalars.count, isWhole: $0 != "folder/") }
}

func description(of event: LineEvent) -> String {
  switch event {
  case .line(let line) where line.utf8.count > 1_000: "LINE of \(line.utf8.count) bytes"
  case .line(let line): "LINE [\(line)]"
  case .paste(let lines) where lines.count > 20:
    "PASTE \(lines.count) lines \(lines.reduce(0) { $0 + $1.utf8.count }) bytes"
  case .paste(let lines): "PASTE [\(lines.joined(separator: "|"))]"
  case .interrupted: "INTERRUPTED"
  case .endOfInput: "END"
  }
}

run(Array(CommandLine.arguments.dropFirst()))
