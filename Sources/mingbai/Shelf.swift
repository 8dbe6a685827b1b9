import ArgumentParser
import Assistant
import CoreFunctions
import Expressions
import Facts
import FlowChecking
import FlowEngine
import FlowLanguage
import FlowTesting
import Glibc
import MoneyAndDates
import Notices
import Recognizers
import SourceText
import Wording

/// The data this run uses, shipped and a person's own, read into the cores on first use.
final class Shelf {
  /// The flow that bare `mingbai` begins from a pipe.
  static let mainFlow = "collection.text"

  private let shipped: DataFolder
  private let own: DataFolder?
  private let core: LazyCores
  private let language: Language

  /// The data of the shipped folder, with `ownFlows` laid over it and `facts` in place of its facts.
  init(ownFlows: String?, facts: String?, language: Language) throws {
    guard let shipped = DataFolder.shipped else {
      Exit.say(DataFolder.missing, language)
      throw Exit.software
    }
    for folder in [ownFlows, facts].compactMap({ $0 }) where !TextFiles.isFolder(folder) {
      Exit.say(DataFolder.noFolder(folder), language)
      throw Exit.noInput
    }
    self.shipped = shipped
    self.own = ownFlows.map { DataFolder(path: $0) }
    let factFolder = facts.map { DataFolder(path: $0, factsStandAlone: true) } ?? shipped
    self.core = LazyCores(factFolder, language)
    self.language = language
  }

  // MARK: Files

  /// The flow files: a person's own laid over the shipped ones.
  private(set) lazy var flowSources: [SourceText] =
    shipped.readOrEnd(language) { Overlay.flows(try own?.flows() ?? [], over: try $0.flows()) }

  /// Lays flow files and letters over the others, in the place of those with their ids; they pass
  /// every check before they run.
  func lay(_ sources: [SourceText]) {
    let isLetter: (SourceText) -> Bool = { $0.name.hasSuffix(".md") }
    flowSources = Overlay.flows(sources.filter { !isLetter($0) }, over: flowSources)
    letterSources = Overlay.letters(sources.filter(isLetter), over: letterSources)
    laidOver += sources.map(\.name)
  }

  /// The names of flow files laid over by hand.
  private var laidOver: [String] = []

  /// The letters: a person's own laid over the shipped ones.
  private(set) lazy var letterSources: [SourceText] =
    shipped.readOrEnd(language) {
      Overlay.letters(try own?.letters() ?? [], over: try $0.letters())
    }

  /// The translations accepted beside the shipped flows, beside a person's own, and in some other
  /// folders; the last of several counts.
  func translationLock(besides folders: [String] = []) -> TranslationLock? {
    let texts =
      [shipped.translations(), own?.translations() ?? ""]
      + folders.map { DataFolder(path: $0).translations() }
    let text = texts.joined(separator: "\n")
    return texts.allSatisfy(\.isEmpty) ? nil : TranslationLock(text)
  }

  /// The scenarios, a person's own after the shipped ones.
  private(set) lazy var scenarioSources: [SourceText] =
    shipped.readOrEnd(language) { try $0.scenarios() + (own?.scenarios() ?? []) }

  /// Whether a scenario tells of a shipped flow in whose place another one lies.
  func isReplaced(_ scenario: Scenario) -> Bool {
    guard scenario.source.name.hasPrefix(shipped.path + "/") else { return false }
    return replacedFlows.contains(scenario.flow.text)
  }

  /// The ids of the shipped flows in whose place others lie.
  private lazy var replacedFlows: Set<String> =
    Set(flowSources.filter { isOwn($0.name) }.compactMap(FlowReach.id))

  /// The facts.
  var factSources: [SourceText] { core.sources }

  /// The files that a session of a flow stands on, by name: the flow, those it calls and the letters they print; all
  /// flows and letters where some are a person's own.
  func files(of flow: String) -> [String: [UInt8]] {
    guard own == nil, laidOver.isEmpty else { return Shelf.files(flowSources + letterSources) }
    let reached = reach(of: flow)
    return Shelf.files(reached.sources + shipped.letters(reached.letterIDs, language))
  }

  /// Whether `files(of: flow)` are these, told without reading the flows that it calls.
  ///
  /// What a flow reaches follows from the files themselves: where none of them changed, none came or went.
  func areUnchanged(_ files: [String: [UInt8]], of flow: String) -> Bool {
    guard own == nil, laidOver.isEmpty, let first = FlowReach.source(of: flow, in: flowSources),
      files[Shelf.baseName(first.name)] != nil
    else { return false }
    let letters = shipped.readOrEnd(language) { try $0.letters { files[$0] != nil } }
    let today = Shelf.files(flowSources + letters)
    return files.allSatisfy { today[$0.key] == $0.value }
  }

  /// The fact files by name.
  var factFiles: [String: [UInt8]] { Shelf.files(factSources) }

