import Expressions
import MoneyAndDates
import Planning
import Wording

/// The functions `plan.caps…`: which limits on a loan's cost apply, and on which side it lies.
struct CapFunctions: Sendable {
  let caps: LoanCaps

  static let shape = RecordShape<CapFinding>(
    "CapFinding",
    [
      .field("rule", .string, zh: "依据", en: "rule") { .string($0.rule) },
      .field("cap", .rate, zh: "上限", en: "cap") { .rate($0.cap.cap) },
      .field("nature", .string, zh: "性质", en: "nature") {
        .string($0.cap.rule.nature.rawValue)
      },
      .field("side", .string, zh: "在上限的哪一边", en: "side of the cap") { .string($0.side) },
      .field("byNominal", .string, zh: "按名义年利率", en: "by the nominal rate") {
        .string($0.cap.byNominal.rawValue)
      },
      .field("byEffective", .string, zh: "按实际年利率", en: "by the effective rate") {
        .string($0.cap.byEffective.rawValue)
      },
      .maybe("lprOn", .date, zh: "所用 LPR 的公布日", en: "day of the LPR used") {
        ($0.cap.lpr?.date).map(Value.date)
      },
      .maybe("interestFrom", .date, zh: "管哪天起的利息", en: "limits interest from") {
        $0.interestFrom.map(Value.date)
      },
      .maybe("interestUntil", .date, zh: "管到哪天的利息", en: "limits interest up to") {
        $0.interestUntil.map(Value.date)
      },
      .field("mayBeStale", .bool, zh: "可能已有更新的 LPR", en: "a newer LPR may be in force") {
        .bool($0.cap.lprMayBeStale)
      },
    ])

  var types: [RecordType] { [Self.shape.type] }

  var all: [Function] {
    let shape = Self.shape
    return [
      .core(
        "plan.caps", [.money, .money, .int, .string, .date, .bool], .list(.record("CapFinding")),
        reads: ["today"],
        zh: "这笔贷款适用哪些成本上限、高于还是低于：到手、每期、月数、机构类别、合同日、是否经互联网平台",
        en:
          "which caps on cost apply, and the proved side: received, instalment, months, kind of lender, contract day, through a platform",
        example: .init(
          "plan.caps(money('10000'), money('1100'), 12, 'bank', date('2026-01-05'), false).all(c, c.side == 'above')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let (received, instalment) = (try arguments.money(0), try arguments.money(1))
        let (months, lender) = (try arguments.int(2), try arguments.lender(3))
        let (day, platform) = (try arguments.date(4), try arguments.bool(5))
        let flows = try planned { () throws(PlanningFault) in
          let flows = LoanFlows.periodic(
            try LoanFlows.equalInstalments(
              received: received, instalment: instalment, periods: months), periodsPerYear: 12)
          try LoanCaps.requireComparable(flows)
          return flows
        }
        let found = caps.findings(
          flows, lender: lender,
          contractOn: day, throughPlatform: platform, today: try arguments.day())
        return .list(found.map(shape.record))
      },
      .core(
        "plan.capsOfRate", [.rate, .string, .date, .bool], .list(.record("CapFinding")),
        reads: ["today"],
        zh: "这个利率适用哪些成本上限、高于还是低于：利率、机构类别、合同日、是否经互联网平台",
        en:
          "which caps apply to a rate, and the proved side: rate, kind of lender, contract day, through a platform",
        example: .init(
          "plan.capsOfRate(plan.noInterest(), 'bank', date('2026-01-05'), false).all(c, c.side == 'below')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let (rate, lender) = (try arguments.rate(0), try arguments.lender(1))
        let (day, platform) = (try arguments.date(2), try arguments.bool(3))
        guard Debt.yearly(rate) != nil else {
          throw EvaluationError(.function(PlanningFault.rateWithoutPeriod.message))
        }
        let found = caps.findings(
          rate: rate, lender: lender, contractOn: day,
          throughPlatform: platform, today: try arguments.day())
        return .list(found.map(shape.record))
      },
      .core(
        "plan.describeCaps", [.list(.record("CapFinding")), .string], .string,
        zh: "每个上限：多高、在哪一边、什么性质、依据和来源",
        en: "each cap: how high, which side, what stands behind it, rule and source",
        example: .init(
          "plan.describeCaps(plan.capsOfRate(plan.noInterest(), 'bank', date('2026-01-05'), false), 'en').contains('below')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let found: [CapFinding] = try arguments.list(0).compactMap(Arguments.subject)
        return .string(CapFinding.text(found, in: try arguments.language(1)))
      },
    ]
  }
}
