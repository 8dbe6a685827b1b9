/// Finds the accounts of persons in WeChat and QQ: `加V：abc123`, `专员微信 abc123456`.
///
/// The account is a run of Latin letters, digits, - and _ right behind the word for the place. An
/// account to follow (关注, 公众号) is a public one. Works on compared scalars.
struct PrivateContactScanner {
  let reading: MessageReader.Reading

  /// The shortest account; WeChat asks for six, older ones and QQ have five.
  private static let shortest = 5
  private static let longest = 20
  /// How many scalars before the word 关注 may stand.
  private static let reach = 12

  private var scalars: [UInt32] { reading.compared.scalars }

  /// The accounts in reading order.
  func ranges() -> [Range<Int>] {
    let words = reading.ranges(.addContact) + reading.ranges(.wechat) + reading.ranges(.qq)
    var found: [Range<Int>] = []
    for word in words.sorted(by: { $0.upperBound < $1.upperBound }) {
      guard let account = account(behind: word.upperBound), found.last != account,
        !isPublic(word.lowerBound..<account.lowerBound)
      else { continue }
      found.append(account)
    }
    return found
  }

  private func account(behind place: Int) -> Range<Int>? {
    var start = place
    while start < scalars.count, start < place + 4, isJoint(scalars[start]) { start += 1 }
    var end = start
    var digits = 0
    while end < scalars.count, end - start <= PrivateContactScanner.longest, isPart(scalars[end]) {
      if CueText.isDigit(scalars[end]) { digits += 1 }
      end += 1
    }
    guard digits > 0, end - start >= PrivateContactScanner.shortest,
      end - start <= PrivateContactScanner.longest, !isAt(end, 0x2E), !isAt(end, 0x2F)
    else { return nil }
    return start..<end
  }

  private func isAt(_ index: Int, _ scalar: UInt32) -> Bool {
    index < scalars.count && scalars[index] == scalar
  }

  /// A blank, a colon, 号, 是 or 为.
  private func isJoint(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x3A, 0xFF1A, 0x53F7, 0x662F, 0x4E3A: true
    default: false
    }
  }

  private func isPart(_ scalar: UInt32) -> Bool {
    CueText.isDigit(scalar) || CueText.isLetter(scalar) || scalar == 0x2D || scalar == 0x5F
  }

  /// Whether 关注 stands before the word, or 公众, 服务号 or 视频号 around it.
  private func isPublic(_ range: Range<Int>) -> Bool {
    let around = max(0, range.lowerBound - PrivateContactScanner.reach)..<range.upperBound
    let text = scalars[around.clamped(to: scalars.indices)]
    return PrivateContactScanner.publicWords.contains { word in
      text.indices.contains { text[$0...].starts(with: word) }
    }
  }

  private static let publicWords: [[UInt32]] = ["关注", "公众", "服务号", "视频号"]
    .map { $0.unicodeScalars.map(\.value) }
}

extension MessageReader {
  /// The private accounts of a message; without a word for the place there are none.
  func privateContacts(_ reading: Reading) -> [Quote] {
    guard reading.has(.addContact) || reading.has(.wechat) || reading.has(.qq) else { return [] }
    return PrivateContactScanner(reading: reading).ranges()
      .map { reading.message.quote(reading.compared.rawRange($0)) }
  }
}
