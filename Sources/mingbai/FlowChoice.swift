import FlowEngine
import FlowLanguage
import SourceText
import Wording

extension CommonOptions {
  /// A file as a source; ends the command with a message where it can't be read.
  func source(_ path: String) throws -> SourceText {
    do throws(TextFiles.Failure) {
      return try TextFiles.source(path)
    } catch {
      Exit.say(error.words, language)
      throw Exit.noInput
    }
  }

  /// The flow that an argument names, by its id or by its file, and the shelf on which it lies.
  func flow(_ name: String) throws -> (flow: Flow, shelf: Shelf) {
    let shelf = try shelf()
    guard name.hasSuffix(".yaml") || name.utf8.contains(UInt8(ascii: "/")) else {
      guard let flow = shelf.library().library.flow(name) else {
        Exit.say(shelf.noFlow(name), language)
        throw Exit.noInput
      }
      return (flow, shelf)
    }
    let source = try source(name)
    shelf.lay([source])
    let (flow, diagnostics) = FlowReader.read(source)
    guard let flow, !diagnostics.contains(where: { $0.severity == .error }) else {
      Exit.list(diagnostics, sources: [source], language)
      throw Exit.badData
    }
    return (flow, shelf)
  }
}

extension Shelf {
  /// The programs of all flows, for tools that look at each of them.
  func allPrograms(_ language: Language) throws -> [FlowProgram] {
    let programs = try programs(language)
    return library().library.flows.compactMap { programs.program($0.id) }
  }
}
