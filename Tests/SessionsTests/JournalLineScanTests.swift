import MoneyAndDates
import Testing

@testable import Sessions

struct JournalLineScanTests {
  private static let values: [JournalValue] = [
    .null, .bool(true), .bool(false), .int(0), .int(-7), .int(.max), .int(.min), .string(""),
    .string("银行"), .string("a\"b\\c\n\u{1B}\u{202E}"), .string("😀"), .list([]),
    .list([.string("a"), .int(1)]), .map([.init("time", .string("20:15"))]), .map([]),
    .marked(.money, "1234.56"), .marked(.date, "2026-11-21"), .marked(.rate, "18/2/perYear"),
    .marked(.money, "\""),
  ]

  @Test(arguments: values)
  func `the quick reading is the reading of JSON, or none`(value: JournalValue) throws {
    for kind in RecordKind.allCases {
      for key in ["", "lender", "debts[2]/amount", "键", "a\"b"] {
        let entry = JournalEntry(day: Sample.day, kind: kind, key: key, value: value)
        let record = JournalRecord(number: 12, entry: entry)
        let line = JournalLine.bytes(of: record).dropLast()
        let body = line.dropLast(17)
        let quick = JournalLineScan.record(in: body.span)
        #expect(quick == nil || quick == record)
        #expect(JournalLine.recordAsJSON(line) == record)
        #expect(JournalLine.record(in: line) == record)
      }
    }
  }

  @Test(arguments: [
    #"{"n":1,"day":"2026-11-21","key":"a","kind":"answer","value":"b""#,
    #"{"n":1,"day":"2026-11-21","key":"a","kind":"answer","value":{"t":"money","v":"1.00"}"#,
    #"{"n":1,"day":"2026-11-21","key":"","kind":"skip","value":null"#,
  ])
  func `what is plain is read at once`(line: String) {
    let bytes = Array(line.utf8)
    #expect(JournalLineScan.record(in: bytes.span) != nil)
  }

  @Test(arguments: [
    "", "{", #"{"n":01,"day":"2026-11-21","key":"","kind":"skip","value":null"#,
    #"{"n":1,"day":"2026-02-30","key":"","kind":"skip","value":null"#,
    #"{"n":1,"day":"2026-11-21","key":"","kind":"dance","value":null"#,
    #"{"n":1,"day":"2026-11-21","key":"","kind":"skip","value":nul"#,
    #"{"n":1,"day":"2026-11-21","key":"","kind":"skip","value":null,"more":1"#,
    #"{"n":-0,"day":"2026-11-21","key":"","kind":"skip","value":null"#,
    #"{"n":1,"day":"2026-11-21","key":"a\u0062","kind":"skip","value":null"#,
  ])
  func `anything else is left alone`(line: String) {
    let bytes = Array(line.utf8)
    #expect(JournalLineScan.record(in: bytes.span) == nil)
  }
}
