/// Tells a number that is the addressee's own, or that of people around them, from the numbers a
/// message wants called: nobody is to call it, it is no evidence, and it is masked like any other.
struct PersonalNumber {
  private let text: [Unicode.Scalar]

  /// Numbers of a message.
  init(in message: MessageText) {
    text = message.scalars
  }

  /// Whether the number at a place stands beside words such as 尊敬的…用户, 您的手机号 or 紧急联系人.
  func stands(at place: Range<Int>) -> Bool {
    guard place.upperBound <= text.count else { return false }
    let after = text[place.upperBound...].prefix(4)
    if Words.followers.contains(where: { after.starts(with: $0) }) { return true }
    let before = clause(before: place.lowerBound)[...]
    return Words.leads.contains { before.ends(with: $0) } || isOwnersNumber(before)
      || isRelativesNumber(before)
  }

  /// `您的手机号`, `注册手机`: whose it is, hardly anything, and a word for a number.
  private func isOwnersNumber(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    Words.nouns.contains { noun in
      guard before.ends(with: noun) else { return false }
      let owner = before.dropLast(noun.count)
      return (0...2).contains { gap in
        Words.owners.contains { owner.dropLast(gap).ends(with: $0) }
      }
    }
  }

  /// `紧急联系人李华`: who it is and a short name, no call to dial.
  private func isRelativesNumber(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    Words.relatives.contains { word in
      (0...4).contains { gap in
        before.dropLast(gap).ends(with: word)
          && !before.suffix(gap).contains { $0.isAny(of: "电拨打联系咨询回") }
      }
    }
  }

  /// The words of the same clause before a place, at most so many, without colons, brackets and
  /// 为 right before it; Latin letters in lower case.
  private func clause(before place: Int) -> [Unicode.Scalar] {
    var words = text[..<place].suffix(24)
    while let last = words.last, last.isAny(of: " \u{3000}:：(（为是") { words.removeLast() }
    let stop = words.lastIndex { $0.isAny(of: "，,。；;！!？?、\n【】") }
    return words[(stop.map { $0 + 1 } ?? words.startIndex)...].map { scalar in
      (0x41...0x5A).contains(scalar.value)
        ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }
  }

  private enum Words {
    static let followers = scalars(["用户", "机主", "的用户", "的机主", "先生", "女士"])
    static let leads = scalars([
      "尊敬的", "用户", "客户", "机主", "本机", "dear", "customer", "user",
      "your number", "your phone", "your phone number", "your mobile", "your mobile number",
      "registered number", "registered mobile", "registered phone", "emergency contact",
    ])
    static let owners = scalars(["您", "你", "本人", "注册", "预留", "绑定", "登记", "借款人"])
    static let nouns = scalars(["手机号码", "手机号", "手机", "号码", "电话"])
    static let relatives = scalars([
      "紧急联系人", "担保人", "亲属", "家属", "父亲", "母亲", "配偶", "爱人", "子女",
    ])

    private static func scalars(_ words: [String]) -> [[Unicode.Scalar]] {
      words.map { Array($0.unicodeScalars) }
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func ends(with word: [Unicode.Scalar]) -> Bool {
    count >= word.count && suffix(word.count).elementsEqual(word)
  }
}
