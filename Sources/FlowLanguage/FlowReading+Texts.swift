import SourceText
import Wording
import YAMLTree

extension FlowReading {
  /// A text in both languages, with expressions.
  mutating func flowText(_ node: YAMLNode) -> FlowText {
    let (zh, en) = languages(node)
    let missing = FlowTemplate(
      pieces: [], written: "", range: node.range, places: OffsetMap(from: node.range.start))
    return FlowText(
      zh: zh.map { template($0) } ?? missing, en: en.map { template($0) } ?? missing,
      range: node.range)
  }

  /// A text in both languages that may be left out.
  mutating func flowText(optional node: YAMLNode?) -> FlowText? {
    node.map { flowText($0) }
  }

  /// A text in both languages that must be there.
  mutating func flowText(required key: String, of fields: Fields, at range: SourceRange) -> FlowText
  {
    if let node = fields[key] { return flowText(node) }
    report(.missingKey(key), at: range)
    let place = OffsetMap(from: range.start)
    let missing = FlowTemplate(pieces: [], written: "", range: range, places: place)
    return FlowText(zh: missing, en: missing, range: range)
  }

  /// A text in both languages without expressions.
  mutating func plainText(_ node: YAMLNode) -> BilingualText {
    let (zh, en) = languages(node)
    for node in [zh, en].compactMap({ $0 }) { addLabel(node) }
    return BilingualText(zh: zh?.text ?? "", en: en?.text ?? "")
  }

  /// Keeps a text that takes no expressions for the checks; braces in it are a mistake.
  private mutating func addLabel(_ node: YAMLNode) {
    let written = node.text ?? ""
    let label = FlowTemplate(
      pieces: [.literal(written)], written: written, range: node.range, places: places(node))
    labels.append(label)
    guard let brace = written.utf8.firstIndex(where: { $0 == 0x7B || $0 == 0x7D }) else { return }
    let start = label.places.file(written.utf8.distance(from: written.utf8.startIndex, to: brace))
    report(.braceInLabel, at: SourceRange(start: start, end: start + 1))
  }

  /// The scalars of both languages; a missing or empty one is reported.
  private mutating func languages(_ node: YAMLNode) -> (zh: YAMLNode?, en: YAMLNode?) {
    guard node.entries != nil, let fields = fields(node, keys: FlowKeys.text) else {
      if node.entries == nil { report(.wrongShape(wanted: .texts), at: node.range) }
      return (nil, nil)
    }
    return (language("zh", fields), language("en", fields))
  }

  private mutating func language(_ key: String, _ fields: Fields) -> YAMLNode? {
    guard let node = fields[key] else {
      report(.missingLanguage(key), at: fields.range)
      return nil
    }
    guard let text = node.text else {
      report(.wrongShape(wanted: .text), at: node.range)
      return nil
    }
    if isBlank(text) {
      report(.emptyText, at: node.range)
    } else if node.style == .plain, YAMLTrap.isTruthWord(text) || node.isNull {
      report(.trap(.bareWord(text)), at: node.range)
    }
    if YAMLTrap.holdsInvisible(text) { report(.trap(.controlCharacter), at: node.range) }
    return node
  }

  /// Whether nothing but blanks stands in a text; mostly the first byte tells.
  private func isBlank(_ text: String) -> Bool {
    switch text.utf8.first {
    // Visible ASCII, and the scalars from U+4000 to U+9FFF, mostly Chinese: no blank is among them.
    case (0x21...0x7E)?, (0xE4...0xE9)?: false
    default: text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }
  }

  private mutating func template(_ node: YAMLNode) -> FlowTemplate {
    let written = node.text ?? ""
    let places = places(node)
    let parser = TemplateParser(written)
    for fault in parser.faults { report(fault, places) }
    let pieces = parser.pieces.map { piece -> FlowTemplate.Piece in
      switch piece {
      case .literal(let text): return .literal(text)
      case .expression(let range, let fallback):
        let text = String(decoding: parser.bytes[range], as: UTF8.self)
        let file = SourceRange(
          start: places.file(range.lowerBound), end: places.file(range.upperBound))
        return .expression(
          expression(
            text, range: file, places: places.from(range.lowerBound),
            .printed(hasFallback: fallback != nil)),
          fallback: fallback)
      }
    }
    return FlowTemplate(pieces: pieces, written: written, range: node.range, places: places)
  }

  private mutating func report(_ fault: TemplateParser.Fault, _ places: OffsetMap) {
    let (offset, fault): (Int, FlowFault) =
      switch fault {
      case .unclosed(let offset): (offset, .unclosedBrace)
      case .strayClose(let offset): (offset, .strayBrace)
      case .empty(let offset): (offset, .emptyBraces)
      }
    let start = places.file(offset)
    report(fault, at: SourceRange(start: start, end: start + 1))
  }

  /// Where the text of a scalar stands.
  func places(_ node: YAMLNode) -> OffsetMap {
    OffsetMap(
      scalar: node.text ?? "", style: node.style ?? .plain, at: node.range, in: source)
  }

  /// An expression: a quoted or block scalar.
  mutating func expression(_ node: YAMLNode, _ purpose: FlowExpression.Purpose) -> FlowExpression? {
    guard let (text, places) = expressionText(node) else { return nil }
    let start = places.file(0)
    let range = SourceRange(start: start, end: max(start, places.file(text.utf8.count)))
    return expression(text, range: range, places: places, purpose)
  }

  /// The text of an expression and where it stands.
  mutating func expressionText(_ node: YAMLNode) -> (text: String, places: OffsetMap)? {
    guard let text = node.text else {
      report(.wrongShape(wanted: .expression), at: node.range)
      return nil
    }
    if node.style == .plain { report(.trap(.plainExpression(text)), at: node.range) }
    if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) {
      report(.emptyExpression, at: node.range)
      return nil
    }
    if YAMLTrap.holdsInvisible(text) { report(.trap(.controlCharacter), at: node.range) }
    return (text, places(node))
  }
}
