import Wording

/// An assessment in words for a person, in one language; everything is safe for the terminal.
package struct AssessmentDescription: Sendable {
  private let assessment: Assessment
  private let language: Language

  /// Describes an assessment in a language.
  package init(_ assessment: Assessment, in language: Language) {
    self.assessment = assessment
    self.language = language
  }

  /// The level in one line.
  package var level: String { assessment.level.wording[language] }

  /// The level, then the evidence for a scam and for a genuine notice, each with its words.
  package var lines: [String] {
    [level] + section(.scam, BilingualText(zh: "说明可疑的：", en: "What speaks for a scam:"))
      + section(.genuine, BilingualText(zh: "说明正常的：", en: "What speaks for a genuine notice:"))
  }

  private func section(_ side: EvidenceRule.Side, _ title: BilingualText) -> [String] {
    let items = assessment.evidence.filter { $0.rule.side == side }
    guard !items.isEmpty else { return [] }
    return [title[language]] + items.map(bullet)
  }

  private func bullet(_ item: Evidence) -> String {
    let weight = item.rule.isHard ? hardWord : "+\(item.rule.weight)"
    let words = item.quotes.map { quote in
      let text = quote.text.unicodeScalars.map { $0 == "\n" ? " " : String($0) }.joined()
      return language == .zh ? "「\(text)」" : "“\(text)”"
    }
    let basis = words.isEmpty ? "" : " " + words.joined(separator: " ")
    return "- [\(weight)] \(item.rule.sentence[language])\(basis)".safeForTerminal
  }

  private var hardWord: String { language == .zh ? "决定性" : "decisive" }
}

extension Assessment.Level {
  /// The level in plain words.
  package var wording: BilingualText {
    switch self {
    case .likelyScam:
      BilingualText(
        zh: "很可能是诈骗：不符合正规通知的样子。不要付款，不要点链接，不要打短信里的电话。",
        en:
          "Likely a scam: not consistent with a genuine notice. Do not pay, open the link or call the number in it."
      )
    case .unverified:
      BilingualText(
        zh: "尚未核实：先不要付款，用你自己找到的官方渠道核实。",
        en:
          "Not verified, do not pay yet: check through an official channel you looked up yourself.")
    case .consistent:
      BilingualText(
        zh: "与正规通知相符，但仍要通过你自己的渠道核实后再付款。",
        en:
          "Consistent with a genuine notice; still verify through your own channel before you pay.")
    }
  }
}
