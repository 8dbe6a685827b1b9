import Glibc

/// The sessions kept in a data folder: `sessions/ID.journal`, `flows/HASH.json`.
///
/// Folders are 0700 and files 0600; links in their place are refused.
package struct SessionStore: Sendable {
  /// A session that was opened, with all it holds.
  package struct Opened {
    /// The journal, to append to.
    package let journal: Journal
    /// The records so far.
    package let records: [JournalRecord]
    /// What the person should hear of.
    package let warnings: [SessionWarning]
  }

  /// The data folder.
  package let folder: String
  private let operations: FileOperations
  private static let suffix = ".journal"

  /// The sessions of this data folder; nothing is read or made yet.
  package init(folder: String, operations: FileOperations = .system) {
    self.folder = folder
    self.operations = operations
  }

  private var sessionsPath: String { folder + "/sessions" }
  private var flowsPath: String { folder + "/flows" }

  /// Where a session's journal lies or will lie.
  package func path(of id: SessionID) -> String {
    sessionsPath + "/" + id.description + Self.suffix
  }

  /// Makes the folders and tries to write there, so that a fault is known before the first question.
  package func prepare() throws(SessionError) -> [SessionWarning] {
    let folders = [try made(sessionsPath), try made(flowsPath)]
    let trial = ".trial-\(UInt32.random(in: 0 ... .max))"
    for folder in folders {
      _ = try folder.place([0x0A], as: trial, with: operations)
      try folder.remove(trial)
    }
    return folders.compactMap(\.warning)
  }

  private func made(_ path: String) throws(SessionError) -> Folder {
    guard let folder = try Folder(path: path, create: true) else {
      throw .cannotWrite(path: path, code: ENOENT)
    }
    return folder
  }

  /// Begins a session and keeps its flow; both are on the disk for certain with the first record.
  package func create(
    _ header: JournalHeader, keeping flow: KeptFlow? = nil
  ) throws(SessionError) -> Journal {
    var unsynced: [OpenDescriptor] = []
    if let flow { unsynced += try place(flow) }
    let bytes = JournalLine.bytes(of: header)
    let (file, sessions) = try place(bytes, id: header.id)
    return Journal(
      header: header, recordCount: 0, file: file, operations: operations, goodLength: bytes.count,
      unsynced: unsynced + [file, sessions])
  }

  private func place(
    _ bytes: [UInt8], id: SessionID
  ) throws(SessionError) -> (file: OpenDescriptor, folder: OpenDescriptor) {
    let sessions = try made(sessionsPath)
    let name = id.description + Self.suffix
    if try sessions.file(name, forWriting: false) != nil { throw .alreadyThere(id) }
    let file = try sessions.place(bytes, as: name, with: operations) {
      (file) throws(SessionError) in
      try lock(file, id: id)
    }
    return (file, sessions.opened)
  }

  private func lock(_ file: OpenDescriptor, id: SessionID) throws(SessionError) {
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: throw .openElsewhere(id)
      default: throw .cannotWrite(path: file.path, code: errno)
      }
    }
  }

  /// Opens a session for going on with it; no other process can until it is closed.
  package func open(_ id: SessionID) throws(SessionError) -> Opened {
    let (file, warning) = try locked(id)
    let content = try content(of: file, id: id)
    let journal = Journal(
      header: content.header, recordCount: content.records.count, file: file,
      operations: operations, goodLength: content.goodLength, lacksNewline: content.lacksNewline,
      hasLeftOver: content.droppedLine != nil)
    let dropped = content.droppedLine.map(SessionWarning.droppedLastLine)
    return Opened(
      journal: journal, records: content.records, warnings: [warning, dropped].compactMap(\.self))
  }

  private func locked(
    _ id: SessionID
  ) throws(SessionError) -> (file: OpenDescriptor, warning: SessionWarning?) {
    guard let sessions = try Folder(path: sessionsPath, create: false),
      let (file, warning) = try sessions.file(id.description + Self.suffix, forWriting: true)
    else { throw .noSuchSession(id) }
    try lock(file, id: id)
    // Deleted between opening and locking.
    guard try file.status().st_nlink > 0 else { throw .noSuchSession(id) }
    return (file, warning ?? sessions.warning)
  }

  private func content(
    of file: OpenDescriptor, id: SessionID
  ) throws(SessionError) -> JournalContent {
    let bytes = try file.contents()
    // The power failed before the first answer: nothing was lost, and nothing is there.
    guard bytes.contains(where: { $0 != 0 }) else { throw .noSuchSession(id) }
    do throws(JournalContent.Fault) {
      let content = try JournalContent(bytes)
      guard content.header.id == id else { throw .damaged(line: 1) }
      return content
    } catch {
      switch error {
      case .damaged(let line): throw .damaged(id, line: line)
      case .laterFormat(let format): throw .laterFormat(id, format: format)
      }
    }
  }

  /// What a session holds, without locking it; a damaged last line is left out.
  package func read(
    _ id: SessionID
  ) throws(SessionError) -> (header: JournalHeader, records: [JournalRecord]) {
    let content = try unlockedContent(id)
    return (content.header, content.records)
  }

  private func unlockedContent(_ id: SessionID) throws(SessionError) -> JournalContent {
    guard let sessions = try Folder(path: sessionsPath, create: false),
      let (file, _) = try sessions.file(id.description + Self.suffix, forWriting: false)
    else { throw .noSuchSession(id) }
    return try content(of: file, id: id)
  }

  /// All sessions, without locking them.
  package func list() throws(SessionError) -> SessionList {
    var summaries: [SessionSummary] = []
    var unreadable: [SessionID: SessionError] = [:]
    for id in try ids() {
      do throws(SessionError) {
        summaries.append(SessionSummary(try unlockedContent(id)))
      } catch {
        if case .noSuchSession = error { continue }
        unreadable[id] = error
      }
    }
    summaries.sort { ($0.lastDay, $0.id) > ($1.lastDay, $1.id) }
    return SessionList(sessions: summaries, unreadable: unreadable)
  }

  private func ids() throws(SessionError) -> [SessionID] {
    let names = try Folder(path: sessionsPath, create: false)?.names() ?? []
    return names.filter { $0.hasSuffix(Self.suffix) }
      .compactMap { SessionID(String($0.dropLast(Self.suffix.count))) }
  }

  /// Takes a session away, damaged or not, with its kept flow files when no other session needs them.
  package func delete(_ id: SessionID) throws(SessionError) {
    let (file, _) = try locked(id)
    guard let sessions = try Folder(path: sessionsPath, create: false) else { return }
    let content = try? content(of: file, id: id)
    try sessions.remove(id.description + Self.suffix)
    try sessions.sync(with: operations)
    if let content { try forgetFlows(content.flowHashes) }
  }

  private func forgetFlows(_ hashes: Set<ContentHash>) throws(SessionError) {
    var unneeded = hashes
    for id in try ids() {
      // A session that can't be read may be the one that needs them.
      guard let other = try? unlockedContent(id) else { return }
      unneeded.subtract(other.flowHashes)
    }
    guard !unneeded.isEmpty, let flows = try Folder(path: flowsPath, create: false) else { return }
    for hash in unneeded { try flows.remove(KeptFlow.name(of: hash)) }
    try flows.sync(with: operations)
  }
}

