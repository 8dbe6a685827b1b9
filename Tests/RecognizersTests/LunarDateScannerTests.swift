import Recognizers
import Testing

struct LunarDateScannerTests {
  @Test(arguments: [
    Example("⟦农历十月初一⟧到期", "date.lunar", "lunar:--10-01"),
    Example("⟦农历丙午年九月十二⟧", "date.lunar", "lunar:--09-12"),
    Example("⟦二〇二六年农历正月十五⟧", "date.lunar", "lunar:2026-01-15"),
    Example("⟦阴历二〇二六年六月⟧", "date.lunar", "lunar:2026-06"),
    Example("⟦旧历七月十五日⟧", "date.lunar", "lunar:--07-15"),
    Example("⟦夏历9月12⟧", "date.lunar", "lunar:--09-12"),
    Example("⟦農曆十月初一⟧", "date.lunar", "lunar:--10-01"),
    Example("⟦农历生日九月初二⟧", "date.lunar", "lunar:--09-02"),
    Example("⟦农历年底⟧结清", "date.lunar", "lunar:--12"),
    Example("⟦十月初一⟧到期", "date.lunar", "lunar:--10-01"),
    Example("⟦2026年十月廿三⟧还", "date.lunar", "lunar:2026-10-23"),
    Example("⟦10月初八⟧还", "date.lunar", "lunar:--10-08"),
    Example("⟦腊月廿三⟧还", "date.lunar", "lunar:--12-23"),
    Example("⟦今年腊月18⟧，还了", "date.lunar", "lunar:2026-12-18"),
    Example("⟦明年正月十五⟧见", "date.lunar", "lunar:2027-01-15"),
    Example("⟦冬月初五⟧见", "date.lunar", "lunar:--11-05"),
    Example("⟦闰六月初三⟧见", "date.lunar", "lunar:--L06-03"),
    Example("丙午年⟦九月十二⟧见", "date.lunar", "lunar:--09-12"),
    Example("马年⟦三月十五⟧见", "date.lunar", "lunar:--03-15"),
    Example("⟦大年初五⟧开工", "date.lunar", "lunar:--01-05"),
    Example("⟦大年三十前⟧还清", "time.bound", "lunar:--12-last"),
    Example("⟦初八⟧开工", "date.lunar", "lunar:---08"),
    Example("⟦10月1日(农历)前⟧还", "time.bound", "lunar:--10-01"),
    Example("⟦腊月二十三上午9点前⟧还", "time.bound", "lunar:--12-23"),
    Example("⟦除夕晚上6点半⟧吃饭", "time.date-and-clock", "lunar:--12-last"),
    Example("⟦中秋节前⟧还清", "time.bound", "lunar:--08-15"),
    Example("⟦春节后⟧联系", "time.bound", "lunar:--01-01"),
    Example("⟦农历九月十二至九月二十⟧", "time.range", "lunar:--09-12"),
    Example("⟦正月初一到初七⟧", "time.range", "lunar:--01-01"),
    Example("农历三月十五、⟦六月十五⟧", "date.lunar", "lunar:--06-15"),
    Example("农历三月十五、⟦十六日⟧", "date.lunar", "lunar:---16"),
  ])
  func `an example is claimed and has no reading`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }

  @Test(arguments: [
    Example("⟦10月初⟧一次性还清", "date.part-of-month", "2026-10-01 2026-10-06"),
    Example("⟦10月初⟧一起还", "date.part-of-month", "2026-10-01 2026-10-06"),
    Example("⟦十月廿三日⟧", "date.month-day", "2026-10-23 2026-10-24"),
    Example("⟦下个月廿号⟧", "date.day", "2026-12-20 2026-12-21"),
    Example("⟦2026年10月22日⟧(农历九月十二)", "date.year-month-day", "2026-10-22 2026-10-23"),
    Example("农历九月十二，⟦10月30日⟧还", "date.month-day", "2026-10-30 2026-10-31"),
    Example("⟦2026年初⟧一次还清", "date.part-of-year", "2026-01-01 2026-03-01"),
  ])
  func `a solar date beside such words stays one`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }

  @Test(arguments: [
    "真正月付", "请修正月报", "高初三学生", "初二学生偏科", "华夏历史", "中秋节快乐", "春节期间不放假", "当初五个人", "农历农历农历农历",
    "最初三天", "新春大促",
  ])
  func `words that only look alike say no date`(text: String) {
    let found = Example.recognizer.recognize(text, reference: Example.reference).entities
    #expect(!found.contains { $0.kind == .datetime })
  }
}
