import JSONText
import MoneyAndDates
import Wording

/// One line of a journal: a JSON object whose last member `sum` is the CRC-32 of the bytes before it.
enum JournalLine {
  private static let sumStart: StaticString = #","sum":""#
  private static let sumEnd: StaticString = #""}"#
  private static let sumLength = 8
  private static let sealLength =
    sumStart.utf8CodeUnitCount + sumLength + sumEnd.utf8CodeUnitCount

  // MARK: Writing

  /// The line of a header, with its newline.
  static func bytes(of header: JournalHeader) -> [UInt8] {
    sealed(
      .object([
        ("format", .int(header.format)), ("id", .string(header.id.description)),
        ("flow", .string(header.flow)), ("version", .int(header.version)),
        ("hash", .string(header.flowHash.description)),
        ("facts", .string(header.factsHash.description)),
        ("title", .object([("zh", .string(header.title.zh)), ("en", .string(header.title.en))])),
        ("lang", .string(header.language.rawValue)), ("day", .string(header.day.iso)),
      ]))
  }

  /// The line of a record, with its newline.
  static func bytes(of record: JournalRecord) -> [UInt8] {
    let entry = record.entry
    return sealed(
      .object([
        ("n", .int(record.number)), ("day", .string(entry.day.iso)), ("key", .string(entry.key)),
        ("kind", .string(entry.kind.rawValue)), ("value", entry.value.json),
      ]))
  }

  private static func sealed(_ object: JSONValue) -> [UInt8] {
    var bytes = object.jsonBytes
    bytes.removeLast()
    let sum = hex(CRC32.of(bytes))
    sumStart.withUTF8Buffer { bytes += $0 }
    bytes += sum
    sumEnd.withUTF8Buffer { bytes += $0 }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func hex(_ sum: UInt32) -> [UInt8] {
    let digits = Array(String(sum, radix: 16).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: sumLength - digits.count) + digits
  }

  // MARK: Reading

  /// The object of a line without its newline, or `nil` where the line is not as it was written.
  static func object(in line: ArraySlice<UInt8>) -> JSONObject? {
    guard sealedLength(of: line.span) != nil else { return nil }
    return (try? JSONValue(parsing: line))?.object
  }

  /// How long a line is without its seal, or `nil` where the seal is not that of the line.
  private static func sealedLength(of line: Span<UInt8>) -> Int? {
    let length = line.count - sealLength
    let sumPlace = length + sumStart.utf8CodeUnitCount
    guard length > 0, line.has(sumStart, at: length), line.has(sumEnd, at: sumPlace + sumLength),
      isHex(
        line.extracting(sumPlace..<sumPlace + sumLength),
        of: line.extracting(..<length).withUnsafeBufferPointer(CRC32.of))
    else { return nil }
    return length
  }

  /// Whether these eight bytes are a checksum as `hex` writes it.
  private static func isHex(_ digits: Span<UInt8>, of sum: UInt32) -> Bool {
    var rest = sum
    for place in digits.indices.reversed() {
      let value = UInt8(truncatingIfNeeded: rest & 0xF)
      guard digits[place] == (value < 10 ? 0x30 + value : 0x57 + value) else { return false }
      rest >>= 4
    }
    return true
  }

  /// Whether a line that is no object begins with one, so that more than a torn record is wrong.
  ///
  /// The seal can't stand inside a text: there its quotation marks are escaped.
  static func beginsWithWholeObject(_ line: ArraySlice<UInt8>) -> Bool {
    guard let seal = line.firstRange(of: sumStart.withUTF8Buffer(Array.init)) else { return false }
    return object(in: line[..<seal.lowerBound] + line[seal.lowerBound...].prefix(sealLength)) != nil
  }

  /// The record of a line, or `nil` where the line is damaged.
  static func record(in line: ArraySlice<UInt8>) -> JournalRecord? {
    let bytes = line.span
    guard let length = sealedLength(of: bytes) else { return nil }
    // Nearly every line is read here; what is unusual in any way is left to the reader of JSON.
    return JournalLineScan.record(in: bytes.extracting(..<length)) ?? recordAsJSON(line)
  }

  /// The record of a line whose seal was checked, whatever its form.
  static func recordAsJSON(_ line: ArraySlice<UInt8>) -> JournalRecord? {
    guard let object = (try? JSONValue(parsing: line))?.object, let number = object["n"]?.int,
      let day = object["day"]?.string.flatMap(CalendarDate.init(iso:)),
      let key = object["key"]?.string,
      let kind = object["kind"]?.string.flatMap(RecordKind.init(rawValue:)),
      let value = object["value"].flatMap(JournalValue.init(json:))
    else { return nil }
    return JournalRecord(
      number: number, entry: JournalEntry(day: day, kind: kind, key: key, value: value))
  }

  /// The header in a line of the current format, or `nil`.
  static func header(in object: JSONObject) -> JournalHeader? {
    guard let id = object["id"]?.string.flatMap(SessionID.init),
      let flow = object["flow"]?.string, let version = object["version"]?.int,
      let flowHash = object["hash"]?.string.flatMap(ContentHash.init(hex:)),
      let factsHash = object["facts"]?.string.flatMap(ContentHash.init(hex:)),
      let zh = object["title"]?["zh"]?.string, let en = object["title"]?["en"]?.string,
      let language = object["lang"]?.string.flatMap(Language.init(rawValue:)),
      let day = object["day"]?.string.flatMap(CalendarDate.init(iso:))
    else { return nil }
    return JournalHeader(
      id: id, flow: flow, version: version, flowHash: flowHash, factsHash: factsHash,
      title: BilingualText(zh: zh, en: en), language: language, day: day)
  }
}
