import MoneyAndDates

/// Reads a record's line in the very form in which it is written, ten times as fast as JSON is read.
///
/// The line's seal must have been checked. Whatever is not in that form (an escape in a text, a list) is no fault: `nil`.
struct JournalLineScan {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// A line without its seal: `{"n":1,"day":"2026-11-21","key":"lender","kind":"answer","value":"bank"`.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// The record.
  mutating func record() -> JournalRecord? {
    guard take("{\"n\":"), let number = number(), take(",\"day\":"),
      let day = text().flatMap(CalendarDate.init(iso:)), take(",\"key\":"), let key = text(),
      take(",\"kind\":"), let kind = text().flatMap(RecordKind.init(rawValue:)),
      take(",\"value\":"), let value = value(), place == bytes.endIndex
    else { return nil }
    return JournalRecord(
      number: number, entry: JournalEntry(day: day, kind: kind, key: key, value: value))
  }

  private mutating func value() -> JournalValue? {
    guard place < bytes.endIndex else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "\""): return text().map(JournalValue.string)
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "{"):
      guard take("{\"t\":"), let mark = text().flatMap(JournalValue.Mark.init(rawValue:)),
        take(",\"v\":"), let text = text(), take("}")
      else { return nil }
      return .marked(mark, text)
    default: return number().map(JournalValue.int)
    }
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.endIndex - place >= count else { return false }
    for offset in 0..<count where bytes[place + offset] != word.utf8Start[offset] { return false }
    place += count
    return true
  }

  /// A whole number of at most 18 digits.
  private mutating func number() -> Int? {
    let isNegative = take("-")
    let start = place
    var number = 0
    while place < bytes.endIndex, place - start < 18, bytes[place] &- 0x30 < 10 {
      number = number * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard place > start, bytes[start] != 0x30 || place - start == 1 else { return nil }
    guard !isNegative || number != 0 else { return nil }
    return isNegative ? -number : number
  }

  /// A text without escapes.
  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    let start = place
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return String(validating: bytes[start..<place - 1], as: UTF8.self)
      case UInt8(ascii: "\\"), 0..<0x20: return nil
      default: place += 1
      }
    }
    return nil
  }
}
