import FlowChecking
import FlowLanguage
import MoneyAndDates
import SourceText

/// The faults of all flows, or of some files beside the shipped flows.
struct FlowReport {
  /// The faults, of the given files alone where any were given.
  let diagnostics: [Diagnostic]
  /// The sources they stand in.
  let sources: [SourceText]
  /// How many flows were checked.
  let flowCount: Int

  /// Checks the shelf's flows, or `given` files laid over them: one with the name of a file on the
  /// shelf stands in its place.
  init(shelf: Shelf, given: [SourceText], on day: CalendarDate) {
    let isLetter: (SourceText) -> Bool = { $0.name.hasSuffix(".md") }
    let replaced = Set(given.map(Self.fileName))
    let isLeft: (SourceText) -> Bool = { !replaced.contains(Self.fileName(of: $0)) }
    let flows = shelf.flowSources.filter(isLeft) + given.filter { !isLetter($0) }
    let letters = shelf.letterSources.filter(isLeft) + given.filter(isLetter)
    let checked = FlowChecker.check(
      flows: flows, letters: letters, environment: shelf.environment,
      facts: shelf.factStatuses(on: day),
      lock: shelf.translationLock(besides: given.map(Self.folder)))
    let names = Set(given.map(\.name))
    sources = flows + letters
    diagnostics = checked.diagnostics.filter { given.isEmpty || names.contains($0.file) }
    flowCount = given.isEmpty ? checked.library.flows.count : given.count
  }

  private static func fileName(of source: SourceText) -> String {
    source.name.split(separator: "/").last.map(String.init) ?? source.name
  }

  private static func folder(of source: SourceText) -> String {
    source.name.lastIndex(of: "/").map { String(source.name[..<$0]) } ?? "."
  }
}
