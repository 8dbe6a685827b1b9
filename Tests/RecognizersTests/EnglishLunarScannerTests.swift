import Recognizers
import Testing

struct EnglishLunarScannerTests {
  @Test(arguments: [
    Example("pay before lunar ⟦October 1⟧", "date.english-lunar", "lunar:--10-01"),
    Example("due ⟦March 3 (lunar calendar)⟧", "date.english-lunar", "lunar:--03-03"),
    Example("⟦by the 5th of the 8th lunar month⟧", "date.english-lunar", "lunar:---05"),
    Example("⟦September 9 in the lunar calendar⟧", "date.english-lunar", "lunar:--09-09"),
    Example("Lunar New Year's Eve ⟦6pm⟧", "date.english-lunar", "lunar:--"),
  ])
  func `an example is claimed and has no reading`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }

  @Test(arguments: [
    Example("pay ⟦by October 1⟧, lunar new year is near", "date.english", "2026-10-01 2026-10-02"),
    Example("⟦December 5⟧ of this year", "date.english", "2026-12-05 2026-12-06"),
  ])
  func `a solar date near such words stays one`(example: Example) {
    #expect(example.found?.range == example.range)
    #expect(example.found?.rule != "date.english-lunar")
  }
}
