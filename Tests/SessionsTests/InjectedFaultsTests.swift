import Glibc
import MoneyAndDates
import Synchronization
import Testing

@testable import Sessions

/// A disk on which every call fails now and then, by a seed.
///
/// No room, input/output errors, interruptions, short writes; what is synced is not waited for.
private final class MoodyDisk: Sendable {
  private let state: Mutex<UInt64>
  /// How many of a hundred calls fail.
  private let share: Int

  init(seed: UInt64, share: Int) {
    state = Mutex(seed)
    self.share = share
  }

  private func below(_ count: Int) -> Int {
    state.withLock { state in
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, count)))
    }
  }

  /// Minus an error number, or `nil` where the call goes through.
  private func mood(_ errors: [Int32]) -> Int? {
    guard below(100) < share else { return nil }
    return -Int(errors[below(errors.count)])
  }

  var operations: FileOperations {
    FileOperations(
      write: { [self] descriptor, bytes, offset in
        if let failure = mood([ENOSPC, EIO, EINTR, EDQUOT]) {
          // Part of the bytes may have arrived all the same.
          let part = UnsafeRawBufferPointer(rebasing: bytes[..<below(bytes.count + 1)])
          _ = FileOperations.system.write(descriptor, part, offset)
          return failure
        }
        let count = mood([EIO]) == nil ? bytes.count : 1 + below(bytes.count)
        let part = UnsafeRawBufferPointer(rebasing: bytes[..<min(count, bytes.count)])
        return FileOperations.system.write(descriptor, part, offset)
      },
      sync: { [self] _ in mood([EIO, EINTR, ENOSPC]) ?? 0 },
      truncate: { [self] descriptor, length in
        mood([EIO, EINTR]) ?? FileOperations.system.truncate(descriptor, length)
      },
      rename: { [self] folder, old, new in
        mood([ENOSPC, EIO, EINTR]) ?? FileOperations.system.rename(folder, old, new)
      })
  }
}

struct InjectedFaultsTests {
  let folder: TemporaryFolder
  let header: JournalHeader
  /// The same folder on a disk without faults.
  let sound: SessionStore

  init() throws {
    folder = try TemporaryFolder()
    header = try Sample.header()
    sound = SessionStore(folder: folder.path)
  }

  private func entry(_ number: Int) -> JournalEntry {
    JournalEntry(
      day: Sample.day, kind: .answer, key: "q\(number)",
      value: .string(String(repeating: "答", count: number % 40)))
  }

  /// Tries until it works; every failure is told as one of writing.
  private func insisting<Result>(_ body: () throws -> Result) throws -> Result {
    while true {
      do {
        return try body()
      } catch let error as SessionError {
        guard case .cannotWrite = error else { throw error }
      }
    }
  }

  @Test(arguments: 1...300)
  func `whatever fails, what was acknowledged is there and the next try goes on`(
    seed: UInt64
  ) throws {
    let disk = MoodyDisk(seed: seed, share: 5 + Int(seed % 45))
    let store = SessionStore(folder: folder.path, operations: disk.operations)
    var acknowledged: [JournalEntry] = []
    // A creation that failed behind the rename leaves a session that is there already.
    let journal = try insisting { () -> Journal in
      do { return try store.create(header) } catch SessionError.alreadyThere {
        return try store.open(header.id).journal
      }
    }
    for number in 0..<12 {
      do throws(SessionError) {
        try journal.append(entry(number))
        acknowledged.append(entry(number))
      } catch {
        guard case .cannotWrite = error else { throw error }
      }
      // Seen from outside (as after a kill) the acknowledged are there, with at most one more.
      let seen = try sound.read(header.id).records.map(\.entry)
      #expect(seen.starts(with: acknowledged))
      #expect(seen.count <= acknowledged.count + 1)
    }
    _ = try insisting { try journal.append(entry(99)) }
    acknowledged.append(entry(99))
    #expect(try sound.read(header.id).records.map(\.entry) == acknowledged)
    withExtendedLifetime(journal) {}
  }

  @Test(arguments: 1...60)
  func `kept flows come whole or not at all, and the next try goes on`(seed: UInt64) throws {
    let disk = MoodyDisk(seed: seed, share: 40)
    let store = SessionStore(folder: folder.path, operations: disk.operations)
    let files = ["a.flow.yaml": Array("flow: a\n".utf8)]
    let hash = ContentHash(ofFiles: files)
    try insisting { try store.keepFlow(KeptFlow(files)) }
    #expect(try sound.keptFlow(hash) == files)
    #expect(folder.names(in: folder.path + "/flows") == ["\(hash).json"])
  }

  @Test func `a rename that fails leaves nothing behind`() throws {
    let failing = FileOperations(
      write: FileOperations.system.write, sync: { _ in 0 },
      truncate: FileOperations.system.truncate, rename: { _, _, _ in -Int(ENOSPC) })
    let store = SessionStore(folder: folder.path, operations: failing)
    #expect(throws: SessionError.cannotWrite(path: store.path(of: header.id), code: ENOSPC)) {
      try store.create(header)
    }
    #expect(folder.names(in: folder.path + "/sessions").isEmpty)
    #expect(try sound.create(header).recordCount == 0)
  }
}
