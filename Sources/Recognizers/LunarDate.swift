/// A day, month or year of the lunar calendar (农历) as it stands in a text.
///
/// It is never turned into a day of the solar calendar: the tables of the lunar years are not part of
/// the project, and a guess would be a wrong deadline.
package struct LunarDate: Hashable, Sendable {
  /// The year with four digits, by the solar year in which the lunar one begins.
  package var year: Int? { packedYear.value }
  /// The month, 1 to 12.
  package var month: Int? { packedMonth.value }
  /// Whether it is the leap month (闰月) that follows the month of this number.
  package let isLeap: Bool
  /// The day of the month, 1 to 30.
  package var day: Int? { packedDay.value }
  /// Whether it is the last day of the year (除夕), the 29th or 30th as the year has it.
  package let isLastDay: Bool

  private var packedYear = Packed16()
  private var packedMonth = Packed8()
  private var packedDay = Packed8()

  init(
    year: Int? = nil, month: Int? = nil, isLeap: Bool = false, day: Int? = nil,
    isLastDay: Bool = false
  ) {
    self.isLeap = isLeap
    self.isLastDay = isLastDay
    packedYear.value = year
    packedMonth.value = month
    packedDay.value = day
  }

  /// The last day of a year.
  static let lastDay = LunarDate(month: 12, isLastDay: true)

  /// The same day with the year said before it, unless it has one.
  func inYear(_ said: Int?) -> LunarDate {
    LunarDate(year: year ?? said, month: month, isLeap: isLeap, day: day, isLastDay: isLastDay)
  }

  /// As ISO 8601 writes parts of a date, behind the name of the calendar: "lunar:--10-01",
  /// "lunar:2026-01-15", "lunar:---08"; a leap month with an L: "lunar:--L06-03"; 除夕
  /// "lunar:--12-last".
  package var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let mark = isLeap ? "L" : ""
    let tail = day.map { "-\(two($0))" } ?? (isLastDay ? "-last" : "")
    if let year {
      return "lunar:\(year)" + (month.map { "-\(mark)\(two($0))" } ?? "") + tail
    }
    return "lunar:--" + (month.map { mark + two($0) } ?? "") + tail
  }
}
