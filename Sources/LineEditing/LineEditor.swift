import CEditLine
import Glibc
import Wording

/// One libedit editor on the terminal, with our own keys for Enter, Tab, Ctrl-D and pastes.
///
/// libedit calls back into it while a line is read; results are collected here, not taken from
/// what `el_wgets` returns.
final class LineEditor {
  /// A pasted line up to this many scalars goes into the line that is edited.
  private static let editableCount = 2_000
  /// Stands around what takes no columns in a prompt.
  private static let promptMark: Unicode.Scalar = "\u{1}"
  private static let endOfPaste = Array("\u{1B}[201~".utf8)
  /// The key by which a step of ours is run inside libedit's loop; dropped when typed.
  private static let stepKey: Unicode.Scalar = "\u{1E}"

  private let edit: OpaquePointer
  /// The histories by kind, and the one in use.
  private var histories: [String: OpaquePointer] = [:]
  private var history: OpaquePointer
  private let input = TerminalInput()
  /// How long after Enter in a burst of characters more of the burst may come, in milliseconds.
  private let burstWait: Int32
  private let marksPastes: Bool
  private let isDumb: Bool
  /// The prompt as libedit reads it.
  private var promptPointer: UnsafeMutablePointer<wchar_t>?
  private var prompt = Prompt("")
  /// The text of the prompt that stands on the screen.
  private var shownPrompt = ""
  /// Whole lines that came in pastes and wait for Enter.
  private var pasted: [String] = []
  private var result: LineEvent?
  /// Whether the newest paste was marked as one by the terminal.
  private(set) var pasteWasMarked = false
  /// A step that waits to be run by `stepKey`.
  private var step: ((LineEditor) -> Int32)?
  private var completer: LineSource.Completer = { _, _ in [] }
  /// What is to be done before the person's next key is waited for.
  private var work: (() -> Void)?

  /// Opens the editor on standard input and output, or `nil` where libedit can't.
  init?(burstWait: Int32) {
    UTF8Locale.use()
    guard TerminalSignals.wakeReader >= 0, let edit = mingbai_edit_open("mingbai"),
      let history = LineEditor.newHistory()
    else { return nil }
    self.edit = edit
    self.history = history
    self.burstWait = burstWait
    histories[""] = history
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    isDumb = terminal.isEmpty || terminal == "dumb"
    marksPastes = !isDumb
    _ = mingbai_edit_set_owner(edit, Unmanaged.passUnretained(self).toOpaque())
    _ = mingbai_edit_use_emacs_keys(edit)
    _ = mingbai_edit_keep_newlines(edit)
    _ = mingbai_edit_rewrite_rows(edit)
    _ = mingbai_edit_use_history(edit, history)
    _ = mingbai_edit_set_reader(edit) { LineEditor.owner(of: $0)?.read(into: $1) ?? 0 }
    _ = mingbai_edit_set_prompt(
      edit, { LineEditor.owner(of: $0)?.promptPointer }, wchar_t(LineEditor.promptMark.value))
    bindKeys()
  }

  deinit {
    promptPointer?.deallocate()
    el_end(edit)
    for history in histories.values { history_wend(history) }
  }

  private static func newHistory() -> OpaquePointer? {
    guard let history = history_winit() else { return nil }
    _ = mingbai_history_limit(history, 500)
    _ = mingbai_history_drop_repeats(history)
    return history
  }

