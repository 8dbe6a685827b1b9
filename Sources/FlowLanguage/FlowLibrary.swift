import Wording

/// The flows and letters that belong together, each by its id.
package struct FlowLibrary: Sendable {
  /// The flows in the order they were given.
  package let flows: [Flow]
  /// The letters in the order they were given.
  package let letters: [LetterTemplate]
  private let flowIndexes: [String: Int]
  private let letterIndexes: [LetterKey: Int]

  private struct LetterKey: Hashable {
    let id: String
    let language: Language
  }

  /// A library.
  ///
  /// A later flow or letter takes the place of an earlier one with its id.
  package init(flows: [Flow], letters: [LetterTemplate] = []) {
    self.flows = flows
    self.letters = letters
    self.flowIndexes = Dictionary(
      zip(flows.map(\.id), flows.indices), uniquingKeysWith: { _, later in later })
    let keys = letters.map { LetterKey(id: $0.name.text, language: $0.language) }
    self.letterIndexes = Dictionary(
      zip(keys, letters.indices), uniquingKeysWith: { _, later in later })
  }

  /// The flow of an id.
  package func flow(_ id: String) -> Flow? { flowIndexes[id].map { flows[$0] } }

  /// The flow that a use pins; `nil` when it is missing or of another version.
  package func flow(for use: Use) -> Flow? {
    guard let flow = flow(use.flow.text), flow.version == use.version else { return nil }
    return flow
  }

  /// A letter in a language.
  package func letter(_ id: String, in language: Language) -> LetterTemplate? {
    letterIndexes[LetterKey(id: id, language: language)].map { letters[$0] }
  }

  /// The ids of the letters, each once, in order.
  package var letterIDs: [String] {
    var seen: Set<String> = []
    return letters.map(\.name.text).filter { seen.insert($0).inserted }
  }
}
