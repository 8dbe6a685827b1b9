/// A phone number, an address of the web, a percentage or a number of days typed into a text:
/// such things go out of date, so they come by key from the facts.
struct TypedFact: Hashable {
  /// What was typed.
  enum Kind: Hashable {
    case phone, address, percentage, days
  }

  /// What was typed.
  let kind: Kind
  /// Where, in UTF-8 offsets of the text.
  let range: Range<Int>

  /// Everything of the kind in a text, in order; linear time.
  static func all(in text: String) -> [TypedFact] {
    var scan = TypedFactScan(text)
    scan.run()
    return scan.found
  }
}

private struct TypedFactScan {
  let bytes: [UInt8]
  var offset = 0
  var found: [TypedFact] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func run() {
    while offset < bytes.count {
      if digitWidth(at: offset) > 0 {
        readNumber()
      } else if isWordByte(at: offset) {
        readWord()
      } else {
        if bytes[offset] == TypedFactScan.hundred, starts(with: "百分之", at: offset) {
          add(.percentage, offset..<offset + 9)
        }
        readChineseDays()
        offset += 1
      }
    }
  }

  /// Digits, with the hyphens, spaces and points that hold a number together.
  private mutating func readNumber() {
    let start = offset
    var digits = 0
    var end = offset
    var joints = 0
    while offset < bytes.count {
      let width = digitWidth(at: offset)
      if width > 0 {
        digits += 1
        offset += width
        end = offset
      } else if isJoint(at: offset), digitWidth(at: offset + 1) > 0 {
        joints += bytes[offset] == UInt8(ascii: "-") || bytes[offset] == 0x20 ? 1 : 0
        offset += 1
      } else {
        break
      }
    }
    offset = end
    if continuesAsWord(at: end), let address = address(from: start) {
      return add(.address, address)
    }
    let text = start..<end
    if isPercentage(after: end) { return add(.percentage, text) }
    if isDays(after: end) { return add(.days, text) }
    if isPhone(text, digits: digits, joints: joints) { add(.phone, text) }
  }

  /// Whether a number goes on as a name: `95599.cn`, `12abc.com`.
  private func continuesAsWord(at end: Int) -> Bool {
    isWordByte(at: end)
      || end < bytes.count && bytes[end] == UInt8(ascii: ".") && isWordByte(at: end + 1)
  }

