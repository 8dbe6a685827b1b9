import Glibc
import Synchronization
import TerminalDriver
import Testing

@testable import Sessions

private let otherLocker = "/usr/bin/flock"

/// How many hold something at once.
private final class HolderCount: Sendable {
  let now = Atomic(0)
  let most = Atomic(0)
  let total = Atomic(0)

  func hold() {
    let holders = now.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
    most.max(holders, ordering: .sequentiallyConsistent)
    total.add(1, ordering: .sequentiallyConsistent)
    usleep(500)
    now.subtract(1, ordering: .sequentiallyConsistent)
  }
}

struct SessionStoreTests {
  let folder: TemporaryFolder
  let store: SessionStore
  let header: JournalHeader
  var sessions: String { folder.path + "/sessions" }

  init() throws {
    folder = try TemporaryFolder()
    store = SessionStore(folder: folder.path)
    header = try Sample.header()
  }

  // MARK: Rights and links

  @Test func `folders and files are for their owner alone`() throws {
    #expect(try store.prepare().isEmpty)
    let files = ["a.flow.yaml": Array("flow: a\n".utf8)]
    try store.keepFlow(KeptFlow(files))
    _ = try store.create(header)
    #expect(try folder.rights("sessions") == 0o700)
    #expect(try folder.rights("flows") == 0o700)
    #expect(try folder.rights("sessions/\(header.id).journal") == 0o600)
    #expect(try folder.rights("flows/\(ContentHash(ofFiles: files)).json") == 0o600)
  }

  @Test func `missing parents are made for their owner alone`() throws {
    let deep = SessionStore(folder: folder.path + "/share/mingbai")
    #expect(try deep.prepare().isEmpty)
    #expect(try folder.rights("share") == 0o700)
    #expect(try folder.rights("share/mingbai") == 0o700)
  }

