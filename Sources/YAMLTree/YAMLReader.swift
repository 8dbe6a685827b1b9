import CYAML
import SourceText
import Wording

/// Reads one YAML document into a tree with ranges, from libyaml's events.
///
/// Every fault is collected: duplicate keys, tags, aliases past the budget, a second document.
/// Where the text is not YAML at all, reading stops there and `root` is `nil`.
package struct YAMLDocument: Sendable {
  /// The document's value; `nil` when the file is empty or can't be read.
  package let root: YAMLNode?
  /// Everything that is wrong, in reading order.
  package let diagnostics: [Diagnostic]

  /// Reads a source within limits; never throws, never traps.
  package init(_ source: SourceText, limits: YAMLLimits = .flow) {
    var reader = YAMLReader(source: source, limits: limits)
    self.root = reader.readDocument()
    self.diagnostics = reader.diagnostics
  }
}

private struct YAMLReader {
  let source: SourceText
  let limits: YAMLLimits
  var diagnostics: [Diagnostic] = []
  private var nodes = 0
  private var aliases = 0
  private var anchors: [String: (node: YAMLNode, size: Int)] = [:]
  private var stopped = false
  /// libyaml counts characters, ranges count bytes.
  private var offsets = CharacterOffsets(UnsafeBufferPointer(start: nil, count: 0))

  init(source: SourceText, limits: YAMLLimits) {
    self.source = source
    self.limits = limits
  }

  mutating func readDocument() -> YAMLNode? {
    guard source.utf8.count <= limits.bytes else {
      report(SourceRange(start: 0, end: 0), .tooLarge(limits.bytes))
      return nil
    }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    // Without its mark libyaml would take a file that begins with the bytes FF FE for UTF-16.
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    return source.utf8.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      offsets = CharacterOffsets(buffer)
      defer { offsets = CharacterOffsets(UnsafeBufferPointer(start: nil, count: 0)) }
      return readStream(&parser)
    }
  }

  /// The first byte that is no UTF-8; `nil` where all is well.
  private var firstInvalidByte: Int? {
    var bytes = source.utf8.makeIterator()
    var decoder = UTF8()
    var offset = 0
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  private mutating func readStream(_ parser: inout yaml_parser_t) -> YAMLNode? {
    var root: YAMLNode?
    var documents = 0
    while let event = nextEvent(&parser) {
      switch event.kind {
      case .streamStart, .documentEnd: continue
      case .streamEnd: return root
      case .documentStart:
        documents += 1
        if documents > 1 {
          report(event.range, .secondDocument)
          return root
        }
      default:
        root = readNode(event, &parser, depth: 0)
        if stopped { return nil }
      }
    }
    return nil
  }

  private mutating func readNode(
    _ event: Event, _ parser: inout yaml_parser_t, depth: Int
  ) -> YAMLNode? {
    guard depth <= limits.depth else { return stop(event.range, .tooDeep(limits.depth)) }
    nodes += 1
    guard nodes <= limits.nodes else { return stop(event.range, .tooManyNodes(limits.nodes)) }
    let before = nodes
    if event.hasTag { report(event.range, .tag) }
    let node: YAMLNode?
    switch event.kind {
    case .scalar(let text, let style):
      guard text.utf8.count <= limits.scalarBytes else {
        return stop(event.range, .scalarTooLong(limits.scalarBytes))
      }
      node = YAMLNode(.scalar(text, style: style), at: event.range)
    case .alias(let name): return readAlias(name, event.range)
    case .sequenceStart: node = readSequence(event, &parser, depth: depth)
    case .mappingStart(let flow): node = readMapping(event, flow: flow, &parser, depth: depth)
    default: node = nil
    }
    if let anchor = event.anchor, let node {
      anchors[anchor] = (node, nodes - before + 1)
    }
    return node
  }

  private mutating func readAlias(_ name: String, _ range: SourceRange) -> YAMLNode? {
    aliases += 1
    guard aliases <= limits.aliases else { return stop(range, .tooManyAliases(limits.aliases)) }
    guard let (node, size) = anchors[name] else { return stop(range, .unknownAlias(name)) }
    nodes += size
    guard nodes <= limits.nodes else { return stop(range, .tooManyNodes(limits.nodes)) }
    return node
  }

  private mutating func readSequence(
    _ start: Event, _ parser: inout yaml_parser_t, depth: Int
  ) -> YAMLNode? {
    var elements: [YAMLNode] = []
    while let event = nextEvent(&parser) {
      if case .sequenceEnd = event.kind {
        let range = SourceRange(start: start.range.start, end: event.range.end)
        return YAMLNode(.sequence(elements), at: range)
      }
      guard let element = readNode(event, &parser, depth: depth + 1) else { return nil }
      elements.append(element)
    }
    return nil
  }

  private mutating func readMapping(
    _ start: Event, flow: Bool, _ parser: inout yaml_parser_t, depth: Int
  ) -> YAMLNode? {
    var entries: [YAMLEntry] = []
    var seen = SeenKeys()
    while let event = nextEvent(&parser) {
      if case .mappingEnd = event.kind {
        let range = SourceRange(start: start.range.start, end: event.range.end)
        return YAMLNode(.mapping(entries, flow: flow), at: range)
      }
      guard let key = readNode(event, &parser, depth: depth + 1), let next = nextEvent(&parser),
        let value = readNode(next, &parser, depth: depth + 1)
      else { return nil }
      guard case .scalar(let text, let style) = key.content else {
        report(key.range, .keyIsNoText)
        continue
      }
      guard seen.insert(text, after: entries) else {
        report(key.range, .duplicateKey(text))
        continue
      }
      entries.append(YAMLEntry(key: text, keyRange: key.range, keyStyle: style, value: value))
    }
    return nil
  }

  private mutating func stop(_ range: SourceRange, _ fault: YAMLFault) -> YAMLNode? {
    report(range, fault)
    stopped = true
    return nil
  }

  private mutating func report(_ range: SourceRange, _ fault: YAMLFault) {
    diagnostics.append(
      Diagnostic(in: source, at: range, check: fault.check, message: fault.message))
  }

  /// The next event, or `nil` at a syntax error, which is reported.
  private mutating func nextEvent(_ parser: inout yaml_parser_t) -> Event? {
    guard !stopped else { return nil }
    var raw = yaml_event_t()
    guard yaml_parser_parse(&parser, &raw) == 1 else {
      stop(at: parser)
      return nil
    }
    defer { yaml_event_delete(&raw) }
    return Event(raw, &offsets)
  }

  /// Stops where libyaml could not go on.
  private mutating func stop(at parser: yaml_parser_t) {
    if parser.error == YAML_READER_ERROR, let place = firstInvalidByte {
      _ = stop(SourceRange(start: place, end: place), .notUTF8)
      return
    }
    let said = parser.problem.map { String(cString: $0) } ?? "unreadable"
    let found =
      parser.error == YAML_READER_ERROR
      ? Int(parser.problem_offset)
      : offsets.byte(ofCharacter: Int(parser.problem_mark.index))
    let line = source.position(at: found).line
    let problem = YAMLProblem(
      said: said, byte: source.utf8.indices.contains(found) ? source.utf8[found] : nil,
      wideSign: YAMLProblem.wideSign(in: source.line(line))
        ?? YAMLProblem.wideSign(in: source.line(line - 1)))
    let place =
      problem.isUnclosed && parser.context != nil
      ? offsets.byte(ofCharacter: Int(parser.context_mark.index)) : found
    _ = stop(SourceRange(start: place, end: place), .syntax(problem))
  }
}

