import Wording

/// What can be wrong with a record of a facts file, with its wording.
enum FactFault {
  case noMapping
  case noList
  case unknownKey(String, near: [String])
  case missingKey(String)
  case noText(String)
  case emptyText(String)
  case noPair(String)
  case badDate(String)
  case futureDay(String)
  case badNumber(String)
  case badChoice(String, allowed: [String])
  case duplicateID(String)
  case danglingSource(String, near: [String])
  case danglingFact(String, near: [String])
  case outboundContact(String)
  case badColumns(expected: Int, found: Int)
  case badHeading(String)
  case missingFile(String)

  var check: String {
    switch self {
    case .danglingSource, .danglingFact: "fact-reference"
    case .outboundContact: "fact-contact"
    case .duplicateID: "duplicate"
    default: "fact"
    }
  }

  var message: BilingualText {
    switch self {
    case .noMapping:
      BilingualText(zh: "这里应是一条记录（键和值）", en: "a record (keys and values) belongs here")
    case .noList: BilingualText(zh: "这里应是一个列表", en: "a list belongs here")
    case .unknownKey(let key, let near):
      BilingualText(
        zh: "不认识的键 \"\(key)\"\(hint(near, "；相近的有 ", ""))",
        en: "unknown key \"\(key)\"\(hint(near, "; near: ", ""))")
    case .missingKey(let key):
      BilingualText(zh: "这条记录缺少 \"\(key)\"", en: "this record has no \"\(key)\"")
    case .noText(let key):
      BilingualText(zh: "\"\(key)\" 应是一段文字", en: "\"\(key)\" must be a text")
    case .emptyText(let key): BilingualText(zh: "\"\(key)\" 是空的", en: "\"\(key)\" is empty")
    case .noPair(let key):
      BilingualText(
        zh: "\"\(key)\" 应写成 {zh: \"…\", en: \"…\"}", en: "\"\(key)\" must be {zh: \"…\", en: \"…\"}"
      )
    case .badDate(let text):
      BilingualText(
        zh: "\"\(text)\" 不是日期；写成 2026-11-20", en: "\"\(text)\" is no date; write 2026-11-20")
    case .futureDay(let text):
      BilingualText(
        zh: "\"\(text)\" 还没到；as_of 是来源说到的日子，不能在今天之后",
        en: "\"\(text)\" lies ahead; as_of is the day a source speaks of, never after today")
    case .badNumber(let text):
      BilingualText(zh: "\"\(text)\" 不是可用的数", en: "\"\(text)\" is no number that fits here")
    case .badChoice(let text, let allowed):
      BilingualText(
        zh: "\"\(text)\" 不在可选之列：\(allowed.joined(separator: "、"))",
        en: "\"\(text)\" is none of: \(allowed.joined(separator: ", "))")
    case .duplicateID(let id):
      BilingualText(zh: "编号 \"\(id)\" 出现两次", en: "the id \"\(id)\" stands here twice")
    case .danglingSource(let id, let near):
      BilingualText(
        zh: "sources.yaml 里没有 \"\(id)\"\(hint(near, "；相近的有 ", ""))",
        en: "sources.yaml has no \"\(id)\"\(hint(near, "; near: ", ""))")
    case .danglingFact(let id, let near):
      BilingualText(
        zh: "没有编号为 \"\(id)\" 的事实\(hint(near, "；相近的有 ", ""))",
        en: "no fact has the id \"\(id)\"\(hint(near, "; near: ", ""))")
    case .outboundContact(let number):
      BilingualText(
        zh: "\(number) 是外呼号码，不能作为拨打的号码",
        en: "\(number) is an outbound line and never a number to call")
    case .badColumns(let expected, let found):
      BilingualText(
        zh: "这一行应有 \(expected) 栏，现有 \(found) 栏", en: "\(found) columns where \(expected) belong")
    case .missingFile(let file):
      BilingualText(zh: "缺少文件 \(file)", en: "the file \(file) is missing")
    case .badHeading(let heading):
      BilingualText(zh: "第一行应为 \(heading)", en: "the heading must be \(heading)")
    }
  }

  private func hint(_ near: [String], _ lead: String, _ end: String) -> String {
    near.isEmpty ? "" : lead + near.joined(separator: ", ") + end
  }
}
