import MoneyAndDates
import Wording

/// A calendar as iCalendar text (RFC 5545): CRLF line ends, lines folded at 75 octets, texts escaped.
///
/// It holds no clock time: the stamp is the day of the record, so the same answers give the same
/// bytes.
package struct CalendarFile: Hashable, Sendable {
  /// The calendar's name for people.
  package let name: String
  /// The day of the record.
  package let stamp: CalendarDate
  /// The events, in the order they are written.
  package let events: [CalendarEvent]

  /// A calendar.
  package init(name: String, stamp: CalendarDate, events: [CalendarEvent]) {
    self.name = name
    self.stamp = stamp
    self.events = events
  }

  /// The text of the file.
  package var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mingbai//mingbai//ZH", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + escaped(name),
    ]
    for event in events { lines += eventLines(event) }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private func eventLines(_ event: CalendarEvent) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:" + event.uid, "DTSTAMP:\(basic(stamp))T000000Z",
      "DTSTART;VALUE=DATE:" + basic(event.day),
    ]
    if let next = event.day.adding(days: 1) { lines.append("DTEND;VALUE=DATE:" + basic(next)) }
    lines.append("SUMMARY:" + escaped(event.summary))
    if !event.details.isEmpty { lines.append("DESCRIPTION:" + escaped(event.details)) }
    lines.append("TRANSP:TRANSPARENT")
    if event.reminds {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + escaped(event.summary),
        "TRIGGER:-PT15H", "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  private func basic(_ day: CalendarDate) -> String {
    String(day.iso.unicodeScalars.filter { $0 != "-" }.map(Character.init))
  }

  /// The text as a TEXT value: backslash, semicolon, comma and line ends escaped, controls left out.
  private func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
      case "\r": result.append(contentsOf: ["\\", "n"])
      case "\n": if previous != "\r" { result.append(contentsOf: ["\\", "n"]) }
      case "\t": result.append(" ")
      default: if !scalar.steersTerminal { result.append(scalar) }
      }
      previous = scalar
    }
    return String(result)
  }

  /// The line cut into pieces of at most 75 octets, each next one after CRLF and a blank; no
  /// character is cut.
  private func folded(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if octets + size > 75 {
        result.append(contentsOf: ["\r", "\n", " "])
        octets = 1
      }
      result.append(scalar)
      octets += size
    }
    return String(result)
  }
}
