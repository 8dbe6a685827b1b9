import FlowLanguage
import Glibc
import SourceText
import Wording

/// A shipped flow with the flows it calls and the letters they print.
///
/// The flow is read at once; the flows it calls when one of them is first needed, and a letter when
/// one is first printed: a person waits for the first question, and no longer than that.
struct ReachedFlows: Sendable {
  /// The flow; `nil` where there is none of this id or its file can't be read.
  let flow: Flow?
  /// What is wrong with the form of the flow's own file.
  let diagnostics: [Diagnostic]
  /// The flow with all the flows it calls, in the order of their files, and the letters they print.
  let library: FlowLibrary
  private let whole: LazyPart<Whole>

  private struct Whole: Sendable {
    let sources: [SourceText]
    let flows: [Flow]
    let letterIDs: Set<String>
  }

  /// The flow of this id among the shipped ones.
  init(of id: String, in files: [SourceText], shipped: DataFolder, language: Language) {
    let source = FlowReach.source(of: id, in: files)
    let read = source.map(FlowReader.read)
    let whole = LazyPart { ReachedFlows.whole(id, in: files, read?.flow, language) }
    self.flow = read?.flow
    self.diagnostics = read?.diagnostics ?? []
    self.whole = whole
    self.library = FlowLibrary(readFlows: { whole.value.flows }) {
      let sources = shipped.letters(whole.value.letterIDs, language)
      let letters = sources.map(LetterReader.read)
      Exit.list(letters.flatMap(\.diagnostics).errors, sources: sources, language)
      return letters.compactMap(\.letter)
    }
  }

  /// Reads the files of the flow and of those it calls, but for what was read before.
  private static func whole(
    _ id: String, in files: [SourceText], _ known: Flow?, _ language: Language
  ) -> Whole {
    let sources = FlowReach(files).sources(for: id)
    let read = sources.map { source -> (flow: Flow?, diagnostics: [Diagnostic]) in
      if let known, known.source == source { return (known, []) }
      return FlowReader.read(source)
    }
    let errors = read.flatMap(\.diagnostics).errors
    if !errors.isEmpty { Exit.end(with: errors, sources: sources, language) }
    let flows = read.compactMap(\.flow)
    return Whole(
      sources: sources, flows: flows,
      letterIDs: flows.reduce(into: []) { $0.formUnion($1.letterIDs) })
  }

  /// The files of all these flows.
  var sources: [SourceText] { whole.value.sources }

  /// The letters that the flows print.
  var letterIDs: Set<String> { whole.value.letterIDs }
}

extension [Diagnostic] {
  /// Those for which a flow can't be run.
  var errors: [Diagnostic] { filter { $0.severity == .error } }
}
