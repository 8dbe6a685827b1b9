import SourceText
import Wording

/// A person's own flows and letters laid over those that are there: what has the same id takes the
/// place of the other, whatever its file is called.
package enum Overlay {
  /// The flows of `others` that no file of `own` replaces, then those of `own`.
  ///
  /// Files that are no flows, and files of `own` that share an id, all stay, to be reported.
  package static func flows(_ own: [SourceText], over others: [SourceText]) -> [SourceText] {
    let ids = Set(own.compactMap(FlowReach.id))
    guard !ids.isEmpty else { return others + own }
    return others.filter { FlowReach.id(in: $0).map { !ids.contains($0) } ?? true } + own
  }

  /// The letters of `others` that no file of `own` replaces in its language, then those of `own`.
  package static func letters(_ own: [SourceText], over others: [SourceText]) -> [SourceText] {
    let keys = Set(own.compactMap(Letter.init))
    guard !keys.isEmpty else { return others + own }
    return others.filter { Letter($0).map { !keys.contains($0) } ?? true } + own
  }

  private struct Letter: Hashable {
    let id: String
    let language: Language

    init?(_ source: SourceText) {
      guard let letter = LetterReader.read(source).letter else { return nil }
      (id, language) = (letter.name.text, letter.language)
    }
  }
}
