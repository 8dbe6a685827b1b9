import Testing

@testable import Recognizers

struct EnglishTimeWordsTests {
  private func starts(_ text: String) -> EnglishTimeWords.Starts {
    let scan = Scan(
      text: FoldedText(text), reference: nil, language: .en,
      registers: Registers(numbering: NumberingPlan(text: ""), suffixes: PublicSuffixes(text: "")))
    return scan.englishStarts(at: 0)
  }

  @Test func `the longest word stands for the shorter ones it begins with`() {
    #expect(starts("in the next 3 days").isSuperset(of: [.stretch, .part]))
    #expect(starts("the end of May").isSuperset(of: [.edge, .quarter, .ordinal]))
    #expect(starts("this Friday") == [.part, .step])
    #expect(starts("Monday") == .weekday)
    #expect(starts("MAY") == .month)
  }

  @Test(arguments: ["please", "zebra", "überweisen", "3 days", "", "qwerty"])
  func `other words begin no time`(text: String) {
    #expect(starts(text).isEmpty)
  }
}
