import SourceText
import Testing
import Wording

@testable import FlowChecking

@Suite struct ReadingLevelCheckTests {
  private static func say(_ zh: String, _ en: String) -> String {
    "a: {say: {zh: \"\(zh)\", en: \"\(en)\"}, next: z}\nz: {\(end)}"
  }

  private static let longChinese = String(repeating: "很长的话，", count: 16)
  private static let longEnglish = String(repeating: "many words ", count: 17)

  @Test func `a long sentence is a warning at its place, and shown`() {
    let nodes = Self.say(
      "短句。▼\(Self.longChinese)。短句。", "Short. ▼\(Self.longEnglish)end. Short one.")
    expect("reading-level", nodes)
    let found = faults(flow(nodes))
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.first?.message.en.contains("很长的话") == true)
  }

  @Test(arguments: [
    say("短句。短句！短句？短句；短句……", "One. Two! Three? Four; five."),
    say(String(repeating: "每一句都不长。", count: 40), String(repeating: "Each is short. ", count: 40)),
    say("{notice.read('\(longChinese)').text}", "{notice.read('\(longChinese)').text}"),
    say("第一行\\n第二行", "Version 3.14 of it, e.g. this one."),
  ])
  func `short sentences and values give no alarm`(nodes: String) {
    let found = faults(flow(nodes)).filter { $0.check == "reading-level" }
    #expect(found.isEmpty, "\(found.map { $0.line(in: .en) })")
  }

  @Test func `a point within a number or a word ends no sentence`() {
    #expect(Sentence.all(in: "Pay 3.5 now. Then stop.", .en).map(\.length) == [3, 2])
    #expect(Sentence.all(in: "先查，再还。别急", .zh).map(\.length) == [4, 2])
  }
}
