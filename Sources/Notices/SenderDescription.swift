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
      return language == .zh
        ? "\(finding.number) 不在任何机构的公开号码里。"
        : "\(finding.number) is no institution's published number."
    }
    let name = facts.institution(id)?.name[language] ?? facts.fact(id)?.title[language] ?? id
    return language == .zh
      ? "\(finding.number) 是 \(name) 公开的号码；号码可能被冒用。"
      : "\(finding.number) is a published number of \(name); numbers can be forged."
  }

  private func shape(_ finding: SenderFinding) -> String {
    guard let shape = facts.numberShape(of: finding.number) else { return "" }
    return [shape.means[language], shape.doesNotMean[language]]
      .joined(separator: language == .zh ? "" : " ")
  }
}
