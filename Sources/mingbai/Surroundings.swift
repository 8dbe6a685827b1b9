import Glibc
import MoneyAndDates
import NoticePage
import Wording

/// What the command takes from the machine: environment, clock, terminal.
enum Surroundings {
  /// An environment variable that is set and not empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The calendar day in China (UTC+08:00) now.
  static var today: CalendarDate {
    let seconds = time(nil) + 8 * 3600
    return CalendarDate(dayNumber: Int(seconds / 86_400)) ?? .first
  }

  /// The language of the locale; `nil` where the locale names neither language.
  static var language: Language? {
    let locale = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? ""
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }.lowercased()
    return Language(rawValue: code)
  }

  /// Where sessions and transcripts are kept unless `--data` says otherwise.
  static var dataFolder: String {
    if let data = variable("XDG_DATA_HOME") { return data + "/mingbai" }
    return (variable("HOME") ?? ".") + "/.local/share/mingbai"
  }

  /// The window's columns; 80 where it does not say.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether standard output is a terminal.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal.
  static var errorsAreTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// How a page on standard output may look: colours and wrapping only on a terminal that has them.
  static var pageLook: TextLook {
    let accessible = variable("ACCESSIBLE") == "1"
    let plain = accessible || variable("NO_COLOR") != nil || variable("TERM") == "dumb"
    return TextLook(
      colour: outputIsTerminal && !plain, columns: outputIsTerminal ? columns : nil,
      accessible: accessible)
  }

  /// The folder of the running program.
  static var programFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "." }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }
}
