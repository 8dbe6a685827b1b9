import ArgumentParser
import FlowLanguage
import SourceText
import Wording

/// `mingbai flow …`: tools for those who write flows.
struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow", abstract: "写流程的工具 / tools for authors of flows",
    discussion: """
      例子 / Examples:
        mingbai flow new late-rent            一个新的小流程和它的场景 / a small flow with a scenario
        mingbai flow check late-rent.flow.yaml
        mingbai flow run late-rent.flow.yaml  试走，什么也不保存 / walk through it; nothing is saved
        mingbai flow test --min-coverage 90   跑场景，看覆盖率 / run the scenarios
        mingbai flow doc collection.text      给律师看的文稿 / the whole flow as a document
      """,
    subcommands: [
      FlowNewCommand.self, FlowCheckCommand.self, FlowRunCommand.self, FlowTestCommand.self,
      FlowPlayCommand.self, FlowExplainCommand.self, FlowGraphCommand.self, FlowDocCommand.self,
      FlowListCommand.self,
    ])
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
    let source = try options.source(file)
    let runner = try SessionRunner(options)
    runner.shelf.lay([source])
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
