import Wording

/// A file that is no statement we can read; nothing of it is used.
package struct StatementRefusal: Error, Hashable, Sendable {
  /// Why the file was refused.
  package enum Reason: String, Hashable, Sendable {
    case empty
    case tooLarge = "too-large"
    case encrypted
    case notAStatement = "not-a-statement"
    case otherFormat = "other-format"
    case damaged
  }

  /// Why the file was refused.
  package let reason: Reason
  /// What was seen, and what to do.
  package let words: BilingualText

  init(_ reason: Reason, zh: String, en: String) {
    self.reason = reason
    words = BilingualText(zh: zh.safeForTerminal, en: en.safeForTerminal)
  }
}

extension StatementRefusal {
  static let empty = StatementRefusal(
    .empty, zh: "这个文件是空的。请重新导出一次。", en: "The file is empty. Please export it again.")

  static func tooLarge(_ limit: Int) -> StatementRefusal {
    StatementRefusal(
      .tooLarge, zh: "文件太大（超过 \(limit >> 20) MiB）。请按较短的时间段重新导出。",
      en: "The file is too large (over \(limit >> 20) MiB). Please export a shorter period.")
  }

  static let encryptedArchive = StatementRefusal(
    .encrypted, zh: "文件加了密码。先用密码解压或打开，另存为没有密码的 CSV 或 xlsx，再来读。",
    en:
      "The file is protected by a password. Open it with the password, save it as CSV or xlsx without one, and try again."
  )

  static let encryptedWorkbook = StatementRefusal(
    .encrypted, zh: "这是加了密码的 Excel 文件。用密码打开，另存为没有密码的 xlsx 或 CSV，再来读。",
    en:
      "This is an Excel file with a password. Open it, save it as xlsx or CSV without a password, and try again."
  )

  static func other(_ zh: String, _ en: String) -> StatementRefusal {
    StatementRefusal(
      .otherFormat, zh: "这是\(zh)，不是 CSV 或 xlsx。请在 App 或网银里选“导出 CSV / Excel”，或另存为 xlsx 再来读。",
      en:
        "This is \(en), not CSV or xlsx. Choose “export as CSV / Excel” in the app or online bank, or save it as xlsx."
    )
  }

  static func damaged(zh: String, en: String) -> StatementRefusal {
    StatementRefusal(
      .damaged, zh: "文件坏了：\(zh)。请重新导出一次。", en: "The file is damaged: \(en). Please export it again."
    )
  }

  static func noHeader(seen: [String]) -> StatementRefusal {
    let shown = seen.prefix(3).map { "“\($0.prefix(40))”" }.joined(separator: " ")
    return StatementRefusal(
      .notAStatement,
      zh: "找不到表头：没有一行同时有日期列和金额列。开头几行是：\(shown)。请确认这是交易明细的导出文件。",
      en:
        "No header row: no row has both a date column and an amount column. It begins: \(shown). Make sure it is an export of transactions."
    )
  }
}
