import Glibc

/// The lines of earlier conversations, one a line, in a file only its owner can read.
///
/// Faults are silent: a conversation goes on without its history.
struct HistoryFile {
  private let path: String
  private static let limit = 500

  init(path: String) {
    self.path = path
  }

  /// The newest lines, the oldest of them first; a file that grew long is cut to these.
  func lines() -> [String] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0, isOurs(descriptor) else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while bytes.count < 1 << 20 {
      let (piece, count) = SystemRead.bytes(from: descriptor, atMost: 65_536)
      guard count > 0 else { break }
      bytes += piece
    }
    let all = bytes.split(separator: UInt8(ascii: "\n")).map { AnswerText.clean($0) }
    if all.count > 2 * Self.limit { write(all.suffix(Self.limit), flags: O_TRUNC) }
    return all.suffix(Self.limit)
  }

  /// Adds a line at the end.
  func add(_ line: String) {
    write([line], flags: O_APPEND)
  }

  private func write(_ lines: some Sequence<String>, flags: Int32) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | flags, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard isOurs(descriptor) else { return }
    let bytes = lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
    _ = Glibc.write(descriptor, bytes, bytes.count)
  }

  /// A plain file of this person, made unreadable for others.
  private func isOurs(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid()
    else { return false }
    return status.st_mode & 0o077 == 0 || fchmod(descriptor, 0o600) == 0
  }
}
