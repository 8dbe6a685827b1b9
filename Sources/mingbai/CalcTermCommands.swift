import ArgumentParser
import CoreFunctions
import MoneyAndDates
import Planning
import SourceText
import Wording

/// `mingbai calc deadline`: when a term ends.
struct CalcDeadlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadline", abstract: "期限的最后一天 / the last day of a term",
    discussion: """
      例子 / Examples:
        mingbai calc deadline lawsuit_answer --start 2026-11-06
        mingbai calc deadline rule.CMP-17 --start 2026-11-06
        mingbai calc deadline --working-days 7 --start 2026-09-25
      """)

  @Argument(help: "期限的 id 或规则 / a term's key, or a rule's: mingbai facts list.") var key: String?
  @Option(help: "起算日 / the day it runs from, YYYY-MM-DD. (默认今天 / default: today)")
  var start: String?
  @Option(help: "几个工作日 / so many working days.") var workingDays: String?
  @Option(help: "几天 / so many calendar days.") var days: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = try CalcInput(options.language)
    let start = try start.map { try input.day($0, "--start") } ?? options.day
    let cores = try options.shelf().cores
    for (title, term) in try terms(input, cores) {
      let deadline = try input.planned { () throws(PlanningFault) in
        try Deadline(term, from: start, holidays: cores.holidays)
      }
      let words = deadline.describedRolled(in: options.language)
      let colon = options.language == .zh ? "：" : ": "
      input.show(title.isEmpty ? words : title + colon + words)
      show(sourcesOf: term.rules, cores, input)
    }
  }

  /// The terms asked for, each with its title.
  private func terms(_ input: CalcInput, _ cores: Cores) throws -> [(String, LegalTerm)] {
    let asked = [
      key.map { _ in "KEY" }, days.map { _ in "--days" }, workingDays.map { _ in "--working-days" },
    ]
    .compactMap(\.self)
    guard asked.count == 1 else {
      let names = asked.isEmpty ? ["KEY", "--days", "--working-days"] : asked
      throw input.refuse(
        asked.isEmpty ? "missing" : "one-of-these", names.joined(separator: " "),
        zh: "这几项要写一个，也只能写一个", en: "give one of these, and only one")
    }
    if let text = workingDays ?? days {
      let option = workingDays == nil ? "--days" : "--working-days"
      let count = try input.count(text, option, 0...36_600)
      let unit = workingDays == nil ? TermUnit.days : .workingDays
      return [("", LegalTerm(event: "", term: Term(count, unit), rules: []))]
    }
    let key = key ?? ""
    let bare = key.hasPrefix("deadline.") ? String(key.dropFirst(9)) : key
    let rule = key.hasPrefix("rule.") ? key : "rule." + key
    let found = cores.terms.values.filter { $0.event == bare || $0.rules.contains(rule) }
      .sorted { $0.event < $1.event }
    guard !found.isEmpty else {
      let near = nearestNames(to: bare, among: cores.terms.keys.sorted())
      let names = (near.isEmpty ? cores.terms.keys.sorted() : near).joined(separator: ", ")
      throw input.refuse(
        "unknown-term", "KEY", zh: "没有期限“\(key)”；有：\(names)",
        en: "there is no term \"\(key)\"; there is: \(names)")
    }
    return found.map { term in
      (cores.facts.legalTerm(term.event)?.title[options.language] ?? term.event, term)
    }
  }
}

