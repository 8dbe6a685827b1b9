import MoneyAndDates
import Wording

extension Transcript {
  /// The transcript as Markdown, ready to be saved or printed; ends with a line end.
  ///
  /// Text from messages and answers is fenced or escaped, so that it can't become markup.
  package var markdown: String {
    var page = MarkdownPage()
    page.heading(1, "\(words.transcript[language])\(colon)\(title)")
    page.line(daysLine)
    addVerdict(to: &page)
    addNotices(to: &page)
    addAnswers(to: &page)
    for plan in plans {
      page.heading(2, plan.title)
      page.fenced(plan.text)
    }
    addDates(words.steps, steps, to: &page)
    addDates(words.deadlines, deadlines, to: &page)
    addReferences(words.contacts, contacts, to: &page)
    addLetters(to: &page)
    addContactLog(to: &page)
    addDates(words.notes, notes, to: &page)
    addReferences(words.sources, sources, to: &page)
    page.heading(2, words.aboutHeading[language])
    page.line(words.about[language])
    return page.text
  }

  private var words: TranscriptWords { TranscriptWords() }

  private var colon: String { language == .zh ? "：" : ": " }

  private var daysLine: String {
    let list = days.map { $0.formatted(in: language) }
    return "\(words.days[language])\(list.joined(separator: language == .zh ? "、" : ", "))"
  }

  private func addVerdict(to page: inout MarkdownPage) {
    page.heading(2, words.verdict[language])
    guard let verdict else {
      page.line(words.unfinished[language])
      return
    }
    page.line("**\(MarkdownPage.oneLine(verdict.title))**")
    if !verdict.text.isEmpty {
      page.line("")
      for line in MarkdownPage.lines(verdict.text) { page.line(line) }
    }
  }

  private func addNotices(to page: inout MarkdownPage) {
    for notice in notices {
      page.heading(2, words.message[language])
      page.fenced(notice.text)
      page.section(words.findings[language], notice.findings)
      page.section(words.missing[language], notice.missing)
      page.section(words.assessment[language], notice.assessment)
    }
  }

  private func addAnswers(to page: inout MarkdownPage) {
    page.heading(2, words.answers[language])
    for (number, answer) in answers.enumerated() {
      page.line("\(number + 1). \(MarkdownPage.lines(answer.question).joined(separator: "\n   "))")
      page.answer(answer.answer)
    }
  }

  private func addDates(
    _ heading: BilingualText, _ items: [DatedItem], to page: inout MarkdownPage
  ) {
    guard !items.isEmpty else { return }
    page.heading(2, heading[language])
    page.list(
      items.map { item in
        let day = item.day.map { $0.formatted(in: language) + colon }
        let basis = item.basis.isEmpty ? "" : " [\(item.basis)]"
        return (day ?? "") + item.text + basis
      })
  }

  private func addReferences(
    _ heading: BilingualText, _ references: [Reference], to page: inout MarkdownPage
  ) {
    guard !references.isEmpty else { return }
    page.heading(2, heading[language])
    page.factList(
      references.map { reference in
        let text = reference.text.isEmpty ? "" : colon + reference.text
        let origin = language == .zh ? "（\(reference.origin)）" : " (\(reference.origin))"
        return "\(reference.title)\(text)\(origin) [\(reference.id)]"
      })
  }

  private func addContactLog(to page: inout MarkdownPage) {
    guard !contactLog.isEmpty else { return }
    page.heading(2, words.contactLog[language])
    page.list(contactLog.map { $0.line(in: language) })
  }

  private func addLetters(to page: inout MarkdownPage) {
    for letter in letters {
      page.heading(2, "\(words.letter[language])\(colon)\(letter.title)")
      page.list(letter.warnings)
      page.fenced(letter.zh)
      guard let en = letter.en else { continue }
      page.line(words.readingCopy[language])
      page.fenced(en)
    }
  }
}

extension LoggedContact {
  /// The call or visit in one line; parts that are not known are left out.
  func line(in language: Language) -> String {
    let parts = [time, number, party, words].filter { !$0.isEmpty }
    return day.formatted(in: language) + (language == .zh ? "：" : ": ")
      + parts.joined(separator: language == .zh ? "；" : "; ")
  }
}

/// The fixed words of a transcript.
struct TranscriptWords {
  let transcript = BilingualText(zh: "明白 · 记录", en: "mingbai · transcript")
  let days = BilingualText(zh: "作答日期：", en: "Answered on: ")
  let verdict = BilingualText(zh: "结论", en: "Verdict")
  let unfinished = BilingualText(
    zh: "还没有走完。下次运行 mingbai resume 可以接着来。",
    en: "Not finished yet. Run mingbai resume to go on.")
  let message = BilingualText(zh: "短信原文", en: "The message")
  let findings = BilingualText(zh: "短信说了什么（附原文）", en: "What it says (with its own words)")
  let missing = BilingualText(zh: "短信没有说的", en: "What it does not say")
  let assessment = BilingualText(zh: "判断和依据", en: "Assessment and evidence")
  let calendar = BilingualText(zh: "日历", en: "Calendar")
  let plans = BilingualText(zh: "方案", en: "Plans")
  let chart = BilingualText(zh: "每个方案下每月还欠多少", en: "What is still owed each month under each plan")
  let answers = BilingualText(zh: "问题和回答", en: "Questions and answers")
  let steps = BilingualText(zh: "下一步", en: "Next steps")
  let deadlines = BilingualText(zh: "期限", en: "Deadlines")
  let contacts = BilingualText(zh: "可以联系谁", en: "Whom to contact")
  let letter = BilingualText(zh: "信件", en: "Letter")
  let readingCopy = BilingualText(
    zh: "英文对照（只供阅读，不寄出）：", en: "English reading copy (to read, not to send):")
  let contactLog = BilingualText(zh: "来电和上门记录", en: "Calls and visits")
  let notes = BilingualText(zh: "我的备注", en: "My notes")
  let sources = BilingualText(zh: "依据和来源", en: "Rules and sources")
  let aboutHeading = BilingualText(zh: "说明", en: "About this page")
  let about = BilingualText(
    zh: "由 mingbai（明白）在本机生成，没有联网。它不是法律意见；号码和规则请以官方渠道为准。个人号码已遮盖，除非你要求完整显示。",
    en:
      "Made by mingbai on this computer, without any network. It is not legal advice; check numbers and rules through official channels. Personal numbers are masked unless you asked for them in full."
  )
}
