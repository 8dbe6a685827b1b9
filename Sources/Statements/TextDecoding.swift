import Glibc

/// The bytes of an export as text: UTF-8 or UTF-16 with or without a mark, else GB18030.
struct DecodedText {
  let text: String
  let encoding: String
  /// Characters that could not be read and stand as U+FFFD.
  let unreadable: Int

  init(_ bytes: [UInt8]) throws(StatementRefusal) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: bytes.dropFirst(3))
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes.dropFirst(2), littleEndian: bytes[0] == 0xFF)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self.init(text: text, encoding: "UTF-8", unreadable: 0)
    } else {
      try self.init(gb18030: bytes)
    }
  }

  private init(text: String, encoding: String, unreadable: Int) {
    self.text = text
    self.encoding = encoding
    self.unreadable = unreadable
  }

  private init(utf8 bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    self.init(text: text, encoding: "UTF-8", unreadable: Self.replacements(in: text))
  }

  private init(utf16 bytes: ArraySlice<UInt8>, littleEndian: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    self.init(text: text, encoding: "UTF-16", unreadable: Self.replacements(in: text))
  }

  private static func replacements(in text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1 == "\u{FFFD}" ? 1 : 0) }
  }

  /// Reads GB18030 by the C library's converter.
  ///
  /// Banks cut names by bytes, so half a character is common: it becomes U+FFFD and is counted. A file in which more
  /// than one character in a hundred is unreadable is not text.
  private init(gb18030 bytes: [UInt8]) throws(StatementRefusal) {
    guard let converted = GB18030.decode(bytes) else {
      throw .other(
        "本机读不了的文字编码（缺少 GB18030 转换表）", "in an encoding this machine can't read (no GB18030 table)")
    }
    guard converted.unreadable * 100 <= bytes.count else {
      throw .other("看不懂的二进制文件", "a binary file of an unknown kind")
    }
    self.init(
      text: String(decoding: converted.utf8, as: UTF8.self), encoding: "GB18030",
      unreadable: converted.unreadable)
  }
}

/// The national encoding of older exports.
enum GB18030 {
  /// The text as UTF-8, or `nil` where the C library has no such table; unreadable bytes become U+FFFD.
  static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], unreadable: Int)? {
    let converter = iconv_open("UTF-8", "GB18030")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2)
    var input = bytes.map { CChar(bitPattern: $0) }
    var chunk = [CChar](repeating: 0, count: 1 << 16)
    var unreadable = 0
    var taken = 0
    while taken < input.count {
      let step = convert(converter, &input, from: taken, into: &chunk)
      output.append(contentsOf: chunk[..<step.produced].lazy.map { UInt8(bitPattern: $0) })
      taken += step.consumed
      if step.stopped {
        output.append(contentsOf: "\u{FFFD}".utf8)
        unreadable += 1
        taken += 1
      }
    }
    return (output, unreadable)
  }

  private struct Step {
    let consumed: Int
    let produced: Int
    /// Whether a byte could not be read (a full output buffer is no such stop).
    let stopped: Bool
  }

  private static func convert(
    _ converter: iconv_t?, _ input: inout [CChar], from start: Int, into chunk: inout [CChar]
  ) -> Step {
    let (left, room) = (input.count - start, chunk.count)
    return input.withUnsafeMutableBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { chunk in
        var source = input.baseAddress.map { $0 + start }
        var target = chunk.baseAddress
        var (sourceLeft, targetLeft) = (left, room)
        let result = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
        let failed = result == Int(bitPattern: UInt.max) || result == -1
        let stopped = failed && errno != E2BIG
        return Step(consumed: left - sourceLeft, produced: room - targetLeft, stopped: stopped)
      }
    }
  }
}