  private static func owner(of edit: OpaquePointer?) -> LineEditor? {
    mingbai_edit_owner(edit).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Reading a line

  /// Asks for one line, or for the lines of a paste.
  func readLine(prompt: Prompt) -> LineEvent {
    if case .interrupt? = TerminalSignals.take() { return .interrupted }
    self.prompt = prompt
    (result, step, pasted, pasteWasMarked) = (nil, nil, [], false)
    input.forgetRetyped()
    show(prompt.text, prompt.colour)
    TerminalSignals.beginReading(marksPastes: marksPastes)
    _ = mingbai_edit_begin(edit)
    if marksPastes { write(TerminalSignals.pastesOn.description) }
    var count: Int32 = 0
    _ = el_wgets(edit, &count)
    if marksPastes { write(TerminalSignals.pastesOff.description) }
    mingbai_terminal_flush()
    TerminalSignals.endReading()
    return result ?? .endOfInput
  }

  /// Sets what Tab offers.
  func setCompletion(_ completer: @escaping LineSource.Completer) {
    self.completer = completer
  }

  /// Has some work done once, as soon as the next prompt stands on the screen.
  func whenWaiting(_ work: @escaping () -> Void) {
    self.work = work
  }

  /// Takes the history of another kind, a new one where there is none.
  func useHistory(_ kind: String) {
    guard let found = histories[kind] ?? LineEditor.newHistory() else { return }
    histories[kind] = found
    history = found
    _ = mingbai_edit_use_history(edit, found)
  }

  /// Keeps a line for the arrow-up key; one equal to the newest is not kept again.
  func addHistory(_ line: String) {
    _ = mingbai_history_enter(history, line.wide)
  }

  /// Libedit's next character; 0 at the end of input.
  ///
  /// It asks for one only after it has shown all it has to show.
  private func read(into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    if let work {
      self.work = nil
      work()
    }
    while step == nil {
      switch input.next() {
      case .scalar(Self.stepKey): continue
      case .scalar(let scalar):
        character?.pointee = wchar_t(scalar.value)
        return 1
      case .signal(.interrupt): step = { $0.atEnd { $0.interrupted() } }
      case .signal(.resize): step = { $0.resized() }
      case .signal(.resumed): step = { $0.redrawn() }
      case .end:
        result = .endOfInput
        return 0
      }
    }
    character?.pointee = wchar_t(Self.stepKey.value)
    return 1
  }

  // MARK: Keys

  private func bindKeys() {
    bind(["^M", "^J"], "mingbai-enter") { edit, _ in
      LineEditor.run(edit) { $0.atEnd { $0.entered() } }
    }
    bind(["^D"], "mingbai-end") { edit, _ in LineEditor.run(edit) { $0.ended() } }
    bind(["^I"], "mingbai-complete") { edit, _ in LineEditor.run(edit) { $0.completed() } }
    bind(["\\033[200~"], "mingbai-paste") { edit, _ in LineEditor.run(edit) { $0.pastedText() } }
    bind(["\\036"], "mingbai-step") { edit, _ in LineEditor.run(edit) { $0.nextStep() } }
    for (keys, name) in Self.usualKeys { _ = mingbai_edit_rebind(edit, keys.wide, name.wide) }
  }

  private func bind(_ keys: [String], _ name: String, _ function: mingbai_edit_function) {
    for keys in keys { _ = mingbai_edit_bind(edit, keys.wide, name.wide, function) }
  }

  private static func run(_ edit: OpaquePointer?, _ action: (LineEditor) -> Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: owner(of: edit).map(action) ?? CC_ERROR)
  }

  /// Keys of today's terminals that libedit does not know by itself, and two that would run its
  /// own command line.
  private static let usualKeys = [
    ("\\033[201~", "ed-ignore"), ("\\033[3~", "ed-delete-next-char"),
    ("\\033[H", "ed-move-to-beg"), ("\\033[F", "ed-move-to-end"),
    ("\\033[1~", "ed-move-to-beg"), ("\\033[4~", "ed-move-to-end"),
    ("\\033[1;5C", "em-next-word"), ("\\033[1;5D", "ed-prev-word"),
    ("^W", "ed-delete-prev-word"), ("\\033x", "ed-ignore"), ("\\033X", "ed-ignore"),
  ]

  private func nextStep() -> Int32 {
    guard let next = step else { return CC_NORM }
    step = nil
    return next(self)
  }

  /// Moves the cursor behind the text, on the screen too, and then goes on.
  private func atEnd(_ action: @escaping (LineEditor) -> Int32) -> Int32 {
    let (text, cursor) = line
    guard cursor < text.unicodeScalars.count else { return action(self) }
    el_cursor(edit, Int32(clamping: text.unicodeScalars.count - cursor))
    step = action
    return CC_CURSOR
  }

  /// The text that is edited, as libedit holds it, and the cursor in scalars.
  private var line: (text: String, cursor: Int) {
    guard let info = el_wline(edit)?.pointee, let start = info.buffer else { return ("", 0) }
    let text = UnsafeBufferPointer(start: start, count: start.distance(to: info.lastchar))
    return (String(wide: text), start.distance(to: info.cursor))
  }

  private func entered() -> Int32 {
    let text = AnswerText.clean(line.text)
    write("\n")
    input.skipPairedLineFeed()
    guard input.hasText(within: input.newestCount > 1 ? burstWait : 0) else {
      return finished(pasted + (text.isEmpty && !pasted.isEmpty ? [] : [text]))
    }
    pasted.append(text)
    collectBurst()
    guard input.hasText(within: 0) else { return finished(pasted) }
    // The last line of the paste has no newline yet: it is edited like a typed one.
    show("", .plain)
    return CC_FATAL
  }

  /// Takes the whole lines of a paste the terminal did not mark.
  private func collectBurst() {
    var shown = 0
    while let bytes = input.takeLine(waiting: burstWait) {
      pasted.append(AnswerText.clean(bytes))
      shown += 1
      if shown <= PastedText.shownLines { write(PastedText.echo(of: pasted.last ?? "") + "\n") }
    }
    if shown > PastedText.shownLines { write("… +\(shown - PastedText.shownLines)\n") }
  }

  private func finished(_ lines: [String]) -> Int32 {
    result = lines.count == 1 ? .line(lines[0]) : .paste(lines)
    return CC_NEWLINE
  }

  private func ended() -> Int32 {
    guard line.text.isEmpty else { return CC_ERROR }
    write("\n")
    if !pasted.isEmpty { return finished(pasted) }
    result = .endOfInput
    return CC_EOF
  }

