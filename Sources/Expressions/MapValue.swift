/// Keys to values in the order they were put in.
///
/// Keys are bool, int or string; a double that is a
/// whole number finds the int.
package struct MapValue: Sendable {
  /// A key as CEL compares it.
  enum Key: Hashable, Sendable {
    case bool(Bool)
    case int(Int64)
    case text(ScalarText)

    /// The key that finds this value, `nil` for what can't be a key (`null`, a list, 0.5).
    init?(_ value: Value) {
      switch value {
      case .bool(let truth): self = .bool(truth)
      case .int(let number): self = .int(number)
      case .double(let number):
        guard let whole = Int64(exactly: number) else { return nil }
        self = .int(whole)
      case .string(let text): self = .text(ScalarText(text))
      default: return nil
      }
    }
  }

  private final class Storage: Sendable {
    let entries: [(key: Value, value: Value)]
    /// Positions by key; only for maps that are too large to be looked through.
    let positions: [Key: Int]

    init(entries: [(key: Value, value: Value)], positions: [Key: Int]) {
      self.entries = entries
      self.positions = positions
    }
  }

  private static let mostLookedThrough = 8
  private let storage: Storage

  /// A map of these entries, or `nil` where a key is of another type or stands twice.
  package init?(_ entries: [(key: Value, value: Value)]) {
    var positions: [Key: Int] = [:]
    for (position, entry) in entries.enumerated() {
      if case .double = entry.key { return nil }
      guard let key = Key(entry.key), positions.updateValue(position, forKey: key) == nil else {
        return nil
      }
    }
    storage = Storage(
      entries: entries,
      positions: entries.count > MapValue.mostLookedThrough ? positions : [:])
  }

  /// The entries in the order they were put in.
  package var entries: [(key: Value, value: Value)] { storage.entries }
  /// How many entries there are.
  package var count: Int { storage.entries.count }

  /// The value under a key, `nil` where there is none.
  package subscript(key: Value) -> Value? {
    guard let key = Key(key) else { return nil }
    if !storage.positions.isEmpty {
      return storage.positions[key].map { storage.entries[$0].value }
    }
    return storage.entries.first { Key($0.key) == key }?.value
  }

  /// The value under a text, `nil` where there is none.
  package subscript(text text: String) -> Value? {
    if !storage.positions.isEmpty {
      return storage.positions[.text(ScalarText(text))].map { storage.entries[$0].value }
    }
    for entry in storage.entries {
      if case .string(let key) = entry.key, key.hasSameScalars(as: text) { return entry.value }
    }
    return nil
  }
}
