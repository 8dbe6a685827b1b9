import Synchronization

/// The byte offsets at which the lines of a text start, found on first use and shared by its copies.
final class LineStarts: Sendable {
  private let found = Mutex<[Int]?>(nil)

  /// The offsets; `text` must be the same at every call.
  func starts(in text: [UInt8]) -> [Int] {
    found.withLock { found in
      if let found { return found }
      let starts = text.withUnsafeBufferPointer { bytes in
        var starts = [0]
        for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") {
          starts.append(offset + 1)
        }
        return starts
      }
      found = starts
      return starts
    }
  }
}
