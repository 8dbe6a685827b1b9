import ArgumentParser
import Assistant
import FlowEngine
import MoneyAndDates
import Sessions
import Transcripts
import Wording

/// A saved session read for looking at: nothing is written and nothing locked.
struct SavedSession {
  let header: JournalHeader
  let records: [JournalRecord]
  let replay: SessionReplay
  let language: Language
  let interview: Interview
  let transcripts: TranscriptBuilder

  /// Reads a session by its id; says what is wrong and throws an exit code where it can't.
  init(_ text: String, _ options: CommonOptions, _ shelf: Shelf) throws {
    let store = SessionStore(folder: options.dataFolder)
    let id = try SavedSession.id(text, options)
    do throws(SessionError) {
      (header, records) = try store.read(id)
    } catch {
      Exit.say(error.message, options.language)
      throw error.exitCode
    }
    replay = SessionReplay(records)
    language = options.lang ?? replay.language ?? header.language
    let hash = replay.movedTo.flatMap(ContentHash.init(hex:)) ?? header.flowHash
    let kept = (try? store.keptFlow(hash)).flatMap { $0 }
    let programs =
      try kept.flatMap(shelf.programs(from:)) ?? shelf.programs(language, for: header.flow)
    let newest = records.last?.entry.day ?? header.day
    interview = Interview(
      programs, flow: header.flow, answers: replay.answers, today: newest, language: language)
    transcripts = TranscriptBuilder(facts: shelf.facts)
  }

  /// The id in an argument; says what is wrong where it is none.
  static func id(_ text: String, _ options: CommonOptions) throws -> SessionID {
    guard let id = SessionID(text) else {
      Exit.say(
        BilingualText(zh: "“\(text)”不是会话 id。", en: "\"\(text)\" is no session id"), options.language
      )
      throw Exit.noInput
    }
    return id
  }

  /// The transcript; `masked` hides personal numbers.
  func transcript(masked: Bool) -> Transcript {
    transcripts.transcript(of: interview, replay, in: language, masked: masked)
  }
}

extension TranscriptBuilder {
  /// The transcript of an interview with what else the session holds: notes, calls and visits.
  func transcript(
    of interview: Interview, _ replay: SessionReplay, in language: Language, masked: Bool
  ) -> Transcript {
    transcript(
      of: interview, notes: replay.notes.map { (day: $0.day, text: $0.text) },
      contactLog: replay.contacts, in: language, masked: masked)
  }
}
