import CoreFunctions
import Expressions
import Facts
import Glibc
import MoneyAndDates
import Notices
import Recognizers
import SourceText

/// The project's data and the cores over it, read once.
enum SourceFiles {
  private static let folder = getenv("FUZZ_FLOWS").map { String(cString: $0) } ?? "flows"

  /// The day that counts as today.
  static let day = CalendarDate(iso: "2026-11-21") ?? .first

  /// The bytes of a file; `nil` where it can't be read.
  static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  private static func fact(_ name: String) -> SourceText {
    guard let bytes = bytes("\(folder)/facts/\(name)") else {
      fatalError("no \(folder)/facts/\(name): run in the project's folder or set FUZZ_FLOWS")
    }
    return SourceText(name: name, utf8: bytes)
  }

  private static func text(_ name: String) -> String {
    String(decoding: fact(name).utf8, as: UTF8.self)
  }

  /// The recognizers.
  static let recognizer = Recognizer(
    numbering: NumberingPlan(text: text("numbering-plan.csv")),
    suffixes: PublicSuffixes(text: text("public-suffixes.txt")),
    holidays: HolidayCalendar(csv: text("holidays.csv")))

  /// The cores.
  static let cores: Cores = {
    let facts = FactBook(FactBook.fileNames.map(fact))
    let cues = CueBook.read(fact("cues.yaml")).book
    return Cores(
      facts: facts, reader: NoticeReader(recognizer: recognizer, facts: facts, cues: cues),
      assessor: Assessor(EvidenceTable.read(fact("evidence.yaml"), cues: cues).table),
      holidays: HolidayCalendar(csv: text("holidays.csv")))
  }()

  /// What expressions may use.
  static let environment = cores.environment
}
