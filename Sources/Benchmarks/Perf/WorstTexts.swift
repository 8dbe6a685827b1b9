/// Texts of the worst kinds for the scanners: one piece repeated up to a length.
///
/// Each piece keeps one scanner busy at every place and lets it find nothing, or finds something at
/// every place: a scanner that looked ahead or back without a limit would take quadratic time.
enum WorstTexts {
  /// What is repeated, by the name a figure carries.
  static let pieces: [(name: String, piece: String)] = [
    // Numbers.
    ("digit", "1"), ("numeral", "一"), ("ten", "十"), ("ten-thousand", "万"), ("zero", "零"),
    ("big-numerals", "一万亿"), ("groups", "1,"), ("decimals", "1."), ("versions", "1.1."),
    ("spaced-digits", "1 "), ("spaced-ones", "1 1"), ("letter-digits", "1o"), ("letter-o", "O"),
    ("subscript-digits", "₂"), ("fraction", "百分之"),
    // Money, ranges and periods.
    ("yuan-signs", "¥"), ("minus", "-"), ("to", "至"), ("range-of-digits", "1至"), ("half", "半"),
    ("measure", "个"), ("ordinal", "第"),
    // Dates and times.
    ("years", "1年"), ("hours", "1点"), ("days", "3天"), ("day-ranges", "3日至"), ("clock", "1:"),
    ("dashed-year", "2026-"), ("before", "前"), ("next", "下"), ("every", "每"),
    ("weekdays", "周一"), ("months-in-english", "may "), ("within", "within "),
    // Telephone numbers, links, addresses, ids.
    ("dialling", "1-"), ("country-code", "0086"), ("plus", "+"), ("schemes", "http://"),
    ("two-schemes", "http://http://"), ("labels", "a."), ("dot-words", "a点"), ("at", "@"),
    ("addresses", "a@"), ("look-alikes", "еo"), ("case-years", "(2024)"), ("stars", "**"),
    ("cue", "电话"),
    // Signs.
    ("open-brackets", "("), ("close-brackets", ")"), ("dots", "."), ("blanks", " "),
    ("zero-width", "1\u{200B}"), ("mixed", "一1.¥前(@第-"), ("quotes", "“微信小程序”"),
    ("message", "逾期1.5万元一二三11月2日请于前1234567890 http://a.b/"), ("full-width", "１３８００"),
    ("circled", "①⑦⓪"), ("day-list", "1、"), ("named-days", "1号、"), ("relative-days", "今天明天后天"),
    ("english-steps", "from the next "), ("english-numbers", "a two "), ("month-ends", "月底"),
  ]

  /// A piece repeated up to so many UTF-8 bytes.
  static func text(of piece: String, bytes: Int) -> String {
    String(repeating: piece, count: bytes / max(1, piece.utf8.count))
  }
}
