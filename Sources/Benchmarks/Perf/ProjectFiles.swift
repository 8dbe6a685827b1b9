import CoreFunctions
import Facts
import Glibc
import MoneyAndDates
import Notices
import Recognizers
import SourceText

/// The flows and facts of the source tree, read from a folder, and the cores over them.
struct ProjectFiles {
  let folder: String

  /// The bytes of a file under the folder; empty where it can't be read.
  func bytes(_ name: String) -> [UInt8] {
    ProjectFiles.bytes(ofFile: folder + "/" + name)
  }

  /// The bytes of any file; empty where it can't be read.
  static func bytes(ofFile path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The names in a folder under the folder that end so, sorted.
  func names(in part: String, ending: String) -> [String] {
    guard let stream = opendir(part.isEmpty ? folder : folder + "/" + part) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  func source(_ name: String) -> SourceText { SourceText(name: name, utf8: bytes(name)) }

  /// A file of facts.
  func fact(_ name: String) -> SourceText { source("facts/" + name) }

  private func text(_ name: String) -> String {
    String(decoding: bytes("facts/" + name), as: UTF8.self)
  }

  func facts() -> FactBook { FactBook(FactBook.fileNames.map(fact)) }

  func recognizer() -> Recognizer {
    Recognizer(
      numbering: NumberingPlan(text: text("numbering-plan.csv")),
      suffixes: PublicSuffixes(text: text("public-suffixes.txt")),
      holidays: HolidayCalendar(csv: text("holidays.csv")))
  }

  func cores() -> Cores {
    let facts = facts()
    let cues = CueBook.read(fact("cues.yaml")).book
    return Cores(
      facts: facts, reader: NoticeReader(recognizer: recognizer(), facts: facts, cues: cues),
      assessor: Assessor(EvidenceTable.read(fact("evidence.yaml"), cues: cues).table),
      holidays: HolidayCalendar(csv: text("holidays.csv")))
  }
}
