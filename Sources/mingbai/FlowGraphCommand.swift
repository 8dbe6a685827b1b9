import ArgumentParser
import FlowPages
import Wording

/// `mingbai flow graph FLOW`.
struct FlowGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "把流程画成图 / draw a flow",
    discussion: """
      例子 / Examples:
        mingbai flow graph collection.text > graph.mmd
        mingbai flow graph --format svg my.flow.yaml > graph.svg
      """)

  /// The forms of a drawing.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mermaid, dot, svg
  }

  @Argument(help: "流程的 id 或文件 / the flow's id, or its file.")
  var flow: String

  @Option(help: "格式 / form: mermaid, dot, svg.")
  var format: Format = .mermaid

  @OptionGroup var options: CommonOptions

  func run() throws {
    let diagram = FlowDiagram(try options.flow(flow).flow, in: options.language)
    switch format {
    case .mermaid: print(diagram.mermaid, terminator: "")
    case .dot: print(diagram.dot, terminator: "")
    case .svg: print(diagram.svg, terminator: "")
    }
  }
}

/// `mingbai flow doc FLOW`.
struct FlowDocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc",
    abstract: "把整个流程写成一篇可读的文稿 / the whole flow as a document to read",
    discussion: """
      例子 / Examples:
        mingbai flow doc collection.text --lang zh > review.md
        mingbai flow doc my.flow.yaml --lang en
      """)

  @Argument(help: "流程的 id 或文件 / the flow's id, or its file.")
  var flow: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let (flow, shelf) = try options.flow(flow)
    let document = FlowDocument(
      of: flow, in: shelf.library().library, facts: shelf.facts, language: options.language)
    print(document.markdown, terminator: "")
  }
}