/// One libyaml event in Swift's own terms.
private struct Event {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd, sequenceStart, sequenceEnd, mappingEnd
    case mappingStart(flow: Bool)
    case scalar(String, YAMLNode.ScalarStyle)
    case alias(String)
  }

  let kind: Kind
  let range: SourceRange
  let anchor: String?
  let hasTag: Bool

  init(_ raw: yaml_event_t, _ offsets: inout CharacterOffsets) {
    range = SourceRange(
      start: offsets.byte(ofCharacter: Int(raw.start_mark.index)),
      end: offsets.byte(ofCharacter: Int(raw.end_mark.index)))
    var anchor: UnsafeMutablePointer<yaml_char_t>?
    var tag: UnsafeMutablePointer<yaml_char_t>?
    switch raw.type {
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = .alias(raw.data.alias.anchor.map { String(cString: $0) } ?? "")
    case YAML_SEQUENCE_START_EVENT:
      (anchor, tag) = (raw.data.sequence_start.anchor, raw.data.sequence_start.tag)
      kind = .sequenceStart
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      (anchor, tag) = (raw.data.mapping_start.anchor, raw.data.mapping_start.tag)
      kind = .mappingStart(flow: raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      (anchor, tag) = (scalar.anchor, scalar.tag)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(String(decoding: bytes, as: UTF8.self), Event.style(scalar.style))
    default: kind = .streamStart
    }
    self.anchor = anchor.map { String(cString: $0) }
    self.hasTag = tag != nil
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLNode.ScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}

/// From libyaml's character indexes to byte offsets.
///
/// Events come in reading order, so the place last asked for is seldom far from the next one: a
/// whole file costs one walk over its bytes.
private struct CharacterOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var characters = 0
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func byte(ofCharacter index: Int) -> Int {
    while characters < index, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      characters += 1
    }
    while characters > index, offset > 0 {
      offset -= 1
      while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      characters -= 1
    }
    return offset
  }
}

/// The keys of one mapping so far, compared by bytes; hashed only where there are many.
private struct SeenKeys {
  private var hashed: Set<[UInt8]> = []
  private static let few = 12

  /// Whether a key is new among the entries read before it.
  mutating func insert(_ key: String, after entries: [YAMLEntry]) -> Bool {
    guard entries.count >= SeenKeys.few else {
      return !entries.contains { $0.isUnder(key) }
    }
    if hashed.isEmpty { hashed = Set(entries.map { Array($0.key.utf8) }) }
    return hashed.insert(Array(key.utf8)).inserted
  }
}
