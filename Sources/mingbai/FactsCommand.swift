import ArgumentParser
import Facts
import MoneyAndDates
import SourceText
import Wording

/// `mingbai facts …`: what the facts say, with source, date and confidence.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "事实：规则、号码、期限，连同来源 / facts with their sources",
    subcommands: [FactsListCommand.self, FactsShowCommand.self, FactsCheckCommand.self])
}

/// `mingbai facts list`.
struct FactsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出全部事实 / list all facts")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let facts = try options.shelf().facts
    for id in facts.allIDs {
      guard let fact = facts.fact(id) else { continue }
      print("\(id)  \(fact.title[options.language])".safeForTerminal)
    }
  }
}

/// `mingbai facts show ID…`.
struct FactsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "看一条事实 / show a fact",
    discussion: "例子 / Example: mingbai facts show rule.INT-01 helpline.12378")

  @Argument(help: "事实的 id / the fact's id.")
  var ids: [String]

  @OptionGroup var options: CommonOptions

  func run() throws {
    let facts = try options.shelf().facts
    let language = options.language
    for id in ids {
      guard let fact = facts.fact(id) else {
        let near = nearestNames(to: id, among: facts.allIDs).joined(separator: ", ")
        Exit.say(
          BilingualText(
            zh: "没有事实“\(id)”\(near.isEmpty ? "" : "；相近的有：\(near)")",
            en: "there is no fact \"\(id)\"\(near.isEmpty ? "" : "; near: \(near)")"), language)
        throw Exit.noInput
      }
      for line in FactSheet(fact, on: options.day).lines(in: language) {
        print(line.safeForTerminal)
      }
    }
  }
}

/// `mingbai facts check`.
struct FactsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查事实文件，列出过了复核日的 / check the fact files; lists those past their review date")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let shelf = try options.shelf()
    let diagnostics = (shelf.facts.diagnostics + shelf.facts.futureDays(after: options.day))
      .sorted(by: Diagnostic.inReadingOrder)
    Exit.list(diagnostics, sources: shelf.factSources, options.language)
    let stale = shelf.facts.staleFacts(on: options.day)
    for fact in stale {
      print(
        "\(fact.id)  \(fact.reviewBy?.iso ?? "")  \(fact.title[options.language])".safeForTerminal)
    }
    let count = shelf.facts.allIDs.count
    print(
      BilingualText(
        zh: "\(count) 条事实：\(diagnostics.count) 处错误，\(stale.count) 条过了复核日",
        en:
          "\(count) fact\(count == 1 ? "" : "s"): \(diagnostics.count) fault\(diagnostics.count == 1 ? "" : "s"), \(stale.count) past \(stale.count == 1 ? "its" : "their") review date"
      )[
        options.language])
    if diagnostics.contains(where: { $0.severity == .error }) { throw Exit.badData }
  }
}
