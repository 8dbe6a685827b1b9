import Glibc
import Wording

/// Why a session can't be opened, written or kept.
package enum SessionError: Error, Hashable, Sendable {
  /// Another process has the session open.
  case openElsewhere(SessionID)
  /// There is no such session.
  case noSuchSession(SessionID)
  /// A session of this id is there already.
  case alreadyThere(SessionID)
  /// A line of the journal, counted from 1, is not as it was written; the file is left as it is.
  case damaged(SessionID, line: Int)
  /// The journal was written by a later version of this program.
  case laterFormat(SessionID, format: Int)
  /// The file was deleted or changed by somebody else while the session was open.
  case changedUnderneath(SessionID)
  /// A link, a device or somebody else's file stands where a file or folder of ours belongs.
  case notOurs(path: String)
  /// The system refused to create, write or delete; `code` is its error number.
  case cannotWrite(path: String, code: Int32)
  /// The system refused to read; `code` is its error number.
  case cannotRead(path: String, code: Int32)
  /// Flow files that are not what their hash says, or no UTF-8.
  case wrongFlowFiles(ContentHash)
  /// What was to be imported is no journal; the first bad line, counted from 1.
  case noJournal(line: Int)
}

extension SessionError {
  /// What happened and what to do, in both languages.
  package var message: BilingualText {
    switch self {
    case .openElsewhere(let id):
      BilingualText(
        zh: "会话 \(id) 已在另一个窗口中打开。请先在那里退出。",
        en: "session \(id) is open in another window; leave it there first")
    case .noSuchSession(let id):
      BilingualText(
        zh: "没有会话 \(id)。用 mingbai sessions list 查看全部会话。",
        en: "there is no session \(id); see: mingbai sessions list")
    case .alreadyThere(let id):
      BilingualText(zh: "会话 \(id) 已存在。", en: "session \(id) is there already")
    case .damaged(let id, let line):
      BilingualText(
        zh:
          "会话 \(id) 的第 \(line) 行已损坏，没有打开；原文件未改动。有导出的备份（--whole）就用 mingbai sessions import 读回；没有就用 mingbai start 重新开始。",
        en:
          "line \(line) of session \(id) is damaged; it was not opened and the file is unchanged. Take in a copy made by export --whole with mingbai sessions import, or begin anew with mingbai start"
      )
    case .laterFormat(let id, let format):
      BilingualText(
        zh: "会话 \(id) 由更新的版本写成（格式 \(format)），请更新本程序。",
        en: "session \(id) was written by a later version (format \(format)); update this program")
    case .changedUnderneath(let id):
      BilingualText(
        zh: "会话 \(id) 的文件在使用中被删除或改动，没有继续写入。",
        en:
          "the file of session \(id) was deleted or changed while in use; nothing more was written")
    case .notOurs(let path):
      BilingualText(
        zh: "\(path) 是链接或不属于你，为安全起见没有使用。",
        en: "\(path) is a link or not yours; for safety it is not used")
    case .cannotWrite(let path, let code):
      BilingualText(
        zh: "无法写入 \(path)：\(Self.reason(code))。请检查权限和剩余空间，然后重试。",
        en:
          "cannot write \(path): \(Self.reason(code)); check rights and free space, then try again")
    case .cannotRead(let path, let code):
      BilingualText(
        zh: "无法读取 \(path)：\(Self.reason(code))。",
        en: "cannot read \(path): \(Self.reason(code))")
    case .wrongFlowFiles(let hash):
      BilingualText(
        zh: "保存的流程文件与记录不符（\(hash.description.prefix(12))）。",
        en: "the kept flow files are not what was recorded (\(hash.description.prefix(12)))")
    case .noJournal(let line):
      BilingualText(
        zh: "这不是会话文件（第 \(line) 行）。", en: "this is no session file (line \(line))")
    }
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}
