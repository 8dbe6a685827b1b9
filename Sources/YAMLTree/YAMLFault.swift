import Wording

/// What can be wrong with a file before any schema looks at it, with its wording.
enum YAMLFault {
  case tooLarge(Int)
  case notUTF8
  case secondDocument
  case tooDeep(Int)
  case tooManyNodes(Int)
  case scalarTooLong(Int)
  case tooManyAliases(Int)
  case unknownAlias(String)
  case tag
  case keyIsNoText
  case duplicateKey(String)
  case syntax(YAMLProblem)
}

extension YAMLFault {
  /// The check under which the fault is listed.
  var check: String {
    switch self {
    case .duplicateKey: "duplicate"
    default: "yaml"
    }
  }

  /// The fault in words, with the fix.
  var message: BilingualText {
    switch self {
    case .tooLarge(let bytes):
      BilingualText(
        zh: "文件超过 \(bytes) 字节；请拆成几个文件", en: "the file is larger than \(bytes) bytes; split it")
    case .notUTF8:
      BilingualText(
        zh: "不是 UTF-8 文本；请另存为 UTF-8", en: "this is not UTF-8 text; save the file as UTF-8")
    case .secondDocument:
      BilingualText(
        zh: "一个文件只能有一份文档；请去掉这个 ---", en: "a file holds one document; take out this ---")
    case .tooDeep(let depth):
      BilingualText(
        zh: "嵌套超过 \(depth) 层；请写得平一些", en: "nested deeper than \(depth) levels; write it flatter")
    case .tooManyNodes(let count):
      BilingualText(
        zh: "条目超过 \(count) 个；请拆成几个文件", en: "more than \(count) values; split the file")
    case .scalarTooLong(let bytes):
      BilingualText(
        zh: "一段文字超过 \(bytes) 字节；请缩短", en: "a text longer than \(bytes) bytes; shorten it")
    case .tooManyAliases(let count):
      BilingualText(
        zh: "别名 * 超过 \(count) 处；请把内容写出来", en: "more than \(count) aliases (*); write the values out"
      )
    case .unknownAlias(let name):
      BilingualText(
        zh: "没有锚点 &\(name)；请把内容写出来，或给文字加引号",
        en: "there is no anchor &\(name); write the value out, or quote the text")
    case .tag:
      BilingualText(zh: "不接受 ! 标签；请给文字加引号", en: "tags (!) are not read; quote the text")
    case .keyIsNoText:
      BilingualText(zh: "键必须是一个词；请改写", en: "a key must be a word; write one")
    case .duplicateKey(let key):
      BilingualText(
        zh: "键 \"\(key)\" 出现两次；后一处没有读入",
        en: "the key \"\(key)\" stands here twice; this one was not read")
    case .syntax(let problem): problem.message
    }
  }
}
