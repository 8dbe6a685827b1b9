import Wording

extension MarkedMessage {
  /// The message in colours: each word in the look of the innermost finding that holds it.
  package var coloured: StyledText {
    var text = StyledText()
    for segment in segments {
      let kind = segment.marks.last.map { marks[$0].kind }
      text.append(segment.text, kind.map(StyledText.Style.mark) ?? .plain)
    }
    return text
  }

  /// The message in brackets, `[金额 1,234.56]`: a short label, then the words, findings inside
  /// findings as brackets inside brackets.
  ///
  /// Where two findings cross, the one that goes on is closed and opened again with `…`.
  package func bracketed(in language: Language) -> StyledText {
    var text = StyledText()
    var open: [Int] = []
    var begun: Set<Int> = []
    for segment in segments {
      let kept = zip(open, segment.marks).prefix { $0 == $1 }.count
      text.append(String(repeating: "]", count: open.count - kept))
      for mark in segment.marks[kept...] {
        let isNew = begun.insert(mark).inserted
        text.append("[\(isNew ? marks[mark].kind.label[language] : "…") ")
      }
      open = segment.marks
      text.append(segment.text)
    }
    text.append(String(repeating: "]", count: open.count))
    return text
  }

  /// The kinds that occur, in the order of their first place: the legend of the colours.
  package var kinds: [FindingMark.Kind] {
    var seen: Set<FindingMark.Kind> = []
    return marks.map(\.kind).filter { seen.insert($0).inserted }
  }
}
