import Wording

/// Why a text is no YAML, in the words of somebody who never learnt it.
struct YAMLProblem {
  /// What libyaml says, in English.
  let said: String
  /// The byte at which it could not go on; `nil` at the end.
  let byte: UInt8?
  /// A full-width sign that stands where YAML wants its own, in that line or the one before.
  var wideSign: String? = nil

  /// The first full-width sign in a line that stands where a colon, comma or quote of YAML would:
  /// behind a key, behind a quote or a bracket, or before a text.
  static func wideSign(in line: String) -> String? {
    let line = Array(line.unicodeScalars)
    let isIndent: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "-" }
    let key = line.drop(while: isIndent).prefix { $0.isASCII && $0 != " " && $0 != ":" }
    if !key.isEmpty, key.endIndex < line.count, line[key.endIndex] == "：" { return "：" }
    for (before, sign) in zip(line, line.dropFirst()) {
      if sign == "，" || sign == "：", "\"'}]".unicodeScalars.contains(before) { return String(sign) }
    }
    for place in line.indices.dropFirst(2) where line[place] == "“" || line[place] == "‘" {
      if line[place - 1] == " ", line[place - 2] == ":" { return String(line[place]) }
    }
    return nil
  }
}

extension YAMLProblem {
  /// Whether a quote or a bracket stayed open to the end of the file: the fault is where it opened.
  var isUnclosed: Bool {
    said.utf8.elementsEqual("found unexpected end of stream".utf8)
      || said.utf8.elementsEqual("found unexpected document indicator".utf8)
  }

  /// The fault in words, with the fix.
  var message: BilingualText {
    guard let wideSign else { return plainMessage }
    return BilingualText(
      zh: "\(plainMessage.zh)；这里的“\(wideSign)”是全角符号，YAML 的冒号、逗号、引号要用半角的",
      en:
        "\(plainMessage.en); \"\(wideSign)\" here is a full-width sign: YAML's colons, commas and quotes are ASCII"
    )
  }

  private var plainMessage: BilingualText {
    let isTab = byte == UInt8(ascii: "\t") && said.hasPrefix("found character that cannot start")
    if isTab || said.hasPrefix("found a tab character") {
      return BilingualText(
        zh: "不能用制表符（Tab）缩进；请改用空格", en: "a tab can't indent a line; use spaces")
    }
    for (start, message) in YAMLProblem.messages where said.hasPrefix(start) { return message }
    return BilingualText(
      zh: "不是有效的 YAML；请检查这里的缩进、引号和括号",
      en: "this is not valid YAML (\(said)); look at the indentation, quotes and brackets here")
  }

  /// What libyaml says, and what is meant; the beginning decides.
  private static let messages: [(String, BilingualText)] = [
    (
      "control characters are not allowed",
      BilingualText(
        zh: "文件里有看不见的控制字符；请删掉", en: "the file holds an invisible control character; delete it")
    ),
    (
      "found unexpected end of stream",
      BilingualText(zh: "这个引号没有合上；请补上", en: "this quote is never closed; add its end")
    ),
    (
      "found unexpected document indicator",
      BilingualText(zh: "这个引号没有合上；请补上", en: "this quote is never closed; add its end")
    ),
    (
      "found character that cannot start",
      BilingualText(
        zh: "文字不能以这个符号开头；请给整段文字加双引号",
        en: "a text can't begin with this sign; put the whole text in double quotes")
    ),
    (
      "found unknown escape character",
      BilingualText(
        zh: "双引号里的反斜杠有特殊含义；请写两个 \\\\，或去掉它",
        en: "a backslash means something else in double quotes; write two, or take it out")
    ),
    (
      "mapping values are not allowed",
      BilingualText(
        zh: "冒号不该在这里；请对齐缩进，文字里有冒号时给整段加双引号",
        en:
          "a colon can't stand here; align the lines, and put a text with a colon in double quotes"
      )
    ),
    (
      "could not find expected ':'",
      BilingualText(
        zh: "这一行缺少冒号；请写成 键: 值，长文字加双引号",
        en: "a colon is missing on this line; write key: value, and quote a long text")
    ),
    (
      "did not find expected ',' or '}'",
      BilingualText(
        zh: "花括号 {…} 没有合上，或少了逗号；文字里有引号、逗号、冒号时给整段加双引号",
        en:
          "the braces {…} are not closed, or a comma is missing; put a text with quotes, commas or colons in double quotes"
      )
    ),
    (
      "did not find expected ',' or ']'",
      BilingualText(
        zh: "方括号 […] 没有合上，或少了逗号", en: "the brackets […] are not closed, or a comma is missing")
    ),
    (
      "did not find expected key",
      BilingualText(
        zh: "这里应是 键: 值；请和上面的行对齐，引号后面不要再有字",
        en:
          "key: value belongs here; align it with the lines above, and write nothing behind a quote"
      )
    ),
    (
      "did not find expected '-' indicator",
      BilingualText(
        zh: "列表的每一项都以 - 开头；请和上面的 - 对齐",
        en: "each entry of a list begins with -; align it with the - above")
    ),
    (
      "block sequence entries are not allowed",
      BilingualText(
        zh: "列表的 - 不该在这里；请另起一行，若是文字就写 \"-\"",
        en: "a list can't begin here; begin it on a line of its own, or write \"-\" for a text")
    ),
    (
      "did not find expected <document start>",
      BilingualText(
        zh: "这一行的缩进比上面少；请对齐", en: "this line stands further left than those above; align it")
    ),
  ]
}
