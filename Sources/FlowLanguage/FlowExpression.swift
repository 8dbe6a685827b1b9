import SourceText

/// An expression as an author wrote it, not yet parsed.
///
/// A class only so that handing it on copies nothing; nothing in it ever changes.
package final class FlowExpression: Hashable, Sendable {
  /// The expression's text, YAML's escapes and folding resolved.
  package let text: String
  /// Its place in `Flow.expressions`.
  package let index: Int
  /// Where it stands in the flow's file, without quotes.
  package let range: SourceRange
  /// Where it stands in its flow and what it is for.
  package let purpose: Purpose
  /// The node it belongs to.
  package let node: String
  /// From offsets in `text` to offsets in the file.
  package let places: OffsetMap

  /// An expression for a purpose.
  package init(
    text: String, index: Int, range: SourceRange, purpose: Purpose, node: String,
    places: OffsetMap
  ) {
    self.text = text
    self.index = index
    self.range = range
    self.purpose = purpose
    self.node = node
    self.places = places
  }

  /// Whether both were written alike at the same place.
  package static func == (one: FlowExpression, other: FlowExpression) -> Bool {
    one === other
      || one.index == other.index && one.text == other.text && one.range == other.range
        && one.purpose == other.purpose && one.node == other.node && one.places == other.places
  }

  /// Hashes its place, which few share.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(index)
    hasher.combine(range)
  }

  /// What an expression is for; it decides which names it sees and which type it must have.
  package enum Purpose: Hashable, Sendable {
    /// Decides a route, a step or a letter: bool, sees the variables.
    case condition
    /// The answer must satisfy it: bool, sees `answer` too.
    case check
    /// The value of a variable after an answer; sees `answer` too.
    case setFromAnswer(variable: String)
    /// The value of a variable; sees the variables.
    case set(variable: String)
    /// What the reading core found, offered as an answer; may be absent.
    case guess
    /// Printed in a text; may be absent when it has a fallback.
    case printed(hasFallback: Bool)
    /// Passed to an input of the flow called under an alias.
    case argument(alias: String, input: String)
    /// A day on which something is due: date.
    case day
    /// How often a repetition runs: int.
    case count
    /// What a repetition adds to a list: a field of a record, or (`nil`) the whole element.
    case collected(into: String, field: String?)
  }

  /// Where a run of UTF-8 offsets of `text` stands in the file.
  package func fileRange(start: Int, end: Int) -> SourceRange {
    let first = places.file(start)
    return SourceRange(start: first, end: max(first, places.file(end)))
  }

  /// Where a run of Unicode scalars of `text` stands in the file.
  package func fileRange(scalars: Range<Int>) -> SourceRange {
    var (start, end, offset, count) = (text.utf8.count, text.utf8.count, 0, 0)
    for scalar in text.unicodeScalars {
      if count == scalars.lowerBound { start = offset }
      if count == scalars.upperBound { end = offset }
      offset += UTF8.width(scalar)
      count += 1
    }
    return fileRange(start: start, end: max(start, end))
  }
}

/// From UTF-8 offsets in a text as read to offsets in the file it was written in.
package struct OffsetMap: Hashable, Sendable {
  /// From `text` on, offsets run side by side (or stay at `file` where the text was generated).
  package struct Anchor: Hashable, Sendable {
    /// The offset in the text.
    package let text: Int
    /// The offset in the file.
    package let file: Int
    /// Whether the file's offset moves with the text's.
    package let runs: Bool

    /// A place where two offsets meet.
    package init(text: Int, file: Int, runs: Bool = true) {
      self.text = text
      self.file = file
      self.runs = runs
    }
  }

  /// The first anchor stands by itself: most texts stand in their file as they are and need no other.
  private let first: Anchor
  private let later: [Anchor]

  /// Where offsets meet, ascending in `text`; the first stands at 0.
  package var anchors: [Anchor] { [first] + later }

  /// A map through its anchors, ascending in `text`; without any, everything stands at 0.
  package init(_ anchors: [Anchor]) {
    first = anchors.first ?? Anchor(text: 0, file: 0, runs: false)
    later = Array(anchors.dropFirst())
  }

  /// A text that stands in the file as it is, from an offset on.
  package init(from file: Int) {
    first = Anchor(text: 0, file: file)
    later = []
  }

  /// The offset in the file of an offset in the text.
  package func file(_ offset: Int) -> Int {
    let anchor = anchor(before: offset)
    return anchor.runs ? anchor.file + (offset - anchor.text) : anchor.file
  }

  /// The last anchor that does not stand behind an offset.
  private func anchor(before offset: Int) -> Anchor {
    var low = 0
    var high = later.count
    while low < high {
      let middle = (low + high) / 2
      if later[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : later[low - 1]
  }

  /// The map of the part of the text that begins at an offset.
  package func from(_ start: Int) -> OffsetMap {
    let behind = later.filter { $0.text > start }
      .map { Anchor(text: $0.text - start, file: $0.file, runs: $0.runs) }
    let runs = anchor(before: start).runs
    return OffsetMap(first: Anchor(text: 0, file: file(start), runs: runs), later: behind)
  }

  private init(first: Anchor, later: [Anchor]) {
    self.first = first
    self.later = later
  }
}
