import CoreFunctions
import JSONText
import MoneyAndDates
import PlanFile
import Planning
import Wording

extension PlanComparison {
  /// The comparison as JSON; amounts are decimal texts of yuan, `"1500.00"`.
  ///
  /// What does not exist is `null`: the months of a plan that never ends, the optimum in a deficit.
  /// No plan costs less than the optimum by more than its `bound`; none in payments of whole `step`s
  /// costs less at all.
  package var json: JSONValue {
    .object([
      ("today", .string(sheet.today.iso)), ("surplus", .string(budget.surplus.yuan)),
      ("minimums", .string(minimums.yuan)), ("owed", .string(owed.yuan)),
      ("plans", .array(plans.map(json))), ("pareto", .array(pareto.map(json))),
      ("optimal", optimalJSON),
      ("needed", needed.map { .string($0.monthly.yuan) } ?? .null),
      ("offers", .array(offers.map(json))),
      ("caps", .array(caps.flatMap(json))),
    ])
  }

  private var optimalJSON: JSONValue {
    guard let proof, let plan = plan(.optimum), let gap = proof.gap else { return .null }
    var members: [(String, JSONValue)] = [
      ("total", .string(plan.total.yuan)), ("bound", .string(gap.yuan)),
    ]
    if case .search(let step, _) = proof { members.append(("step", .string(step.yuan))) }
    return .object(members)
  }

  private func json(_ plan: ComparedPlan) -> JSONValue {
    .object([
      ("strategy", .string(plan.strategy.rawValue)), ("status", .string(plan.end.status)),
      ("months", plan.months.map(JSONValue.int) ?? .null),
      ("monthly", .string(plan.monthly.yuan)), ("total", .string(plan.total.yuan)),
      ("interest", .string(plan.interest.yuan)),
      ("survives_income_drop", .array(plan.survivedFalls.map(JSONValue.int))),
      ("rows", .array(plan.rows.map(json))),
    ])
  }

  private func json(_ row: PlanRow) -> JSONValue {
    let payments = zip(sheet.debts, row.payments).map { ($0.name, JSONValue.string($1.yuan)) }
    return .object([
      ("month", .int(row.month)), ("date", row.day.map { .string($0.iso) } ?? .null),
      ("payments", .object(payments)), ("interest", .string(row.cost.yuan)),
      ("balance", .string(row.balance.yuan)),
    ])
  }

  private func json(_ row: ParetoRow) -> JSONValue {
    .object([
      ("monthly", .string(row.monthly.yuan)), ("months", .int(row.months)),
      ("total", .string(row.total.yuan)), ("interest", .string(row.interest.yuan)),
      ("first_closed", .int(row.firstClosed)),
    ])
  }

  private func json(_ judged: JudgedOffer) -> JSONValue {
    .object([
      ("debt", .string(sheet.debts[judged.debt].name)),
      ("amount", .string(judged.offer.amount.yuan)), ("until", .string(judged.offer.until.iso)),
      ("verdict", .string(judged.verdict.name)),
      ("difference", judged.verdict.difference.map { .string($0.yuan) } ?? .null),
      ("months_of_saving", judged.month.map(JSONValue.int) ?? .null),
    ])
  }

  private func json(_ caps: DebtCaps) -> [JSONValue] {
    caps.findings.map { finding in
      .object([
        ("debt", .string(sheet.debts[caps.debt].name)), ("rule", .string(finding.rule)),
        ("cap", .string(finding.cap.cap.formatted(in: .en))),
        ("nature", .string(finding.cap.rule.nature.rawValue)), ("side", .string(finding.side)),
        ("interest_from", finding.interestFrom.map { .string($0.iso) } ?? .null),
        ("interest_until", finding.interestUntil.map { .string($0.iso) } ?? .null),
        ("contract", .string(caps.contract.iso)),
        ("contract_assumed", .bool(caps.isContractAssumed)),
        ("lpr_date", finding.cap.lpr.map { .string($0.date.iso) } ?? .null),
        ("lpr_may_be_stale", .bool(finding.cap.lprMayBeStale)),
        ("as_of", finding.asOf.map(JSONValue.string) ?? .null),
        ("source", finding.sources.first.map(JSONValue.string) ?? .null),
      ])
    }
  }
}
