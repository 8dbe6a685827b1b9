/// What a journal's bytes say, and how many of them are whole lines.
package struct JournalContent {
  /// Why bytes are no journal.
  package enum Fault: Error, Hashable {
    /// A line that is not as it was written, counted from 1.
    case damaged(line: Int)
    /// A journal that a later version wrote.
    case laterFormat(Int)
  }

  /// The first line.
  package let header: JournalHeader
  /// The records of the good lines, in order.
  package let records: [JournalRecord]
  /// The bytes up to the end of the last good line.
  let goodLength: Int
  /// Whether the last good line lacks its newline (the write was cut just before it).
  let lacksNewline: Bool
  /// The number of a damaged last line, which does not count; what is behind it holds no record either.
  let droppedLine: Int?

  /// The bytes of a journal of this header and these records.
  package static func bytes(of header: JournalHeader, _ records: [JournalRecord]) -> [UInt8] {
    JournalLine.bytes(of: header) + records.flatMap(JournalLine.bytes(of:))
  }

  /// The hashes of the flows it runs or ran under: those it began with and those it was moved to.
  var flowHashes: Set<ContentHash> {
    let moved = records.compactMap { record -> ContentHash? in
      guard record.entry.kind == .resumed, case .string(let hash) = record.entry.value else {
        return nil
      }
      return ContentHash(hex: hash)
    }
    return Set(moved + [header.flowHash])
  }

  /// Reads a journal; a damaged line is dropped where no whole record comes in or after it, for then it
  /// was torn by a power failure, which may leave any garbage behind; else it is a fault.
  package init(_ bytes: [UInt8]) throws(Fault) {
    let lines = JournalContent.lines(of: bytes)
    guard let first = lines.first, let object = JournalLine.object(in: first) else {
      throw .damaged(line: 1)
    }
    if let format = object["format"]?.int, format > JournalHeader.currentFormat {
      throw .laterFormat(format)
    }
    guard let header = JournalLine.header(in: object) else { throw .damaged(line: 1) }

    var records: [JournalRecord] = []
    records.reserveCapacity(lines.count)
    var goodEnd = first.endIndex
    var droppedLine: Int?
    for (index, line) in lines.enumerated().dropFirst() {
      guard let record = JournalLine.record(in: line), record.number == records.count + 1 else {
        guard !lines[index...].contains(where: JournalLine.beginsWithWholeObject) else {
          throw .damaged(line: index + 1)
        }
        droppedLine = index + 1
        break
      }
      records.append(record)
      goodEnd = line.endIndex
    }
    self.header = header
    self.records = records
    self.lacksNewline = goodEnd == bytes.count
    self.goodLength = lacksNewline ? goodEnd : goodEnd + 1
    self.droppedLine = droppedLine
  }

  /// The lines without their newlines; what follows the last newline is a line too, unless it is empty.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.span.firstNewline(from: start) ?? bytes.count
      lines.append(bytes[start..<end])
      start = end + 1
    }
    return lines
  }
}
