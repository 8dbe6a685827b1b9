import Notices
import Testing
import Wording

@testable import NoticePage

@Suite struct MarkedMessageTests {
  @Test(arguments: PageFixture.messages)
  func `the segments joined are the message made safe`(message: String) {
    let marked = MarkedMessage(PageFixture.read(message))
    #expect(
      Array(marked.segments.map(\.text).joined().utf8) == Array(message.safeForTerminal.utf8))
  }

  @Test(arguments: PageFixture.messages)
  func `no finding is lost and each covers neighbouring segments with its words`(message: String) {
    let marked = MarkedMessage(PageFixture.read(message))
    for (index, mark) in marked.marks.enumerated() {
      let covered = marked.segments.indices.filter { marked.segments[$0].marks.contains(index) }
      #expect(!covered.isEmpty, "\(mark)")
      #expect(covered.last.map { $0 - (covered.first ?? 0) + 1 } == covered.count)
      let words = covered.map { marked.segments[$0].text }.joined()
      #expect(words.contains(mark.words.safeForTerminal), "\(words)")
    }
  }

  @Test func `the laws hold for any marks, nested, crossing, empty and outside`() {
    var seed: UInt64 = 7
    func random(_ below: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % below
    }
    let message = "甲乙1️⃣丙\u{202E}a\u{301}丁\n戊\u{1B}己庚"
    let count = message.unicodeScalars.count
    for _ in 0..<500 {
      let marks = (0..<random(6)).map { _ in
        let start = random(count + 3)
        return mark(start..<start + random(count + 2), in: message)
      }
      let marked = MarkedMessage(message, marks: marks)
      #expect(
        Array(marked.segments.map(\.text).joined().utf8) == Array(message.safeForTerminal.utf8))
      #expect(Set(marked.segments.flatMap(\.marks)) == Set(marks.indices))
      let brackets = marked.bracketed(in: .zh).plain.unicodeScalars
      #expect(brackets.count { $0 == "[" } == brackets.count { $0 == "]" })
    }
  }

  private func mark(_ range: Range<Int>, in message: String) -> FindingMark {
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: Array(message.unicodeScalars).indices.contains(range.lowerBound)
        ? Array(message.unicodeScalars)[range.clamped(to: 0..<message.unicodeScalars.count)] : [])
    return FindingMark(
      kind: .money, name: BilingualText(zh: "金额", en: "Amount"),
      meaning: BilingualText(zh: "", en: ""), range: range, words: String(view))
  }

  @Test func `a finding inside another stands in brackets inside its brackets`() {
    let message = "11月25日前起诉你"
    let marks = [mark(0..<9, in: message), mark(0..<6, in: message)]
    let marked = MarkedMessage(message, marks: marks)
    #expect(marked.segments.map(\.marks) == [[0, 1], [0], []])
    #expect(marked.bracketed(in: .zh).plain == "[金额 [金额 11月25日]前起诉]你")
    #expect(marked.bracketed(in: .en).plain == "[amount [amount 11月25日]前起诉]你")
  }

  @Test func `of crossing findings the second goes on after the first ends`() {
    let message = "一二三四五六"
    let marked = MarkedMessage(
      message, marks: [mark(0..<4, in: message), mark(2..<6, in: message)])
    #expect(marked.bracketed(in: .zh).plain == "[金额 一二[金额 三四]][… 五六]")
  }

  @Test func `a letter and what combines with it stay together`() {
    let message = "一1\u{FE0F}\u{20E3}二"
    let marked = MarkedMessage(message, marks: [mark(1..<2, in: message)])
    #expect(marked.segments.map(\.text) == ["一", "1\u{FE0F}\u{20E3}", "二"])
    let inside = MarkedMessage(message, marks: [mark(2..<3, in: message)])
    #expect(inside.segments.map(\.text) == ["一", "1\u{FE0F}\u{20E3}", "二"])
  }

  @Test func `kinds are listed in the order of their first place`() {
    let marked = MarkedMessage(PageFixture.read("【云帆易贷】您已逾期12天，应还100元"))
    #expect(marked.kinds == [.name, .time, .money])
  }
}
