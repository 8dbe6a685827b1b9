/// How well a fact is supported: the one scale of all facts.
package enum Confidence: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Only low-grade sources; never a number to call, always labelled.
  case reported
  /// One source of medium or high grade.
  case single
  /// Two or more independent sources, or the official text.
  case verified

  /// The better supported is greater.
  package static func < (left: Confidence, right: Confidence) -> Bool {
    left.grade < right.grade
  }

  private var grade: Int {
    switch self {
    case .reported: 0
    case .single: 1
    case .verified: 2
    }
  }
}
