import Notices
import Wording

/// A message cut where its findings begin and end, ready to be shown with marks in place.
///
/// The segments' texts joined are the message made safe for the terminal; each mark covers a run of
/// neighbouring segments. Marks may lie inside one another or cross (a threat clause holds a date).
package struct MarkedMessage: Hashable, Sendable {
  /// A piece of the message under the same marks.
  package struct Segment: Hashable, Sendable {
    /// The words, safe for the terminal; empty where a mark held nothing but what was taken out.
    package let text: String
    /// The marks that cover it as indices into `marks`, the outermost first; empty for plain words.
    package let marks: [Int]
  }

  /// The findings, in the order given.
  package let marks: [FindingMark]
  /// The message from its start to its end.
  package let segments: [Segment]

  /// Cuts a message at the places of its marks.
  ///
  /// A cut never parts a letter from the marks that combine with it. Time and space are linear in the
  /// message and its marks as long as few marks lie over one another, which findings do.
  package init(_ message: String, marks: [FindingMark]) {
    let scalars = Array(message.unicodeScalars)
    let places = marks.map { MarkedMessage.whole($0.range, in: scalars) }
    self.marks = marks
    segments = MarkedMessage.segments(scalars, places)
  }

  /// The marks of a notice in its own message.
  package init(_ notice: Notice) {
    self.init(notice.text, marks: FindingMarks(notice).all)
  }

  /// The range cut to the text and widened so that no combining scalar is parted from its base.
  private static func whole(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    (start, end) = (min(max(0, start), scalars.count), min(max(0, end), scalars.count))
    while start > 0, start < scalars.count, scalars[start].properties.isGraphemeExtend {
      start -= 1
    }
    while end < scalars.count, end > start, scalars[end].properties.isGraphemeExtend { end += 1 }
    return start..<max(start, end)
  }

  private static func segments(
    _ scalars: [Unicode.Scalar], _ places: [Range<Int>]
  ) -> [Segment] {
    let starting = Dictionary(grouping: places.indices) { places[$0].lowerBound }
    let cuts = Set([0, scalars.count] + places.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    var segments: [Segment] = []
    var open: [Int] = []
    for (index, cut) in cuts.enumerated() {
      open.removeAll { places[$0].upperBound <= cut }
      let begun = starting[cut] ?? []
      for empty in begun where places[empty].isEmpty {
        segments.append(Segment(text: "", marks: open + [empty]))
      }
      open += begun.filter { !places[$0].isEmpty }.sorted {
        (places[$1].upperBound, $0) < (places[$0].upperBound, $1)
      }
      guard index + 1 < cuts.count else { break }
      segments.append(
        Segment(text: MarkedMessage.safe(scalars[cut..<cuts[index + 1]]), marks: open))
    }
    return segments
  }

  private static func safe(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.lazy.filter { !$0.steersTerminal })
    return String(view)
  }
}
