import Glibc

/// The calls by which a journal reaches the disk; tests put failing ones in their place.
///
/// Each returns what the system call does, or minus the error number.
package struct FileOperations: Sendable {
  /// Writes at an offset; may write less than asked.
  package let write: @Sendable (Int32, UnsafeRawBufferPointer, Int) -> Int
  /// Waits until all that was written is on the disk.
  package let sync: @Sendable (Int32) -> Int
  /// Cuts the file to a length.
  package let truncate: @Sendable (Int32, Int) -> Int
  /// Gives a file of a folder (by its descriptor) another name; a file of that name is replaced.
  package let rename: @Sendable (Int32, String, String) -> Int

  /// Operations that may fail on purpose.
  package init(
    write: @escaping @Sendable (Int32, UnsafeRawBufferPointer, Int) -> Int,
    sync: @escaping @Sendable (Int32) -> Int,
    truncate: @escaping @Sendable (Int32, Int) -> Int,
    rename: @escaping @Sendable (Int32, String, String) -> Int = { folder, old, new in
      renameat(folder, old, folder, new) < 0 ? -Int(errno) : 0
    }
  ) {
    self.write = write
    self.sync = sync
    self.truncate = truncate
    self.rename = rename
  }

  /// The system's own.
  package static let system = FileOperations(
    write: { descriptor, bytes, offset in
      let count = pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
      return count < 0 ? -Int(errno) : count
    },
    sync: { descriptor in fsync(descriptor) < 0 ? -Int(errno) : 0 },
    truncate: { descriptor, length in
      ftruncate(descriptor, off_t(length)) < 0 ? -Int(errno) : 0
    })

  /// Writes all bytes at an offset and waits for the disk; the error number where it failed.
  func writeDurably(_ bytes: [UInt8], to descriptor: Int32, at offset: Int) -> Int32? {
    writeWhole(bytes, to: descriptor, at: offset) ?? flush(descriptor)
  }

  /// Waits until what was written is on the disk; the error number where it failed.
  func flush(_ descriptor: Int32) -> Int32? {
    retried { sync(descriptor) }
  }

  /// Writes all bytes at an offset; the error number where it failed.
  func writeWhole(_ bytes: [UInt8], to descriptor: Int32, at offset: Int) -> Int32? {
    bytes.withUnsafeBytes { all in
      var done = 0
      while done < all.count {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: all[done...]), offset + done)
        if count == -Int(EINTR) { continue }
        guard count > 0 else { return count == 0 ? EIO : Int32(clamping: -count) }
        done += count
      }
      return nil
    }
  }

  /// Cuts the file to a length; the error number where it failed.
  func cut(_ descriptor: Int32, to length: Int) -> Int32? {
    retried { truncate(descriptor, length) }
  }

  /// Gives a file of a folder another name; the error number where it failed.
  func move(_ old: String, to new: String, in folder: Int32) -> Int32? {
    retried { rename(folder, old, new) }
  }

  private func retried(_ call: () -> Int) -> Int32? {
    while true {
      let result = call()
      if result == -Int(EINTR) { continue }
      return result < 0 ? Int32(clamping: -result) : nil
    }
  }
}
