import MoneyAndDates
import Transcripts
import Wording

/// Prints the end of a flow on the console: verdict, steps, dates, contacts, letters.
struct OutcomePrinter {
  let console: Console
  let language: Language

  /// Prints the outcome page of a transcript.
  func print(_ transcript: Transcript) {
    guard let verdict = transcript.verdict else { return }
    console.space()
    if !console.isAccessible { console.print(String(repeating: "─", count: 20), .quiet) }
    console.print(verdict.title, .strong)
    if !verdict.text.isEmpty { console.print(verdict.text) }
    for plan in transcript.plans {
      heading(plan.title)
      console.printLaidOut(plan.text)
    }
    print(dated: transcript.steps, under: Words.steps)
    print(dated: transcript.deadlines, under: Words.deadlines)
    print(references: transcript.contacts, under: Words.contacts)
    printTitles(of: transcript.sources)
    guard !transcript.letters.isEmpty else { return }
    heading(AssistantWords.seeLetters[language])
    for letter in transcript.letters { console.print("  · \(letter.title)") }
  }

  /// Prints a letter in full, with what to think of before sending it.
  func print(_ letter: Transcript.LetterCopy) {
    heading(letter.title)
    for warning in letter.warnings { console.print("! \(warning)", .warning) }
    console.space()
    console.printLaidOut(letter.zh)
    guard language == .en, let copy = letter.en else { return }
    heading(Words.readingCopy[language])
    console.printLaidOut(copy)
  }

  private enum Words {
    static let steps = BilingualText(zh: "下一步：", en: "Next steps:")
    static let deadlines = BilingualText(zh: "期限：", en: "Deadlines:")
    static let contacts = BilingualText(zh: "可以联系：", en: "Whom to contact:")
    /// Behind a rule: the day for which it is stated, and a warning where that is long ago.
    static func state(of item: Transcript.Reference) -> BilingualText {
      let asOf = BilingualText(
        zh: item.asOf.map { "截至 \($0)" } ?? "日期不明", en: item.asOf.map { "as of \($0)" } ?? "undated"
      )
      guard item.isPastReview else { return asOf }
      return BilingualText(
        zh: "\(asOf.zh)；已过复核日，请先核对", en: "\(asOf.en); past its review date, check it first")
    }
    static let sources = BilingualText(
      zh: "依据（条文和来源在记录里，也可以用 mingbai facts show 看）：",
      en:
        "Rules this rests on (text and sources stand in the transcript; mingbai facts show prints one):"
    )
    static let readingCopy = BilingualText(
      zh: "英文对照", en: "English reading copy (to read, not to send)")
  }

  private func heading(_ text: String) {
    console.space()
    console.print(text, .strong)
  }

  private func print(dated items: [Transcript.DatedItem], under title: BilingualText) {
    guard !items.isEmpty else { return }
    heading(title[language])
    for item in items {
      let day = item.day.map { $0.formatted(in: language) + (language == .zh ? "：" : ": ") } ?? ""
      console.print("  · \(day)\(item.text)")
    }
  }

  /// The rules by name and date; their text and sources stand in the transcript.
  private func printTitles(of items: [Transcript.Reference]) {
    guard !items.isEmpty else { return }
    heading(Words.sources[language])
    for item in items {
      let state = Words.state(of: item)[language]
      console.print(
        "  · \(item.title) [\(item.id)]" + (language == .zh ? "（\(state)）" : " (\(state))"))
    }
  }

  private func print(references: [Transcript.Reference], under title: BilingualText) {
    guard !references.isEmpty else { return }
    heading(title[language])
    for reference in references {
      let text = reference.text.isEmpty ? "" : (language == .zh ? "：" : ": ") + reference.text
      console.print("  · \(reference.title)\(text)")
      console.print("    \(reference.origin)", .quiet)
    }
  }
}
