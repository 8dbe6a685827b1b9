import Testing
import Wording

@testable import NoticePage

@Suite struct FindingMarksTests {
  @Test func `each finding says what it is and how it is understood`() {
    let marks = FindingMarks(PageFixture.read(PageFixture.messages[0])).all
    func meaning(_ name: String) -> String? { marks.first { $0.name.zh == name }?.meaning.zh }
    #expect(meaning("签名") == "不在登记名录里")
    #expect(meaning("本金") == "2,345.60元")
    #expect(meaning("期限") == "2026年11月25日（周三） 18:00")
    #expect(meaning("逾期") == "12 天")
    #expect(meaning("链接")?.hasPrefix("yunfan-pay.top：") == true)
    #expect(meaning("电话")?.contains("17055550142") == true)
    #expect(marks.map(\.range.lowerBound) == marks.map(\.range.lowerBound).sorted())
  }

  @Test func `an amount that is no sum of yuan keeps its number`() {
    let marks = FindingMarks(PageFixture.read(PageFixture.messages[1])).all
    #expect(marks.contains { $0.kind == .money && $0.meaning.en.contains("1250.00") })
  }

  @Test(arguments: FindingMark.Kind.allCases)
  func `each kind has a short label in both languages`(kind: FindingMark.Kind) {
    #expect(!kind.label.zh.isEmpty && kind.label.zh.displayWidth <= 4)
    #expect(!kind.label.en.isEmpty && kind.label.en.count <= 9)
  }
}
