import Charts
import MoneyAndDates
import NoticePage
import Wording

extension Transcript {
  /// The transcript as one self-contained page: light and dark, ready to print, nothing is loaded from anywhere.
  ///
  /// Every text is escaped; there is no script.
  package var html: String {
    let heading = "\(words.transcript[language])\(language == .zh ? "：" : ": ")\(title)"
    let parts =
      [verdictPart] + notices.map(noticePart) + [calendarPart, plansPart, answersPart]
      + [items(words.steps, steps), items(words.deadlines, deadlines)]
      + [references(words.contacts, contacts), lettersPart, logPart]
      + [items(words.notes, notes), references(words.sources, sources), aboutPart]
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-Hans" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(heading.escapedForMarkup)</title>
      <style>\(Transcript.style)</style>
      </head>
      <body>
      <main>
      <h1>\(heading.escapedForMarkup)</h1>
      <p class="quiet">\((words.days[language] + days.map { $0.formatted(in: language) }.joined(separator: language == .zh ? "、" : ", ")).escapedForMarkup)</p>
      \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private var words: TranscriptWords { TranscriptWords() }

  private func section(_ heading: String, _ body: String, kind: String = "") -> String {
    let mark = kind.isEmpty ? "" : " class=\"\(kind)\""
    return "<section\(mark)>\n<h2>\(heading.escapedForMarkup)</h2>\n\(body)\n</section>"
  }

  /// Paragraphs of a text, a line each.
  private func paragraphs(_ text: String) -> String {
    text.split(separator: "\n").map { "<p>\(String($0).escapedForMarkup)</p>" }
      .joined(separator: "\n")
  }

  private func list(_ entries: [String]) -> String {
    "<ul>\n" + entries.map { "<li>\($0)</li>" }.joined(separator: "\n") + "\n</ul>"
  }

  private var verdictPart: String {
    guard let verdict else {
      return section(
        words.verdict[language], paragraphs(words.unfinished[language]), kind: "verdict")
    }
    return section(
      words.verdict[language],
      "<p class=\"strong\">\(verdict.title.escapedForMarkup)</p>\n" + paragraphs(verdict.text),
      kind: "verdict")
  }

  // MARK: The message

  private func noticePart(_ notice: NoticeReport) -> String {
    var body = "<blockquote class=\"message\">\(marked(notice.marked))</blockquote>\n"
    body += legend(notice.marked)
    if !notice.evidence.isEmpty {
      body += EvidenceBalance(notice.evidence, in: language).svg
    }
    for (heading, text) in [
      (words.findings, notice.findings), (words.missing, notice.missing),
      (words.assessment, notice.assessment),
    ] where !text.isEmpty {
      body += "\n<h3>\(heading[language].escapedForMarkup)</h3>\n"
      body += list(
        text.split(separator: "\n").map { line in
          String(line.starts(with: "- ") ? line.dropFirst(2) : line).escapedForMarkup
        })
    }
    return section(words.message[language], body)
  }

  /// The message with its findings marked; a piece under several marks carries the innermost one's look and all names.
  private func marked(_ message: MarkedMessage) -> String {
    message.segments.map { segment in
      let text = segment.text.escapedForMarkup.lines.joined(separator: "<br>\n")
      guard let innermost = segment.marks.last else { return text }
      let names = segment.marks.map { message.marks[$0].name[language] }
        .joined(separator: language == .zh ? "、" : ", ")
      let kind = message.marks[innermost].kind.rawValue
      return "<mark class=\"\(kind)\" title=\"\(names.escapedForMarkup)\">\(text)</mark>"
    }.joined()
  }

  private func legend(_ message: MarkedMessage) -> String {
    let used = FindingMark.Kind.allCases.filter { kind in
      message.marks.contains { $0.kind == kind }
    }
    guard !used.isEmpty else { return "" }
    let entries = used.map {
      "<mark class=\"\($0.rawValue)\">\($0.label[language].escapedForMarkup)</mark>"
    }
    return "<p class=\"legend\">\(entries.joined(separator: " "))</p>\n"
  }

  // MARK: Dates, plans, answers

  /// Deadlines and dated steps in one table, by day.
  private var calendarPart: String {
    let dated =
      (deadlines.map { (item: $0, isDeadline: true) } + steps.map { (item: $0, isDeadline: false) })
      .compactMap { entry in entry.item.day.map { (day: $0, entry: entry) } }
      .sorted { $0.day < $1.day }
    guard !dated.isEmpty else { return "" }
    let rows = dated.map { day, entry in
      let kind = entry.isDeadline ? words.deadlines[language] : words.steps[language]
      return
        "<tr\(entry.isDeadline ? " class=\"deadline\"" : "")><td>\(day.formatted(in: language).escapedForMarkup)</td><td>\(kind.escapedForMarkup)</td><td>\(entry.item.text.escapedForMarkup)</td></tr>"
    }
    return section(
      words.calendar[language],
      "<table class=\"calendar\">\n\(rows.joined(separator: "\n"))\n</table>")
  }

