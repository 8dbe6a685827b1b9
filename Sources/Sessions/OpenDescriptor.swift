import Glibc

/// An open file or folder that is closed when nobody holds it any more.
final class OpenDescriptor {
  let number: Int32
  /// For messages.
  let path: String

  init(_ number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit {
    close(number)
  }

  /// What the system knows of it.
  func status() throws(SessionError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .cannotRead(path: path, code: errno) }
    return status
  }

  /// Refuses what is of another kind or another owner, and takes rights away from others.
  ///
  /// Returns the warning where rights had to be narrowed.
  func secure(kind: mode_t, rights: mode_t) throws(SessionError) -> SessionWarning? {
    let status = try status()
    guard status.st_mode & S_IFMT == kind, status.st_uid == geteuid() else {
      throw .notOurs(path: path)
    }
    guard status.st_mode & 0o077 != 0 else { return nil }
    guard fchmod(number, rights) == 0 else { throw .cannotWrite(path: path, code: errno) }
    return .narrowedRights(path: path)
  }

  /// Waits until what was written to it is on the disk.
  func sync(with operations: FileOperations) throws(SessionError) {
    if let code = operations.flush(number) { throw .cannotWrite(path: path, code: code) }
  }

  /// All bytes from the start.
  func contents() throws(SessionError) -> [UInt8] {
    let expected = Int(try status().st_size)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    while true {
      var failure: Int32?
      let piece = [UInt8](unsafeUninitializedCapacity: max(expected - bytes.count + 1, 65_536)) {
        space, filled in
        let count = pread(number, space.baseAddress, space.count, off_t(bytes.count))
        filled = max(count, 0)
        failure = count < 0 ? errno : nil
      }
      if failure == EINTR { continue }
      if let failure { throw .cannotRead(path: path, code: failure) }
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }
}
