import FlowEngine
import Sessions
import Transcripts
import Wording

/// What the conversation needs from the world around it, passed in by the command.
package struct SessionDesk {
  /// Writes one event into the journal and returns only when it is safe on disk; throws otherwise.
  package let append: (JournalEntry) throws -> Void
  /// What people are told about where answers are kept.
  package let place: String
  /// Makes the transcript of the interview as it stands.
  package let transcript: (Interview, [SessionReplay.Note], Language) -> Transcript
  /// Saves a transcript and returns its path; throws when that fails.
  package let saveTranscript: (Transcript) throws -> String
  /// The words for a failure of `append` or `saveTranscript`.
  package let reason: (any Error) -> BilingualText

  /// The world around a conversation.
  package init(
    append: @escaping (JournalEntry) throws -> Void, place: String,
    transcript: @escaping (Interview, [SessionReplay.Note], Language) -> Transcript,
    saveTranscript: @escaping (Transcript) throws -> String,
    reason: @escaping (any Error) -> BilingualText
  ) {
    self.append = append
    self.place = place
    self.transcript = transcript
    self.saveTranscript = saveTranscript
    self.reason = reason
  }
}
