extension Lexer {
  /// Reads a text in quotes with its prefix (`r` raw), single or triple; `nil` where none stands.
  mutating func readText() -> Token.Kind? {
    guard let (isRaw, isBytes, length) = textPrefix() else { return nil }
    let start = position
    position += length
    let quote = scalars[position]
    let isTriple =
      position + 2 < scalars.count && scalars[position + 1] == quote
      && scalars[position + 2] == quote
    position += isTriple ? 3 : 1
    let content = readContent(quote: quote, isTriple: isTriple, isRaw: isRaw, start: start)
    if isBytes {
      report(
        .notInProfile, at: start..<position, zh: "没有字节串，请去掉引号前的 b",
        en: "there are no byte strings; drop the b before the quote")
    }
    return .string(content)
  }

  /// The letters before a quote and their number; `nil` where no text begins.
  private func textPrefix() -> (isRaw: Bool, isBytes: Bool, length: Int)? {
    var isRaw = false
    var isBytes = false
    for length in 0...2 where position + length < scalars.count {
      switch scalars[position + length] {
      case "'", "\"": return (isRaw, isBytes, length)
      case "r" where !isRaw, "R" where !isRaw: isRaw = true
      case "b" where !isBytes, "B" where !isBytes: isBytes = true
      default: return nil
      }
    }
    return nil
  }

  private mutating func readContent(
    quote: Unicode.Scalar, isTriple: Bool, isRaw: Bool, start: Int
  ) -> String {
    var content = String.UnicodeScalarView()
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == quote, !isTriple || closesTriple(quote) {
        position += isTriple ? 3 : 1
        return String(content)
      }
      if !isTriple, scalar == "\n" || scalar == "\r" { break }
      if scalar == "\\", !isRaw {
        readEscape(into: &content)
      } else {
        content.append(scalar)
        position += 1
      }
    }
    position = isTriple ? scalars.count : position
    report(
      .badText, at: start..<position, zh: "这段文字没有结尾的引号 \(quote)",
      en: "this text has no closing quote \(quote)")
    return String(content)
  }

  private func closesTriple(_ quote: Unicode.Scalar) -> Bool {
    position + 2 < scalars.count && scalars[position + 1] == quote
      && scalars[position + 2] == quote
  }

  /// A backslash with what follows; in a raw text it stands for itself, even before a quote.
  private mutating func readEscape(into content: inout String.UnicodeScalarView) {
    let start = position
    position += 1
    guard position < scalars.count else { return }
    let letter = scalars[position]
    position += 1
    if let scalar = Lexer.simpleEscapes[letter] {
      content.append(scalar)
    } else if let scalar = numericEscape(letter) {
      content.append(scalar)
    } else {
      report(
        .badText, at: start..<position,
        zh: "不认识的转义 \\\(letter)；反斜杠本身写 \\\\",
        en: "unknown escape \\\(letter); a backslash itself is \\\\")
    }
  }

  private static let simpleEscapes: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}",
    "\\": "\\", "?": "?", "\"": "\"", "'": "'", "`": "`",
  ]

  /// `\x41`, `\u4E00`, `\U0001F600`, `\101`; `nil` where the digits are wrong or name no scalar.
  private mutating func numericEscape(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter {
    case "x", "X": return readDigits(2, radix: 16, first: 0)
    case "u": return readDigits(4, radix: 16, first: 0)
    case "U": return readDigits(8, radix: 16, first: 0)
    case "0"..."3": return readDigits(2, radix: 8, first: letter.value - 0x30)
    default: return nil
    }
  }

  private mutating func readDigits(_ count: Int, radix: UInt32, first: UInt32) -> Unicode.Scalar? {
    var value = UInt64(first)
    for place in position..<position + count {
      guard place < scalars.count, let digit = scalars[place].hexValue, digit < radix else {
        return nil
      }
      value = value * UInt64(radix) + UInt64(digit)
    }
    guard let code = UInt32(exactly: value), let scalar = Unicode.Scalar(code) else { return nil }
    position += count
    return scalar
  }

  /// Reads a text in Chinese quotes as if they were ASCII ones, with a fault that says so.
  mutating func readWideText(until quotes: Set<Unicode.Scalar>) -> Token.Kind {
    let start = position
    position += 1
    let content = scalars[position...].prefix { !quotes.contains($0) }
    position = min(content.endIndex + 1, scalars.count)
    let text = text(content.startIndex..<content.endIndex)
    report(
      .wideCharacter, at: start..<position, zh: "文字的引号请用半角的，写 '\(text)'",
      en: "put the text in ASCII quotes: '\(text)'")
    return .string(text)
  }
}
