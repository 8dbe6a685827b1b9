import SourceText
import Testing

@testable import Notices

@Suite struct CueBookReaderTests {
  @Test func `the shipped cue file has no fault`() {
    #expect(NoticeFixture.cues.diagnostics.map { $0.line(in: .en) } == [])
    #expect(NoticeFixture.cues.book.groups.count > 80)
    #expect(NoticeFixture.cues.book.surnames.count > 150)
  }

  @Test func `an unknown kind and an empty phrase are reported where they stand`() {
    let source = SourceText(
      name: "cues.yaml", text: "cues:\n  threat.sew: {zh: [起诉]}\n  discount: {zh: [\"…\"]}\n")
    let faults = CueBook.read(source).diagnostics
    #expect(faults.map(\.position.line) == [2, 3])
  }
}
