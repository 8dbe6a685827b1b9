import Glibc

/// Lines typed at a terminal, edited through libedit: arrow keys, history, Tab, pastes.
///
/// UTF-8 whatever the locale. The terminal's own state is restored after every line and before
/// the process ends or stops by a signal. One source a process.
package final class TerminalLineSource: LineSource {
  private let editor: LineEditor
  private let historyFile: HistoryFile?
  /// The kind of history in use, and the newest line of each.
  private var kind = ""
  private var newest: [String: String] = [:]
  /// Whether a lone `.` still belongs to the answer before, which Enter after a marked paste had ended.
  private var mayStopLate = false

  /// Takes over the terminal of standard input and output, or `nil` where there is none.
  ///
  /// `historyFile` (0600, made when missing) keeps the lines given to `addHistory`; `burstWait` is
  /// how long, in milliseconds, the next line of a paste the terminal did not mark may be in coming.
  package init?(historyFile: String? = nil, burstWait: Int32 = 30) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      let editor = LineEditor(burstWait: burstWait)
    else { return nil }
    self.editor = editor
    self.historyFile = historyFile.map(HistoryFile.init(path:))
    for line in self.historyFile?.lines() ?? [] {
      editor.addHistory(line)
      newest[kind] = line
    }
  }

  /// Always: a person sits here.
  package var isInteractive: Bool { true }

  /// Sets what Tab offers.
  package func setCompletion(_ completer: @escaping Completer) {
    editor.setCompletion(completer)
  }

  /// Has some work done once, as soon as the next prompt stands on the screen.
  package func whenWaiting(_ work: @escaping () -> Void) {
    editor.whenWaiting(work)
  }

  /// Which history the arrow-up key walks through; the history file holds the first one.
  package func useHistory(_ kind: String) {
    self.kind = kind
    editor.useHistory(kind)
  }

  /// Keeps a line of one row that differs from the newest one of its kind.
  package func addHistory(_ line: String) {
    let line = AnswerText.clean(line)
    guard !line.isEmpty, line != newest[kind] else { return }
    newest[kind] = line
    editor.addHistory(line)
    historyFile?.add(line)
  }

  /// Asks for one line; several that arrive at once come back as one `.paste`.
  ///
  /// People who were told to end a paste with a lone `.` type it although Enter has ended it: such
  /// a line, the first after the paste, is passed over.
  package func readLine(prompt: Prompt) -> LineEvent {
    let isLate = mayStopLate
    mayStopLate = false
    let event = editor.readLine(prompt: prompt)
    return isLate && event == .line(".") ? editor.readLine(prompt: prompt) : event
  }

  /// Asks for several lines: a marked paste ends with Enter, typed lines with a lone `.`.
  ///
  /// Lines the terminal did not mark as a paste end with a lone `.` or an empty line after them.
  package func readPaste(prompt: Prompt, endsAtOnce: (String) -> Bool) -> LineEvent {
    var lines: [String] = []
    var cameInBurst = false
    var next = prompt
    while true {
      switch editor.readLine(prompt: next) {
      case .line("."): return .paste(lines)
      case .line("") where cameInBurst: return .paste(lines)
      case .line(let line):
        if lines.isEmpty, endsAtOnce(line) { return .line(line) }
        lines.append(line)
        if editor.pasteWasMarked { return markedPaste(lines) }
        cameInBurst = false
      case .paste(let more):
        lines += more
        if editor.pasteWasMarked { return markedPaste(lines) }
        if more.last == "." { return .paste(lines.dropLast()) }
        cameInBurst = true
      case .interrupted: return .interrupted
      case .endOfInput: return lines.isEmpty ? .endOfInput : .paste(lines)
      }
      next = Prompt(
        prompt.continuation, colour: prompt.colour, afterPaste: prompt.afterPaste,
        continuation: prompt.continuation)
    }
  }

  private func markedPaste(_ lines: [String]) -> LineEvent {
    mayStopLate = true
    return .paste(lines)
  }
}
