/// One part of the program that reads what strangers write, tried on any bytes.
///
/// A target must neither trap nor break what `Law` says, whatever the bytes are.
struct FuzzTarget: Sendable {
  /// Its name, and that of its folder of seeds.
  let name: String
  /// Tries one input.
  let run: @Sendable ([UInt8]) -> Void

  /// All targets.
  static let all: [FuzzTarget] = [
    .messages, .recognizers, .expressions, .flows, .letters, .journals, .tables, .workbooks,
    .filters, .plans,
  ]

  /// The target of a name.
  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// What holds for every input.
enum Law {
  /// Ends the process with words where something is not as it must be.
  static func holds(_ condition: Bool, _ words: @autoclosure () -> String) {
    guard condition else { fatalError(words()) }
  }
}
