/// One line of JSON in the making: every part is appended to one buffer.
///
/// Strings are escaped as `JSONValue.jsonText` escapes them; commas, colons and brackets are the
/// caller's.
package struct JSONLine {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// An empty line with room for so many bytes.
  package init(room: Int) { bytes.reserveCapacity(room) }

  /// Appends a piece of JSON as it is.
  package mutating func add(_ json: StaticString) {
    json.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a piece of JSON as it is.
  package mutating func add(_ json: [UInt8]) { bytes.append(contentsOf: json) }

  /// Appends a whole value.
  package mutating func add(_ value: JSONValue) { JSONWriter.write(value, to: &bytes) }

  /// Appends a whole number.
  package mutating func add(_ number: Int) {
    guard number >= 10 else {
      if number >= 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(number))
      } else {
        bytes.append(contentsOf: String(number).utf8)
      }
      return
    }
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends a string in quotation marks.
  package mutating func add(string: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in string.unicodeScalars { add(scalar) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends the string of these scalars in quotation marks.
  package mutating func add(string: ArraySlice<Unicode.Scalar>) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in string { add(scalar) }
    bytes.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private mutating func add(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x7F, value >= 0x20, value != 0x22, value != 0x5C {
      bytes.append(UInt8(value))
    } else if (0x2E80..<0xD800).contains(value) {
      bytes.append(UInt8(0xE0 | value >> 12))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    } else {
      JSONWriter.write(scalar, to: &bytes)
    }
  }
}
