import SourceText
import Wording
import YAMLTree

/// The entries of a mapping whose keys were looked at.
struct Fields {
  let range: SourceRange
  fileprivate let entries: [YAMLEntry]

  /// The value under a key; `nil` where it is left out.
  subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// The entry of a key.
  func entry(_ key: String) -> YAMLEntry? { entries.first { $0.key == key } }
}

extension FlowReading {
  /// A mapping whose keys are among those allowed; others are reported.
  mutating func fields(_ node: YAMLNode, keys: [String]) -> Fields? {
    guard let entries = node.entries else {
      report(.wrongShape(wanted: .mapping), at: node.range)
      return nil
    }
    for entry in entries where !keys.contains(entry.key) {
      reportUnknown(entry, keys: keys, in: node)
    }
    return Fields(range: node.range, entries: entries)
  }

  mutating func reportUnknown(_ entry: YAMLEntry, keys: [String], in node: YAMLNode) {
    if YAMLTrap.isCutAtComma(entry, in: node) {
      report(.trap(.commaInFlowMap(entry.key)), at: entry.keyRange)
    } else {
      let near = near(entry.key, keys)
      report(.trap(.unknownKey(entry.key, near: near, allowed: keys)), at: entry.keyRange)
    }
  }

  /// A scalar's text.
  mutating func text(_ node: YAMLNode) -> String? {
    guard let text = node.text, !node.isNull else {
      report(.wrongShape(wanted: .text), at: node.range)
      return nil
    }
    return text
  }

  /// A word that names something; a bare yes or no is a trap.
  mutating func name(_ node: YAMLNode) -> Name? {
    guard let text = text(node) else { return nil }
    guard !text.isEmpty else {
      report(.wrongShape(wanted: .text), at: node.range)
      return nil
    }
    if node.style == .plain, YAMLTrap.isTruthWord(text) {
      report(.trap(.bareWord(text)), at: node.range)
    }
    return Name(text, at: node.range)
  }

  /// A key that names something.
  mutating func name(key entry: YAMLEntry) -> Name {
    if entry.keyStyle == .plain, YAMLTrap.isTruthWord(entry.key) {
      report(.trap(.bareWord(entry.key)), at: entry.keyRange)
    }
    return Name(entry.key, at: entry.keyRange)
  }

  /// An id that is being given: its form is looked at too.
  mutating func newID(key entry: YAMLEntry) -> Name {
    let name = name(key: entry)
    checkID(name)
    return name
  }

  /// Reports an id that is not ASCII letters, digits and `_`, first a letter.
  mutating func checkID(_ name: Name) {
    if !isID(name.text) { report(.badID(name.text), at: name.range) }
  }

  /// The id of a letter, a flow or a fact: never a path.
  mutating func dottedName(_ node: YAMLNode) -> Name? {
    guard let name = name(node) else { return nil }
    if !isDottedID(name.text) { report(.pathInName(name.text), at: name.range) }
    return name
  }

  /// A list of such ids.
  mutating func dottedNames(_ node: YAMLNode) -> [Name] {
    guard let elements = node.elements else {
      report(.wrongShape(wanted: .names), at: node.range)
      return []
    }
    return elements.compactMap { dottedName($0) }
  }

  /// `true` or `false`.
  mutating func flag(_ node: YAMLNode?) -> Bool {
    guard let node else { return false }
    if node.style == .plain, let text = node.text {
      if text == "true" { return true }
      if text == "false" { return false }
    }
    report(.wrongShape(wanted: .trueOrFalse), at: node.range)
    return false
  }

  /// A whole number from 1 to 999,999,999; `010` is 8 for some YAML programs, and none here.
  mutating func number(_ node: YAMLNode) -> Int? {
    let digits = node.text.map { Array($0.utf8) } ?? []
    let isNumber =
      (1...9).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
      && digits.first != 0x30
    guard isNumber, let text = node.text, let number = Int(text), number >= 1 else {
      report(.wrongShape(wanted: .wholeNumber), at: node.range)
      return nil
    }
    return number
  }
}

/// ASCII letters, digits and `_`, first a letter, at most 64.
func isID(_ text: String) -> Bool {
  guard let first = text.utf8.first, isLetter(first), text.utf8.count <= FlowLimits.idBytes else {
    return false
  }
  return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
}

/// Ids joined by single dots or hyphens, such as `rule.INT-01`: no slash, no `..`.
package func isDottedID(_ text: String) -> Bool {
  var expectsWord = true
  for byte in text.utf8 {
    if isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") {
      expectsWord = false
    } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"), !expectsWord {
      expectsWord = true
    } else {
      return false
    }
  }
  return !expectsWord && text.utf8.count <= 2 * FlowLimits.idBytes
}

private func isLetter(_ byte: UInt8) -> Bool {
  (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
