import ShippedFlows
import Testing

@testable import Transcripts

/// Whose number stands in a message: the person's own is masked, the collector's is evidence.
@Suite struct KeptNumbersTests {
  private func transcript(_ words: String) throws -> String {
    let interview = try ShippedRun.scam(in: .zh, message: ShippedRun.message + "\n" + words + "。")
    return ShippedRun.transcript(interview, .zh).markdown
  }

  @Test(arguments: [
    "尊敬的13912340000用户", "13912340000用户您好", "您的手机号13912340000已被登记", "本机：13912340000",
    "您注册的手机号码为 139 1234 0000", "预留手机(13912340000)", "将联系您的紧急联系人李华13912340000",
    "已通知家属13912340000", "Dear 13912340000", "your mobile number 13912340000 is listed",
  ])
  func `a number that is the person's own or a relative's is masked`(words: String) throws {
    let text = try transcript(words)
    #expect(!text.contains("13912340000") && !text.contains("139 1234 0000"))
    #expect(text.contains("17144440188"), "the collector's stays")
  }

  @Test(arguments: [
    "请致电13912340000", "有疑问联系您的客户经理13912340000", "拨打电话：13912340000", "您可回电13912340000",
    "通知您的紧急联系人，请致电13912340000", "客服手机13912340000", "请致电13912340000客户经理", "call 13912340000 now",
  ])
  func `a number that is to be called stays`(words: String) throws {
    #expect(try transcript(words).contains("13912340000"))
  }

  @Test func `a number in the time of a call is masked, the caller's own stays`() throws {
    let line = LoggedContact(
      day: ShippedFlows.today, time: "打到13912340000，昨晚", number: "13812340000", party: "", words: ""
    )
    let log = TranscriptBuilder(facts: ShippedFlows.facts).transcript(
      of: try ShippedRun.scam(in: .zh), notes: [], contactLog: [line], in: .zh, masked: true
    ).contactLog
    #expect(log.map(\.time) == ["打到139****0000，昨晚"])
    #expect(log.map(\.number) == ["13812340000"])
  }
}
