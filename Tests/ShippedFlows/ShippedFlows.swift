import CoreFunctions
import Facts
import FlowEngine
import FlowLanguage
import FlowTesting
import Foundation
import MoneyAndDates
import Notices
import Recognizers
import SourceText

/// The shipped flows, letters and facts, read from the source tree and ready to run.
package enum ShippedFlows {
  /// The fact files.
  package static let facts = FactBook(files(ending: "", in: "facts"))

  /// The flows compiled, as the assistant runs them.
  package static let programs: ProgramLibrary = {
    let flows = files(ending: ".flow.yaml", in: "").compactMap { FlowReader.read($0).flow }
    let letters = files(ending: ".md", in: "letters").compactMap { LetterReader.read($0).letter }
    let library = FlowLibrary(flows: flows, letters: letters)
    return ProgramLibrary(
      flows.compactMap { flow in
        FlowProgram.compile(flow, in: library, environment: cores.environment).program
      })
  }()

  /// The flows themselves, those called by others among them.
  package static let flows: [Flow] = files(ending: ".flow.yaml", in: "").compactMap {
    FlowReader.read($0).flow
  }

  /// Every shipped scenario that was run, once for each language it is for.
  package static let runs: [ScenarioRun] = files(ending: ".yaml", in: "scenarios").flatMap {
    ScenarioReader.read($0).0
  }.map { ScenarioRun($0, in: programs) }

  /// The day of the tests.
  package static let today = CalendarDate(iso: "2026-11-21") ?? .first

  private static let cores: Cores = {
    let cues = CueBook.read(fact("cues.yaml")).book
    let recognizer = Recognizer(
      numbering: NumberingPlan(text: text(fact("numbering-plan.csv"))),
      suffixes: PublicSuffixes(text: text(fact("public-suffixes.txt"))),
      holidays: HolidayCalendar(csv: text(fact("holidays.csv"))))
    return Cores(
      facts: facts, reader: NoticeReader(recognizer: recognizer, facts: facts, cues: cues),
      assessor: Assessor(EvidenceTable.read(fact("evidence.yaml"), cues: cues).table),
      holidays: HolidayCalendar(csv: text(fact("holidays.csv"))))
  }()

  private static func fact(_ name: String) -> SourceText {
    files(ending: name, in: "facts").first ?? SourceText(name: name, text: "")
  }

  private static func text(_ source: SourceText) -> String {
    String(decoding: source.utf8, as: UTF8.self)
  }

  private static func files(ending: String, in folder: String) -> [SourceText] {
    let flows = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "flows").appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: flows.path())) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: flows.appending(path: name)) else { return nil }
      return SourceText(name: name, utf8: Array(data))
    }
  }
}
