import SourceText
import Wording
import YAMLTree

/// Reads letter files: front matter between `---` lines, then Mustache text.
package enum LetterReader {
  /// Reads a letter; the language is that of the file's name, `verify_debt.zh.md`.
  ///
  /// `nil` where there is no front matter or no language; everything else is read as far as it
  /// can be, with every fault at its place.
  package static func read(
    _ source: SourceText
  ) -> (letter: LetterTemplate?, diagnostics: [Diagnostic]) {
    var reading = FlowReading(source: source)
    let letter = reading.readLetter()
    return (letter, reading.diagnostics.sorted(by: Diagnostic.inReadingOrder))
  }
}

extension FlowReading {
  mutating func readLetter() -> LetterTemplate? {
    let top = SourceRange(start: 0, end: 0)
    let stem = LetterStem(source.name)
    if stem == nil { report(.letterLanguage, at: top) }
    guard let parts = LetterParts(source.utf8) else {
      report(.letterFrontMatter, at: top)
      return nil
    }
    let front = SourceText(name: source.name, utf8: Array(source.utf8[..<parts.frontEnd]))
    let document = YAMLDocument(front)
    take(document.diagnostics)
    guard let root = document.root, let fields = fields(root, keys: FlowKeys.letter) else {
      if document.diagnostics.isEmpty { report(.letterFrontMatter, at: top) }
      return nil
    }
    refuseInvisibleControls()
    let name = letterID(fields, stem)
    let title = letterText(fields, "title")
    guard let stem else { return nil }
    let body = String(decoding: source.utf8[parts.bodyStart...], as: UTF8.self)
    return LetterTemplate(
      source: source, name: name, language: stem.language, title: title ?? "",
      addressee: fields["addressee"].flatMap { text($0) } ?? "", use: lines(fields["use"]),
      must: lines(fields["must"]), never: lines(fields["never"]),
      warnings: lines(fields["warnings"]),
      basis: fields["basis"].map { dottedNames($0) } ?? [],
      fields: fields["fields"].map { readLetterFields($0) } ?? [], body: body,
      bodyStart: parts.bodyStart, placeholders: readPlaceholders(from: parts.bodyStart))
  }

  /// Reports the first scalar of the file that nobody sees.
  private mutating func refuseInvisibleControls() {
    var offset = 0
    for scalar in String(decoding: source.utf8, as: UTF8.self).unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if YAMLTrap.isInvisible(scalar) {
        return report(.trap(.controlCharacter), at: SourceRange(start: offset, end: end))
      }
      offset = end
    }
  }

  private mutating func letterID(_ fields: Fields, _ stem: LetterStem?) -> Name {
    let place = SourceRange(start: fields.range.start, end: fields.range.start)
    guard let node = fields["id"] else {
      report(.missingKey("id"), at: place)
      return Name(stem?.id ?? "", at: place)
    }
    guard let name = dottedName(node) else { return Name(stem?.id ?? "", at: node.range) }
    if let stem, stem.id != name.text { report(.letterFileName(stem.id), at: node.range) }
    return name
  }

  private mutating func letterText(_ fields: Fields, _ key: String) -> String? {
    guard let node = fields[key] else {
      let place = SourceRange(start: fields.range.start, end: fields.range.start)
      report(.missingKey(key), at: place)
      return nil
    }
    return text(node)
  }

  /// A text or a list of texts.
  private mutating func lines(_ node: YAMLNode?) -> [String] {
    guard let node else { return [] }
    guard let elements = node.elements else { return text(node).map { [$0] } ?? [] }
    return elements.compactMap { text($0) }
  }

  private mutating func readLetterFields(_ node: YAMLNode) -> [LetterField] {
    guard let entries = node.entries else {
      report(.wrongShape(wanted: .mapping), at: node.range)
      return []
    }
    return entries.compactMap { entry in
      let name = newID(key: entry)
      guard let fields = fields(entry.value, keys: FlowKeys.letterField) else { return nil }
      let from = fields["from"].flatMap { expression($0, .printed(hasFallback: false)) }
      let (zh, en) = (label("zh", fields), label("en", fields))
      return LetterField(name: name, label: BilingualText(zh: zh, en: en), from: from)
    }
  }

  private mutating func label(_ language: String, _ fields: Fields) -> String {
    guard let node = fields[language] else {
      report(.missingLanguage(language), at: fields.range)
      return ""
    }
    return text(node) ?? ""
  }

  /// The names between `{{` and `}}`; comments and pragmas are passed over.
  private mutating func readPlaceholders(from start: Int) -> [Name] {
    let bytes = source.utf8
    var names: [Name] = []
    var offset = start
    while offset + 1 < bytes.count {
      guard bytes[offset] == UInt8(ascii: "{"), bytes[offset + 1] == UInt8(ascii: "{") else {
        offset += 1
        continue
      }
      let open = offset
      offset += 2
      while offset < bytes.count, bytes[offset] == UInt8(ascii: "{") { offset += 1 }
      let first = offset
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "}") { offset += 1 }
      if let name = placeholder(open, first, offset) { names.append(name) }
      while offset < bytes.count, bytes[offset] == UInt8(ascii: "}") { offset += 1 }
    }
    return names
  }

  private mutating func placeholder(_ open: Int, _ first: Int, _ close: Int) -> Name? {
    let bytes = source.utf8
    var (start, end) = (first, close)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    let range = SourceRange(start: start, end: end)
    let name = source.text(in: range)
    if name.utf8.first == UInt8(ascii: "!") || name.utf8.first == UInt8(ascii: "%") { return nil }
    let closed = close + 1 < bytes.count && bytes[close + 1] == UInt8(ascii: "}")
    guard closed, isID(name) else {
      report(.letterKey(name), at: SourceRange(start: open, end: max(open, end)))
      return nil
    }
    return Name(name, at: range)
  }
}

/// The id and language in a letter's file name: `letters/verify_debt.zh.md`.
private struct LetterStem {
  let id: String
  let language: Language

  init?(_ path: String) {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
    let parts = file.split(separator: UInt8(ascii: "."))
    guard parts.count >= 3, parts.last.map({ Array($0) }) == Array("md".utf8),
      let language = Language(rawValue: String(decoding: parts[parts.count - 2], as: UTF8.self))
    else { return nil }
    self.language = language
    self.id = String(decoding: Array(parts.dropLast(2).joined(separator: [0x2E])), as: UTF8.self)
  }
}

/// Where the front matter of a letter ends and its text begins.
private struct LetterParts {
  let frontEnd: Int
  let bodyStart: Int

  init?(_ utf8: [UInt8]) {
    var lineStart = 0
    var rules = 0
    while lineStart < utf8.count {
      let end = utf8[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
      var line = utf8[lineStart..<end]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if line.elementsEqual("---".utf8) { rules += 1 } else if rules == 0 { return nil }
      if rules == 2 {
        self.frontEnd = lineStart
        self.bodyStart = min(end + 1, utf8.count)
        return
      }
      lineStart = end + 1
    }
    return nil
  }
}