  @Test func `rights that are too wide are narrowed and told`() throws {
    _ = try store.create(header)
    chmod(store.path(of: header.id), 0o644)
    #expect(
      try store.open(header.id).warnings == [.narrowedRights(path: store.path(of: header.id))])
    #expect(try folder.rights("sessions/\(header.id).journal") == 0o600)
    chmod(sessions, 0o755)
    #expect(try store.prepare() == [.narrowedRights(path: sessions)])
    #expect(try folder.rights("sessions") == 0o700)
  }

  @Test func `a link in place of a session is refused by every door`() throws {
    _ = try store.prepare()
    let target = folder.path + "/elsewhere"
    try folder.write(JournalLine.bytes(of: header), to: target)
    symlink(target, store.path(of: header.id))
    let refused = SessionError.notOurs(path: store.path(of: header.id))
    #expect(throws: refused) { try store.open(header.id) }
    #expect(throws: refused) { try store.read(header.id) }
    #expect(throws: refused) { try store.create(header) }
    #expect(throws: refused) { try store.delete(header.id) }
    #expect(try store.list().unreadable == [header.id: refused])
    #expect(try folder.bytes(of: target) == JournalLine.bytes(of: header))
  }

  @Test func `a link in place of the folder is refused`() throws {
    mkdir(folder.path + "/elsewhere", 0o700)
    symlink(folder.path + "/elsewhere", sessions)
    #expect(throws: SessionError.notOurs(path: sessions)) { try store.prepare() }
    #expect(throws: SessionError.notOurs(path: sessions)) { try store.create(header) }
  }

  @Test func `a pipe in place of a session is refused and not waited for`() throws {
    _ = try store.prepare()
    mkfifo(store.path(of: header.id), 0o600)
    #expect(throws: SessionError.notOurs(path: store.path(of: header.id))) {
      try store.open(header.id)
    }
  }

  @Test func `a data folder that cannot be made is told`() throws {
    try folder.write([], to: folder.path + "/file")
    let store = SessionStore(folder: folder.path + "/file")
    #expect(throws: SessionError.cannotWrite(path: folder.path + "/file/sessions", code: ENOTDIR)) {
      try store.prepare()
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `a data folder without the right to write is told`() throws {
    chmod(folder.path, 0o500)
    #expect(throws: SessionError.cannotWrite(path: sessions, code: EACCES)) { try store.prepare() }
    chmod(folder.path, 0o700)
  }

  // MARK: One at a time

  @Test func `an open session cannot be opened or deleted`() throws {
    let journal = try store.create(header)
    #expect(throws: SessionError.openElsewhere(header.id)) { try store.open(header.id) }
    #expect(throws: SessionError.openElsewhere(header.id)) { try store.delete(header.id) }
    #expect(try store.list().sessions.map(\.id) == [header.id])
    withExtendedLifetime(journal) {}
  }

  @Test func `a closed session can be opened`() throws {
    do { _ = try store.create(header) }
    do { _ = try store.open(header.id) }
    #expect(throws: Never.self) { try store.open(header.id) }
  }

  @Test func `of many that open a session at once one has it`() async throws {
    do { _ = try store.create(header) }
    let (store, id, count) = (store, header.id, HolderCount())
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<50 {
            guard let opened = try? store.open(id) else { continue }
            withExtendedLifetime(opened) { count.hold() }
          }
        }
      }
    }
    #expect(count.total.load(ordering: .relaxed) >= 1)
    #expect(count.most.load(ordering: .relaxed) == 1)
  }

  @Test(.enabled(if: access(otherLocker, X_OK) == 0))
  func `a session another process holds cannot be opened until that process is killed`() throws {
    do { _ = try store.create(header) }
    let other = try TerminalSession(
      otherLocker, [store.path(of: header.id), "-c", "echo held; exec sleep 60"],
      environment: ["PATH": "/usr/bin:/bin"])
    try other.read(until: "held")
    #expect(throws: SessionError.openElsewhere(header.id)) { try store.open(header.id) }
    // The whole group, so that the shell's child does not keep the lock.
    other.hangUp()
    other.kill(SIGKILL)
    _ = other.waitForEnd()
    var tries = 0
    while (try? store.open(header.id)) == nil, tries < 1_000 {
      tries += 1
      usleep(10_000)
    }
    #expect(tries < 1_000)
  }

  @Test func `an id that is taken is refused`() throws {
    do { _ = try store.create(header) }
    #expect(throws: SessionError.alreadyThere(header.id)) { try store.create(header) }
  }

  @Test func `a session that is not there is told`() throws {
    #expect(throws: SessionError.noSuchSession(header.id)) { try store.open(header.id) }
    #expect(throws: SessionError.noSuchSession(header.id)) { try store.delete(header.id) }
    #expect(try store.list() == SessionList(sessions: [], unreadable: [:]))
  }

  // MARK: The list

  @Test func `the list says where each session stands`() throws {
    do {
      let journal = try store.create(header)
      for entry in Sample.entries { try journal.append(entry) }
    }
    let later = try Sample.header("20261121-bbbbbb")
    do {
      let journal = try store.create(later)
      let next = try #require(Sample.day.adding(days: 1))
      try journal.append(JournalEntry(day: Sample.day, kind: .answer, key: "a", value: .int(1)))
      try journal.append(JournalEntry(day: next, kind: .outcome, key: "done"))
      try journal.append(JournalEntry(day: next, kind: .note, value: .string("x")))
    }
    try folder.write([0x7B], to: sessions + "/broken.journal")
    let list = try store.list()
    #expect(list.sessions.map(\.id) == [later.id, header.id])
    #expect(list.sessions.map(\.isFinished) == [true, false])
    #expect(list.sessions.map(\.lastKey) == ["done", "count"])
    #expect(list.sessions.map(\.answerCount) == [1, 5])
    #expect(list.sessions.map(\.title.en) == ["A text", "A text"])
    let broken = try #require(SessionID("broken"))
    #expect(list.unreadable == [broken: .damaged(broken, line: 1)])
  }

  // MARK: Deleting and kept flows

  @Test func `kept flow files come back, and go with the last session that needs them`() throws {
    let files = ["a.flow.yaml": Array("flow: a\n".utf8), "letters/b.zh.md": Array("您好".utf8)]
    let hash = ContentHash(ofFiles: files)
    try store.keepFlow(KeptFlow(files))
    try store.keepFlow(KeptFlow(files))
    let first = try Sample.header("first", flow: hash)
    let second = try Sample.header("second", flow: hash)
    do { _ = (try store.create(first), try store.create(second)) }
    try store.delete(first.id)
    #expect(try store.keptFlow(hash) == files)
    #expect(throws: SessionError.noSuchSession(first.id)) { try store.open(first.id) }
    try store.delete(second.id)
    #expect(try store.keptFlow(hash) == nil)
    #expect(folder.names(in: sessions).isEmpty)
    #expect(folder.names(in: folder.path + "/flows").isEmpty)
  }

  @Test func `flow files that are not what their hash says are refused`() throws {
    let files = ["a.flow.yaml": Array("flow: a\n".utf8)]
    let latin = KeptFlow(["a.flow.yaml": [0xE9]])
    #expect(throws: SessionError.wrongFlowFiles(latin.hash)) { try store.keepFlow(latin) }
    let hash = ContentHash(ofFiles: files)
    try store.keepFlow(KeptFlow(files))
    try folder.write(
      Array("{\"a.flow.yaml\":\"flow: b\"}".utf8), to: folder.path + "/flows/\(hash).json")
    #expect(throws: SessionError.wrongFlowFiles(hash)) { try store.keptFlow(hash) }
    try store.keepFlow(KeptFlow(files))
    #expect(try store.keptFlow(hash) == files)
  }

  @Test func `a flow that a moved session needs stays`() throws {
    let (old, new) = (KeptFlow(["a.flow.yaml": [0x61]]), KeptFlow(["a.flow.yaml": [0x62]]))
    let moved = try Sample.header("moved", flow: old.hash)
    do {
      let journal = try store.create(moved, keeping: old)
      try store.keepFlow(new)
      try journal.append(
        JournalEntry(day: Sample.day, kind: .resumed, value: .string(new.hash.description)))
    }
    let other = try Sample.header("other", flow: new.hash)
    do { _ = try store.create(other, keeping: new) }
    try store.delete(other.id)
    #expect(try store.keptFlow(new.hash) == new.files)
    try store.delete(moved.id)
    #expect(folder.names(in: folder.path + "/flows").isEmpty)
  }

  @Test(arguments: [0, 300])
  func `a journal that a power failure left empty is no session`(zeros: Int) throws {
    _ = try store.prepare()
    try folder.write([UInt8](repeating: 0, count: zeros), to: store.path(of: header.id))
    #expect(try store.list() == SessionList(sessions: [], unreadable: [:]))
    #expect(throws: SessionError.noSuchSession(header.id)) { try store.open(header.id) }
    try store.delete(header.id)
    #expect(folder.names(in: sessions).isEmpty)
  }

  @Test func `a damaged session can be deleted`() throws {
    _ = try store.prepare()
    try folder.write([0x7B], to: store.path(of: header.id))
    try store.delete(header.id)
    #expect(folder.names(in: sessions).isEmpty)
  }

  // MARK: Export and import

  @Test func `an exported session is the same elsewhere, also under another id`() throws {
    do {
      let journal = try store.create(header)
      for entry in Sample.entries { try journal.append(entry) }
    }
    let bytes = try store.exported(header.id)
    #expect(throws: SessionError.alreadyThere(header.id)) { try store.add(exported: bytes) }
    let other = try #require(SessionID("other"))
    #expect(try store.add(exported: bytes, as: other).id == other)
    #expect(try store.open(other).records.map(\.entry) == Sample.entries)
  }

  @Test func `an import with a damaged line is refused`() throws {
    do {
      let journal = try store.create(header)
      for entry in Sample.entries { try journal.append(entry) }
    }
    var bytes = try store.exported(header.id)
    bytes.removeLast(3)
    #expect(throws: SessionError.noJournal(line: Sample.entries.count + 1)) {
      try store.add(exported: bytes, as: SessionID("other"))
    }
  }
}
