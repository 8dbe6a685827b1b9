import SourceText

/// A value of a YAML document with its place in the file.
///
/// Scalars are text: whether `yes` or `12` means anything else is for the schema that reads them.
package struct YAMLNode: Hashable, Sendable {
  /// What stands there.
  package let content: Content
  /// Where it stands, the quotes or brackets included.
  package let range: SourceRange

  /// A value at a place.
  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The three kinds of YAML values.
  package enum Content: Hashable, Sendable {
    /// A scalar's text and how it was written.
    case scalar(String, style: ScalarStyle)
    /// The elements of a sequence.
    case sequence([YAMLNode])
    /// The entries of a mapping in file order; duplicate keys were reported and dropped.
    case mapping([YAMLEntry], flow: Bool)
  }

  /// How a scalar was written.
  package enum ScalarStyle: Hashable, Sendable {
    /// Bare.
    case plain
    /// In single quotes.
    case singleQuoted
    /// In double quotes.
    case doubleQuoted
    /// `|`.
    case literal
    /// `>`.
    case folded
  }

  /// The scalar's text, `nil` for anything else.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The scalar's style, `nil` for anything else.
  package var style: ScalarStyle? {
    if case .scalar(_, let style) = content { style } else { nil }
  }

  /// The elements of a sequence, `nil` for anything else.
  package var elements: [YAMLNode]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  /// The entries of a mapping, `nil` for anything else.
  package var entries: [YAMLEntry]? {
    if case .mapping(let entries, _) = content { entries } else { nil }
  }

  /// The value under a key of a mapping; `nil` when there is none or this is no mapping.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.isUnder(key) }?.value
  }

  /// Whether this is the plain empty, `~` or `null` scalar.
  package var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// One entry of a mapping.
package struct YAMLEntry: Hashable, Sendable {
  /// The key's text.
  package let key: String
  /// Where the key stands.
  package let keyRange: SourceRange
  /// How the key was written.
  package let keyStyle: YAMLNode.ScalarStyle
  /// The value.
  package let value: YAMLNode

  /// A key and a value.
  package init(
    key: String, keyRange: SourceRange, keyStyle: YAMLNode.ScalarStyle, value: YAMLNode
  ) {
    self.key = key
    self.keyRange = keyRange
    self.keyStyle = keyStyle
    self.value = value
  }

  /// Whether the key is this one, byte by byte.
  package func isUnder(_ key: String) -> Bool {
    // Most keys differ in length, which is known at once.
    self.key.utf8.count == key.utf8.count && self.key.utf8.elementsEqual(key.utf8)
  }
}
