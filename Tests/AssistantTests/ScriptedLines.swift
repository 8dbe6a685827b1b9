import LineEditing

/// A line source that follows a script and records what it was asked.
final class ScriptedLines: LineSource {
  /// What the person does next.
  enum Input: Hashable {
    case line(String)
    case paste([String])
    case interrupt
  }

  let isInteractive: Bool
  private let next: () -> Input?
  private(set) var prompts: [String] = []
  /// What would come back, by kind.
  private(set) var histories: [String: [String]] = [:]
  private var kind = ""
  private(set) var completer: Completer?

  /// A source that asks for each input when it is wanted; `nil` is the end of input.
  init(isInteractive: Bool = true, next: @escaping () -> Input?) {
    self.isInteractive = isInteractive
    self.next = next
  }

  func readLine(prompt: Prompt) -> LineEvent {
    prompts.append(prompt.text)
    return switch next() {
    case .line(let line): .line(line)
    case .paste(let lines): .paste(lines)
    case .interrupt: .interrupted
    case nil: .endOfInput
    }
  }

  /// As a terminal or a pipe does it: lines up to a lone `.`, or one paste.
  func readPaste(prompt: Prompt, endsAtOnce: (String) -> Bool) -> LineEvent {
    prompts.append(prompt.text)
    var lines: [String] = []
    while true {
      switch next() {
      case .line("."): return .paste(lines)
      case .line(let line):
        if lines.isEmpty, endsAtOnce(line) { return .line(line) }
        lines.append(line)
      case .paste(let more): return .paste(lines + more)
      case .interrupt: return .interrupted
      case nil: return lines.isEmpty ? .endOfInput : .paste(lines)
      }
    }
  }

  func setCompletion(_ completer: @escaping Completer) { self.completer = completer }

  func useHistory(_ kind: String) { self.kind = kind }

  func addHistory(_ line: String) { histories[kind, default: []].append(line) }
}

extension ScriptedLines.Input: ExpressibleByStringLiteral {
  init(stringLiteral line: String) { self = .line(line) }
}
