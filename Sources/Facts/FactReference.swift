import SourceText

/// An id in a facts file that must exist elsewhere, with its place.
struct FactReference: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    case source, fact
  }

  let target: Target
  let id: String
  let range: SourceRange
}
