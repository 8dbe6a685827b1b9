import ArgumentParser
import FlowTesting
import SourceText
import Wording

/// `mingbai flow test [FILE…]`.
struct FlowTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "跑场景，看覆盖率 / run scenarios; shows what they cover",
    discussion: """
      例子 / Examples:
        mingbai flow test                     全部场景 / all scenarios
        mingbai flow test --coverage          列出没有覆盖到的地方 / list what they leave out
        mingbai flow test --min-coverage 90   低于 90% 算失败 / fails below 90 %
        mingbai flow test --flows . scenarios/late-rent.yaml
      """)

  @Argument(help: "场景文件 / scenario files; without any, all of them.")
  var files: [String] = []

  @Flag(help: "逐条列出没有覆盖到的地方 / list everything that is not covered, with its place.")
  var coverage = false

  @Option(help: "覆盖率至少百分之几 / the least coverage in percent, 0 to 100.")
  var minCoverage: Int?

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if let minCoverage, !(0...100).contains(minCoverage) {
      throw ValidationError("--min-coverage: 0…100")
    }
  }

  func run() throws {
    let language = options.language
    let shelf = try options.shelf()
    let programs = try shelf.programs(language)
    let sources = files.isEmpty ? shelf.scenarioSources : try files.map(options.source)
    let read = sources.map(ScenarioReader.read)
    let runs = SlowWork.run(language) {
      read.flatMap { $0.0 }.filter { !shelf.isReplaced($0) }.map { ScenarioRun($0, in: programs) }
    }
    // A scenario for both languages that does not hold is one fault.
    var told: Set<Diagnostic> = []
    let faults = (read.flatMap { $0.1 } + runs.flatMap(\.diagnostics)).filter {
      told.insert($0).inserted
    }
    Exit.list(faults, sources: sources, language)
    let failed = runs.count { !$0.diagnostics.isEmpty }
    print(Words.result(runs.count, failed: failed)[language])
    let covered = coverage(on: shelf, runs)
    report(covered)
    if !faults.isEmpty { throw Exit.badData }
    if let minCoverage, covered.percent < minCoverage {
      Exit.say(Words.tooLittle(covered.percent, minCoverage), language)
      throw Exit.badData
    }
  }

  /// The flows whose coverage counts: those of `--flows` where it is given; with scenario files
  /// the flows that they name; else all.
  private func coverage(on shelf: Shelf, _ runs: [ScenarioRun]) -> Coverage {
    let flows = shelf.library().library.flows
    if let folder = options.flows {
      let own = flows.filter { $0.source.name.hasPrefix(folder) }
      if !own.isEmpty { return Coverage(of: own, by: runs) }
    }
    guard !files.isEmpty else { return Coverage(of: flows, by: runs) }
    let named = Set(runs.map(\.scenario.flow.text))
    return Coverage(of: flows.filter { named.contains($0.id) }, by: runs)
  }

  private func report(_ covered: Coverage) {
    let language = options.language
    if coverage {
      for gap in covered.gaps { print(gap.line(in: language).safeForTerminal) }
    }
    for kind in Coverage.Kind.allCases {
      for counted in Language.allCases {
        let (done, all) = covered.count(kind, counted)
        print("  \(kind.label[language]) \(counted.rawValue): \(done)/\(all)")
      }
    }
    print(Words.total(covered.percent)[language])
  }

  private enum Words {
    static func result(_ count: Int, failed: Int) -> BilingualText {
      BilingualText(
        zh: "\(count) 个场景：\(count - failed) 个通过，\(failed) 个不符",
        en:
          "\(count) scenario\(count == 1 ? "" : "s"): \(count - failed) passed, \(failed) failed")
    }
    static func total(_ percent: Int) -> BilingualText {
      BilingualText(zh: "覆盖率 \(percent)%", en: "coverage \(percent) %")
    }
    static func tooLittle(_ percent: Int, _ least: Int) -> BilingualText {
      BilingualText(
        zh: "覆盖率 \(percent)% 低于要求的 \(least)%；用 --coverage 看缺了哪些",
        en: "coverage \(percent) % is below \(least) %; --coverage lists what is left out")
    }
  }
}
