import ArgumentParser
import CoreFunctions
import MoneyAndDates
import Planning
import Wording

/// `mingbai calc afford`: what is left for a debt, and what still holds when income falls.
struct CalcAffordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "afford",
    abstract: "每月能还多少、收入少了还撑不撑得住 / what can be paid a month, also if income falls",
    discussion: """
      例子 / Examples:
        mingbai calc afford --income 6000 --essentials 4200 --reserve 300
        mingbai calc afford --income 6000 --essentials 4200 --owed 12000 --rate 18.25%/年
      """)

  @Option(help: "每月收入 / income a month.") var income: String?
  @Option(help: "必要开支 / what living costs a month.") var essentials: String?
  @Option(help: "应急预留 / kept for emergencies a month. (默认 / default: 0)") var reserve: String?
  @Option(help: "欠多少 / what is owed.") var owed: String?
  @Option(help: "利率，写明按年月日 / rate with its basis. (默认不计息 / default: no interest)")
  var rate: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = try CalcInput(options.language)
    let earned = try input.money(try input.given(income, "--income"), "--income")
    let spent = try input.money(try input.given(essentials, "--essentials"), "--essentials")
    let kept = try input.money(reserve ?? "0", "--reserve")
    guard owed != nil || rate == nil else {
      throw input.refuse(
        "missing", "--owed", zh: "利率只在算一笔欠款时有用；请写明欠多少",
        en: "a rate serves to plan a debt; say what is owed")
    }
    let debt = try owed.map { try input.money($0, "--owed") }
    let yearly = try rate.map { try input.rate($0, "--rate") }
    let text = try input.planned { () throws(PlanningFault) in
      let budget = try Budget(income: earned, essentials: spent, reserve: kept)
      var asked: (owed: Money, monthlyRate: Ratio<Int64>)?
      if let debt { asked = (debt, try monthlyRate(yearly)) }
      return try budget.described(owing: asked, in: options.language)
    }
    input.show(text)
    input.show(assumed: [
      reserve == nil ? BilingualText(zh: "没有应急预留（--reserve）", en: "no reserve (--reserve)") : nil,
      owed != nil && rate == nil
        ? BilingualText(zh: "欠款不计息（--rate）", en: "the debt bears no interest (--rate)") : nil,
    ])
  }

  private func monthlyRate(_ rate: Rate?) throws(PlanningFault) -> Ratio<Int64> {
    guard let rate else { return Ratio(0) }
    guard let monthly = rate.ratio(periodsPerYear: 12) else { throw .rateWithoutPeriod }
    return monthly
  }
}
