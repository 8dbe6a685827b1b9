import ArgumentParser
import MoneyAndDates
import Wording

extension Language: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// A day given as `2026-11-23`.
  public init?(argument: String) { self.init(iso: argument) }
}

/// Options that every command knows.
struct CommonOptions: ParsableArguments {
  @Option(help: "语言 / language: zh, en. (默认随系统 / default: the locale's)")
  var lang: Language?

  @Option(help: "把哪天当作今天 / the day that counts as today, YYYY-MM-DD.")
  var today: CalendarDate?

  @Option(help: "数据目录 / data folder. (默认 / default: $XDG_DATA_HOME/mingbai)")
  var data: String?

  @Option(help: "自己的流程目录 / folder with flows of your own, laid over the shipped ones.")
  var flows: String?

  @Option(help: "换用的事实目录 / folder with other facts than the shipped ones.")
  var facts: String?

  /// The language of messages.
  var language: Language { lang ?? Surroundings.language ?? .zh }

  /// The day that counts as today.
  var day: CalendarDate { today ?? Surroundings.today }

  /// The data folder.
  var dataFolder: String { data ?? Surroundings.dataFolder }

  /// The folder of flows laid over the shipped ones; `nil` where there is none.
  var ownFlows: String? {
    if let folder = flows ?? Surroundings.variable("MINGBAI_FLOWS") { return folder }
    let folder = Surroundings.dataFolder + "/own-flows"
    return TextFiles.isFolder(folder) ? folder : nil
  }

  /// The data and cores this run uses.
  func shelf() throws -> Shelf {
    try Shelf(ownFlows: ownFlows, facts: facts, language: language)
  }
}