  private func interrupted() -> Int32 {
    write("\n")
    result = .interrupted
    return CC_EOF
  }
}

// MARK: - Pastes the terminal marks

extension LineEditor {
  private func pastedText() -> Int32 {
    var lines = PastedText(input.take(upTo: Self.endOfPaste)).lines
    pasteWasMarked = true
    if lines.count == 1, lines[0].unicodeScalars.count <= Self.editableCount {
      return el_winsertstr(edit, lines[0].wide) == 0 ? CC_REFRESH : CC_NORM
    }
    let (text, cursor) = line
    let scalars = text.unicodeScalars
    lines[0] = AnswerText.clean(String(scalars.prefix(cursor))) + lines[0]
    lines[lines.count - 1] += AnswerText.clean(String(scalars.dropFirst(cursor)))
    return atEnd { editor in
      if !text.isEmpty { editor.write("\n") }
      return editor.took(lines)
    }
  }

  /// Shows a paste and waits for Enter on a new row.
  private func took(_ lines: [String]) -> Int32 {
    for line in lines.prefix(PastedText.shownLines) { write(PastedText.echo(of: line) + "\n") }
    if lines.count > PastedText.shownLines {
      write("… +\(lines.count - PastedText.shownLines)\n")
    }
    pasted += lines
    show(prompt.afterPaste ?? prompt.text, prompt.colour)
    return CC_FATAL
  }
}

// MARK: - Completion

extension LineEditor {
  private func completed() -> Int32 {
    let (text, cursor) = line
    let found = completer(text, cursor)
    guard let first = found.first else { return CC_ERROR }
    if found.count == 1 {
      return replace(first.replaces, by: first.word + (first.isWhole ? " " : ""))
    }
    let typed = String(text.unicodeScalars.prefix(cursor).suffix(first.replaces))
    let common = CompletionList.commonBeginning(of: found.map(\.word))
    if common.unicodeScalars.count > first.replaces,
      common.unicodeScalars.starts(with: typed.unicodeScalars)
    {
      return replace(first.replaces, by: common)
    }
    return atEnd { $0.list(found.map(\.shown), text: text, cursor: cursor) }
  }

  private func replace(_ count: Int, by word: String) -> Int32 {
    if count > 0 { el_deletestr(edit, Int32(clamping: count)) }
    return el_winsertstr(edit, AnswerText.clean(word).wide) == 0 ? CC_REFRESH : CC_ERROR
  }

  private func list(_ words: [String], text: String, cursor: Int) -> Int32 {
    write("\n")
    for row in CompletionList.rows(of: words, columns: columns) { write(row + "\n") }
    return retyped(text, cursor: cursor)
  }
}

// MARK: - The screen

extension LineEditor {
  /// Shows prompt and text anew from where the cursor stands, which libedit takes for column 0.
  ///
  /// Its only way to forget where it believes to be also drops the text, so that is typed again.
  private func retyped(_ text: String, cursor: Int) -> Int32 {
    let scalars = text.unicodeScalars
    let keys = scalars.flatMap { AnswerText.keeps($0) && $0 != "\t" ? [$0] : ["\u{16}", $0] }
    input.retype(keys + Array(repeating: "\u{2}", count: max(0, scalars.count - cursor)))
    return CC_FATAL
  }

  private func redrawn() -> Int32 {
    let (text, cursor) = line
    write("\r")
    return retyped(text, cursor: cursor)
  }

  /// Draws the line for a window of another width; terminals have wrapped it anew by then.
  private func resized() -> Int32 {
    let (text, cursor) = line
    let before =
      shownPrompt.displayWidth
      + String(text.unicodeScalars.prefix(cursor)).displayWidth
    el_resize(edit)
    let rowsAbove = before / max(columns, 1)
    if isDumb {
      write("\n")
    } else {
      write("\r" + (rowsAbove > 0 ? "\u{1B}[\(rowsAbove)A" : "") + "\u{1B}[J")
    }
    return retyped(text, cursor: cursor)
  }

  private var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Makes this the prompt; a colour stands around its text, never at the very end, where libedit
  /// would lose it.
  private func show(_ text: String, _ colour: Prompt.Colour) {
    shownPrompt = text.safeForTerminal
    var wide = shownPrompt
    var bare = shownPrompt
    while bare.last == " " { bare.removeLast() }
    if let sequence = colour.sequence, !bare.isEmpty {
      let mark = String(Self.promptMark)
      let spaces = String(repeating: " ", count: max(1, shownPrompt.count - bare.count))
      wide = mark + sequence + mark + bare + mark + "\u{1B}[0m" + mark + spaces
    }
    let characters = wide.wide
    promptPointer?.deallocate()
    let pointer = UnsafeMutablePointer<wchar_t>.allocate(capacity: characters.count)
    pointer.initialize(from: characters, count: characters.count)
    promptPointer = pointer
  }

  /// Writes to the terminal in order with libedit's own output.
  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    mingbai_terminal_write(bytes, bytes.count)
  }
}
