import Facts
import Wording

/// What a sender's number shows and what it does not prove, in words; safe for the terminal.
package struct SenderDescription: Sendable {
  private let facts: FactBook
  private let language: Language

  /// Describes senders by the facts, in a language.
  package init(_ facts: FactBook, in language: Language) {
    self.facts = facts
    self.language = language
  }

  /// Two or three sentences: whose published number it is, what its form means, what it does not mean.
  ///
  /// Empty for an empty number.
  package func meaning(of sender: String) -> String {
    guard let finding = Registry(facts).sender(sender) else { return "" }
    return [owner(finding), shape(finding)].filter { !$0.isEmpty }
      .joined(separator: language == .zh ? "" : " ").safeForTerminal
  }

  private func owner(_ finding: SenderFinding) -> String {
    guard let id = finding.ownerID else {
      if isName(finding) { return "" }
      return language == .zh
        ? "\(finding.number) 不在任何机构的公开号码里。"
        : "\(finding.number) is no institution's published number."
    }
    let name = facts.institution(id)?.name[language] ?? facts.fact(id)?.title[language] ?? id
    return language == .zh
      ? "\(finding.number) 是 \(name) 公开的号码；号码可能被冒用。"
      : "\(finding.number) is a published number of \(name); numbers can be forged."
  }

  /// Whether no digit stands in it: ICBC, 某某银行.
  private func isName(_ finding: SenderFinding) -> Bool {
    !finding.number.unicodeScalars.contains { $0.properties.numericType != nil }
  }

  private func shape(_ finding: SenderFinding) -> String {
    if isName(finding) {
      return language == .zh
        ? "发件人显示的是名字「\(finding.number)」，不是号码。名字是发送方自己填的，不能证明是谁发的。"
        : "“\(finding.number)” is a name, not a number. The sending side chooses the name it shows, so it does not prove who sent it."
    }
    guard let shape = facts.numberShape(of: finding.number) else { return "" }
    return [shape.means[language], shape.doesNotMean[language]]
      .joined(separator: language == .zh ? "" : " ")
  }
}
