import FlowEngine
import Sessions
import Transcripts
import Wording

/// What the conversation needs from the world around it, passed in by the command.
package struct SessionDesk {
  /// Writes one event into the journal and returns only when it is safe on disk; throws otherwise.
  package let append: (JournalEntry) throws -> Void
  /// What people are told about where answers are kept; `nil` where nothing is kept.
  package let place: String?
  /// Makes the transcript of the interview as it stands.
  package let transcript: (Interview, SessionReplay, Language) -> Transcript
  /// Saves a transcript and returns its path, `nil` where none is kept; throws when that fails.
  package let saveTranscript: (Transcript) throws -> String?
  /// The files a person may name as an answer.
  package let files: NamedFiles
  /// The words for a failure of `append`, `saveTranscript` or `files`.
  package let reason: (any Error) -> BilingualText

  /// The world around a conversation.
  package init(
    append: @escaping (JournalEntry) throws -> Void, place: String?,
    transcript: @escaping (Interview, SessionReplay, Language) -> Transcript,
    saveTranscript: @escaping (Transcript) throws -> String?, files: NamedFiles = .none,
    reason: @escaping (any Error) -> BilingualText
  ) {
    self.append = append
    self.place = place
    self.transcript = transcript
    self.saveTranscript = saveTranscript
    self.files = files
    self.reason = reason
  }
}

/// The files a person may name as an answer: how to read one, and which names begin so.
package struct NamedFiles {
  /// The text of a file, invalid UTF-8 repaired; throws where it can't be read.
  package let text: (String) throws -> String
  /// The paths that begin with what was typed, for Tab; folders end in a slash.
  package let names: (String) -> [String]

  /// Files by these two ways.
  package init(
    text: @escaping (String) throws -> String, names: @escaping (String) -> [String]
  ) {
    self.text = text
    self.names = names
  }

  /// No files at all: what is named is taken as the text itself.
  package static var none: NamedFiles { NamedFiles(text: { $0 }, names: { _ in [] }) }
}
