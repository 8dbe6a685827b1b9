/// A document or page from which facts were taken.
package struct FactSource: Hashable, Sendable {
  /// How good a kind of source is.
  package enum Reliability: String, Hashable, Sendable, CaseIterable {
    /// Official text, or the owner's own page.
    case high
    /// Press, open data, law firms.
    case medium
    /// Pages whose author is unknown or that copy others.
    case low
  }

  /// Its id in `sources.yaml`.
  package let id: String
  /// Its title, in the language of the source.
  package let title: String
  /// Where it was found; empty where no address was recorded.
  package let url: String
  /// The day it states things for.
  package let asOf: AsOf?
  /// What it is: `law-text`, `press`, `opendata`, ….
  package let kind: String
  /// How good it is.
  package let reliability: Reliability
}
