import CoreFunctions
import Expressions
import Facts
import MoneyAndDates
import Notices
import Recognizers
import SourceText
import Wording

/// The facts and the cores over them, each read or made when something in it is first needed.
struct LazyCores: Sendable {
  private let sourcesPart: LazyPart<[SourceText]>
  private let factsPart: LazyPart<FactBook>
  private let coresPart: LazyPart<Cores>
  private let environmentPart: LazyPart<Environment>
  /// The recognizers, made when there is first something to read.
  let recognizer: LazyPart<Recognizer>

  /// The fact files.
  var sources: [SourceText] { sourcesPart.value }
  /// The facts.
  var facts: FactBook { factsPart.value }
  /// The cores over the facts.
  var cores: Cores { coresPart.value }
  /// What expressions of flows may use.
  var environment: Environment { environmentPart.value }

  /// The facts of a folder and the cores over them.
  init(_ folder: DataFolder, _ language: Language) {
    let sources = LazyPart { folder.readOrEnd(language) { try $0.facts() } }
    let facts = LazyPart { FactBook(sources.value) }
    let recognizer = LazyPart { Recognizer(LazyCores.file(in: sources.value)) }
    let cores = LazyPart {
      Cores(facts.value, recognizer, LazyCores.file(in: sources.value), language)
    }
    (sourcesPart, factsPart, coresPart) = (sources, facts, cores)
    self.recognizer = recognizer
    environmentPart = LazyPart { cores.value.environment }
  }

  /// Finds a file by the last part of its name; an empty one where there is none.
  private static func file(in sources: [SourceText]) -> (String) -> SourceText {
    { name in
      sources.first { Shelf.baseName($0.name) == name } ?? SourceText(name: name, text: "")
    }
  }
}

extension Recognizer {
  fileprivate init(_ file: (String) -> SourceText) {
    self.init(
      numbering: NumberingPlan(text: file("numbering-plan.csv").wholeText),
      suffixes: PublicSuffixes(text: file("public-suffixes.txt").wholeText),
      holidays: HolidayCalendar(csv: file("holidays.csv").wholeText))
  }
}

extension Cores {
  fileprivate init(
    _ facts: FactBook, _ recognizer: LazyPart<Recognizer>, _ file: (String) -> SourceText,
    _ language: Language
  ) {
    let (cueFile, evidenceFile) = (file("cues.yaml"), file("evidence.yaml"))
    let holidayFile = file("holidays.csv")
    let cues = LazyPart {
      let (cues, faults) = CueBook.read(cueFile)
      Exit.list(faults, sources: [cueFile], language)
      return cues
    }
    self.init(
      facts: facts,
      reader: NoticeReader { (recognizer.value, facts, cues.value) },
      assessor: Assessor {
        let (evidence, faults) = EvidenceTable.read(evidenceFile, cues: cues.value)
        Exit.list(faults, sources: [evidenceFile], language)
        return evidence
      },
      holidays: HolidayCalendar(csv: holidayFile.wholeText))
  }
}
