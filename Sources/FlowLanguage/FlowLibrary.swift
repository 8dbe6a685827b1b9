import Wording

/// The flows and letters that belong together, each by its id.
package struct FlowLibrary: Sendable {
  private let flowShelf: LazyPart<FlowShelf>
  private let shelf: LazyPart<LetterShelf>

  /// A library.
  ///
  /// A later flow or letter takes the place of an earlier one with its id.
  package init(flows: [Flow], letters: [LetterTemplate] = []) {
    self.init(flows: flows) { letters }
  }

  /// A library whose letters are read when the first one is needed; `readLetters` is asked once.
  package init(flows: [Flow], readLetters: @escaping @Sendable () -> [LetterTemplate]) {
    let flowShelf = FlowShelf(flows)
    self.init(LazyPart { flowShelf }, readLetters)
  }

  /// A library whose flows, too, are read when one is first looked for; each closure is asked once.
  package init(
    readFlows: @escaping @Sendable () -> [Flow],
    readLetters: @escaping @Sendable () -> [LetterTemplate]
  ) {
    self.init(LazyPart { FlowShelf(readFlows()) }, readLetters)
  }

  private init(
    _ flowShelf: LazyPart<FlowShelf>, _ readLetters: @escaping @Sendable () -> [LetterTemplate]
  ) {
    self.flowShelf = flowShelf
    self.shelf = LazyPart { LetterShelf(readLetters()) }
  }

  /// The flows in the order they were given.
  package var flows: [Flow] { flowShelf.value.flows }

  /// The flow of an id.
  package func flow(_ id: String) -> Flow? { flowShelf.value.flow(id) }

  /// The flow that a use pins; `nil` when it is missing or of another version.
  package func flow(for use: Use) -> Flow? {
    guard let flow = flow(use.flow.text), flow.version == use.version else { return nil }
    return flow
  }

  /// The letters in the order they were given.
  package var letters: [LetterTemplate] { shelf.value.letters }

  /// A letter in a language.
  package func letter(_ id: String, in language: Language) -> LetterTemplate? {
    shelf.value.letter(id, in: language)
  }

  /// The ids of the letters, each once, in order.
  package var letterIDs: [String] {
    var seen: Set<String> = []
    return letters.map(\.name.text).filter { seen.insert($0).inserted }
  }
}

/// Flows by id.
private struct FlowShelf: Sendable {
  let flows: [Flow]
  private let indexes: [String: Int]

  init(_ flows: [Flow]) {
    self.flows = flows
    indexes = Dictionary(
      zip(flows.map(\.id), flows.indices), uniquingKeysWith: { _, later in later })
  }

  func flow(_ id: String) -> Flow? { indexes[id].map { flows[$0] } }
}

/// Letters by id and language.
private struct LetterShelf: Sendable {
  let letters: [LetterTemplate]
  private let indexes: [Key: Int]

  private struct Key: Hashable {
    let id: String
    let language: Language
  }

  init(_ letters: [LetterTemplate]) {
    self.letters = letters
    let keys = letters.map { Key(id: $0.name.text, language: $0.language) }
    indexes = Dictionary(zip(keys, letters.indices), uniquingKeysWith: { _, later in later })
  }

  func letter(_ id: String, in language: Language) -> LetterTemplate? {
    indexes[Key(id: id, language: language)].map { letters[$0] }
  }
}
