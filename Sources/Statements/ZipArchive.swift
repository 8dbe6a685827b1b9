import CZlib

/// The parts of a zip archive, read by its central directory; a part is unpacked when asked for.
struct ZipArchive {
  /// The most bytes a part may unpack to: a bomb stops here.
  static let mostBytes = 256 << 20

  private let bytes: [UInt8]
  private let entries: [Entry]

  private struct Entry {
    let name: String
    let method: UInt16
    let isEncrypted: Bool
    let packedSize: Int
    let size: Int
    let header: Int
  }

  init(_ bytes: [UInt8]) throws(StatementRefusal) {
    self.bytes = bytes
    guard let directory = ZipArchive.directory(of: bytes) else {
      throw .damaged(zh: "压缩包没有目录", en: "the archive has no directory")
    }
    var entries: [Entry] = []
    var offset = directory.offset
    for _ in 0..<directory.count {
      guard let entry = ZipArchive.entry(bytes, at: offset) else {
        throw .damaged(zh: "压缩包的目录不完整", en: "the archive's directory is cut short")
      }
      entries.append(entry.value)
      offset = entry.end
    }
    self.entries = entries
  }

  /// The names of all parts.
  var names: [String] { entries.map(\.name) }

  /// Whether any part is protected by a password.
  var isEncrypted: Bool { entries.contains(where: \.isEncrypted) }

  /// The unpacked bytes of a part; `nil` where there is no such part.
  func part(_ name: String) throws(StatementRefusal) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      return nil
    }
    guard !entry.isEncrypted else { throw .encryptedArchive }
    guard let packed = packedBytes(entry) else {
      throw .damaged(zh: "压缩包缺了一段", en: "a part of the archive is missing")
    }
    guard entry.size <= ZipArchive.mostBytes else { throw .tooLarge(ZipArchive.mostBytes) }
    switch entry.method {
    case 0: return Array(packed)
    case 8:
      guard let content = ZipArchive.inflate(packed, to: entry.size) else {
        throw .damaged(zh: "压缩包解不开", en: "the archive can't be unpacked")
      }
      return content
    default: throw .other("用了少见压缩方法的文件", "packed by an uncommon method")
    }
  }

  private func packedBytes(_ entry: Entry) -> ArraySlice<UInt8>? {
    guard Self.number(bytes, entry.header, 4) == 0x0403_4b50,
      let nameLength = Self.number(bytes, entry.header + 26, 2),
      let extraLength = Self.number(bytes, entry.header + 28, 2)
    else { return nil }
    let start = entry.header + 30 + nameLength + extraLength
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else { return nil }
    return bytes[start..<(start + entry.packedSize)]
  }

  /// The end-of-directory record stands in the last 64 KiB and a bit.
  private static func directory(of bytes: [UInt8]) -> (offset: Int, count: Int)? {
    guard bytes.count >= 22 else { return nil }
    var index = bytes.count - 22
    let lowest = max(0, bytes.count - 22 - 0xFFFF)
    while index >= lowest {
      if number(bytes, index, 4) == 0x0605_4b50, let count = number(bytes, index + 10, 2),
        let offset = number(bytes, index + 16, 4), offset <= bytes.count
      {
        return (offset, count)
      }
      index -= 1
    }
    return nil
  }

  private static func entry(_ bytes: [UInt8], at offset: Int) -> (value: Entry, end: Int)? {
    guard number(bytes, offset, 4) == 0x0201_4b50,
      let flags = number(bytes, offset + 8, 2), let method = number(bytes, offset + 10, 2),
      let packedSize = number(bytes, offset + 20, 4), let size = number(bytes, offset + 24, 4),
      let nameLength = number(bytes, offset + 28, 2),
      let extraLength = number(bytes, offset + 30, 2),
      let commentLength = number(bytes, offset + 32, 2),
      let header = number(bytes, offset + 42, 4),
      offset + 46 + nameLength <= bytes.count
    else { return nil }
    let name = String(
      decoding: bytes[(offset + 46)..<(offset + 46 + nameLength)], as: UTF8.self)
    let entry = Entry(
      name: name, method: UInt16(truncatingIfNeeded: method), isEncrypted: flags & 1 == 1,
      packedSize: packedSize, size: size, header: header)
    return (entry, offset + 46 + nameLength + extraLength + commentLength)
  }

  /// A little-endian number of so many bytes, or `nil` beyond the end.
  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    return (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  /// Raw deflate data of exactly `size` bytes unpacked; `nil` where it is damaged, shorter or longer.
  private static func inflate(_ packed: ArraySlice<UInt8>, to size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var packed = Array(packed)
    // The room grows as bytes arrive: a directory that claims 256 MiB gets no memory on its word.
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    return packed.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let room = chunk.count
        let status = chunk.withUnsafeMutableBufferPointer { buffer in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(room)
          return CZlib.inflate(&stream, Z_NO_FLUSH)
        }
        output.append(contentsOf: chunk[..<(room - Int(stream.avail_out))])
        guard output.count <= size else { return nil }
        if status == Z_STREAM_END { return output.count == size ? output : nil }
        guard status == Z_OK else { return nil }
      }
    }
  }
}
