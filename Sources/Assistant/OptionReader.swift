import FlowLanguage
import Wording

/// Reads a person's words as options of a question: by number, id, label, or a unique beginning.
struct OptionReader {
  let options: [Option]
  let isTri: Bool

  /// The option meant; `nil` where none or several fit.
  func option(_ line: String) -> Option? {
    let word = AnswerReader.folded(line)
    return option(named: word) ?? option(named: OptionReader.withoutStop(word))
  }

  private func option(named word: String) -> Option? {
    guard !word.isEmpty else { return nil }
    if let number = Int(word) {
      return options.indices.contains(number - 1) ? options[number - 1] : nil
    }
    if isTri, let id = OptionReader.triWords[word] { return options.first { $0.id == id } }
    if let exact = options.first(where: { names(of: $0).contains(word) }) { return exact }
    let begun = options.filter { names(of: $0).contains { $0.hasPrefix(word) } }
    return begun.count == 1 ? begun.first : nil
  }

  /// The options meant by words parted by commas, 、 or blanks, in the options' order.
  ///
  /// 0, "none" and "都没有" mean none of them; `nil` where a word fits no option.
  func options(_ line: String) -> [Option]? {
    let words = line.split { ",，、;； \u{3000}\t".contains($0) }.map(String.init)
    if OptionReader.noneWords.contains(AnswerReader.folded(line)) { return [] }
    if let whole = option(line) { return [whole] }
    if OptionReader.allWords.contains(AnswerReader.folded(line)) { return options }
    var chosen: Set<String> = []
    for word in words {
      guard let option = option(word) else { return nil }
      chosen.insert(option.id)
    }
    return chosen.isEmpty ? nil : options.filter { chosen.contains($0.id) }
  }

  /// The word without the stops and brackets that people put behind a number or a sentence.
  private static func withoutStop(_ word: String) -> String {
    var scalars = Substring(word).unicodeScalars
    while let last = scalars.last, ".。,、!)".unicodeScalars.contains(last) { scalars.removeLast() }
    return String(scalars)
  }

  private func names(of option: Option) -> [String] {
    [option.id, option.label.zh, option.label.en].map(AnswerReader.folded)
  }

  private static let noneWords: Set<String> = [
    "0", "none", "none of them", "none of these", "nothing", "no", "都没有", "全都没有", "一个都没有", "以上都没有",
    "都不是", "以上都不是", "没有", "没", "无", "否",
  ]

  private static let allWords: Set<String> = ["all", "all of them", "全部", "全都有", "都有", "都是"]

  private static let triWords: [String: String] = [
    "y": "yes", "yes": "yes", "是": "yes", "是的": "yes", "对": "yes", "对的": "yes", "有": "yes",
    "有的": "yes", "嗯": "yes", "yeah": "yes",
    "n": "no", "no": "no", "否": "no", "不是": "no", "没有": "no", "没": "no", "不": "no",
    "不对": "no",
    "unsure": "unsure", "not sure": "unsure", "don't know": "unsure", "dont know": "unsure",
    "不确定": "unsure", "不知道": "unsure", "不清楚": "unsure", "说不清": "unsure", "u": "unsure",
  ]
}
