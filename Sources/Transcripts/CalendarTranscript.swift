import CalendarText
import MoneyAndDates
import Wording

extension Transcript {
  /// Deadlines and dated next steps as a calendar; `nil` where nothing has a day or nothing was answered.
  ///
  /// A step that names no day is not in it.
  package var calendar: CalendarFile? {
    guard let stamp = days.last else { return nil }
    let events =
      events(deadlines, what: "deadline", WordsOfCalendar.deadline)
      + events(steps, what: "step", WordsOfCalendar.step)
    guard !events.isEmpty else { return nil }
    return CalendarFile(name: title, stamp: stamp, events: events)
  }

  private func events(
    _ items: [DatedItem], what: String, _ word: BilingualText
  ) -> [CalendarEvent] {
    items.compactMap { item in
      guard let day = item.day else { return nil }
      let source = sources.first { $0.id == item.basis }
      let details = [source.map { "\($0.title): \($0.text)" }, source?.origin]
        .compactMap(\.self).joined(separator: "\n")
      return CalendarEvent(
        uid: CalendarEvent.uid([flow, what, day.iso, item.text]), day: day,
        summary: word[language] + item.text, details: details)
    }
  }

  private enum WordsOfCalendar {
    static let deadline = BilingualText(zh: "期限：", en: "Deadline: ")
    static let step = BilingualText(zh: "要做：", en: "To do: ")
  }
}
