import NoticePage
import Recognizers
import Redaction
import Wording

extension FuzzTarget {
  /// A pasted message: read, weighed, printed in both languages, masked.
  static let messages = FuzzTarget(name: "messages") { bytes in
    let cores = SourceFiles.cores
    let text = String(decoding: bytes, as: UTF8.self)
    let sender = text.split(separator: "\n").last.map(String.init)
    let notice = cores.reader.read(text, sender: sender, received: SourceFiles.day)
    let assessment = cores.assessor.assess(notice)
    for language in Language.allCases {
      let page = ReadingPage(notice, assessment, facts: cores.facts, in: language)
      for columns in [nil, 20] {
        let printed = page.text(.init(colour: false, columns: columns, accessible: false))
        Law.holds(!printed.unicodeScalars.contains(where: \.steersTerminal), "steers the terminal")
      }
    }
    let masked = Redactor().redact(text)
    Law.holds(masked.unicodeScalars.count == text.unicodeScalars.count, "masking keeps the shape")
  }

  /// The recognizers on bytes that may be no UTF-8.
  static let recognizers = FuzzTarget(name: "recognizers") { bytes in
    let folded = FoldedText(utf8: bytes)
    for reference in [nil, ReferenceTime(date: SourceFiles.day)] {
      for language in [nil, Language.en] {
        let found = SourceFiles.recognizer.recognize(
          folded, reference: reference, language: language)
        var end = 0
        for entity in found.entities {
          Law.holds(
            end <= entity.range.lowerBound && !entity.range.isEmpty
              && entity.range.upperBound <= folded.rawCount, "findings in order and inside the text"
          )
          end = entity.range.upperBound
        }
      }
    }
  }
}
