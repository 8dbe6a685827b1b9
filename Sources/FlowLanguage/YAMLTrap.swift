import Wording
import YAMLTree

/// The traps of YAML that the readers find, because what comes behind them knows no quotes any
/// more: check 17 of the language. (Tags, aliases, depth and sizes are refused before, in YAMLTree.)
enum YAMLTrap {
  /// A key that means nothing at its place.
  case unknownKey(String, near: [String], allowed: [String])
  /// A bare yes or no, which other programs read as true or false; or null, which is none for them.
  case bareWord(String)
  /// A comma in unquoted text inside braces: what stands behind it became a key.
  case commaInFlowMap(String)
  /// An expression without quotes.
  case plainExpression(String)
  /// A scalar that nobody sees.
  case controlCharacter

  /// The name of the check.
  static let check = "yaml"

  /// `{en: a, b}` is read as `en: a` and a key `b` without a value.
  static func isCutAtComma(_ entry: YAMLEntry, in node: YAMLNode) -> Bool {
    guard case .mapping(_, flow: true) = node.content else { return false }
    return entry.keyStyle == .plain && entry.value.isNull && entry.value.text == ""
  }

  /// Whether YAML 1.1 programs read a word as true or false, `true` and `false` included.
  static func isTruthWord(_ text: String) -> Bool {
    let bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let word = String(decoding: bytes, as: UTF8.self)
    return ["yes", "no", "on", "off", "true", "false"].contains(word)
  }

  /// Whether a text holds a scalar that nobody sees.
  static func holdsInvisible(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(mayHoldInvisible) != false
      && text.unicodeScalars.contains(where: isInvisible)
  }

  /// Whether some byte may begin a scalar that nobody sees; most texts, Chinese ones with their
  /// punctuation too, need no second look.
  private static func mayHoldInvisible(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for place in bytes.indices {
      switch bytes[place] {
      case 0x09, 0x0A, 0x0D: continue
      case 0x00...0x1F, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xF3: return true
      case 0xE3 where place + 1 < bytes.count && bytes[place + 1] != 0x85: continue
      case 0xEF where place + 1 < bytes.count && bytes[place + 1] == 0xBC: continue
      case 0xE3, 0xEF: return true
      default: continue
      }
    }
    return false
  }

  /// Controls, direction overrides and other scalars that nobody sees; line end and tab may stand.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E,
      0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

extension YAMLTrap {
  /// The fault in words, with the nearest names and the fix.
  var message: BilingualText {
    switch self {
    case .unknownKey("<<", _, _):
      BilingualText(
        zh: "这里不读合并键 <<；请把那几行照写一遍", en: "merge keys (<<) are not read; write the lines out")
    case .unknownKey(let key, let near, let allowed):
      BilingualText(
        zh: "这里没有 \"\(key)\" 这个键" + hint(near, allowed, .zh),
        en: "there is no key \"\(key)\" here" + hint(near, allowed, .en))
    case .bareWord(let word):
      BilingualText(
        zh:
          "不加引号的 \(word) 会被很多 YAML 程序读成\(YAMLTrap.isTruthWord(word) ? "真假值" : "没有值")；请写 \"\(word)\"",
        en:
          "many YAML programs read a bare \(word) as \(YAMLTrap.isTruthWord(word) ? "true or false" : "no value"); write \"\(word)\""
      )
    case .commaInFlowMap(let text):
      BilingualText(
        zh: "花括号里不加引号的逗号会把文字截断，\"\(text)\" 成了另一个键；请给整段文字加引号",
        en:
          "a comma in unquoted text inside braces ends the text, and \"\(text)\" became a key; put the whole text in quotes"
      )
    case .plainExpression(let text):
      BilingualText(
        zh: "表达式要加引号：\"\(text)\"", en: "put the expression in quotes: \"\(text)\"")
    case .controlCharacter:
      BilingualText(
        zh: "文字里有看不见的控制字符；请删掉", en: "the text holds an invisible control character; delete it")
    }
  }
}
