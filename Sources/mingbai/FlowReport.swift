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

  /// Checks the shelf's flows, or `given` files laid over them: one with the id of another stands
  /// in its place.
  init(shelf: Shelf, given: [SourceText], on day: CalendarDate) {
    shelf.lay(given)
    let (flows, letters) = (shelf.flowSources, shelf.letterSources)
    let checked = FlowChecker.check(
      flows: flows, letters: letters, environment: shelf.environment,
      facts: shelf.factStatuses(on: day),
      lock: shelf.translationLock(besides: given.map(Self.folder)))
    let names = Set(given.map(\.name))
    sources = flows + letters
    diagnostics = checked.diagnostics.filter { given.isEmpty || names.contains($0.file) }
    flowCount = given.isEmpty ? checked.library.flows.count : given.count
  }

  private static func folder(of source: SourceText) -> String {
    source.name.lastIndex(of: "/").map { String(source.name[..<$0]) } ?? "."
  }
}
