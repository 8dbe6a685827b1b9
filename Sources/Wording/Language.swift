/// A language of the interface.
package enum Language: String, Hashable, Sendable, CaseIterable, Codable {
  /// Simplified Chinese (zh-Hans).
  case zh
  /// English.
  case en
}
