/// Finds the names in brackets at the very start or end of a message: `【…】` and `[…]`.
struct SignatureScanner {
  let message: MessageText

  /// The longest name that counts as a signature, in scalars.
  private static let longest = 24

  /// The ranges of the names, brackets excluded.
  func ranges() -> [Range<Int>] {
    var found: [Range<Int>] = []
    if let first = atStart() { found.append(first) }
    if let last = atEnd(), !found.contains(last) { found.append(last) }
    return found
  }

  private func atStart() -> Range<Int>? {
    let scalars = message.scalars
    var start = skipBlanks(from: 0)
    start = skipPartNumber(from: start)
    guard start < scalars.count, let close = SignatureScanner.closing(scalars[start]) else {
      return nil
    }
    let limit = min(scalars.count, start + 1 + SignatureScanner.longest + 1)
    guard let end = (start + 1..<max(start + 1, limit)).first(where: { scalars[$0] == close })
    else { return nil }
    return name(start + 1..<end)
  }

  private func atEnd() -> Range<Int>? {
    let scalars = message.scalars
    var end = scalars.count
    while end > 0, isBlank(scalars[end - 1]) { end -= 1 }
    guard end > 1, scalars[end - 1].isAny(of: "】]］〗") else { return nil }
    let close = scalars[end - 1]
    let floor = max(0, end - 2 - SignatureScanner.longest)
    var start = end - 2
    while start >= floor {
      if SignatureScanner.closing(scalars[start]) == close { return name(start + 1..<end - 1) }
      if scalars[start] == close { return nil }
      start -= 1
    }
    return nil
  }

  private static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar? {
    switch open {
    case "【": "】"
    case "[": "]"
    case "［": "］"
    case "〖": "〗"
    default: nil
    }
  }

  /// A name holds no placeholder, blank line or digit run of its own.
  private func name(_ range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    let name = message.scalars[range]
    guard !name.contains(where: { $0.isAny(of: "{}#$%<>\n") }) else { return nil }
    let hasLetter =
      name.contains { CueText.isHan($0.value) || CueText.isLetter($0.value) }
      || name.contains { $0.properties.isAlphabetic }
    return hasLetter ? range : nil
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
      : scalar.value <= 0x3000 && scalar.properties.isWhitespace
  }

  private func skipBlanks(from start: Int) -> Int {
    var index = start
    while index < message.scalars.count, isBlank(message.scalars[index]) { index += 1 }
    return index
  }

  /// `(1/2)` of a message in parts.
  private func skipPartNumber(from start: Int) -> Int {
    let scalars = message.scalars
    guard start + 4 < scalars.count, scalars[start] == "(", scalars[start + 2] == "/",
      scalars[start + 4] == ")"
    else { return start }
    return start + 5
  }
}
