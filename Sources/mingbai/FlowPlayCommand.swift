import ArgumentParser
import FlowEngine
import FlowTesting
import Wording

/// `mingbai flow play FLOW`.
struct FlowPlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "随机走很多遍，找走不通的地方 / walk at random, to find ways that fail",
    discussion: """
      例子 / Examples:
        mingbai flow play collection.text --runs 1000
        mingbai flow play my.flow.yaml --seed 7 --runs 100   同样的种子，同样的走法 / the same again
      """)

  @Argument(help: "流程的 id 或文件 / the flow's id, or its file.")
  var flow: String

  @Option(help: "种子，定了就每次一样 / the seed that decides the answers.")
  var seed: UInt64 = 1

  @Option(help: "走几遍 / how many walks.")
  var runs = 100

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if !(1...1_000_000).contains(runs) {
      throw ValidationError("--runs：1 到 1000000 遍 / from 1 to 1,000,000 walks")
    }
  }

  func run() throws {
    let language = options.language
    let (flow, shelf) = try options.flow(flow)
    let programs = try shelf.allPrograms(language)
    let walks = RandomWalks(
      of: flow.id, in: ProgramLibrary(programs), classes: AnswerClasses(programs), seed: seed,
      runs: runs, today: options.day, language: language)
    for failure in walks.failures.prefix(20) { report(failure, flow.id) }
    for (id, count) in walks.outcomes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      print("  \(count)  \(id)".safeForTerminal)
    }
    let passed = flow.nodes.count { walks.nodes.contains("\(flow.id)/\($0.id)") }
    print(Words.result(walks, passed: passed, of: flow.nodes.count)[language])
    if !walks.failures.isEmpty { throw Exit.badData }
  }

  /// What happened and the answers that led there, as a scenario has them.
  private func report(_ failure: RandomWalks.Failure, _ flow: String) {
    Exit.say(Words.failure(failure, flow), options.language)
    Exit.say("  answers:")
    for answer in failure.answers.suffix(60) {
      Exit.say("    \(answer.key): \(answer.value.asWritten)")
    }
  }

  private enum Words {
    static func failure(_ failure: RandomWalks.Failure, _ flow: String) -> BilingualText {
      BilingualText(
        zh: "\(flow)：第 \(failure.number) 遍走不通：\(failure.message.zh)",
        en: "\(flow): walk \(failure.number) fails: \(failure.message.en)")
    }
    static func result(_ walks: RandomWalks, passed: Int, of all: Int) -> BilingualText {
      BilingualText(
        zh:
          "走了 \(walks.count) 遍，\(walks.failures.count) 遍走不通；共答 \(walks.questions) 题，最长 \(walks.longest) 题；经过 \(passed)/\(all) 个节点",
        en:
          "\(walks.count) walk\(walks.count == 1 ? "" : "s"), \(walks.failures.count) failed; \(walks.questions) answer\(walks.questions == 1 ? "" : "s"), \(walks.longest) at most; \(passed)/\(all) nodes passed"
      )
    }
  }
}
