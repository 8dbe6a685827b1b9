import Charts
import Wording

/// Evidence for and against as two rows of bars from a middle line, one bar an item.
struct EvidenceBalance {
  private let evidence: [Transcript.EvidenceLine]
  private let language: Language

  init(_ evidence: [Transcript.EvidenceLine], in language: Language) {
    self.evidence = evidence
    self.language = language
  }

  /// The drawing as one SVG element; all text is escaped, nothing is loaded.
  var svg: String {
    let rowHeight = 26
    let height = 40 + evidence.count * rowHeight
    let heaviest = max(1, evidence.map { abs($0.weight) }.max() ?? 1)
    var lines = [
      "<svg class=\"evidence\" viewBox=\"0 0 720 \(height)\" role=\"img\" aria-label=\"\(title.escapedForMarkup)\">",
      "<title>\(title.escapedForMarkup)</title>",
      "<text x=\"350\" y=\"18\" text-anchor=\"end\">\(Words.scam[language].escapedForMarkup)</text>",
      "<text x=\"370\" y=\"18\">\(Words.genuine[language].escapedForMarkup)</text>",
      "<line x1=\"360\" y1=\"4\" x2=\"360\" y2=\"\(height)\" stroke=\"currentColor\"/>",
    ]
    for (index, item) in evidence.enumerated() {
      lines += bar(item, top: 30 + index * rowHeight, heaviest: heaviest)
    }
    return (lines + ["</svg>"]).joined(separator: "\n")
  }

  private func bar(_ item: Transcript.EvidenceLine, top: Int, heaviest: Int) -> [String] {
    let length = item.isDecisive ? 120 : max(4, abs(item.weight) * 120 / heaviest)
    let left = item.isForScam ? 360 - length : 360
    let kind = item.isForScam ? "scam" : "genuine"
    let words = item.sentence.prefixOfWidth(36)
    let place = item.isForScam ? (360 - length - 6, "end") : (360 + length + 6, "start")
    return [
      "<rect class=\"\(kind)\" x=\"\(left)\" y=\"\(top)\" width=\"\(length)\" height=\"16\"/>",
      "<text x=\"\(place.0)\" y=\"\(top + 13)\" text-anchor=\"\(place.1)\" font-size=\"11\">\(words.escapedForMarkup)</text>",
    ]
  }

  private var title: String {
    let scam = evidence.count { $0.isForScam }
    return BilingualText(
      zh: "依据的分量：可疑 \(scam) 条，正常 \(evidence.count - scam) 条",
      en:
        "Weight of the evidence: \(scam) for a scam, \(evidence.count - scam) for a genuine notice")[
        language]
  }

  private enum Words {
    static let scam = BilingualText(zh: "← 像诈骗", en: "← a scam")
    static let genuine = BilingualText(zh: "像正规通知 →", en: "a genuine notice →")
  }
}

extension String {
  /// The beginning of the text that is at most so many columns wide, with an ellipsis where it goes on.
  fileprivate func prefixOfWidth(_ columns: Int) -> String {
    guard displayWidth > columns else { return self }
    var result = ""
    for character in self {
      guard (result + String(character)).displayWidth < columns else { break }
      result.append(character)
    }
    return result + "…"
  }
}
