import ArgumentParser
import CoreFunctions
import Glibc
import MoneyAndDates
import PlanFile
import Planning
import SourceText
import Wording

/// Reads what people give `mingbai calc …`: a bad value ends the command with a named status, a
/// sentence that says what to write, and exit code 64.
struct CalcInput {
  let language: Language

  /// The reader of a question; an option that stands twice, but for those that may, is refused: the
  /// parser would take the last and drop the first.
  init(_ language: Language, repeating repeatable: Set<String> = []) throws {
    self.language = language
    var seen: Set<String> = []
    for word in CommandLine.arguments.prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
      let name = String(word.prefix { $0 != "=" })
      guard repeatable.contains(name) || seen.insert(name).inserted else {
        throw refuse(
          "repeated-option", name, zh: "写了两次；请只留一个", en: "it stands twice; keep one")
      }
    }
  }

  /// Refuses options that this question makes no use of: none is passed over in silence.
  func refuseUnused(_ options: [String: Bool], zh: String, en: String) throws {
    guard let name = options.filter(\.value).keys.min() else { return }
    throw refuse(
      "unused-option", name, zh: "\(zh)用不到这一项；请去掉", en: "\(en) makes no use of this; leave it out")
  }

  /// Says what was taken for each option left out: nothing is assumed in silence.
  func show(assumed: [BilingualText?]) {
    let said = assumed.compactMap { $0?[language] }
    guard !said.isEmpty else { return }
    let (head, mark, end) =
      language == .zh ? ("没有写明，这样算：", "；", "。") : ("Not given, so taken: ", "; ", ".")
    show(head + said.joined(separator: mark) + end)
  }

  /// That today was taken for the day asked about.
  static func assumedToday(_ day: CalendarDate) -> BilingualText {
    BilingualText(zh: "看的是今天 \(day.iso)（--on）", en: "asked about today, \(day.iso) (--on)")
  }

  /// An amount of yuan above 0.
  func sum(_ text: String, _ option: String) throws -> Money {
    let amount = try money(text, option)
    guard amount > .zero else {
      throw refuse(
        "not-above-zero", option, zh: "金额要大于 0", en: "the amount must be above 0")
    }
    return amount
  }

  /// An amount of yuan, 0 or more.
  func money(_ text: String, _ option: String) throws -> Money {
    guard let amount = WrittenMoney.read(text) else {
      throw refuse(
        "bad-amount", option, zh: "“\(text)”不是金额；请写成 3200.50 这样的数字（元）",
        en: "\"\(text)\" is no amount; write a number of yuan such as 3200.50")
    }
    guard amount >= .zero else {
      throw refuse(
        "negative-amount", option, zh: "金额不能是负数（\(text)）；请写 0 或正数",
        en: "an amount can't be negative (\(text)); write 0 or more")
    }
    return amount
  }

  /// What an option must hold and does; where it was left out the command's help says how.
  func given(_ text: String?, _ option: String) throws -> String {
    guard let text else {
      throw refuse(
        "missing", option, zh: "还缺这一项；例子见 --help", en: "this is missing; --help has examples")
    }
    return text
  }

  /// A number of months, days or instalments.
  func count(_ text: String, _ option: String, _ allowed: ClosedRange<Int>) throws -> Int {
    guard let number = Int(text) else {
      throw refuse(
        "bad-count", option, zh: "“\(text)”不是整数；请写 \(allowed.lowerBound) 到 \(allowed.upperBound)",
        en:
          "\"\(text)\" is no whole number; write \(allowed.lowerBound) to \(allowed.upperBound)")
    }
    guard allowed.contains(number) else {
      throw refuse(
        "period-count", option,
        zh: "\(text) 不在范围内；请写 \(allowed.lowerBound) 到 \(allowed.upperBound)",
        en: "\(text) is out of range; write \(allowed.lowerBound) to \(allowed.upperBound)")
    }
    return number
  }

  /// A rate with its basis; a fee per instalment only where `instalment` allows it.
  func rate(_ text: String, _ option: String, instalment: Bool = false) throws -> Rate {
    guard let reading = RateReading(text) else {
      throw refuse(
        "bad-rate", option, zh: "“\(text)”不是利率；例如 18.25%/年、0.05%/日、万分之五/日、月0.6%",
        en: "\"\(text)\" is no rate; for example 18.25%/year, 0.05%/day, 0.6%/month")
    }
    guard let basis = reading.basis, !reading.isByCustom else {
      throw refuse(
        "rate-without-basis", option,
        zh: "“\(text)”没有写明按年、按月还是按日；请写“\(text)/年”“\(text)/月”或“\(text)/日”",
        en: "\"\(text)\" does not say per what; write \(text)/year, \(text)/month or \(text)/day")
    }
    guard let rate = reading.rate(otherwise: basis),
      basis != .once && (basis != .perPeriod || instalment)
    else {
      throw refuse(
        "rate-is-a-fee", option, zh: "“\(text)”是手续费，不是利率；用 mingbai calc apr 算年利率",
        en: "\"\(text)\" is a fee, no rate; compute the annual rate by mingbai calc apr")
    }
    return rate
  }

  /// A day.
  func day(_ text: String, _ option: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: text) else {
      throw refuse(
        "bad-date", option, zh: "“\(text)”不是日期；请写成 2026-11-21 这样",
        en: "\"\(text)\" is no day; write it like 2026-11-21")
    }
    return day
  }

  /// A day and an amount, `2026-02-05:-950`.
  func flow(_ text: String, _ option: String) throws -> (day: CalendarDate, amount: Money) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CalendarDate(iso: String(parts[0])),
      let amount = WrittenMoney.read(String(parts[1]))
    else {
      throw refuse(
        "bad-flow", option, zh: "“\(text)”应写成 日期:金额，例如 2026-01-05:10000（收到）、2026-02-05:-950（付出）",
        en:
          "\"\(text)\" must be DAY:AMOUNT, for example 2026-01-05:10000 (received), 2026-02-05:-950 (paid)"
      )
    }
    return (day, amount)
  }

  /// A kind of lender.
  func lender(_ text: String, _ option: String) throws -> LenderKind {
    if let kind = LenderKind(rawValue: text) { return kind }
    let names = LenderKind.allCases.map(\.rawValue)
    throw refuse(
      "bad-lender", option, zh: "没有“\(text)”这类机构；可以写 \(names.joined(separator: "、"))",
      en: "there is no kind of lender \"\(text)\"; write \(names.joined(separator: ", "))")
  }

  /// Ends the command: names the option, says what is wrong.
  func refuse(_ status: String, _ option: String, zh: String, en: String) -> ExitCode {
    Exit.say("\(status): \(option): \(BilingualText(zh: zh, en: en)[language])")
    return ExitCode(EX_USAGE)
  }

  /// Runs a calculation; its fault ends the command with its status, its sentence and exit code 65.
  func planned<Result>(_ body: () throws(PlanningFault) -> Result) throws -> Result {
    do throws(PlanningFault) {
      return try body()
    } catch {
      Exit.say("\(error.name): \(error.message[language])")
      throw Exit.badData
    }
  }

  /// Prints an answer, wrapped to the window.
  func show(_ text: String) {
    TextFiles.emit(
      text.safeForTerminal.wrapped(to: Surroundings.columns) + "\n", to: STDOUT_FILENO)
  }

  /// Prints a table as it is.
  func show(table text: String) {
    TextFiles.emit(text.safeForTerminal + "\n", to: STDOUT_FILENO)
  }
}