  /// A run of ASCII letters: perhaps the start of an address.
  private mutating func readWord() {
    var end = offset
    while isWordByte(at: end) || isDigit(at: end) || end < bytes.count && bytes[end] == 0x2D {
      end += 1
    }
    // Most words end at a space: only a point or a colon can make an address of them.
    guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ":")
    else {
      while isWordByte(at: offset) || isDigit(at: offset) { offset += 1 }
      return
    }
    if let address = address(from: offset) { return add(.address, address) }
    while isWordByte(at: offset) || isDigit(at: offset) { offset += 1 }
  }

  private mutating func add(_ kind: TypedFact.Kind, _ range: Range<Int>) {
    found.append(TypedFact(kind: kind, range: range))
    offset = max(offset + 1, range.upperBound)
  }

  // MARK: - Addresses

  private static let endings: Set<String> = [
    "com", "cn", "net", "org", "gov", "edu", "info", "top", "xyz", "io", "app", "cc", "vip", "hk",
  ]

  /// `https://…`, `www.…`, or words joined by dots of which the last is a domain's ending.
  private func address(from start: Int) -> Range<Int>? {
    var end = start
    var word = start
    var words: [Range<Int>] = []
    while end < bytes.count {
      if isWordByte(at: end) || isDigit(at: end) || bytes[end] == UInt8(ascii: "-") {
        end += 1
      } else if bytes[end] == UInt8(ascii: "."), isWordByte(at: end + 1) || isDigit(at: end + 1) {
        words.append(word..<end)
        end += 1
        word = end
      } else {
        break
      }
    }
    words.append(word..<end)
    if starts(with: "://", at: end) {
      end += 3
      while end < bytes.count, TypedFactScan.staysInAddress(bytes[end]) { end += 1 }
      return start..<end
    }
    guard words.count > 1, let last = words.last else { return nil }
    let ending = String(decoding: bytes[last].map(lowercased), as: UTF8.self)
    return TypedFactScan.endings.contains(ending) || starts(with: "www.", at: start)
      ? start..<end : nil
  }

  /// Visible ASCII but for quotes and brackets.
  private static func staysInAddress(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !Array("\"'<>(){}[]|".utf8).contains(byte)
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  // MARK: - Numbers

  private static let percentages = Words([
    "%", "％", "‰", "percent", "per cent", "分利",
  ])
  private static let days = Words([
    "天", "日内", "日之内", "日以内", "个工作日", "工作日", "个自然日", "days", "day ", "day-",
    "working day", "business day", "calendar day",
  ])
  private static let units = Words(["元", "块", "万", "yuan", "RMB"])

  private func isPercentage(after end: Int) -> Bool {
    TypedFactScan.percentages.stand(at: skipSpace(end), in: bytes)
  }

  private func isDays(after end: Int) -> Bool {
    TypedFactScan.days.stand(at: skipSpace(end), in: bytes)
  }

  private static let emergency: Set<String> = ["110", "119", "120", "122"]

  private func isPhone(_ range: Range<Int>, digits: Int, joints: Int) -> Bool {
    // Most numbers count something and are too short.
    guard digits == 3 || digits >= 5 else { return false }
    let text = halfWidth(range)
    if isAmount(range) || text.utf8.contains(UInt8(ascii: ".")) { return false }
    if TypedFactScan.emergency.contains(text) { return followsCall(range.lowerBound) }
    if isDay(text, digits: digits, joints: joints) { return false }
    let first = text.utf8.first
    if digits == 5 || digits == 6 {
      return joints == 0 && (first == UInt8(ascii: "1") || first == UInt8(ascii: "9"))
    }
    return digits >= 7
  }

  /// Whether a word for calling stands shortly before: 110 may count something else.
  private func followsCall(_ place: Int) -> Bool {
    ["打", "拨", "致电", "报警", "电话", "call", "dial", "phone", "ring"].contains { word in
      (max(0, place - 24)..<place).contains { starts(with: word, at: $0) }
    }
  }

  /// `2026-03-01`.
  private func isDay(_ text: String, digits: Int, joints: Int) -> Bool {
    digits == 8 && joints == 2 && text.utf8.count == 10
      && Array(text.utf8)[4] == UInt8(ascii: "-")
  }

  private func isAmount(_ range: Range<Int>) -> Bool {
    let next = skipSpace(range.upperBound)
    if TypedFactScan.units.stand(at: next, in: bytes) { return true }
    return ["¥", "￥"].contains { mark in
      let start = range.lowerBound - mark.utf8.count
      return start >= 0 && starts(with: mark, at: start)
    }
  }

  // MARK: - Chinese numerals

  private static let terms = Words(["日内", "日之内", "日以内", "个工作日", "天内", "个自然日"])

  /// `十五日内`, `三十个工作日`.
  private mutating func readChineseDays() {
    guard isNumeral(at: offset) else { return }
    let start = offset
    var end = offset
    while isNumeral(at: end) { end += 3 }
    if TypedFactScan.terms.stand(at: end, in: bytes) {
      add(.days, start..<end)
    } else {
      offset = end - 1
    }
  }

  /// The first byte of 百.
  private static let hundred: UInt8 = 0xE7

  /// Whether one of 一二三四五六七八九十百 stands there.
  private func isNumeral(at place: Int) -> Bool {
    guard place + 2 < bytes.count, (0xE4...0xE7).contains(bytes[place]) else { return false }
    let high = UInt32(bytes[place] & 0x0F) << 12
    let scalar = high | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
    return switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E:
      true
    default: false
    }
  }

  // MARK: - Bytes

  private func skipSpace(_ place: Int) -> Int {
    place < bytes.count && bytes[place] == 0x20 ? place + 1 : place
  }

  private func isDigit(at place: Int) -> Bool {
    place < bytes.count && (0x30...0x39).contains(bytes[place])
  }

  /// The bytes of a digit, also of a full-width one; 0 where none stands.
  private func digitWidth(at place: Int) -> Int {
    if isDigit(at: place) { return 1 }
    guard place + 2 < bytes.count, bytes[place] == 0xEF, bytes[place + 1] == 0xBC else { return 0 }
    return (0x90...0x99).contains(bytes[place + 2]) ? 3 : 0
  }

  /// The text of a number with ASCII digits.
  private func halfWidth(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let width = digitWidth(at: place)
      text.append(width == 3 ? bytes[place + 2] - 0x60 : bytes[place])
      place += max(1, width)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func isWordByte(at place: Int) -> Bool {
    guard place < bytes.count else { return false }
    return (0x41...0x5A).contains(bytes[place]) || (0x61...0x7A).contains(bytes[place])
  }

  private func isJoint(at place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "-"), 0x20, UInt8(ascii: "."), UInt8(ascii: ","): true
    default: false
    }
  }

  private func starts(with text: String, at place: Int) -> Bool {
    place + text.utf8.count <= bytes.count
      && bytes[place..<place + text.utf8.count].elementsEqual(text.utf8)
  }
}

/// A few words of which one may stand at a place; most first bytes begin none of them.
private struct Words: Sendable {
  private let words: [[UInt8]]
  private let begins: [Bool]

  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    var begins = [Bool](repeating: false, count: 256)
    for word in words { if let first = word.utf8.first { begins[Int(first)] = true } }
    self.begins = begins
  }

  /// Whether one of them stands at a place.
  func stand(at place: Int, in bytes: [UInt8]) -> Bool {
    guard place < bytes.count, begins[Int(bytes[place])] else { return false }
    return words.contains { word in
      place + word.count <= bytes.count && bytes[place..<place + word.count].elementsEqual(word)
    }
  }
}
