/// A part of the page about a sheet, before it is text or HTML.
package enum PlanBlock: Hashable, Sendable {
  /// A heading.
  case heading(String)
  /// A paragraph.
  case words(String)
  /// Lines of equal rank.
  case list([String])
  /// A table; the first row is the heading.
  case table([[String]])
  /// The chart of balances over time.
  case chart
}
