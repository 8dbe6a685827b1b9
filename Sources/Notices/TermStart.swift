/// Tells whether a term runs from the message or from something else that it names: 判决生效之日起10日内.
///
/// The day of the other event is not in the message, so neither is the last day.
struct TermStart {
  let message: MessageText

  /// Whether the term at a range runs from another event than the message itself.
  func isElsewhere(_ term: Range<Int>) -> Bool {
    isChineseEvent(before: term.lowerBound) || isEnglishEvent(behind: term.upperBound)
  }

  /// How many characters are looked through for the event.
  private static let reach = 40

  // MARK: - Chinese

  private func isChineseEvent(before term: Int) -> Bool {
    let scalars = message.scalars
    var end = term
    while end > 0, scalars[end - 1].isAny(of: " ") || scalars[end - 1].isAny(of: "的之") { end -= 1 }
    guard end > 0, scalars[end - 1].isAny(of: "起后") else { return false }
    end -= 1
    var start = end
    while start > max(0, end - TermStart.reach), !endsClause(scalars[start - 1]) { start -= 1 }
    // 此后, 今后 and 随后 name nothing.
    guard end - start > 1 else { return false }
    let event = start..<end
    if TermStart.receipts.contains(where: { holds($0, event) }) { return false }
    return !TermStart.receiving.contains { holds($0, max(start, end - 2)..<end) }
  }

  private static let receipts = [
    "短信", "信息", "消息", "收到本", "接到本", "本函", "本通知", "此通知", "本催", "本告", "此函", "来函", "见信", "现在", "今",
    "即日", "发出", "发送", "收到之日", "接到之日", "收到通知", "接到通知", "通知之日", "通知送达", "通知发",
  ]

  private static let receiving = ["收到", "接到", "看到", "见到"]

  private func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    CueText.endsClause(scalar.value) || scalar.isAny(of: "：】（、") || scalar.isAny(of: ":]()")
  }

  // MARK: - English

  private func isEnglishEvent(behind term: Int) -> Bool {
    var end = term
    while end < min(message.scalars.count, term + TermStart.reach),
      !endsClause(message.scalars[end]), message.scalars[end] != "."
    {
      end += 1
    }
    let rest = term..<end
    guard
      TermStart.joints.contains(where: {
        holds($0, term..<min(end, term + $0.unicodeScalars.count))
      })
    else { return false }
    return holds("dated", rest) || !TermStart.englishReceipts.contains { holds($0, rest) }
  }

  private static let joints = [" of ", " from ", " after ", " following "]

  private static let englishReceipts = [
    "receipt", "receiv", "this message", "this notice", "this letter", "this text", "this sms",
    "this email", "today", "now", "getting this",
  ]

  private func holds(_ word: String, _ range: Range<Int>) -> Bool {
    let letters = word.unicodeScalars
    guard range.count >= letters.count else { return false }
    return (range.lowerBound...range.upperBound - letters.count).contains {
      message.scalars[$0..<$0 + letters.count].elementsEqual(letters)
    }
  }
}
