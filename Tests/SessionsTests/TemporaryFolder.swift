import Glibc
import MoneyAndDates
import Testing
import Wording

@testable import Sessions

/// A data folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array((P_tmpdir + "/sessions-XXXXXX").utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
  }

  deinit {
    remove(path)
  }

  private func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in names(in: path) { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  func names(in folder: String) -> [String] {
    ((try? Folder(path: folder, create: false)?.names()) ?? nil) ?? []
  }

  /// The permission bits of a file or folder in it.
  func rights(_ name: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path + "/" + name, &status) == 0)
    return status.st_mode & 0o777
  }

  func bytes(of file: String) throws -> [UInt8] {
    let descriptor = open(file, O_RDONLY)
    try #require(descriptor >= 0)
    return try OpenDescriptor(descriptor, path: file).contents()
  }

  func write(_ bytes: [UInt8], to file: String) throws {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
  }
}

/// A session about an invented flow.
enum Sample {
  static let day = CalendarDate(iso: "2026-11-21") ?? .first

  static func header(
    _ id: String = "20261121-aaaaaa", flow: ContentHash = ContentHash(of: [])
  ) throws -> JournalHeader {
    JournalHeader(
      id: try #require(SessionID(id)), flow: "sms.triage", version: 3, flowHash: flow,
      factsHash: ContentHash(of: []), title: BilingualText(zh: "短信", en: "A text"), language: .zh,
      day: day)
  }

  static let entries = [
    JournalEntry(
      day: day, kind: .answer, key: "paste", value: .list([.string("您好\n\"请\""), .null])),
    JournalEntry(day: day, kind: .skip, key: "source"),
    JournalEntry(
      day: day, kind: .answer, key: "debts[2]/amount", value: .marked(.money, "1250.00")),
    JournalEntry(day: day, kind: .answer, key: "known", value: .string("unsure")),
    JournalEntry(
      day: day, kind: .log,
      value: .map([.init("who", .string("客服")), .init("day", .marked(.date, "2026-11-20"))])),
    JournalEntry(day: day, kind: .change, key: "known", value: .bool(true)),
    JournalEntry(day: day, kind: .answer, key: "count", value: .int(-3)),
  ]
}
