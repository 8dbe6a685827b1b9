import Wording

/// A text in runs of one look each, wrapped and painted only when it is printed.
package struct StyledText: Hashable, Sendable {
  /// How a run looks.
  package enum Style: Hashable, Sendable {
    /// As the terminal writes by itself.
    case plain
    /// A heading.
    case heading
    /// Explanations of less weight.
    case quiet
    /// The words of a finding.
    case mark(FindingMark.Kind)
  }

  /// A piece in one look.
  package struct Run: Hashable, Sendable {
    /// The words.
    package let text: String
    /// Their look.
    package let style: Style
  }

  /// The pieces in order.
  package private(set) var runs: [Run] = []

  /// A text of one look.
  package init(_ text: String = "", _ style: Style = .plain) {
    append(text, style)
  }

  /// Adds words at the end; anything that could steer a terminal is taken out of them.
  package mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    runs.append(Run(text: text.safeForTerminal, style: style))
  }

  /// Adds another text at the end.
  package mutating func append(_ other: StyledText) { runs += other.runs }

  /// The words without their looks.
  package var plain: String { runs.map(\.text).joined() }

  /// The words with the escape sequences of their looks.
  package var painted: String {
    runs.map { run in
      let code = run.style.code
      guard !code.isEmpty else { return run.text }
      // Each line closes its own colour, so that a pager or a cut line leaves none behind.
      return run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "\u{1B}[\(code)m\($0)\u{1B}[0m" }.joined(separator: "\n")
    }.joined()
  }

  /// The text with line ends put in as `String.wrapped(to:)` puts them.
  package func wrapped(to columns: Int) -> StyledText {
    let original = Array(plain.unicodeScalars)
    let target = Array(plain.wrapped(to: columns).unicodeScalars)
    var walk = WrapWalk(original: original, target: target)
    var result = StyledText()
    for run in runs {
      result.append(walk.next(run.text.unicodeScalars.count), run.style)
    }
    return result
  }
}

/// Walks a text and its wrapped form side by side.
///
/// They differ only where blanks became a line end and an indent, or were dropped before a line end.
private struct WrapWalk {
  let original: [Unicode.Scalar]
  let target: [Unicode.Scalar]
  private var place = 0
  private var reached = 0

  init(original: [Unicode.Scalar], target: [Unicode.Scalar]) {
    self.original = original
    self.target = target
  }

  /// The wrapped form of the next so many scalars of the original.
  mutating func next(_ count: Int) -> String {
    let end = min(original.count, place + count)
    var view = String.UnicodeScalarView()
    while place < end {
      if reached < target.count, target[reached] == original[place] {
        view.append(original[place])
        place += 1
        reached += 1
      } else if original[place] == " " {
        place += 1
      } else {
        guard takeBreak(into: &view) else { break }
      }
    }
    return String(view)
  }

  /// Takes the line end and indent that stand only in the wrapped form; false where there is none.
  private mutating func takeBreak(into view: inout String.UnicodeScalarView) -> Bool {
    guard reached < target.count, target[reached] == "\n" else { return false }
    repeat {
      view.append(target[reached])
      reached += 1
    } while reached < target.count && target[reached] == " "
    return true
  }
}

extension StyledText.Style {
  /// The parameters of the escape sequence that sets this look; empty for none.
  fileprivate var code: String {
    switch self {
    case .plain: ""
    case .heading: "1"
    case .quiet: "2"
    case .mark(let kind): kind.code
    }
  }
}

extension FindingMark.Kind {
  /// One look a kind, told apart without red and green alone: the loud ones are bold or underlined.
  fileprivate var code: String {
    switch self {
    case .name: "36"
    case .money: "1;33"
    case .time: "35"
    case .phone: "1;34"
    case .link: "4;34"
    case .contact: "34"
    case .reference: "4;36"
    case .request: "1;4;31"
    case .threat: "1;31"
    case .pressure: "31"
    case .offer: "33"
    case .wayOut: "32"
    case .disguise: "7"
    }
  }
}