  private var plansPart: String {
    guard !plans.isEmpty else { return "" }
    var body = ""
    if balances.count > 1 {
      let chart = BalanceChart(curves: balances, language: language)
      body += chart.svg(title: words.chart[language]) + "\n"
      body += "<p class=\"legend\">"
      body +=
        balances.enumerated().map { index, curve in
          "\(BalanceChart.letter(index)) \(curve.name.escapedForMarkup)"
        }.joined(separator: " · ") + "</p>\n"
    }
    for plan in plans {
      body += "<h3>\(plan.title.escapedForMarkup)</h3>\n<pre>\(plan.text.escapedForMarkup)</pre>\n"
    }
    return section(words.plans[language], body)
  }

  private var answersPart: String {
    let entries = answers.map { answer in
      "<li><span class=\"question\">\(answer.question.escapedForMarkup)</span><br>\(answer.answer.escapedForMarkup.lines.joined(separator: "<br>\n"))</li>"
    }
    return section(
      words.answers[language], "<ol>\n\(entries.joined(separator: "\n"))\n</ol>")
  }

  private func items(_ heading: BilingualText, _ items: [DatedItem]) -> String {
    guard !items.isEmpty else { return "" }
    let entries = items.map { item in
      let day =
        item.day.map { "<strong>\($0.formatted(in: language).escapedForMarkup)</strong> " } ?? ""
      let basis =
        item.basis.isEmpty ? "" : " <span class=\"quiet\">[\(item.basis.escapedForMarkup)]</span>"
      return day + item.text.escapedForMarkup + basis
    }
    return section(heading[language], list(entries))
  }

  private func references(_ heading: BilingualText, _ references: [Reference]) -> String {
    guard !references.isEmpty else { return "" }
    let entries = references.map { reference in
      let text = reference.text.isEmpty ? "" : "<br>\(reference.text.escapedForMarkup)"
      let mark = reference.isPastReview ? " class=\"quiet stale\"" : " class=\"quiet\""
      return
        "<strong>\(reference.title.escapedForMarkup)</strong>\(text)<br><span\(mark)>\(reference.origin.escapedForMarkup) [\(reference.id.escapedForMarkup)]</span>"
    }
    return section(heading[language], list(entries))
  }

  private var lettersPart: String {
    letters.map { letter in
      var body = letter.warnings.isEmpty ? "" : list(letter.warnings.map(\.escapedForMarkup)) + "\n"
      body += "<pre class=\"letter\">\(letter.zh.escapedForMarkup)</pre>\n"
      if let copy = letter.en {
        body += "<p class=\"quiet\">\(words.readingCopy[language].escapedForMarkup)</p>\n"
        body += "<pre class=\"letter\">\(copy.escapedForMarkup)</pre>"
      }
      return section(
        words.letter[language] + (language == .zh ? "：" : ": ") + letter.title, body,
        kind: "letterpage")
    }.joined(separator: "\n")
  }

  private var logPart: String {
    guard !contactLog.isEmpty else { return "" }
    return section(
      words.contactLog[language],
      list(contactLog.map { $0.line(in: language).escapedForMarkup }))
  }

  private var aboutPart: String {
    section(words.aboutHeading[language], paragraphs(words.about[language]))
  }

  private static let style = """
    :root{color-scheme:light dark}
    body{margin:0;font:16px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1c1c1c;background:#fbfbf8}
    main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
    h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #ccc}h3{font-size:1rem}
    .strong{font-weight:700;font-size:1.1rem}.quiet{color:#5c5c5c;font-size:.9rem}.stale{color:#a33}
    .verdict{border-left:.4rem solid #0b62b0;padding-left:1rem}
    blockquote.message{margin:0;padding:.8rem 1rem;background:#f0efe8;border-radius:.4rem;overflow-wrap:anywhere}
    mark{color:inherit;background:#fff0b3;border-radius:.2rem;padding:0 .1rem}
    mark.threat,mark.request,mark.pressure,mark.disguise{background:#ffd6cf}
    mark.link,mark.phone,mark.contact{background:#d5e8ff}mark.name,mark.reference{background:#dff2d8}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f0efe8;padding:.8rem;border-radius:.4rem;font:14px/1.5 "Noto Sans Mono CJK SC",ui-monospace,monospace}
    pre.letter{font-family:inherit;font-size:1rem}
    table{border-collapse:collapse;width:100%}td{border-bottom:1px solid #ddd;padding:.3rem .5rem;vertical-align:top}
    tr.deadline td{font-weight:600}.question{color:#5c5c5c}
    .evidence{width:100%;height:auto;font:13px sans-serif}.evidence text{fill:currentColor}
    .evidence .scam{fill:#c4432b}.evidence .genuine{fill:#2e7d32}
    @media screen and (prefers-color-scheme:dark){body{color:#e8e8e4;background:#16171a}
    blockquote.message,pre{background:#23252a}mark{background:#5a4b12}
    mark.threat,mark.request,mark.pressure,mark.disguise{background:#6b2a20}
    mark.link,mark.phone,mark.contact{background:#1f4166}mark.name,mark.reference{background:#274d24}
    .quiet,.question{color:#a8a8a4}.stale{color:#ff9c8a}h2{border-color:#444}td{border-color:#333}}
    @media print{body{background:none;font-size:11pt}main{max-width:none;padding:0}.letterpage{break-before:page}section{break-inside:auto}}
    """
}

extension String {
  /// The text's lines, empty ones too.
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
