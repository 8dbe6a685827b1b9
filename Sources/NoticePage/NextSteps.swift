import Facts
import Notices
import Wording

/// What to do now, safest first; numbers come from the facts, with their day.
package struct NextSteps: Sendable {
  private let notice: Notice
  private let level: Assessment.Level
  private let facts: FactBook

  /// The steps after reading a notice that was assessed at a level.
  package init(_ notice: Notice, level: Assessment.Level, facts: FactBook) {
    self.notice = notice
    self.level = level
    self.facts = facts
  }

  /// The steps, one sentence or two each; everything is safe for the terminal.
  package var steps: [BilingualText] {
    let checking = notice.isDemand || notice.asksForTransfer || notice.asksForSecret
    let steps: [BilingualText?] =
      switch level {
      case .likelyScam: [Words.stop, harmed, doubt]
      case .unverified, .consistent:
        checking || level == .consistent ? [Words.hold, ask] : [Words.harmless]
      }
    return steps.compactMap(\.self) + [Words.walk]
  }

  /// Where money or a secret may already be gone.
  private var harmed: BilingualText? {
    guard let police = facts.helpline("police"), let number = police.number else { return nil }
    return BilingualText(
      zh: "如果已经转了钱，或者已经说出验证码、密码：马上打 \(number)（\(police.name.zh)），再打银行卡背面的电话。",
      en:
        "If you have already sent money or told a code or password: call \(number) (\(police.name.en)) at once, then the number on the back of your bank card."
    )
  }

  private var doubt: BilingualText? {
    guard let line = facts.helpline("96110"), let number = line.number else { return nil }
    return BilingualText(
      zh: "拿不准：打 \(number)（\(line.name.zh)）问。",
      en: "If you are not sure: ask \(number) (\(line.name.en)).")
  }

  /// The published line of the institution the text names, or how to find one.
  private var ask: BilingualText {
    guard let institution = notice.registryID.flatMap(facts.institution),
      let phone = institution.contactPhones.first
    else { return Words.lookUp }
    let day = phone.provenance.asOf?.text ?? "undated"
    return BilingualText(
      zh:
        "打 \(institution.name.zh) 公开的客服电话 \(phone.shown)（截至 \(day) 的资料）自己问：有没有这笔借款、欠多少、到期哪天。不要打短信里的号码。",
      en:
        "Call the published line of \(institution.name.en), \(phone.shown) (as of \(day)), and ask yourself: is there such a loan, how much, due when. Do not use the number in the text."
    )
  }

  private enum Words {
    static let stop = BilingualText(
      zh: "不回复，不点链接，不打短信里的电话，不付款。短信和发信号码截图留着。",
      en:
        "Do not reply, open the link, call the number in it, or pay. Keep a screenshot of the text and its sender."
    )
    static let hold = BilingualText(
      zh: "先不付款，也不点短信里的链接。", en: "Do not pay yet, and do not open the link in the text.")
    static let lookUp = BilingualText(
      zh: "问清是哪家机构，再用它的官方 App、官网或合同上的电话自己去问：有没有这笔借款、欠多少、到期哪天。",
      en:
        "Find out which institution it is, then ask through its own app, site or the number in your contract: is there such a loan, how much, due when."
    )
    static let harmless = BilingualText(
      zh: "没有看到催款或索要什么的话。若后来有人为这事要钱或验证码，先核实。",
      en:
        "It demands nothing. Should somebody ask for money or a code over it later, check first."
    )
    static let walk = BilingualText(
      zh: "想一步一步弄明白：运行 mingbai。", en: "To go through it step by step: run mingbai.")
  }
}
