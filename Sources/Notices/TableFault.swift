import SourceText
import Wording

/// What can be wrong in the cue file and in the evidence table, with its wording.
enum TableFault {
  case noList(String)
  case unknownGroup(String)
  case noPhrase
  case missingKey(String)
  case badNumber(String)
  case badWord(String, [String])
  case unknownSignal(String, [String])
}

extension TableFault {
  func diagnostic(in source: SourceText, at range: SourceRange) -> Diagnostic {
    Diagnostic(in: source, at: range, check: "facts", message: message)
  }

  private var message: BilingualText {
    switch self {
    case .noList(let key):
      BilingualText(zh: "缺少 \"\(key)\" 一节", en: "the part \"\(key)\" is missing")
    case .unknownGroup(let name):
      BilingualText(
        zh: "没有名为 \"\(name)\" 的线索组；请改用已有种类",
        en: "there is no kind of cue named \"\(name)\"; use one of the known kinds")
    case .noPhrase:
      BilingualText(zh: "这里应当是一个词或短语", en: "a word or phrase must stand here")
    case .missingKey(let key):
      BilingualText(zh: "缺少 \"\(key)\"", en: "\"\(key)\" is missing")
    case .badNumber(let text):
      BilingualText(zh: "\"\(text)\" 不是整数", en: "\"\(text)\" is no whole number")
    case .badWord(let text, let known):
      BilingualText(
        zh: "\"\(text)\" 不在可用值之列：\(known.joined(separator: "、"))",
        en: "\"\(text)\" is none of \(known.joined(separator: ", "))")
    case .unknownSignal(let name, let near):
      BilingualText(
        zh: "没有名为 \"\(name)\" 的信号" + (near.isEmpty ? "" : "；是否指 \(near.joined(separator: "、"))？"),
        en: "there is no signal named \"\(name)\""
          + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"))
    }
  }
}