  /// Files of the same name get a number before it.
  private static func files(_ sources: [SourceText]) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for source in sources {
      var name = baseName(source.name)
      var number = 2
      while files[name] != nil {
        name = "\(number)-\(baseName(source.name))"
        number += 1
      }
      files[name] = source.utf8
    }
    return files
  }

  static func baseName(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
      ?? path
  }

  // MARK: Cores

  /// The facts.
  var facts: FactBook { core.facts }

  /// The recognizers, made when there is first something to read.
  var recognizer: LazyPart<Recognizer> { core.recognizer }

  /// The cores over the facts: a fact file is read when something in it is first needed.
  var cores: Cores { core.cores }

  /// What expressions of flows may use.
  var environment: Environment { core.environment }

  /// How free words of an answer are understood.
  var understanding: AnswerReader.Understanding { FreeWords(recognizer: recognizer).understanding }

  /// Every fact's key with what the checks of flows need to know about it; facts that nobody
  /// looked at in time are told from the others only where a day is given.
  func factStatuses(on day: CalendarDate? = nil) -> [String: FactStatus] {
    Dictionary(
      facts.allIDs.compactMap { id in facts.fact(id).map { (id, status(of: $0, on: day)) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func status(of fact: Fact, on day: CalendarDate?) -> FactStatus {
    var overdue: FactStatus.Overdue?
    if let day, let reviewBy = fact.reviewBy, fact.provenance.isStale(on: day) {
      let asOf = fact.asOf.flatMap { $0.day == nil ? nil : $0.text } ?? ""
      overdue = FactStatus.Overdue(asOf: asOf, reviewBy: reviewBy.iso)
    }
    return FactStatus(
      isExpired: fact.status == .closed || fact.status == .replaced, overdue: overdue,
      isContact: fact.confidence > .reported)
  }

  // MARK: Flows

  /// Reads flows and letters with everything that is wrong with their form.
  func library() -> (library: FlowLibrary, diagnostics: [Diagnostic]) {
    Shelf.library(flows: flowSources, letters: letterSources)
  }

  private static func library(
    flows: [SourceText], letters: [SourceText]
  ) -> (library: FlowLibrary, diagnostics: [Diagnostic]) {
    let flows = flows.map(FlowReader.read)
    let letters = letters.map(LetterReader.read)
    let library = FlowLibrary(
      flows: flows.compactMap(\.flow), letters: letters.compactMap(\.letter))
    return (library, flows.flatMap(\.diagnostics) + letters.flatMap(\.diagnostics))
  }

  /// The flows ready to run.
  ///
  /// A person's own flows pass every check first. Lists all faults and throws where there is any.
  func programs(_ language: Language) throws -> ProgramLibrary {
    let (library, faults) = library()
    var diagnostics = faults
    var programs: [FlowProgram] = []
    for flow in library.flows {
      let (program, found) = FlowProgram.compile(flow, in: library, environment: environment)
      diagnostics += found
      if let program { programs.append(program) }
    }
    if own != nil || !laidOver.isEmpty {
      let checked = FlowChecker.check(
        library, environment: environment, facts: factStatuses())
      diagnostics += checked.filter { isOwn($0.file) && !diagnostics.contains($0) }
    }
    let errors = diagnostics.filter { $0.severity == .error }
    Exit.list(errors, sources: flowSources + letterSources, language)
    guard errors.isEmpty else { throw Exit.badData }
    return ProgramLibrary(programs)
  }

  /// A flow ready to run with the flows it calls; the others stay unread, unless some are a person's own, which pass
  /// every check first.
  ///
  /// Shipped flows are checked before they are shipped: the flows called and all expressions are read when they are
  /// first needed, or by `readAll`.
  func programs(_ language: Language, for flow: String) throws -> ProgramLibrary {
    guard own == nil, laidOver.isEmpty else { return try programs(language) }
    let reached = reach(of: flow)
    let errors = reached.diagnostics.errors
    guard errors.isEmpty else {
      Exit.list(errors, sources: flowSources, language)
      throw Exit.badData
    }
    guard let first = reached.flow else { return ProgramLibrary([]) }
    let core = core
    let program: @Sendable (Flow) -> FlowProgram = { flow in
      FlowProgram(
        sound: flow, in: reached.library, environment: { core.environment },
        orEnd: { Exit.end(with: $0.errors, sources: [flow.source], language) },
        letterFaults: { Exit.list($0.errors, sources: [], language) })
    }
    return ProgramLibrary(program(first)) {
      reached.library.flows.filter { $0 !== first }.map(program)
    }
  }

  private var reaches: [String: ReachedFlows] = [:]

  private func reach(of flow: String) -> ReachedFlows {
    if let known = reaches[flow] { return known }
    let reach = ReachedFlows(of: flow, in: flowSources, shipped: shipped, language: language)
    reaches[flow] = reach
    return reach
  }

  private func isOwn(_ file: String) -> Bool {
    laidOver.contains(file) || own.map { file.hasPrefix($0.path + "/") } ?? false
  }

  /// Flows from the files a session kept; `nil` where they can't be run any more.
  func programs(from files: [String: [UInt8]]) -> ProgramLibrary? {
    let sources = files.map { SourceText(name: $0.key, utf8: $0.value) }
      .sorted { $0.name < $1.name }
    let (library, faults) = Shelf.library(
      flows: sources.filter { $0.name.hasSuffix(".flow.yaml") },
      letters: sources.filter { $0.name.hasSuffix(".md") })
    guard !faults.contains(where: { $0.severity == .error }) else { return nil }
    let programs = library.flows.compactMap {
      FlowProgram.compile($0, in: library, environment: environment).program
    }
    return programs.count == library.flows.count ? ProgramLibrary(programs) : nil
  }

  /// The lines of the first menu, by flow: by the authors' order, then by title.
  func offers() throws -> [(id: String, line: BilingualText)] {
    let flows = FlowReach(flowSources).flows.sorted { one, other in
      (one.order ?? Int.max, one.title[language]) < (other.order ?? Int.max, other.title[language])
    }
    return flows.compactMap { flow in flow.offer.map { (id: flow.id, line: $0) } }
  }

  /// The message for a flow that is not there, with the nearest names.
  func noFlow(_ id: String) -> BilingualText {
    let ids = library().library.flows.map(\.id)
    let near = nearestNames(to: id, among: ids)
    let list = (near.isEmpty ? ids : near).joined(separator: ", ")
    return BilingualText(
      zh: "没有流程“\(id)”。有：\(list)", en: "there is no flow \"\(id)\"; there is: \(list)")
  }
}
