/// Joins the words that name one place: `微信小程序“某某”` is one mini program, `某某APP` one app.
struct ContactMerging {
  let message: MessageText

  func merged(_ contacts: [ContactFinding]) -> [ContactFinding] {
    var result: [ContactFinding] = []
    for contact in contacts {
      if contact.kind == .miniapp, let last = result.last, last.kind == .wechat,
        last.quote.range.upperBound == contact.quote.range.lowerBound
      {
        result.removeLast()
        let start = last.quote.range.lowerBound
        result.append(named(.miniapp, start..<contact.quote.range.upperBound))
      } else {
        result.append(named(contact.kind, contact.quote.range))
      }
    }
    return result
  }

  private func named(_ kind: ContactFinding.Kind, _ range: Range<Int>) -> ContactFinding {
    var range = range
    if kind == .miniapp { range = range.lowerBound..<quotedEnd(after: range.upperBound) }
    return ContactFinding(kind: kind, quote: message.quote(range))
  }

  /// The end of a name in quotation marks right after a place, at most 24 scalars; else the place.
  private func quotedEnd(after start: Int) -> Int {
    let scalars = message.scalars
    guard start < scalars.count, "“「\"".unicodeScalars.contains(scalars[start]) else {
      return start
    }
    let limit = min(scalars.count, start + 26)
    let end = (start + 1..<max(start + 1, limit)).first {
      "”」\"".unicodeScalars.contains(scalars[$0])
    }
    return end.map { $0 + 1 } ?? start
  }
}
