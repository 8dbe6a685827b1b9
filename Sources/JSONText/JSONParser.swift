extension JSONValue {
  /// Reads one value that fills the whole text, by RFC 8259 and nothing more lenient.
  ///
  /// Names that stand twice are refused. Time grows with the length; a text nested deeper than
  /// `depthLimit` is refused before it is followed. Throws the first fault.
  package init(parsing bytes: [UInt8], depthLimit: Int = 128) throws(JSONFault) {
    var parser = JSONParser(bytes: bytes[...], depthLimit: depthLimit)
    self = try parser.document()
  }

  /// Reads one value that fills this part of a text; offsets of faults count from its start.
  package init(parsing bytes: ArraySlice<UInt8>, depthLimit: Int = 128) throws(JSONFault) {
    var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
    self = try parser.document()
  }

  /// Reads one value that fills the whole text; offsets of faults are in UTF-8.
  package init(parsing text: String, depthLimit: Int = 128) throws(JSONFault) {
    try self.init(parsing: Array(text.utf8), depthLimit: depthLimit)
  }
}

/// A walk over the bytes of one text.
struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  private let depthLimit: Int
  private var place: Int
  private var depth = 0

  init(bytes: ArraySlice<UInt8>, depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    self.place = bytes.startIndex
  }

  mutating func document() throws(JSONFault) -> JSONValue {
    skipSpace()
    let value = try value()
    skipSpace()
    guard place == bytes.endIndex else { throw fault(.trailingText) }
    return value
  }

  private func fault(_ reason: JSONFault.Reason, at offset: Int? = nil) -> JSONFault {
    JSONFault(reason: reason, offset: (offset ?? place) - bytes.startIndex)
  }

  private var next: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private func unexpected() -> JSONFault {
    fault(place == bytes.endIndex ? .endsEarly : .unexpectedByte)
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    guard let byte = next else { throw fault(.endsEarly) }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault)
    -> JSONValue
  {
    for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) {
      throw unexpected()
    }
    return value
  }

  private mutating func enter() throws(JSONFault) {
    guard depth < depthLimit else { throw fault(.tooDeep) }
    depth += 1
    place += 1
    skipSpace()
  }

  private mutating func array() throws(JSONFault) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(elements) }
      guard take(UInt8(ascii: ",")) else { throw unexpected() }
      skipSpace()
    }
  }

  private mutating func object() throws(JSONFault) -> JSONValue {
    let start = place
    try enter()
    defer { depth -= 1 }
    var members: [JSONObject.Member] = []
    if take(UInt8(ascii: "}")) { return .object(JSONObject([])) }
    while true {
      guard next == UInt8(ascii: "\"") else { throw unexpected() }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw unexpected() }
      skipSpace()
      members.append(JSONObject.Member(name: name, value: try value()))
      skipSpace()
      if take(UInt8(ascii: "}")) { break }
      guard take(UInt8(ascii: ",")) else { throw unexpected() }
      skipSpace()
    }
    let (object, repeated) = JSONObject.reading(members)
    if let repeated { throw fault(.repeatedName(repeated), at: start) }
    return .object(object)
  }
}

// MARK: - Numbers

extension JSONParser {
  private mutating func skipDigits() -> Int {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place - start
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = place
    _ = take(UInt8(ascii: "-"))
    let startsWithZero = next == UInt8(ascii: "0")
    let digits = skipDigits()
    guard digits > 0, digits == 1 || !startsWithZero else {
      throw place == bytes.endIndex && digits == 0
        ? fault(.endsEarly) : fault(.badNumber, at: start)
    }
    let isWhole = try !fractionAndExponent(from: start)
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole {
      guard let whole = Int(text) else { throw fault(.numberOutOfRange, at: start) }
      return .int(whole)
    }
    guard let value = Double(text), value.isFinite else {
      throw fault(.numberOutOfRange, at: start)
    }
    return .double(value)
  }

  /// Passes over a fraction and an exponent; whether either was there.
  private mutating func fractionAndExponent(from start: Int) throws(JSONFault) -> Bool {
    var found = false
    if take(UInt8(ascii: ".")) {
      found = true
      guard skipDigits() > 0 else { throw fault(.badNumber, at: start) }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      found = true
      place += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() > 0 else { throw fault(.badNumber, at: start) }
    }
    return found
  }
}

// MARK: - Strings

extension JSONParser {
  private mutating func string() throws(JSONFault) -> String {
    let quote = place
    place += 1
    var start = place
    var escaped: [UInt8]?
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let tail = bytes[start..<place]
        place += 1
        guard let string = JSONParser.text(escaped.map { $0[...] + tail } ?? tail) else {
          throw fault(.invalidUTF8, at: quote)
        }
        return string
      case UInt8(ascii: "\\"):
        var text = escaped ?? []
        escaped = nil
        text.append(contentsOf: bytes[start..<place])
        text.append(contentsOf: String(try escape()).utf8)
        escaped = text
        start = place
      case 0..<0x20: throw fault(.bareControl)
      default: place += 1
      }
    }
    throw fault(.endsEarly)
  }

  /// The text of bytes of UTF-8, `nil` where they are not well formed.
  ///
  /// A text that had to be repaired has other bytes; comparing takes a quarter of what
  /// `String(validating:as:)` does, which looks up the metadata of its parts at every call.
  private static func text(_ utf8: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: utf8, as: UTF8.self)
    let isWhole = text.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(utf8) }
    return isWhole ?? text.utf8.elementsEqual(utf8) ? text : nil
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let start = place
    place += 1
    guard let byte = next else { throw fault(.endsEarly) }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw fault(.badEscape, at: start)
    }
  }

  private mutating func unicodeEscape(from start: Int) throws(JSONFault) -> Unicode.Scalar {
    let first = try codeUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw fault(.badEscape, at: start)
    }
    let second = try codeUnit(from: start)
    guard UTF16.isTrailSurrogate(second),
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw fault(.badEscape, at: start) }
    return scalar
  }

  private mutating func codeUnit(from start: Int) throws(JSONFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw fault(.endsEarly) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault(.badEscape, at: start)
      }
      unit = unit << 4 | UInt16(digit)
      place += 1
    }
    return unit
  }
}
