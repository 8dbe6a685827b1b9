import Glibc
import SourceText
import Wording

/// Reading and writing whole files, with errors that say what to do.
enum TextFiles {
  /// A file that can't be read or written.
  struct Failure: Error {
    let path: String
    let code: Int32
    let isWriting: Bool

    /// The code of a thing that is neither a file nor a folder: a pipe, a device.
    static let noPlainFile: Int32 = -1
    /// The code of a pipe to which no program writes.
    static let noWriter: Int32 = -2

    var words: BilingualText {
      isWriting
        ? BilingualText(zh: "写不了 \(path)（\(reason.zh)）", en: "can't write \(path) (\(reason.en))")
        : BilingualText(zh: "读不了 \(path)（\(reason.zh)）", en: "can't read \(path) (\(reason.en))")
    }

    private var reason: BilingualText {
      if code == Failure.noPlainFile {
        return BilingualText(zh: "不是普通文件", en: "It is not a plain file")
      }
      if code == Failure.noWriter {
        return BilingualText(
          zh: "这是管道，没有程序往里写", en: "It is a pipe, and no program writes to it")
      }
      let english = String(cString: strerror(code))
      return BilingualText(zh: Failure.reasons[code] ?? english, en: english)
    }

    private static let reasons: [Int32: String] = [
      ENOENT: "没有这个文件或目录", EACCES: "没有权限", EPERM: "没有权限", EISDIR: "这是目录，不是文件",
      ENOTDIR: "路径中有一段不是目录", EEXIST: "已经有了", EFBIG: "文件太大", ENOSPC: "磁盘满了",
      EDQUOT: "磁盘配额用完了", EROFS: "磁盘是只读的", ELOOP: "符号链接绕圈", ENAMETOOLONG: "名字太长",
      EIO: "磁盘读写出错", EMFILE: "打开的文件太多",
    ]
  }

  /// The largest file that is read, in bytes.
  private static let mostBytes = 64 << 20

  /// The bytes of a file of at most 64 MiB; `-` is standard input.
  ///
  /// With `isPlain` what is no plain file is refused: a pipe found in a folder might never end.
  static func bytes(_ path: String, isPlain: Bool = false) throws(Failure) -> [UInt8] {
    let waits = !isPlain && isPipe(path)
    let flags = O_RDONLY | O_CLOEXEC | (isPlain || waits ? O_NONBLOCK : 0)
    let descriptor = path == "-" ? STDIN_FILENO : open(path, flags)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno, isWriting: false) }
    defer { if path != "-" { close(descriptor) } }
    let begun = try waits ? beginning(of: descriptor, path) : []
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    if isPlain, isKnown, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      throw Failure(path: path, code: Failure.noPlainFile, isWriting: false)
    }
    let size = isKnown ? min(Int(status.st_size), mostBytes) : 0
    // One byte more than a plain file holds, so that its end is seen without another piece.
    var bytes = try begun + piece(of: descriptor, path, atMost: max(size + 1, 1 << 16))
    while !bytes.isEmpty {
      let more = try piece(of: descriptor, path, atMost: 1 << 16)
      if more.isEmpty { break }
      bytes += more
      if bytes.count > mostBytes { throw Failure(path: path, code: EFBIG, isWriting: false) }
    }
    return bytes
  }

  private static func isPipe(_ path: String) -> Bool {
    var status = stat()
    return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Waits until a program writes to a pipe, five seconds at most, for a pipe without one would
  /// never end; what was read meanwhile.
  private static func beginning(
    of descriptor: Int32, _ path: String
  ) throws(Failure) -> [UInt8] {
    for _ in 0..<50 {
      var byte: UInt8 = 0
      let count = Glibc.read(descriptor, &byte, 1)
      if count > 0 || count < 0 && errno == EAGAIN {
        // There is a writer: from here on its data are worth waiting for.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return count > 0 ? [byte] : []
      }
      usleep(100_000)
    }
    throw Failure(path: path, code: Failure.noWriter, isWriting: false)
  }

  /// What one call reads; nothing at the end.
  private static func piece(
    of descriptor: Int32, _ path: String, atMost count: Int
  ) throws(Failure) -> [UInt8] {
    while true {
      var code: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { space, filled in
        let read = Glibc.read(descriptor, space.baseAddress, space.count)
        if read < 0 { code = errno }
        filled = max(read, 0)
      }
      if code == 0 { return bytes }
      if code != EINTR { throw Failure(path: path, code: code, isWriting: false) }
    }
  }

  /// A file as a source whose faults can be told by line and column.
  static func source(_ path: String, isPlain: Bool = false) throws(Failure) -> SourceText {
    SourceText(name: path, utf8: try bytes(path, isPlain: isPlain))
  }

  /// The names in a folder, sorted; empty where there is none.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Why a folder that is there can't be read: what stands in it would be missing unseen.
  static func whyClosed(_ folder: String) -> Int32? {
    guard let stream = opendir(folder) else { return errno == ENOENT ? nil : errno }
    closedir(stream)
    return nil
  }

  /// The paths that begin with what was typed, sorted; folders end in a slash.
  ///
  /// `~` is the home folder.
  static func paths(beginning begun: String) -> [String] {
    let slash = begun.lastIndex(of: "/")
    let folder = slash.map { String(begun[...$0]) } ?? ""
    let name = slash.map { begun[begun.index(after: $0)...] } ?? begun[...]
    return names(in: folder.isEmpty ? "." : expanded(folder))
      .filter { $0.hasPrefix(name) && (!$0.hasPrefix(".") || name.hasPrefix(".")) }
      .map { isFolder(expanded(folder + $0)) ? folder + $0 + "/" : folder + $0 }
  }

  /// The path with a leading `~` replaced by the home folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Surroundings.variable("HOME") else {
      return path
    }
    return home + path.dropFirst()
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder (0700) and those above it.
  static func makeFolder(_ path: String) throws(Failure) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw Failure(path: path, code: errno, isWriting: true)
    }
  }

  /// Writes a text to an open descriptor at once; what a closed pipe does not take is dropped.
  static func emit(_ text: String, to descriptor: Int32) {
    _ = writeAll(Array(text.utf8), to: descriptor)
  }

  /// Writes all bytes; the error number where that fails.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno != EINTR { return errno }
      if count > 0 { written += count }
    }
    return nil
  }

  /// Whether something stands under a name.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether two paths lead to the same file.
  static func areOne(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    return stat(first, &one) == 0 && stat(second, &other) == 0 && one.st_dev == other.st_dev
      && one.st_ino == other.st_ino
  }

  /// Deletes a file; nothing happens where there is none.
  static func remove(_ path: String) { unlink(path) }

  /// Writes a file whole or not at all (0600): a new file beside it, fsync, rename.
  static func write(_ text: String, to path: String) throws(Failure) {
    let fresh = path + ".new"
    unlink(fresh)
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno, isWriting: true) }
    var failure = writeAll(Array(text.utf8), to: descriptor)
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if failure == nil, rename(fresh, path) != 0 { failure = errno }
    if let failure {
      unlink(fresh)
      throw Failure(path: path, code: failure, isWriting: true)
    }
  }
}
