import Glibc

/// A folder of ours (0700, no link) whose files (0600, no links) are reached through it alone.
struct Folder {
  private let descriptor: OpenDescriptor
  let path: String
  /// Set where others could enter it before.
  let warning: SessionWarning?

  /// Opens a folder, and makes it with its missing parents where `create` says so.
  ///
  /// Only the last component must be no link: where the parents lie is the person's choice.
  init?(path: String, create: Bool) throws(SessionError) {
    if create { try Folder.make(path) }
    let number = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else {
      let code = errno
      if code == ENOENT, !create { return nil }
      throw code == ELOOP || code == ENOTDIR
        ? .notOurs(path: path) : .cannotRead(path: path, code: code)
    }
    descriptor = OpenDescriptor(number, path: path)
    self.path = path
    warning = try descriptor.secure(kind: S_IFDIR, rights: 0o700)
  }

  private static func make(_ path: String) throws(SessionError) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw .cannotWrite(path: path, code: errno)
    }
    try make(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .cannotWrite(path: path, code: errno)
    }
  }

  func path(of name: String) -> String { path + "/" + name }

  /// Opens a file that is there, or `nil`; a link or another's file is refused.
  func file(
    _ name: String, forWriting: Bool
  ) throws(SessionError) -> (file: OpenDescriptor, warning: SessionWarning?)? {
    let access = (forWriting ? O_RDWR : O_RDONLY) | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let number = openat(descriptor.number, name, access)
    guard number >= 0 else {
      let code = errno
      switch code {
      case ENOENT: return nil
      case ELOOP: throw .notOurs(path: path(of: name))
      default:
        throw forWriting
          ? .cannotWrite(path: path(of: name), code: code)
          : .cannotRead(path: path(of: name), code: code)
      }
    }
    let file = OpenDescriptor(number, path: path(of: name))
    return (file, try file.secure(kind: S_IFREG, rights: 0o600))
  }

  /// Makes a file that was not there, readable by its owner alone, to be renamed later.
  private func newFile(
    _ name: String, later finalName: String
  ) throws(SessionError) -> OpenDescriptor {
    let number = openat(
      descriptor.number, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    let code = errno
    guard number >= 0 else { throw .cannotWrite(path: path(of: finalName), code: code) }
    return OpenDescriptor(number, path: path(of: finalName))
  }

  /// Gives a file another name; a file of that name is replaced.
  private func rename(
    _ old: String, to new: String, with operations: FileOperations
  ) throws(SessionError) {
    if let code = operations.move(old, to: new, in: descriptor.number) {
      throw .cannotWrite(path: path(of: new), code: code)
    }
  }

  /// Takes a file out of the folder; no fault where it is not there.
  func remove(_ name: String) throws(SessionError) {
    guard unlinkat(descriptor.number, name, 0) == 0 || errno == ENOENT else {
      let code = errno
      throw .cannotWrite(path: path(of: name), code: code)
    }
  }

  /// Waits until the names in the folder are on the disk.
  func sync(with operations: FileOperations) throws(SessionError) {
    try descriptor.sync(with: operations)
  }

  /// The open folder, to be brought to the disk later.
  var opened: OpenDescriptor { descriptor }

  /// The names in the folder, sorted.
  func names() throws(SessionError) -> [String] {
    guard let stream = opendir(path) else { throw .cannotRead(path: path, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file whole or not at all: under another name first, on the disk, then renamed.
  func write(
    _ bytes: [UInt8], as name: String, with operations: FileOperations
  ) throws(SessionError) {
    try place(bytes, as: name, with: operations).sync(with: operations)
    try sync(with: operations)
  }

  /// Writes a new file under a passing name, runs `prepare` on it, and gives it its name; neither it nor its name
  /// is on the disk for certain.
  func place(
    _ bytes: [UInt8], as name: String, with operations: FileOperations,
    prepare: (OpenDescriptor) throws(SessionError) -> Void = { (_) throws(SessionError) in }
  ) throws(SessionError) -> OpenDescriptor {
    let passing = ".new-\(UInt32.random(in: 0 ... .max))-\(name)"
    let file = try newFile(passing, later: name)
    do throws(SessionError) {
      try prepare(file)
      if let code = operations.writeWhole(bytes, to: file.number, at: 0) {
        throw .cannotWrite(path: path(of: name), code: code)
      }
      try rename(passing, to: name, with: operations)
    } catch {
      try? remove(passing)
      throw error
    }
    return file
  }
}
