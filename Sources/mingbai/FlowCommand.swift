import ArgumentParser
import Assistant
import FlowChecking
import FlowEngine
import FlowLanguage
import FlowTesting
import LineEditing
import Sessions
import SourceText
import Wording

/// `mingbai flow …`: tools for those who write flows.
struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow", abstract: "写流程的工具 / tools for authors of flows",
    subcommands: [
      FlowCheckCommand.self, FlowTestCommand.self, FlowRunCommand.self, FlowListCommand.self,
    ])
}

/// `mingbai flow check [FILE…]`.
struct FlowCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查流程文件，列出全部错误 / check flow files; lists every fault",
    discussion: """
      例子 / Examples:
        mingbai flow check                    全部自带的流程 / all shipped flows
        mingbai flow check my.flow.yaml       一个文件 / one file, beside the shipped ones
      """)

  @Argument(help: "流程文件 / flow files; the shipped flows stand beside them.")
  var files: [String] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    let shelf = try options.shelf()
    let given = try files.map { path in
      do throws(TextFiles.Failure) {
        return try TextFiles.source(path)
      } catch {
        Exit.say(error.words, options.language)
        throw Exit.noInput
      }
    }
    let report = FlowReport(shelf: shelf, given: given)
    Exit.list(report.diagnostics, sources: report.sources, options.language)
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count - errors
    let summary = BilingualText(
      zh: "检查了 \(report.flowCount) 个流程：\(errors) 个错误，\(warnings) 个提醒",
      en: "\(report.flowCount) flows checked: \(errors) errors, \(warnings) warnings")
    print(summary[options.language])
    if errors > 0 { throw Exit.badData }
  }
}

/// `mingbai flow test`.
struct FlowTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "跑一遍全部场景 / run all scenarios")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let shelf = try options.shelf()
    let programs = try shelf.programs(options.language)
    let sources = shelf.scenarioSources
    let read = sources.map(ScenarioReader.read)
    let runs = read.flatMap { $0.0 }.map { ScenarioRun($0, in: programs) }
    let faults = read.flatMap { $0.1 } + runs.flatMap(\.diagnostics)
    Exit.list(faults, sources: sources, options.language)
    let failed = runs.count { !$0.diagnostics.isEmpty }
    print(
      BilingualText(
        zh: "\(runs.count) 个场景：\(runs.count - failed) 个通过，\(failed) 个不符",
        en: "\(runs.count) scenarios: \(runs.count - failed) passed, \(failed) failed")[
          options.language])
    if !faults.isEmpty { throw Exit.badData }
  }
}

/// `mingbai flow run FILE`.
struct FlowRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "试走一个流程文件，什么也不保存 / walk through a flow file; nothing is saved",
    discussion: "例子 / Example: mingbai flow run my.flow.yaml")

  @Argument(help: "流程文件 / the flow file; the shipped flows stand beside it.")
  var file: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let source: SourceText
    do throws(TextFiles.Failure) {
      source = try TextFiles.source(file)
    } catch {
      Exit.say(error.words, options.language)
      throw Exit.noInput
    }
    let runner = try SessionRunner(options)
    runner.shelf.lay(source)
    guard let flow = FlowReader.read(source).flow else {
      Exit.list(FlowReader.read(source).diagnostics, sources: [source], options.language)
      throw Exit.badData
    }
    try runner.tryOut(flow.id, language: options.language)
  }
}

/// `mingbai flow list`.
struct FlowListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出流程 / list the flows")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let shelf = try options.shelf()
    for flow in shelf.library().library.flows {
      print("\(flow.id)@\(flow.version)  \(flow.title[options.language])".safeForTerminal)
    }
  }
}
