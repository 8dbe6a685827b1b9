import Glibc

/// An open session: its file, locked against every other process, at whose end records are added.
///
/// Closing (letting go of the last reference) frees the lock.
package final class Journal {
  /// The session.
  package let header: JournalHeader
  /// How many records the journal holds.
  package private(set) var recordCount: Int

  private let file: OpenDescriptor
  private let operations: FileOperations
  /// The bytes that hold whole records; what lies beyond is left over from a failed write.
  private var goodLength: Int
  private var lacksNewline: Bool
  private var hasLeftOver: Bool
  /// What a session just begun stands on and is not yet on the disk for certain: there is nothing to lose before
  /// the first record, and waiting for the disk would keep the first question back.
  private var unsynced: [OpenDescriptor]

  init(
    header: JournalHeader, recordCount: Int, file: OpenDescriptor, operations: FileOperations,
    goodLength: Int, lacksNewline: Bool = false, hasLeftOver: Bool = false,
    unsynced: [OpenDescriptor] = []
  ) {
    self.header = header
    self.recordCount = recordCount
    self.file = file
    self.operations = operations
    self.goodLength = goodLength
    self.lacksNewline = lacksNewline
    self.hasLeftOver = hasLeftOver
    self.unsynced = unsynced
  }

  /// Where the journal lies, for people.
  package var path: String { file.path }

  /// Adds a record; when it returns, the record and all it stands on are on the disk.
  ///
  /// Throws `cannotWrite` (disk full, input/output fault) with nothing lost: the records before
  /// are whole, and the same call may be made again. Throws `changedUnderneath` where the file was
  /// deleted or changed by others.
  @discardableResult
  package func append(_ entry: JournalEntry) throws(SessionError) -> JournalRecord {
    try checkUntouched()
    if hasLeftOver { try cutLeftOver() }
    for part in unsynced { try part.sync(with: operations) }
    unsynced = []
    let record = JournalRecord(number: recordCount + 1, entry: entry)
    let bytes = (lacksNewline ? [UInt8(ascii: "\n")] : []) + JournalLine.bytes(of: record)
    if let code = operations.writeDurably(bytes, to: file.number, at: goodLength) {
      hasLeftOver = true
      try? cutLeftOver()
      throw .cannotWrite(path: path, code: code)
    }
    goodLength += bytes.count
    lacksNewline = false
    recordCount += 1
    return record
  }

  private func cutLeftOver() throws(SessionError) {
    if let code = operations.cut(file.number, to: goodLength) {
      throw .cannotWrite(path: path, code: code)
    }
    hasLeftOver = false
  }

  private func checkUntouched() throws(SessionError) {
    let status = try file.status()
    guard status.st_nlink > 0, hasLeftOver || Int(status.st_size) == goodLength else {
      throw .changedUnderneath(header.id)
    }
  }
}
