import Glibc
import MoneyAndDates
import Synchronization
import Testing

@testable import Sessions

struct JournalTests {
  let folder: TemporaryFolder
  let store: SessionStore
  let header: JournalHeader
  var file: String { store.path(of: header.id) }

  init() throws {
    folder = try TemporaryFolder()
    store = SessionStore(folder: folder.path)
    header = try Sample.header()
  }

  /// Writes the sample session and closes it.
  func write() throws {
    let journal = try store.create(header)
    for entry in Sample.entries { try journal.append(entry) }
  }

  @Test func `what was appended is read back`() throws {
    try write()
    let opened = try store.open(header.id)
    #expect(opened.journal.header == header)
    #expect(opened.records.map(\.entry) == Sample.entries)
    #expect(opened.records.map(\.number) == Array(1...Sample.entries.count))
    #expect(opened.warnings.isEmpty)
  }

  @Test func `a session goes on where it was left`() throws {
    try write()
    do {
      let opened = try store.open(header.id)
      #expect(try opened.journal.append(Sample.entries[0]).number == Sample.entries.count + 1)
    }
    #expect(try store.open(header.id).records.map(\.entry) == Sample.entries + [Sample.entries[0]])
  }

  @Test func `a day before the newest one is written as it is`() throws {
    try write()
    let earlier = JournalEntry(day: try #require(CalendarDate(iso: "2025-01-01")), kind: .resumed)
    try store.open(header.id).journal.append(earlier)
    #expect(try store.open(header.id).records.last?.entry == earlier)
  }

  @Test func `a journal cut anywhere in its last record opens without it and goes on`() throws {
    try write()
    let whole = try folder.bytes(of: file)
    let lastStart = try #require(whole.dropLast().lastIndex(of: 0x0A)) + 1
    for length in lastStart..<whole.count {
      try folder.write(Array(whole[..<length]), to: file)
      // Only the newline is missing: the record itself is whole.
      let isWhole = length == whole.count - 1
      let kept = isWhole ? Sample.entries : Sample.entries.dropLast()
      do {
        let opened = try store.open(header.id)
        #expect(opened.records.map(\.entry) == Array(kept))
        let warned = opened.warnings == [.droppedLastLine(Sample.entries.count + 1)]
        #expect(warned == (!isWhole && length > lastStart))
        try opened.journal.append(Sample.entries[1])
      }
      #expect(try store.open(header.id).records.map(\.entry) == kept + [Sample.entries[1]])
    }
  }

  @Test func `a last line of garbage is dropped`() throws {
    try write()
    let whole = try folder.bytes(of: file)
    for garbage in [[0], [UInt8](repeating: 0, count: 4_096), Array("{}\n".utf8), [0xFF, 0x0A]] {
      try folder.write(whole + garbage, to: file)
      let opened = try store.open(header.id)
      #expect(opened.records.count == Sample.entries.count)
      #expect(opened.warnings == [.droppedLastLine(Sample.entries.count + 2)])
    }
  }

  @Test func `any changed byte before the last line is refused with its line`() throws {
    try write()
    let whole = try folder.bytes(of: file)
    let lastStart = try #require(whole.dropLast().lastIndex(of: 0x0A)) + 1
    var line = 1
    for place in 0..<lastStart {
      var changed = whole
      changed[place] ^= 0x20
      try folder.write(changed, to: file)
      #expect(throws: SessionError.damaged(header.id, line: line)) { try store.open(header.id) }
      #expect(try folder.bytes(of: file) == changed)
      if whole[place] == 0x0A { line += 1 }
    }
  }

  @Test func `a line taken out of the middle is noticed`() throws {
    try write()
    var lines = try folder.bytes(of: file).split(separator: 0x0A)
    lines.remove(at: 3)
    try folder.write(Array(lines.joined(separator: [0x0A])) + [0x0A], to: file)
    #expect(throws: SessionError.damaged(header.id, line: 4)) { try store.open(header.id) }
  }

  @Test func `a journal of a later format is refused`() throws {
    try write()
    let text = String(decoding: try folder.bytes(of: file), as: UTF8.self)
    let body = text.prefix { $0 != "\n" }.dropLast(18).replacing(
      "\"format\":1", with: "\"format\":2")
    let digits = String(CRC32.of(body.utf8), radix: 16)
    let sum = String(repeating: "0", count: 8 - digits.count) + digits
    try folder.write(Array("\(body),\"sum\":\"\(sum)\"}\n".utf8), to: file)
    #expect(throws: SessionError.laterFormat(header.id, format: 2)) { try store.open(header.id) }
  }

  @Test func `nine hundred steps take at most 100 kB`() throws {
    let journal = try store.create(header)
    let values: [JournalValue] = [
      .string("unsure"), .marked(.money, "1250.00"), .int(12), .marked(.date, "2026-11-20"),
      .bool(true),
    ]
    for step in 0..<900 {
      let key = "debts[\(step / 10)]/q\(step % 10)"
      try journal.append(
        JournalEntry(day: Sample.day, kind: .answer, key: key, value: values[step % values.count]))
    }
    #expect(try folder.bytes(of: file).count <= 100_000)
    #expect(try store.read(header.id).records.count == 900)
  }

  @Test func `a file deleted while it is open is noticed`() throws {
    let journal = try store.create(header)
    unlink(file)
    #expect(throws: SessionError.changedUnderneath(header.id)) {
      try journal.append(Sample.entries[0])
    }
  }

