import ArgumentParser
import Glibc
import SourceText
import Wording

/// How commands end: a message on standard error and an exit code of `sysexits.h`.
enum Exit {
  /// The input ended before an outcome; everything is saved.
  static let inputEnded = ExitCode(3)
  /// A flow, session, statement or line is bad.
  static let badData = ExitCode(65)
  /// There is no such file or session.
  static let noInput = ExitCode(66)
  /// The program's own files are missing or broken.
  static let software = ExitCode(70)
  /// A file can't be created.
  static let cannotCreate = ExitCode(73)
  /// A file can't be written.
  static let cannotWrite = ExitCode(74)
  /// The session is open elsewhere.
  static let openElsewhere = ExitCode(75)
  /// Left by Ctrl-C; everything is saved.
  static let interrupted = ExitCode(130)

  /// Prints a message on standard error.
  static func say(_ message: BilingualText, _ language: Language) {
    say(message[language])
  }

  /// Prints a line on standard error.
  static func say(_ message: String) {
    TextFiles.emit("\(message.safeForTerminal)\n", to: STDERR_FILENO)
  }

  /// Ends the program in the midst of things because of faults in its data; the terminal is put back.
  static func end(
    with faults: [Diagnostic], sources: [SourceText], _ language: Language
  ) -> Never {
    beginLine()
    list(faults, sources: sources, language)
    exit(badData.rawValue)
  }

  /// Leaves the line on which a prompt may stand.
  static func beginLine() {
    if Surroundings.outputIsTerminal { TextFiles.emit("\n", to: STDOUT_FILENO) }
  }

  /// Prints faults with their places, and the source lines where their sources are at hand.
  static func list(_ diagnostics: [Diagnostic], sources: [SourceText], _ language: Language) {
    let byName = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for diagnostic in diagnostics.sorted(by: Diagnostic.inReadingOrder) {
      say(diagnostic.line(in: language))
      if let source = byName[diagnostic.file] { say(diagnostic.excerpt(from: source)) }
    }
  }
}
