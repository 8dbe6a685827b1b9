import Glibc
import Wording

/// One line on standard error that says how far a filter is: for a person who waits, and for nobody
/// else.
///
/// It shows only where standard error is a terminal and results go elsewhere, from half a second on.
struct FilterProgress {
  /// How long nothing is shown, and how long a shown count stays, in seconds.
  private static let interval = 0.5

  private let language: Language
  private let isOn: Bool
  private var count = 0
  private var nextShow: Double
  private let start: Double
  private var isShown = false

  /// Begins to count.
  init(_ language: Language) {
    self.language = language
    isOn = Surroundings.errorsAreTerminal && !Surroundings.outputIsTerminal
    start = FilterProgress.now
    nextShow = start + FilterProgress.interval
  }

  /// One more line is answered.
  mutating func countLine() {
    guard isOn else { return }
    count += 1
    let now = FilterProgress.now
    guard now >= nextShow else { return }
    nextShow = now + FilterProgress.interval
    let seconds = Int(now - start)
    let words = BilingualText(
      zh: "已读 \(count) 条，\(seconds) 秒", en: "\(count) read, \(seconds) s")
    // A dumb terminal can't go back in its line: every count is a line of its own there.
    show(FilterProgress.isDumb ? words[language] + "\n" : "\r\u{1B}[K" + words[language])
  }

  /// Takes the line away again.
  mutating func end() {
    if isShown, !FilterProgress.isDumb { TextFiles.emit("\r\u{1B}[K", to: STDERR_FILENO) }
    isShown = false
  }

  private mutating func show(_ text: String) {
    TextFiles.emit(text, to: STDERR_FILENO)
    isShown = true
  }

  private static var isDumb: Bool {
    Surroundings.variable("TERM") == "dumb" || Surroundings.variable("ACCESSIBLE") == "1"
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
