import Expressions
import MoneyAndDates
import Planning
import Wording

/// The record types of the planning core.
struct PlanRecords: Sendable {
  let budget = RecordShape<Budget<Money>>(
    "Budget",
    [
      .field("income", .money, zh: "每月收入", en: "monthly income") { .money($0.income) },
      .field("essentials", .money, zh: "必要开支", en: "essentials") { .money($0.essentials) },
      .field("reserve", .money, zh: "应急预留", en: "reserve") { .money($0.reserve) },
      .field("surplus", .money, zh: "可还款额", en: "surplus") { .money($0.surplus) },
      .field("inDeficit", .bool, zh: "入不敷出", en: "in deficit") { .bool($0.isInDeficit) },
    ])

  let plan = RecordShape<RepaymentPlan>(
    "Plan",
    [
      .field("kind", .string, zh: "还款方式", en: "kind") { .string($0.schedule.kind.rawValue) },
      .field("principal", .money, zh: "本金", en: "principal") { .money($0.schedule.principal) },
      .field("months", .int, zh: "期数", en: "months") { .int(Int64($0.schedule.rows.count)) },
      .field("firstPayment", .money, zh: "第一笔", en: "first payment") {
        .money($0.schedule.rows.first { $0.paid != .zero }?.paid ?? .zero)
      },
      .field("lastPayment", .money, zh: "最后一笔", en: "last payment") {
        .money($0.schedule.lastPayment)
      },
      .field("totalPaid", .money, zh: "总还款", en: "total paid") { .money($0.schedule.totalPaid) },
      .field("totalInterest", .money, zh: "总利息", en: "total interest") {
        .money($0.schedule.totalInterest)
      },
      .field("firstDue", .date, zh: "首个还款日", en: "first due day") { .date($0.firstDue) },
    ])

  let rates = RecordShape<AnnualRates>(
    "AnnualRates",
    [
      .field("status", .string, zh: "状态", en: "status") { .string($0.status.rawValue) },
      .maybe("nominal", .rate, zh: "名义年利率", en: "nominal") { $0.nominal.flatMap(PlanRecords.rate) },
      .maybe("effective", .rate, zh: "实际年利率", en: "effective") {
        $0.effective.flatMap(PlanRecords.rate)
      },
      .maybe("simple", .rate, zh: "单利年利率", en: "simple on the average balance") {
        $0.simple.flatMap(PlanRecords.rate)
      },
      .maybe("naive", .rate, zh: "宣传口径", en: "as advertised") {
        $0.naive.flatMap(PlanRecords.rate)
      },
    ])

  let claim = RecordShape<ClaimCheck>(
    "ClaimCheck",
    [
      .field("disputed", .bool, zh: "对不上", en: "does not add up") { .bool($0.isDisputed) },
      .field("claimed", .money, zh: "要求的金额", en: "claimed") { .money($0.claimed) },
      .maybe("stated", .money, zh: "短信列出的合计", en: "sum of what is stated") {
        $0.stated.map(Value.money)
      },
      .maybe("difference", .money, zh: "差额", en: "difference") { $0.difference.map(Value.money) },
    ])

  var types: [RecordType] { [budget.type, plan.type, rates.type, claim.type] }

  private static func rate(_ fraction: Double) -> Value? {
    Rate(nearestTo: fraction).map(Value.rate)
  }
}
