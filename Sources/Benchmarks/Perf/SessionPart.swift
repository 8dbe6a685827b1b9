import Assistant
import CoreFunctions
import Expressions
import FlowEngine
import FlowLanguage
import Glibc
import MoneyAndDates
import Sessions
import SourceText
import Transcripts
import Wording

/// Facts read, journals written and read, transcripts made.
struct SessionPart {
  let files: ProjectFiles
  let report: Report

  /// Reading every fact file and making the cores.
  func facts() {
    report.times(
      Stopwatch.time([
        PerfCase("facts.read-all", unit: "book") { files.facts().allIDs.count },
        PerfCase("facts.recognizer", unit: "recognizer") {
          files.recognizer().recognize("1").entities.count
        },
        PerfCase("facts.cores", unit: "set of cores") { files.cores().facts.institutions.count },
      ]))
  }

  /// Appending (with fsync) to a journal in the temporary folder, and reading 900 records back.
  func journal() throws {
    var template = Array("/var/tmp/mingbai-perf-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let folder = made, let day = CalendarDate(iso: "2026-11-21"), let id = SessionID("perf")
    else { return }
    let store = SessionStore(folder: folder)
    defer {
      try? store.delete(id)
      for part in ["/sessions", "/flows", ""] { rmdir(folder + part) }
    }
    _ = try store.prepare()
    let header = JournalHeader(
      id: id, flow: "bench.generated", version: 1, flowHash: ContentHash(of: [1]),
      factsHash: ContentHash(of: [2]), title: BilingualText(zh: "测量", en: "Measurement"),
      language: .zh, day: day)
    let journal = try store.create(header)
    let rounds = try (0..<9).map { _ in
      let start = Stopwatch.now
      for number in 0..<100 {
        try journal.append(
          JournalEntry(
            day: day, kind: .answer, key: "n\(number)", value: .marked(.money, "1234.56")))
      }
      return (Stopwatch.now - start) / 100
    }
    report.times([PerfTimes(name: "journal.append-with-fsync", unit: "record", rounds: rounds)])
    report.figure(
      "journal.bytes-for-900-records", Double(try store.exported(id).count), unit: "bytes")
    report.times(
      Stopwatch.time([
        PerfCase("journal.replay-900", unit: "journal") {
          (try? store.read(id).records.count) ?? 0
        }
      ]))
  }

  /// Taking up a session of 1,000 answers.
  ///
  /// The journal is read and checked, the answers replayed, the way walked to the question
  /// that waits. The flow has no function that its authors mark as heavy.
  func replay() throws {
    let source = SourceText(name: "bench.flow.yaml", text: GeneratedFlow(nodes: 2000).text)
    guard let flow = FlowReader.read(source).flow, let day = CalendarDate(iso: "2026-11-21"),
      let program = FlowProgram.compile(
        flow, in: FlowLibrary(flows: [flow]), environment: .standard
      ).program
    else { return report.figure("replay.failed", 1, unit: "flow not read") }
    let programs = ProgramLibrary([program])
    let count = Extent.of(whole: 1000, brief: 20)
    let lines = try recorded(answers: count, programs, flow, day)
    report.figure("journal.bytes-for-\(count)-answers", Double(lines.count), unit: "bytes")
    report.times(
      Stopwatch.time(
        [
          PerfCase("replay.journal-\(count)", unit: "journal") {
            (try? JournalContent(lines))?.records.count ?? 0
          },
          PerfCase("replay.resume-\(count)", unit: "session") {
            guard let content = try? JournalContent(lines) else { return 0 }
            let replay = SessionReplay(content.records)
            let interview = Interview(
              programs, flow: flow.id, answers: replay.answers, today: day, language: .zh)
            return interview.events.count
          },
        ], clock: { Stopwatch.core }))
  }

  /// The journal of a session of the generated flow with so many answers.
  private func recorded(
    answers: Int, _ programs: ProgramLibrary, _ flow: Flow, _ day: CalendarDate
  ) throws -> [UInt8] {
    guard let id = SessionID("perf") else { return [] }
    let header = JournalHeader(
      id: id, flow: flow.id, version: 1, flowHash: ContentHash(of: [1]),
      factsHash: ContentHash(of: [2]), title: flow.title, language: .zh, day: day)
    var interview = Interview(programs, flow: flow.id, today: day, language: .zh)
    var records: [JournalRecord] = []
    while records.count < answers, case .asking(let question) = interview.state {
      let given: (AnswerValue, JournalValue) =
        switch question.ask.type {
        case .money: (.money(Money(fen: 123_456)), .marked(.money, "1234.56"))
        case .tri: (.option("yes"), .string("yes"))
        default: (.integer(37), .int(37))
        }
      let entry = JournalEntry(day: day, kind: .answer, key: question.key, value: given.1)
      records.append(JournalRecord(number: records.count + 1, entry: entry))
      interview.answer(given.0, on: day)
    }
    return JournalContent.bytes(of: header, records)
  }

  /// The transcript of a session of the main flow after its message was read.
  func transcript() {
    let cores = files.cores()
    let flows = files.names(in: "", ending: ".flow.yaml").compactMap {
      FlowReader.read(files.source($0)).flow
    }
    let letters = files.names(in: "letters", ending: ".md").compactMap {
      LetterReader.read(files.source("letters/" + $0)).letter
    }
    let library = FlowLibrary(flows: flows, letters: letters)
    let environment = cores.environment
    let programs = flows.compactMap {
      FlowProgram.compile($0, in: library, environment: environment).program
    }
    guard let day = CalendarDate(iso: "2026-11-21") else { return }
    var interview = Interview(
      ProgramLibrary(programs), flow: "collection.text", today: day, language: .zh)
    let message = InventedMessages.list(.longChinese, count: 1).first ?? ""
    let values: [AnswerValue] = [
      .text(message), .text("10690000123"), .text("云帆易贷"), .option("no"),
    ]
    for _ in 0..<40 {
      guard let value = next(interview, values) else { break }
      interview.answer(value, on: day)
    }
    report.figure("transcript.answers", Double(interview.trail.count), unit: "answers in it")
    let builder = TranscriptBuilder(facts: cores.facts)
    report.times(
      Stopwatch.time([
        PerfCase("transcript.markdown", unit: "transcript") {
          builder.transcript(of: interview, notes: [], in: .zh, masked: true).markdown.utf8.count
        }
      ]))
  }

  private func next(_ interview: Interview, _ values: [AnswerValue]) -> AnswerValue? {
    switch interview.state {
    case .asking(let question):
      values.first { question.fits($0) } ?? (question.fits(.skipped) ? .skipped : nil)
    case .reviewing: .confirmed
    case .ended, .stopped: nil
    }
  }
}
