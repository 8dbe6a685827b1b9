import MoneyAndDates

/// Reads a record's line in the very form in which it is written, ten times as fast as JSON is read.
///
/// The line's seal must have been checked. Whatever is not in that form (an escape in a text, a list) is no fault: `nil`.
struct JournalLineScan {
  private var place = 0

  /// The record of a line without its seal: `{"n":1,"day":"2026-11-21","key":"lender","kind":"answer","value":"bank"`.
  static func record(in line: Span<UInt8>) -> JournalRecord? {
    var scan = JournalLineScan()
    return scan.record(in: line)
  }

  private mutating func record(in line: Span<UInt8>) -> JournalRecord? {
    guard take("{\"n\":", in: line), let number = number(in: line), take(",\"day\":\"", in: line),
      let day = day(in: line), take("\",\"key\":", in: line), let key = text(in: line),
      take(",\"kind\":", in: line), let kind = kind(in: line), take(",\"value\":", in: line),
      let value = value(in: line), place == line.count
    else { return nil }
    return JournalRecord(
      number: number, entry: JournalEntry(day: day, kind: kind, key: key, value: value))
  }

  private mutating func value(in line: Span<UInt8>) -> JournalValue? {
    guard place < line.count else { return nil }
    switch line[place] {
    case UInt8(ascii: "\""): return text(in: line).map(JournalValue.string)
    case UInt8(ascii: "n"): return take("null", in: line) ? .null : nil
    case UInt8(ascii: "t"): return take("true", in: line) ? .bool(true) : nil
    case UInt8(ascii: "{"):
      guard take("{\"t\":", in: line), let mark = mark(in: line), take(",\"v\":", in: line),
        let text = text(in: line), take("}", in: line)
      else { return nil }
      return .marked(mark, text)
    default: return number(in: line).map(JournalValue.int)
    }
  }

  // The words that nearly every line has are compared as they stand; no text is made of them.

  private mutating func kind(in line: Span<UInt8>) -> RecordKind? {
    take("\"answer\"", in: line) ? .answer : text(in: line).flatMap(RecordKind.init(rawValue:))
  }

  private mutating func mark(in line: Span<UInt8>) -> JournalValue.Mark? {
    take("\"money\"", in: line)
      ? .money : text(in: line).flatMap(JournalValue.Mark.init(rawValue:))
  }

  private mutating func take(_ word: StaticString, in line: Span<UInt8>) -> Bool {
    guard line.has(word, at: place) else { return false }
    place += word.utf8CodeUnitCount
    return true
  }

  /// A whole number of at most 18 digits.
  private mutating func number(in line: Span<UInt8>) -> Int? {
    let isNegative = take("-", in: line)
    let start = place
    var number = 0
    while place < line.count, place - start < 18, line[place] &- 0x30 < 10 {
      number = number * 10 + Int(line[place] - 0x30)
      place += 1
    }
    guard place > start, line[start] != 0x30 || place - start == 1 else { return nil }
    guard !isNegative || number != 0 else { return nil }
    return isNegative ? -number : number
  }

  /// A day as `CalendarDate.iso` writes it, without quotation marks.
  private mutating func day(in line: Span<UInt8>) -> CalendarDate? {
    guard let year = digits(4, in: line), take("-", in: line), let month = digits(2, in: line),
      take("-", in: line), let day = digits(2, in: line)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private mutating func digits(_ count: Int, in line: Span<UInt8>) -> Int? {
    guard line.count - place >= count else { return nil }
    var number = 0
    for _ in 0..<count {
      let digit = line[place] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
      place += 1
    }
    return number
  }

  /// A text without escapes.
  private mutating func text(in line: Span<UInt8>) -> String? {
    guard take("\"", in: line) else { return nil }
    let start = place
    var allBits: UInt8 = 0
    while place < line.count {
      let byte = line[place]
      allBits |= byte
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return line.extracting(start..<place - 1).withUnsafeBufferPointer { text in
          // Text of ASCII alone can't be wrong, and need not be searched for what is.
          allBits < 0x80
            ? String(decoding: text, as: UTF8.self) : String(validating: text, as: UTF8.self)
        }
      case UInt8(ascii: "\\"), 0..<0x20: return nil
      default: place += 1
      }
    }
    return nil
  }
}
