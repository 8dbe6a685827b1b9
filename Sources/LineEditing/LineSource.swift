/// Where the lines of a conversation come from: a terminal with editing, or a pipe.
///
/// Used from one thread. A source prints prompts and echo itself, and only on a terminal.
package protocol LineSource: AnyObject {
  /// Finds completions of the word before `cursor` (in Unicode scalars) of `line`.
  typealias Completer = (_ line: String, _ cursor: Int) -> [Completion]

  /// Whether a person sits at a terminal.
  var isInteractive: Bool { get }

  /// Asks for one line.
  ///
  /// On a terminal several lines that arrive at once come back as one `.paste`.
  func readLine(prompt: Prompt) -> LineEvent

  /// Asks for an answer of several lines: `.paste`, ended by a lone `.`, or by Enter after a paste.
  ///
  /// A first line for which `endsAtOnce` is true (a command) is returned as `.line` at once. At the
  /// end of input the lines so far are returned; `.endOfInput` where there are none.
  func readPaste(prompt: Prompt, endsAtOnce: (String) -> Bool) -> LineEvent

  /// Sets what Tab offers; no effect on a pipe.
  func setCompletion(_ completer: @escaping Completer)

  /// Which history the arrow-up key walks through from now on: one for each kind of answer.
  func useHistory(_ kind: String)

  /// Keeps a line for the arrow-up key, in the history in use.
  ///
  /// Where the source has a history file, the caller leaves out amounts, messages and other secrets.
  func addHistory(_ line: String)

  /// Has some work done once, while the person reads: when the next prompt stands on the screen.
  ///
  /// Where nobody sees a prompt the work is done at once.
  func whenWaiting(_ work: @escaping () -> Void)
}

extension LineSource {
  /// Does the work at once.
  package func whenWaiting(_ work: @escaping () -> Void) { work() }

  /// Asks for an answer of several lines whatever its first line is.
  package func readPaste(prompt: Prompt) -> LineEvent {
    readPaste(prompt: prompt, endsAtOnce: { _ in false })
  }
}
