import Facts
import Foundation
import MoneyAndDates
import Notices
import Recognizers
import SourceText
import Wording

@testable import NoticePage

/// The reader and the assessor over the shipped data files.
enum PageFixture {
  static let facts = FactBook(FactBook.fileNames.map(source))

  private static let cues = CueBook.read(source("cues.yaml")).book

  static let reader = NoticeReader(
    recognizer: Recognizer(
      numbering: NumberingPlan(text: text("numbering-plan.csv")),
      suffixes: PublicSuffixes(text: text("public-suffixes.txt")),
      holidays: HolidayCalendar(csv: text("holidays.csv"))),
    facts: facts, cues: cues)

  static let assessor = Assessor(EvidenceTable.read(source("evidence.yaml"), cues: cues).table)

  static func read(_ text: String, sender: String? = nil) -> Notice {
    reader.read(text, sender: sender, received: CalendarDate(year: 2026, month: 11, day: 21))
  }

  static func page(_ text: String, in language: Language, sender: String? = nil) -> ReadingPage {
    let notice = read(text, sender: sender)
    return ReadingPage(notice, assessor.assess(notice), facts: facts, in: language)
  }

  private static func source(_ name: String) -> SourceText {
    SourceText(name: name, text: text(name))
  }

  private static func text(_ name: String) -> String {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "flows/facts").appending(path: name)
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  /// Invented messages of several kinds, hostile ones among them.
  static let messages = [
    "【云帆易贷】林女士，您的借款合同 YF20260401-08 已逾期12天，应还本金2,345.60元、违约金88元，\n"
      + "请于11月25日18:00前点击 yunfan-pay.top/r/9Qx 或致电 ①⑦⓪-5555-0142 处理，\n逾期将上门并于12月1日起诉。拒收请回复R",
    "Your loan of $1,250.00 is 14 days overdue. Pay by 3 Dec or we will call your employer: +1 202 555 0143",
    "明天见",
    "",
    "\u{1B}[31m您\u{202E}已逾期\u{7}3天，还\u{200F}1，200元\u{9B}2J\r\n\t请转账到安全账户",
    "1️⃣3️⃣8️⃣ 请于5\u{301}日前还款100\u{20E3}元",
    "\u{202E}\u{202A}",
  ]
}