  @Test func `a file changed while it is open is noticed`() throws {
    let journal = try store.create(header)
    try journal.append(Sample.entries[0])
    truncate(file, 100)
    #expect(throws: SessionError.changedUnderneath(header.id)) {
      try journal.append(Sample.entries[0])
    }
  }
}

/// The calls of a disk that fails on demand.
private final class FailingDisk: Sendable {
  /// Bytes that still fit; below zero there is no end of them.
  let room = Atomic(-1)
  let syncFails = Atomic(false)
  let cutFails = Atomic(false)
  let shortWrites = Atomic(false)
  let syncs = Atomic(0)

  var operations: FileOperations {
    FileOperations(
      write: { [self] descriptor, bytes, offset in
        if shortWrites.load(ordering: .relaxed), Int.random(in: 0..<3) == 0 { return -Int(EINTR) }
        let left = room.load(ordering: .relaxed)
        if left == 0 { return -Int(ENOSPC) }
        let most = shortWrites.load(ordering: .relaxed) ? 7 : bytes.count
        let count = min(bytes.count, left < 0 ? most : min(left, most))
        let part = UnsafeRawBufferPointer(rebasing: bytes[..<count])
        let written = FileOperations.system.write(descriptor, part, offset)
        if left > 0 { room.store(left - count, ordering: .relaxed) }
        return written
      },
      sync: { [self] descriptor in
        syncs.add(1, ordering: .relaxed)
        return syncFails.load(ordering: .relaxed)
          ? -Int(EIO) : FileOperations.system.sync(descriptor)
      },
      truncate: { [self] descriptor, length in
        cutFails.load(ordering: .relaxed)
          ? -Int(EIO) : FileOperations.system.truncate(descriptor, length)
      })
  }
}

struct FailingDiskTests {
  fileprivate let disk = FailingDisk()
  let folder: TemporaryFolder
  let store: SessionStore
  let header: JournalHeader

  init() throws {
    folder = try TemporaryFolder()
    store = SessionStore(folder: folder.path, operations: disk.operations)
    header = try Sample.header()
  }

  var path: String { store.path(of: header.id) }

  @Test(arguments: [0, 1, 40, 80])
  func `a full disk is told, and the same record is written once there is room`(room: Int) throws {
    let journal = try store.create(header)
    try journal.append(Sample.entries[0])
    disk.room.store(room, ordering: .relaxed)
    for _ in 0..<2 {
      #expect(throws: SessionError.cannotWrite(path: path, code: ENOSPC)) {
        try journal.append(Sample.entries[2])
      }
      #expect(try store.read(header.id).records.count == 1)
      disk.room.store(room, ordering: .relaxed)
    }
    disk.room.store(-1, ordering: .relaxed)
    #expect(try journal.append(Sample.entries[2]).number == 2)
    #expect(
      try store.read(header.id).records.map(\.entry) == [Sample.entries[0], Sample.entries[2]])
  }

  @Test func `a record that did not reach the disk is not kept and can be written again`() throws {
    let journal = try store.create(header)
    disk.syncFails.store(true, ordering: .relaxed)
    #expect(throws: SessionError.cannotWrite(path: path, code: EIO)) {
      try journal.append(Sample.entries[0])
    }
    #expect(try store.read(header.id).records.isEmpty)
    disk.syncFails.store(false, ordering: .relaxed)
    try journal.append(Sample.entries[1])
    #expect(try store.read(header.id).records.map(\.entry) == [Sample.entries[1]])
  }

  @Test func `left-over bytes that could not be cut off are cut off before the next record`() throws
  {
    let journal = try store.create(header)
    disk.cutFails.store(true, ordering: .relaxed)
    disk.room.store(30, ordering: .relaxed)
    #expect(throws: SessionError.cannotWrite(path: path, code: ENOSPC)) {
      try journal.append(Sample.entries[0])
    }
    #expect(throws: SessionError.cannotWrite(path: path, code: EIO)) {
      try journal.append(Sample.entries[0])
    }
    disk.cutFails.store(false, ordering: .relaxed)
    disk.room.store(-1, ordering: .relaxed)
    try journal.append(Sample.entries[1])
    #expect(try store.read(header.id).records.map(\.entry) == [Sample.entries[1]])
  }

  @Test func `short and interrupted writes are completed`() throws {
    disk.shortWrites.store(true, ordering: .relaxed)
    let journal = try store.create(header)
    for entry in Sample.entries { try journal.append(entry) }
    #expect(try store.read(header.id).records.map(\.entry) == Sample.entries)
  }

  @Test func `a session that could not be begun leaves nothing behind`() throws {
    disk.room.store(20, ordering: .relaxed)
    #expect(throws: SessionError.cannotWrite(path: path, code: ENOSPC)) { try store.create(header) }
    #expect(folder.names(in: folder.path + "/sessions").isEmpty)
  }

  @Test func `what a new session stands on reaches the disk with its first record`() throws {
    let flow = KeptFlow(["a.flow.yaml": Array("flow: a\n".utf8)])
    let journal = try store.create(header, keeping: flow)
    #expect(disk.syncs.load(ordering: .relaxed) == 0)
    try journal.append(Sample.entries[0])
    // The kept flow, its folder, the header, the sessions' folder, the record.
    #expect(disk.syncs.load(ordering: .relaxed) == 5)
    try journal.append(Sample.entries[1])
    #expect(disk.syncs.load(ordering: .relaxed) == 6)
  }

  @Test func `a full disk is known before the first question`() throws {
    disk.room.store(0, ordering: .relaxed)
    #expect(throws: SessionError.self) { try store.prepare() }
  }
}
