import Glibc
import MoneyAndDates
import Testing

@testable import Sessions

/// The power fails while the last record is written: of its bytes any part may be on the disk, with
/// zeros, old blocks or anything else behind them.
struct PowerLossTests {
  let folder: TemporaryFolder
  let store: SessionStore
  let header: JournalHeader
  let whole: [UInt8]
  let lastStart: Int
  var file: String { store.path(of: header.id) }

  init() throws {
    folder = try TemporaryFolder()
    store = SessionStore(folder: folder.path)
    header = try Sample.header()
    do {
      let journal = try store.create(header)
      for entry in Sample.entries { try journal.append(entry) }
    }
    whole = try folder.bytes(of: store.path(of: header.id))
    lastStart = try #require(whole.dropLast().lastIndex(of: 0x0A)) + 1
  }

  /// What may stand behind the cut.
  private func garbage(_ number: Int) -> [UInt8] {
    switch number {
    case 0: [UInt8](repeating: 0, count: 4_096)
    case 1: [0x0A]
    case 2: [0x0A, 0x0A, 0x0A]
    case 3: [0xFF, 0x0A, 0xC3, 0x28, 0x0A]
    case 4: Array("old text of another file\n{\"n\":3}\n\n".utf8)
    case 5: Array(whole[lastStart...].dropFirst(9))
    case 6: Array("\",\"sum\":\"00000000\"}\n".utf8)
    default: (0..<512).map { UInt8(truncatingIfNeeded: ($0 &* 131) ^ ($0 >> 3)) }
    }
  }

  @Test(arguments: 0..<8)
  func `cut at every byte of the last record, with garbage behind, no earlier record is lost`(
    kind: Int
  ) throws {
    for length in lastStart..<whole.count {
      let bytes = Array(whole[..<length]) + garbage(kind)
      try folder.write(bytes, to: file)
      if length == whole.count - 1, garbage(kind).first != 0x0A {
        // A whole record with something glued to it may hide another: refused, and kept as it is.
        let refused = SessionError.damaged(header.id, line: Sample.entries.count + 1)
        #expect(throws: refused) { try store.open(header.id) }
        #expect(try folder.bytes(of: file) == bytes)
        continue
      }
      let earlier = Array(Sample.entries.dropLast())
      do {
        let opened = try store.open(header.id)
        let records = opened.records.map(\.entry)
        #expect(records == earlier || records == Sample.entries, "cut at \(length)")
        try opened.journal.append(Sample.entries[1])
      }
      let after = try store.open(header.id)
      #expect(after.warnings.isEmpty)
      #expect(after.records.map(\.entry).starts(with: earlier))
      #expect(after.records.last?.entry == Sample.entries[1])
    }
  }

  @Test func `a torn record with a whole one behind it is no power failure and is refused`() throws
  {
    let lines = whole.split(separator: 0x0A)
    for torn in 1..<(lines.count - 1) {
      var bytes: [UInt8] = []
      for (index, line) in lines.enumerated() {
        bytes += (index == torn ? line.dropLast(7) : line) + [0x0A]
      }
      try folder.write(bytes, to: file)
      #expect(throws: SessionError.damaged(header.id, line: torn + 1)) { try store.open(header.id) }
      #expect(try folder.bytes(of: file) == bytes)
    }
  }

  @Test func `what is behind the torn record is told by its line`() throws {
    try folder.write(Array(whole.dropLast(5)) + [0x0A, 0x0A, 0x41, 0x0A], to: file)
    let opened = try store.open(header.id)
    #expect(opened.warnings == [.droppedLastLine(Sample.entries.count + 1)])
  }
}
