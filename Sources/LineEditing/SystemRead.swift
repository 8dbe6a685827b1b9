import Glibc

/// `read(2)` without its traps.
enum SystemRead {
  /// Up to `limit` bytes and what the call returned: 0 at the end, below 0 on an error.
  ///
  /// An interrupted call is made again.
  static func bytes(from descriptor: Int32, atMost limit: Int) -> (bytes: [UInt8], count: Int) {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { space, filled in
      repeat {
        count = read(descriptor, space.baseAddress, limit)
      } while count < 0 && errno == EINTR
      filled = max(count, 0)
    }
    return (bytes, count)
  }
}
