import Facts
import Notices
import Wording

extension Notice {
  /// Each threat as a bullet, followed by what is true about it and the rule that says so.
  package func threatLines(_ facts: FactBook, in language: Language) -> [String] {
    NoticeDescription(self, in: language).threats.flatMap { kind, line in
      guard let truth = facts.threatTruth(kind.rawValue) else { return ["- " + line] }
      let rules = truth.rules.joined(separator: language == .zh ? "、" : ", ")
      let basis = rules.isEmpty ? "" : " [\(rules)]"
      return ["- " + line, "  → \(truth.truth[language])\(basis)".safeForTerminal]
    }
  }
}

extension FactBook {
  /// What a sender's number tells and does not prove: its shape, and whether an institution has
  /// published it.
  package func meaning(ofNumber number: String, in language: Language) -> String {
    let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "+" }
    let dialled = String(String.UnicodeScalarView(digits))
    var parts: [String] = []
    if let shape = numberShape(of: dialled) {
      parts.append(shape.means[language])
      parts.append(
        (language == .zh ? "证明不了：" : "It does not prove: ") + shape.doesNotMean[language])
    } else {
      parts.append(FactBook.unknownShape[language])
    }
    if let owner = institutions(phone: dialled).first
      ?? institutions(smsSender: dialled).first
    {
      parts.append(
        language == .zh
          ? "这个号码与\(owner.name.zh)公布的号码相同；号码可以伪造，仍要自己打官方电话核实。"
          : "It is the number \(owner.name.en) has published; numbers can be forged, so still call the official line yourself."
      )
    }
    return parts.joined(separator: language == .zh ? "" : " ").safeForTerminal
  }

  private static let unknownShape = BilingualText(
    zh: "这个号码的样子不在已知的几类里，什么也说明不了。", en: "Its shape is none of the known ones; it tells nothing.")
}
