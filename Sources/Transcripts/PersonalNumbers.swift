import Notices

/// Tells the numbers in a message that are the addressee's own, or those of people around them, from
/// the numbers it wants called: the first are masked like any other, the others are evidence.
struct PersonalNumbers {
  private let text: [Unicode.Scalar]

  /// The numbers of a message.
  init(of message: String) {
    text = Array(message.unicodeScalars)
  }

  /// The numbers that stand beside words such as 尊敬的…用户, 您的手机号 or 紧急联系人, digits only.
  func among(_ phones: [PhoneFinding]) -> Set<String> {
    Set(phones.filter { isPersonal($0.quote.range) }.map(\.number))
  }

  private func isPersonal(_ place: Range<Int>) -> Bool {
    guard place.upperBound <= text.count else { return false }
    let before = clause(before: place.lowerBound)
    let after = string(text[place.upperBound...].prefix(4))
    return PersonalNumbers.followers.contains { after.hasPrefix($0) }
      || PersonalNumbers.leads.contains { before.hasSuffix($0) }
      || isOwnersNumber(before) || isRelativesNumber(before)
  }

  /// `您的手机号`, `注册手机`: whose it is, hardly anything, and a word for a number.
  private func isOwnersNumber(_ before: String) -> Bool {
    PersonalNumbers.nouns.contains { noun in
      guard before.hasSuffix(noun) else { return false }
      let owner = before.dropLast(noun.count)
      return (0...2).contains { gap in
        PersonalNumbers.owners.contains { owner.dropLast(gap).hasSuffix($0) }
      }
    }
  }

  /// `紧急联系人李华`: who it is and a short name, no call to dial.
  private func isRelativesNumber(_ before: String) -> Bool {
    PersonalNumbers.relatives.contains { word in
      (0...4).contains { gap in
        let name = before.suffix(gap)
        return before.dropLast(gap).hasSuffix(word)
          && !PersonalNumbers.calls.contains { name.contains($0) }
      }
    }
  }

  /// The words of the same clause before a place, at most so many, without colons, brackets and
  /// 为 right before it; lower case.
  private func clause(before place: Int) -> String {
    var words = text[..<place].suffix(24)
    while let last = words.last, " \u{3000}:：(（为是".unicodeScalars.contains(last) {
      words.removeLast()
    }
    let stop = words.lastIndex { "，,。；;！!？?、\n【】".unicodeScalars.contains($0) }
    return string(words[(stop.map { $0 + 1 } ?? words.startIndex)...]).lowercased()
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  // MARK: Words

  private static let followers = ["用户", "机主", "的用户", "的机主", "先生", "女士"]
  private static let leads = [
    "尊敬的", "用户", "客户", "机主", "本机", "dear", "customer", "user",
    "your number", "your phone", "your phone number", "your mobile", "your mobile number",
    "registered number", "registered mobile", "registered phone", "emergency contact",
  ]
  private static let owners = ["您", "你", "本人", "注册", "预留", "绑定", "登记", "借款人"]
  private static let nouns = ["手机号码", "手机号", "手机", "号码", "电话"]
  private static let relatives = [
    "紧急联系人", "担保人", "亲属", "家属", "父亲", "母亲", "配偶", "爱人", "子女",
  ]
  private static let calls = ["电", "拨", "打", "联系", "咨询", "回"]
}
