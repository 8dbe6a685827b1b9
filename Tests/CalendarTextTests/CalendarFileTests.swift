import MoneyAndDates
import Testing

@testable import CalendarText

@Suite struct CalendarFileTests {
  private static let day = CalendarDate(iso: "2026-11-30") ?? .first

  private func text(_ summary: String, details: String = "") -> String {
    let event = CalendarEvent(
      uid: CalendarEvent.uid(["pay", "卡", "1"]), day: Self.day, summary: summary,
      details: details)
    return CalendarFile(name: "还款", stamp: Self.day, events: [event]).text
  }

  @Test func `a calendar is the text that RFC 5545 asks for`() {
    #expect(
      text("还 卡").split(separator: "\r\n", omittingEmptySubsequences: false) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mingbai//mingbai//ZH", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", "X-WR-CALNAME:还款", "BEGIN:VEVENT",
        "UID:\(CalendarEvent.uid(["pay", "卡", "1"]))"[...], "DTSTAMP:20261130T000000Z",
        "DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261201", "SUMMARY:还 卡",
        "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:还 卡",
        "TRIGGER:-PT15H", "END:VALARM", "END:VEVENT", "END:VCALENDAR", "",
      ])
  }

  @Test(arguments: [
    "短", String(repeating: "长", count: 100), String(repeating: "a", count: 300),
    String(repeating: "b,", count: 80), "👨‍👩‍👧‍👦" + String(repeating: "é", count: 90),
  ])
  func `no line is longer than 75 octets, and unfolding gives the text back`(summary: String) {
    let text = text(summary)
    #expect(!text.unicodeScalars.contains("\u{0}"))
    let bytes = Array(text.utf8)
    var length = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        #expect(index > 0 && bytes[index - 1] == 0x0D)
        #expect(length - 1 <= 75)
        length = 0
      } else {
        length += 1
      }
    }
    var unfolded = ""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\r", scalars.starts(with: ["\n", " "]) {
        scalars = scalars.dropFirst(2)
      } else {
        unfolded.unicodeScalars.append(scalar)
      }
    }
    let escaped = summary.split(separator: ",", omittingEmptySubsequences: false)
      .joined(separator: "\\,")
    #expect(unfolded.utf8.count > 0 && unfolded.contains("SUMMARY:\(escaped)\r\n"))
  }

  @Test func `a text can't break out of its line`() {
    let text = text("a\r\nEND:VEVENT;b\\c", details: "x\ny\u{202E}\u{7}")
    #expect(text.contains("SUMMARY:a\\nEND:VEVENT\\;b\\\\c\r\n"))
    #expect(text.contains("DESCRIPTION:x\\ny\r\n"))
  }

  @Test func `an identifier hangs on its parts alone`() {
    #expect(CalendarEvent.uid(["a", "b"]) == CalendarEvent.uid(["a", "b"]))
    #expect(CalendarEvent.uid(["ab", "c"]) != CalendarEvent.uid(["a", "bc"]))
    #expect(CalendarEvent.uid([]).hasSuffix("@mingbai"))
  }

  @Test func `the last day of the calendar has no next one`() {
    let event = CalendarEvent(uid: "x", day: .last, summary: "s", reminds: false)
    let text = CalendarFile(name: "n", stamp: .first, events: [event]).text
    #expect(text.contains("DTSTART;VALUE=DATE:99991231\r\n") && !text.contains("DTEND"))
    #expect(text.contains("DTSTAMP:00010101T000000Z"))
  }
}
