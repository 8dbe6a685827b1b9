import Testing

@testable import Recognizers

struct LunarDateTests {
  @Test(arguments: [
    (LunarDate(month: 10, day: 1), "lunar:--10-01"),
    (LunarDate(year: 2_026, month: 1, day: 15), "lunar:2026-01-15"),
    (LunarDate(day: 8), "lunar:---08"),
    (LunarDate(month: 6, isLeap: true, day: 3), "lunar:--L06-03"),
    (LunarDate(year: 2_026), "lunar:2026"),
  ])
  func `a lunar date is written as the parts it has`(date: LunarDate, text: String) {
    #expect(date.text == text)
  }
}
