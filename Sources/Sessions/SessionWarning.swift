import Wording

/// Something that was put right while a session was opened, and that the person should hear of.
package enum SessionWarning: Hashable, Sendable {
  /// The last line of the journal, counted from 1, was damaged and is dropped.
  case droppedLastLine(Int)
  /// Others could read or write this file or folder; its rights were narrowed.
  case narrowedRights(path: String)

  /// The warning in both languages.
  package var message: BilingualText {
    switch self {
    case .droppedLastLine(let line):
      BilingualText(
        zh: "最后一条记录（第 \(line) 行）没有写完，已略去；之前的回答都在。",
        en:
          "the last record (line \(line)) was not written whole and is left out; all earlier answers are there"
      )
    case .narrowedRights(let path):
      BilingualText(
        zh: "\(path) 原先允许他人访问，现已改为只有你能访问。",
        en: "others could open \(path); now only you can")
    }
  }
}
