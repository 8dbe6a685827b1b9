import Facts
import Foundation
import MoneyAndDates
import Recognizers
import SourceText

@testable import Notices

/// The reader and the assessor over the shipped data files, and marks in test messages.
enum NoticeFixture {
  static let cues = CueBook.read(source("cues.yaml"))
  static let table = EvidenceTable.read(source("evidence.yaml"), cues: cues.book)

  static let reader = NoticeReader(
    recognizer: Recognizer(
      numbering: NumberingPlan(text: text("numbering-plan.csv")),
      suffixes: PublicSuffixes(text: text("public-suffixes.txt")),
      holidays: holidays),
    facts: facts, cues: cues.book)

  static let holidays = HolidayCalendar(csv: text("holidays.csv"))

  static let facts = FactBook(FactBook.fileNames.map(source))

  static let assessor = Assessor(table.table)

  static func read(_ text: String, sender: String? = nil) -> Notice {
    reader.read(text, sender: sender, received: CalendarDate(year: 2026, month: 11, day: 21))
  }

  static func assess(_ text: String, sender: String? = nil) -> Assessment {
    assessor.assess(read(text, sender: sender))
  }

  static func source(_ name: String) -> SourceText { SourceText(name: name, text: text(name)) }

  private static func text(_ name: String) -> String {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "flows/facts").appending(path: name)
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}

/// A message with marks `⟦…⟧` around the words a finding must rest on.
struct MarkedMessage {
  let text: String
  let ranges: [Range<Int>]

  init(_ marked: String) {
    var scalars = String.UnicodeScalarView()
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    var count = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(count)
      case "⟧": if let start = starts.popLast() { ranges.append(start..<count) }
      default:
        scalars.append(scalar)
        count += 1
      }
    }
    text = String(scalars)
    self.ranges = ranges
  }
}
