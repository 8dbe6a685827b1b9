import FlowLanguage
import SourceText
import Wording

/// How long a sentence may be for somebody who is worried and reads on a small screen.
///
/// The one place for these numbers; flows/README.md tells authors. A value in braces counts as one
/// word, for nobody knows how long it gets.
package enum ReadingLevel {
  /// Characters of a Chinese sentence, those within it included, punctuation not.
  package static let chineseCharacters = 60
  /// Words of an English sentence.
  package static let englishWords = 32
}

extension FlowCheck {
  /// No sentence is longer than a worried reader can take in; the message shows its beginning.
  static let readingLevel = FlowCheck(id: "reading-level") { context in
    context.texts.flatMap { text in
      longSentences(in: text.zh, .zh, context) + longSentences(in: text.en, .en, context)
    }
  }
}

private func longSentences(
  in template: FlowTemplate, _ language: Language, _ context: CheckContext
) -> [Diagnostic] {
  // A text this short holds no long sentence: most texts are not looked at any closer.
  guard template.written.utf8.count > ReadingLevel.chineseCharacters else { return [] }
  return Sentence.all(in: template.written, language).filter(\.isLong).map { sentence in
    let range = SourceRange(
      start: template.places.file(sentence.range.lowerBound),
      end: template.places.file(sentence.range.upperBound))
    let fault = ReadingLevelFault(sentence: sentence, language: language)
    return context.fault("reading-level", at: range, fault.message, .warning)
  }
}

/// A sentence of a text and its length.
struct Sentence {
  /// Where it stands, in UTF-8 offsets.
  let range: Range<Int>
  /// Its beginning, for the message.
  let beginning: String
  /// Characters in Chinese, words in English.
  let length: Int
  let language: Language

  /// Whether it is longer than it may be.
  var isLong: Bool {
    switch language {
    case .zh: length > ReadingLevel.chineseCharacters
    case .en: length > ReadingLevel.englishWords
    }
  }

  /// The sentences of a text, in order; linear time.
  static func all(in text: String, _ language: Language) -> [Sentence] {
    var scan = SentenceScan(language)
    for scalar in text.unicodeScalars { scan.take(scalar) }
    scan.end()
    return scan.found
  }
}

private struct SentenceScan {
  let language: Language
  var found: [Sentence] = []
  private var offset = 0
  private var start = 0
  private var characters = 0
  private var words = 0
  private var isInWord = false
  private var braces = 0
  private var beginning = ""
  private var pointBefore = false

  init(_ language: Language) {
    self.language = language
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    // A point ends a sentence only where a space or a line end follows: 3.14 and e.g. stay whole.
    if pointBefore, scalar.properties.isWhitespace { end() }
    pointBefore = false
    offset += UTF8.width(scalar)
    switch scalar {
    case "{":
      braces += 1
      if braces == 1 { count(scalar) }
    case "}": braces -= 1
    case _ where braces > 0: break
    case "。", "！", "？", "；", "\n", "!", "?", ";", "…": end()
    case ".": pointBefore = true
    default: count(scalar)
    }
    if start < offset, beginning.unicodeScalars.count < 24, scalar != "\n" {
      beginning.unicodeScalars.append(scalar)
    }
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    if scalar.properties.isWhitespace {
      isInWord = false
      if words == 0 { start = offset }
      return
    }
    if !isInWord { words += 1 }
    isInWord = true
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "{" {
      characters += 1
    }
  }

  mutating func end() {
    let length = language == .zh ? characters : words
    if length > 0 {
      found.append(
        Sentence(
          range: start..<offset, beginning: beginning, length: length, language: language))
    }
    start = offset
    (characters, words, isInWord, beginning) = (0, 0, false, "")
  }
}

private struct ReadingLevelFault {
  let sentence: Sentence
  let language: Language

  var message: BilingualText {
    switch language {
    case .zh:
      BilingualText(
        zh:
          "这句有 \(sentence.length) 个字，着急的人读不进去；请拆成几句，每句不超过 \(ReadingLevel.chineseCharacters) 个字：“\(sentence.beginning)……”",
        en:
          "this Chinese sentence has \(sentence.length) characters; split it, at most \(ReadingLevel.chineseCharacters) each: \"\(sentence.beginning)…\""
      )
    case .en:
      BilingualText(
        zh:
          "这句英文有 \(sentence.length) 个词；请拆成几句，每句不超过 \(ReadingLevel.englishWords) 个词：“\(sentence.beginning)……”",
        en:
          "this sentence has \(sentence.length) words; split it, at most \(ReadingLevel.englishWords) each: \"\(sentence.beginning)…\""
      )
    }
  }
}
