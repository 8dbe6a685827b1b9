import Glibc
import Sessions
import Wording

/// The session of a conversation; a new one reaches the disk while its first question is being read.
///
/// Before the first answer there is nothing to lose, and making the journal would keep the question back.
final class BegunSession {
  let id: SessionID
  /// Where its journal lies or will lie.
  let path: String
  private let create: () throws(SessionError) -> Journal
  private var made: Journal?

  /// A session whose journal `create` makes when it is first needed.
  init(id: SessionID, path: String, create: @escaping () throws(SessionError) -> Journal) {
    self.id = id
    self.path = path
    self.create = create
  }

  /// A session whose journal is open.
  init(_ journal: Journal) {
    self.id = journal.header.id
    self.path = journal.path
    self.create = { () throws(SessionError) in journal }
    self.made = journal
  }

  /// The journal, made now where it was not yet; where that fails, the next call tries anew.
  func journal() throws(SessionError) -> Journal {
    if let made { return made }
    let journal = try create()
    made = journal
    return journal
  }

  /// Makes the journal; says why and ends the program where that fails.
  func make(_ language: Language) {
    do {
      _ = try journal()
    } catch {
      Exit.beginLine()
      Exit.say(error.message, language)
      exit(error.exitCode.rawValue)
    }
  }
}
