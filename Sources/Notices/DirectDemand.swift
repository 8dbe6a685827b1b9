/// Tells a demand made of the reader (请立即转入安全账户) from one that a warning tells of (骗子要求您转入“安全账户”).
///
/// A fraud may dress as a warning; its demand is then as plain as ever.
struct DirectDemand {
  let message: MessageText

  /// Whether the words at a range ask the reader directly.
  ///
  /// A word that asks stands before them in their sentence, and nothing there tells of somebody else's
  /// words: no quotation marks, no 要求, no 都是诈骗.
  func isDirect(_ request: Range<Int>) -> Bool {
    let sentence = sentence(around: request)
    let before = sentence.lowerBound..<request.lowerBound
    let after = request.upperBound..<sentence.upperBound
    guard asks(in: before) || holds(DirectDemand.englishAsks, sentence) else { return false }
    return !holds(DirectDemand.reports, before) && !holds(DirectDemand.verdicts, after)
      && !holds(DirectDemand.englishReports, sentence)
  }

  /// How far a sentence is looked through to either side.
  private static let reach = 60

  private func sentence(around request: Range<Int>) -> Range<Int> {
    let scalars = message.scalars
    var start = request.lowerBound
    while start > max(0, request.lowerBound - DirectDemand.reach), !endsSentence(scalars[start - 1])
    {
      start -= 1
    }
    var end = request.upperBound
    while end < min(scalars.count, request.upperBound + DirectDemand.reach),
      !endsSentence(scalars[end])
    {
      end += 1
    }
    return start..<end
  }

  private func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isAny(of: "。！？；") || scalar.isAny(of: "!?;\n")
  }

  /// 请, but not in 申请, 邀请, 请勿; 务必 or 必须.
  private func asks(in range: Range<Int>) -> Bool {
    if holds(["务必", "必须"], range) { return true }
    let scalars = message.scalars
    return range.contains { place in
      scalars[place] == "请" && !(place > 0 && scalars[place - 1].isAny(of: "申邀聘恳提"))
        && !(place + 1 < scalars.count && scalars[place + 1].isAny(of: "勿求问不别示"))
    }
  }

  private static let reports = [
    "要求", "让您", "让你", "让他", "叫您", "叫你", "说", "称", "诱", "冒充", "假冒", "名义", "为由", "借口", "凡", "任何",
    "如", "若", "遇", "接到", "收到", "有人", "对方", "骗子", "骗取", "切勿", "请勿", "不要", "不会", "别", "拒绝", "谨防",
    "警惕", "所谓", "“", "「", "\"", "『", "‘",
  ]

  /// What a warning says behind the demand that it tells of.
  private static let verdicts = [
    "是诈骗", "是骗", "为诈骗", "属诈骗", "属于", "的诈骗", "骗子", "骗局", "套路", "手法", "别信", "挂断", "假的", "”", "」", "』",
  ]

  private static let englishAsks = [
    "please ", "must ", " now", "immediately", "kindly ", "you need to", "right away",
  ]

  private static let englishReports = [
    "ask", "told", "tell", "says", "claim", "never", "n't", "not ", "anyone", "someone", "who ",
    "if ", "hang up", "scammers will", "scammers may", "scammers try", "\"", "“",
  ]

  private func holds(_ words: [String], _ range: Range<Int>) -> Bool {
    words.contains { word in
      let letters = word.unicodeScalars
      guard range.count >= letters.count else { return false }
      return (range.lowerBound...range.upperBound - letters.count).contains { start in
        message.scalars[start..<start + letters.count].elementsEqual(letters) { one, other in
          one == other || (0x41...0x5A).contains(one.value) && one.value | 0x20 == other.value
        }
      }
    }
  }
}
