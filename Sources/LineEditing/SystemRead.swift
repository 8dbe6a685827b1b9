import Glibc

/// `read(2)` without its traps.
enum SystemRead {
  /// Up to `limit` bytes and what the call returned: 0 at the end, the negative error number on an
  /// error (`-EAGAIN` where a descriptor that doesn't wait has nothing yet).
  ///
  /// An interrupted call is made again where `retrying` says so, and is an error (`-EINTR`) otherwise.
  static func bytes(
    from descriptor: Int32, atMost limit: Int, retrying: Bool = true
  ) -> (bytes: [UInt8], count: Int) {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { space, filled in
      repeat {
        count = read(descriptor, space.baseAddress, limit)
        if count < 0 { count = -Int(errno) }
      } while retrying && count == -Int(EINTR)
      filled = max(count, 0)
    }
    return (bytes, count)
  }
}