// MARK: - Export and import

extension SessionStore {
  /// The journal as it stands, without a damaged last line; `masking` changes every text in the answers.
  package func exported(
    _ id: SessionID, masking: ((String) -> String)? = nil
  ) throws(SessionError) -> [UInt8] {
    let content = try unlockedContent(id)
    let records = content.records.map { record in
      guard let masking else { return record }
      let entry = record.entry
      return JournalRecord(
        number: record.number,
        entry: JournalEntry(
          day: entry.day, kind: entry.kind, key: entry.key,
          value: entry.value.mappingTexts(masking)))
    }
    return JournalContent.bytes(of: content.header, records)
  }

  /// Takes in an exported journal, under its own id or under another one.
  ///
  /// Throws `noJournal` where any line is damaged, `alreadyThere` where the id is taken.
  package func add(
    exported bytes: [UInt8], as newID: SessionID? = nil
  ) throws(SessionError) -> JournalHeader {
    let content: JournalContent
    do throws(JournalContent.Fault) {
      content = try JournalContent(bytes)
    } catch {
      if case .damaged(let line) = error { throw .noJournal(line: line) }
      throw .noJournal(line: 1)
    }
    if let line = content.droppedLine { throw .noJournal(line: line) }
    let header = content.header.renamed(newID ?? content.header.id)
    let lines = JournalContent.bytes(of: header, content.records)
    let (file, sessions) = try place(lines, id: header.id)
    for part in [file, sessions] { try part.sync(with: operations) }
    return header
  }
}

// MARK: - Kept flows

extension SessionStore {
  /// Keeps the flow files of a session, once per hash, whole or not at all; they are on the disk when this returns.
  package func keepFlow(_ flow: KeptFlow) throws(SessionError) {
    for part in try place(flow) { try part.sync(with: operations) }
  }

  /// Keeps flow files where they are not there yet; returns what must be brought to the disk.
  private func place(_ flow: KeptFlow) throws(SessionError) -> [OpenDescriptor] {
    guard let bytes = flow.bytes else { throw .wrongFlowFiles(flow.hash) }
    let flows = try made(flowsPath)
    let name = KeptFlow.name(of: flow.hash)
    if let kept = try? flows.file(name, forWriting: false)?.file, (try? kept.contents()) == bytes {
      return [kept, flows.opened]
    }
    return [try flows.place(bytes, as: name, with: operations), flows.opened]
  }

  /// The flow files kept under this hash, or `nil` where there are none.
  package func keptFlow(_ hash: ContentHash) throws(SessionError) -> [String: [UInt8]]? {
    guard let bytes = try keptBytes(hash) else { return nil }
    guard let kept = KeptFlow(bytes: bytes), kept.hash == hash else {
      throw .wrongFlowFiles(hash)
    }
    return kept.files
  }

  /// The flow files kept under this hash as they lie there, or `nil` where there are none.
  ///
  /// They are for comparing with others: whether they have this hash is not looked at, which costs more than all else.
  package func uncheckedFlow(_ hash: ContentHash) -> [String: [UInt8]]? {
    (try? keptBytes(hash)).flatMap(\.self).flatMap(KeptFlow.files(in:))
  }

  private func keptBytes(_ hash: ContentHash) throws(SessionError) -> [UInt8]? {
    guard let flows = try Folder(path: flowsPath, create: false),
      let (file, _) = try flows.file(KeptFlow.name(of: hash), forWriting: false)
    else { return nil }
    return try file.contents()
  }
}