/// `mingbai calc limitation`: when a claim's limitation period ends.
struct CalcLimitationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limitation", abstract: "诉讼时效 / the limitation period",
    discussion: """
      例子 / Examples:
        mingbai calc limitation --due 2022-03-01
        mingbai calc limitation --due 2022-03-01 --restarted 2024-05-10
        mingbai calc limitation --due 2022-01-01 --due 2022-12-01 --instalments
      """)

  @Option(parsing: .singleValue, help: "到期日，可写几个 / due days.") var due: [String] = []
  @Flag(help: "是同一笔债的各期 / they are instalments of one debt.") var instalments = false
  @Option(
    parsing: .singleValue,
    help: "让时效重新计算的日子：催告、部分还款、承诺 / days of a demand, part payment or promise.")
  var restarted: [String] = []
  @Option(help: "看哪一天 / the day asked about. (默认今天 / default: today)") var on: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = try CalcInput(options.language, repeating: ["--due", "--restarted"])
    if due.isEmpty { _ = try input.given(nil, "--due") }
    let days = try due.map { try input.day($0, "--due") }
    let acts = try restarted.map { try input.day($0, "--restarted") }
    let day = try on.map { try input.day($0, "--on") } ?? options.day
    if let future = acts.first(where: { $0 > day }) {
      throw input.refuse(
        "bad-date", "--restarted", zh: "\(future.iso) 还没到，不能算作已经重新计算",
        en: "\(future.iso) is still to come, so it has restarted nothing")
    }
    let cores = try options.shelf().cores
    guard let term = cores.terms["limitation_years"] else { throw Exit.software }
    let limitation = try input.planned { () throws(PlanningFault) in
      try Limitation(
        dueDates: days, areInstalmentsOfOneDebt: instalments, restarts: acts, term: term,
        longest: cores.terms["limitation_max_years"], holidays: cores.holidays, on: day)
    }
    input.show(limitation.described(in: options.language))
    show(sourcesOf: limitation.rules, cores, input)
    input.show(assumed: [
      on == nil ? CalcInput.assumedToday(day) : nil,
      days.count > 1 && !instalments
        ? BilingualText(
          zh: "不是同一笔债的各期，从最早的到期日起算（--instalments）",
          en: "no instalments of one debt, so counted from the earliest due day (--instalments)")
        : nil,
    ])
  }
}

/// `mingbai calc credit`: how long a bad credit entry is shown.
struct CalcCreditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credit", abstract: "不良记录显示到哪天 / how long a bad credit entry is shown",
    discussion: "例子 / Example: mingbai calc credit --ended 2021-06-30")

  @Option(help: "还清的日子；还没还清就不写 / the day it was paid; none while unpaid.") var ended: String?
  @Option(help: "看哪一天 / the day asked about. (默认今天 / default: today)") var on: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = try CalcInput(options.language)
    try input.refuseUnused(
      ["--on": on != nil && ended == nil], zh: "没有 --ended 时", en: "a question without --ended")
    let end = try ended.map { try input.day($0, "--ended") }
    let day = try on.map { try input.day($0, "--on") } ?? options.day
    guard let term = try options.shelf().cores.terms["bad_record_retention_years"] else {
      throw Exit.software
    }
    let record = try input.planned { () throws(PlanningFault) in
      try CreditRecord(endedOn: end, term: term, on: day)
    }
    input.show(record.described(in: options.language))
    show(sourcesOf: term.rules, try options.shelf().cores, input)
    input.show(assumed: [on == nil && end != nil ? CalcInput.assumedToday(day) : nil])
  }
}

/// Prints where each rule stands: the document, the place in it, and the day it was seen.
private func show(sourcesOf rules: [String], _ cores: Cores, _ input: CalcInput) {
  for key in rules {
    guard let rule = cores.facts.rule(String(key.trimmingPrefix("rule."))) else { continue }
    let place = rule.article.map { BilingualText(zh: $0.zh, en: ", \($0.en)") }
    let day = rule.provenance.asOf.map {
      BilingualText(zh: "截至 \($0.text)", en: "as of \($0.text)")
    }
    let words = BilingualText(
      zh: "  来源 \(key)：\(rule.act.zh)\(place?.zh ?? "")（\(day?.zh ?? "未注明日期")）",
      en: "  source of \(key): \(rule.act.en)\(place?.en ?? "") (\(day?.en ?? "undated"))")
    input.show(words[input.language])
  }
}
