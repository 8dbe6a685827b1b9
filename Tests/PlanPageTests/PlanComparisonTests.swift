import MoneyAndDates
import PlanFile
import Planning
import Testing
import Wording

@testable import PlanPage

@Suite struct PlanComparisonTests {
  /// One sheet in plain terms: constant rates, amounts as minimums.
  private func plain(_ surplus: Int, _ debts: [(Int, Int, Int)]) throws -> PlanComparison {
    let lines = debts.enumerated().map { index, debt in
      "  - {name: d\(index), lender: bank, balance: \(debt.0), as_of: 2026-11-21, rate: \(debt.1)%/年, minimum: {amount: \(debt.2)}}"
    }
    return try Samples.comparison(
      "budget: {income: \(surplus), essentials: {}}\ndebts:\n" + lines.joined(separator: "\n"))
  }

  private static let cases: [(Int, [(Int, Int, Int)])] = [
    (900, [(6000, 18, 200), (3000, 24, 150), (900, 12, 50)]),
    (1500, [(5000, 7, 100), (5000, 24, 100), (5000, 12, 100), (200, 0, 20)]),
    (700, [(7000, 36, 300), (7000, 36, 300)]), (100, [(500, 0, 0)]),
  ]

  @Test(arguments: cases.indices)
  func `with constant rates the run is the planning core's, to the fen`(index: Int) throws {
    let (surplus, debts) = Self.cases[index]
    let comparison = try plain(surplus, debts)
    let paid = debts.map {
      PayoffDebt(
        balance: Money(fen: Int64($0.0) * 100), annualRate: Ratio(Int64($0.1), 100) ?? Ratio(0),
        minimum: Money(fen: Int64($0.2) * 100))
    }
    for (strategy, order) in [
      (Strategy.avalanche, PayoffStrategy.avalanche), (.snowball, .snowball),
    ] {
      let payoff = try Payoff(
        debts: paid, budget: Money(fen: Int64(surplus) * 100), strategy: order)
      let plan = try #require(comparison.plan(strategy))
      #expect(plan.end == payoff.end && plan.total == payoff.totalPaid)
      #expect(plan.interest == payoff.totalInterest && plan.closed == payoff.closedMonth)
      #expect(plan.rows.map(\.balance) == payoff.balances)
    }
  }

  @Test(arguments: cases.indices)
  func `rows add up and no plan is cheaper than the cheapest`(index: Int) throws {
    let (surplus, debts) = Self.cases[index]
    let comparison = try plain(surplus, debts)
    try holds(comparison)
    #expect(comparison.proof == .dearestFirst)
  }

  private func holds(_ comparison: PlanComparison) throws {
    let optimum = try #require(comparison.plan(.optimum))
    for plan in comparison.plans where plan.isPaid {
      #expect(Money.sum(plan.rows.flatMap(\.payments)) == plan.total)
      #expect(plan.rows.last?.balance == .zero)
      for row in plan.rows where plan.strategy != .optimum {
        #expect(try #require(Money.sum(row.payments)) <= comparison.budget.surplus)
      }
      if plan.strategy != .optimum, plan.total == comparison.owed.adding(plan.interest) {
        #expect(plan.total >= optimum.total || plan.strategy == .proRata)
      }
    }
    let months = comparison.pareto.map(\.months)
    #expect(months == months.sorted(by: >))
  }

  @Test func `an offer, a late fee and a rate step are searched, and the plan keeps its days`()
    throws
  {
    let comparison = try Samples.comparison(Samples.three)
    try holds(comparison)
    let optimum = try #require(comparison.plan(.optimum))
    let avalanche = try #require(comparison.plan(.avalanche))
    #expect(optimum.total < avalanche.total)
    #expect(comparison.proof?.gap != nil)
    let settled = optimum.rows.first { $0.payments[1] == Money(fen: 700_000) }
    #expect(try #require(settled?.day) <= CalendarDate(iso: "2027-05-31") ?? .first)
    // 20 days of 2.5 % a month, but 0 % while the step lasts.
    #expect(comparison.opening == [1_200_000, 900_000, 300_000].map { Money(fen: $0) })
  }

  @Test func `a balance bears interest from its day to today`() throws {
    let comparison = try Samples.comparison(
      """
      budget: {income: 1000, essentials: {}}
      debts:
        - {name: a, lender: bank, balance: 10000, as_of: 2026-11-01, rate: 0.05%/日, minimum: {amount: 0}}
        - {name: b, lender: bank, balance: 10000, as_of: 2026-11-01, rate: 0.05%/日, minimum: {amount: 0}, rates: [{until: 2026-11-11, rate: 0%/年}]}
      """)
    #expect(comparison.opening == [Money(fen: 1_010_000), Money(fen: 1_005_000)])
  }

  @Test func `a deficit has no plan and says what to do`() throws {
    let comparison = try Samples.comparison(
      Samples.three.replacing("income: 8000", with: "income: 5000"))
    #expect(comparison.isDeficit && comparison.plans.isEmpty && comparison.recommended == nil)
    for language in Language.allCases {
      let text = PlanContent(comparison, in: language).text(columns: 80, drawing: .letters)
      #expect(text.contains(language == .zh ? "每月还差 200.00元" : "You are ¥200.00 short"))
    }
    #expect(PlanContent(comparison, in: .zh).calendar.events.count == 2)
    #expect(comparison.json["optimal"] == .null)
  }

  @Test func `less than the minimums leaves only shares that creditors agree to`() throws {
    let comparison = try Samples.comparison(
      Samples.three.replacing("income: 8000", with: "income: 6600"))
    #expect(comparison.isShortOfMinimums)
    #expect(comparison.plan(.avalanche)?.end == .shortfall(month: 1))
    #expect(comparison.recommended?.strategy == .proRata)
  }

  @Test func `a debt that grows faster than it is paid never ends`() throws {
    let comparison = try Samples.comparison(
      """
      budget: {income: 100, essentials: {}}
      debts: [{name: a, lender: private, balance: 1000000, as_of: 2026-11-21, rate: 36%/年, minimum: {amount: 10}}]
      """)
    #expect(comparison.plans.allSatisfy { $0.end == .never })
    #expect(comparison.plan(.optimum) == nil && comparison.pareto.isEmpty)
    #expect(comparison.proof?.gap == nil)
  }

  @Test func `an order of one's own stands beside the others`() throws {
    let plain = try Samples.comparison(Samples.three)
    #expect(plain.plan(.custom) == nil)
    let names = plain.sheet.debts.map(\.name)
    let own = try Samples.comparison(
      Samples.three + "order: ['\(names[2])', '\(names[0])', '\(names[1])']\n")
    let plan = try #require(own.plan(.custom))
    #expect(plan.isPaid && plan.rows.map(\.balance).last == .zero)
    // The third debt gets all that the minimums leave, so it is closed first.
    #expect(plan.firstClosed == plan.closed[2])
    #expect(try #require(own.plan(.optimum)).total <= plan.total)
    #expect(PlanContent(own, in: .zh).text(columns: 80, drawing: .words).contains("按你定的顺序"))
  }

  @Test func `an older private loan shows the cap of each period`() throws {
    let comparison = try Samples.comparison(
      """
      budget: {income: 5000, essentials: {}}
      debts:
        - {name: 老王, lender: private, balance: 9000, as_of: 2026-11-21, rate: 20%/年, minimum: {amount: 300}, contract: 2019-05-01}
      """)
    let caps = try #require(comparison.caps.first).findings
    #expect(caps.map(\.rule) == ["rule.INT-05", "rule.INT-05", "rule.INT-04"])
    #expect(caps.map(\.side) == ["below", "below", "above"])
    #expect(comparison.json.jsonText.contains("\"interest_from\":\"2020-08-20\""))
  }

  @Test func `where a plan to the fen beats the grid, the bound stays within a tenth`() throws {
    // The card's minimum is no round sum, so payments on the grid waste some of each month.
    let comparison = try Samples.comparison(
      """
      budget: {income: 6500, essentials: {房租: 1800, 其他: 2350}, reserve: 200}
      debts:
        - {name: 甲卡, lender: card, balance: 12860.50, as_of: 2026-11-10, rate: 0.05%/日, minimum: {percent: "10%", floor: 100}}
        - {name: 乙, lender: consumer-finance, balance: 6400, as_of: 2026-11-21, rate: 年利率23.4%, minimum: {amount: 420}, late_fee: 30, offers: [{amount: 4800, until: 2027-03-31}]}
        - {name: 丙, lender: private, balance: 8000, as_of: 2026-11-21, rate: 月1%, minimum: {amount: 0}}
      horizon: 24
      """)
    let best = try #require(comparison.plan(.optimum))
    let gap = try #require(comparison.proof?.gap)
    #expect(best.total <= (try #require(comparison.plan(.avalanche))).total)
    #expect(gap >= .zero && gap.fen * 10 < best.total.fen, "\(gap.yuan) of \(best.total.yuan)")
  }

  @Test func `a search that can't be put is no proof that no plan exists`() throws {
    // Two steps of the rate: more than the search takes. The offer would close it in a month.
    let comparison = try Samples.comparison(
      """
      budget: {income: 1000, essentials: {}}
      debts:
        - {name: a, lender: card, balance: 9000, as_of: 2026-11-21, rate: 18%/年, minimum: {amount: 100}, rates: [{until: 2026-12-31, rate: 0%/年}, {until: 2027-01-31, rate: 6%/年}], offers: [{amount: 900, until: 2026-12-31}]}
      horizon: 3
      """)
    #expect(comparison.plan(.optimum) == nil && comparison.proof == .tooLarge)
  }

  @Test(arguments: [
    // Less than the debts with their interest, however they are paid.
    (250, OptimumProof.infeasible(months: 12)),
    // Enough for payments to the fen, it may be: the search's whole steps find no plan.
    (304, .notFound(months: 12)),
  ])
  func `a search that found nothing says no plan exists only where that is proved`(
    over: Int, proof: OptimumProof
  ) throws {
    let debts = (1...9).map { place in
      "  - {name: d\(place), lender: card, balance: \(4000 + 137 * place), as_of: 2026-11-21, rate: \(12 + place)%/年, minimum: {amount: \(90 + place)}, late_fee: \(20 + 3 * place)}"
    }
    let owed = (1...9).reduce(0) { $0 + 4000 + 137 * $1 }
    let comparison = try Samples.comparison(
      """
      budget: {income: \(owed / 12 + over), essentials: {}}
      debts:
      \(debts.joined(separator: "\n"))
      horizon: 12

      """)
    #expect(comparison.plan(.avalanche)?.months == 13)
    #expect(comparison.plan(.optimum) == nil && comparison.proof == proof)
    let text = PlanContent(comparison, in: .en).text(columns: 200, drawing: .words)
    #expect(text.contains("not settled") == (proof == .notFound(months: 12)))
  }

  @Test func `minimums that a later order might meet are not called impossible`() throws {
    // Interest outgrows what the first debt is paid, and its minimum, a part of it, outgrows the budget.
    let comparison = try Samples.comparison(
      """
      budget: {income: 947, essentials: {}}
      debts:
        - {name: a, lender: private, balance: 30000, as_of: 2026-11-21, rate: 36%/年, minimum: {percent: "2.9%", floor: 1}}
        - {name: b, lender: card, balance: 1000, as_of: 2026-11-21, rate: 35%/年, minimum: {amount: 50}}
      """)
    let end = try #require(comparison.plan(.avalanche)?.end)
    #expect(end == .shortfall(month: 10))
    #expect(comparison.proof == .notFound(months: 61))
  }

  @Test func `several offers of one debt: the cheapest is cheapest of them all`() throws {
    // The second undercuts the first, the fourth the third: four combinations are left of sixteen.
    let offers =
      "offers: [{amount: 4800, until: 2027-01-30}, {amount: 4500, until: 2027-01-31}, {amount: 5100, until: 2027-05-31}, {amount: 5000, until: 2027-06-30}]"
    let comparison = try Samples.comparison(
      """
      budget: {income: 1600, essentials: {}}
      debts:
        - {name: a, lender: card, balance: 9000, as_of: 2026-11-21, rate: 18%/年, minimum: {amount: 100}, \(offers)}
        - {name: b, lender: card, balance: 8000, as_of: 2026-11-21, rate: 17%/年, minimum: {amount: 100}, \(offers)}
      """)
    let best = try #require(comparison.plan(.optimum))
    #expect(comparison.proof != .tooLarge)
    #expect(best.total <= Money(fen: 1_000_000))
    // A proof of one combination is no proof against the others.
    #expect(try #require(comparison.proof?.gap) <= best.total)
  }

  /// Sheets of invented debts, the same for every run: cards with minimums that are a part of the
  /// debt, late fees, offers.
  private func invented(_ seed: Int) -> String {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func pick(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
    var owed = 0
    let debts = (0..<pick(1...3)).map { index in
      let balance = pick(1000...15000)
      owed += balance
      let minimum =
        pick(0...1) == 0
        ? "{percent: \"\(pick(5...30))%\", floor: 50}" : "{amount: \(pick(0...400))}"
      let fee = pick(0...1) == 0 ? "" : ", late_fee: \(pick(20...100))"
      let offer =
        pick(0...2) > 0
        ? ""
        : ", offers: [{amount: \(balance * pick(40...95) / 100), until: 2027-0\(pick(1...9))-20}]"
      return
        "  - {name: d\(index), lender: card, balance: \(balance), as_of: 2026-11-21, rate: \(pick(0...36))%/年, minimum: \(minimum)\(fee)\(offer)}"
    }
    return
      "budget: {income: \(max(100, owed * pick(8...40) / 100)), essentials: {}}\ndebts:\n"
      + debts.joined(separator: "\n") + "\n"
  }

  @Test(arguments: 1...24)
  func `no plan spends what is not there, none that keeps every minimum is cheaper`(seed: Int)
    throws
  {
    let comparison = try Samples.comparison(invented(seed))
    for plan in comparison.plans where plan.isPaid {
      #expect(plan.fits(comparison.budget.surplus), "\(plan.strategy) of \(invented(seed))")
    }
    guard let best = comparison.plan(.optimum) else { return }
    for plan in comparison.plans where plan.isPaid && plan.strategy != .proRata {
      #expect(best.total <= plan.total)
    }
    // What is said to survive a fall can be paid with what is then left.
    for fall in comparison.falls where best.survivedFalls.contains(fall.percent) {
      let isOrder = comparison.plans.contains { $0.strategy != .optimum && $0.rows == best.rows }
      #expect(best.fits(fall.surplus) || isOrder)
    }
    #expect(
      best.total.subtracting(comparison.proof?.gap ?? .zero).map { $0 <= best.total } ?? false)
  }

  @Test func `late fees that a falling minimum brings are paid with money that is there`() throws {
    let comparison = try Samples.comparison(
      """
      budget: {income: 6300, essentials: {a: 100}}
      debts:
        - {name: a, lender: card, balance: 7600, as_of: 2026-11-21, rate: 0.05%/日, minimum: {percent: "20%", floor: 50}, late_fee: 100}
        - {name: b, lender: card, balance: 11300, as_of: 2026-11-21, rate: 0.05%/日, minimum: {percent: "30%", floor: 50}, late_fee: 100}
        - {name: c, lender: card, balance: 26900, as_of: 2026-11-21, rate: 0.05%/日, minimum: {percent: "5%", floor: 50}, late_fee: 50}
      """)
    #expect(try #require(comparison.plan(.optimum)).fits(comparison.budget.surplus))
  }

  @Test func `an offer is judged by what all debts cost with it`() throws {
    // 50 yuan are forgiven, and the dear debt waits for eight months meanwhile.
    let comparison = try Samples.comparison(
      """
      budget: {income: 1300, essentials: {}}
      debts:
        - {name: a, lender: bank, balance: 20000, as_of: 2026-11-21, rate: 35%/年, minimum: {amount: 600}}
        - {name: b, lender: bank, balance: 5000, as_of: 2026-11-21, rate: 0%/年, minimum: {amount: 0}, offers: [{amount: 4950, until: 2027-10-22}]}
      """)
    let judged = try #require(comparison.offers.first)
    guard case .dearer(let by) = judged.verdict else {
      Issue.record("\(judged.verdict)")
      return
    }
    #expect(by > Money(fen: 300_000) && judged.month == 8)
    // Half the debt forgiven next month is another matter.
    let half = try Samples.comparison(
      """
      budget: {income: 3000, essentials: {}}
      debts:
        - {name: a, lender: bank, balance: 20000, as_of: 2026-11-21, rate: 18%/年, minimum: {amount: 600}}
        - {name: b, lender: bank, balance: 4000, as_of: 2026-11-21, rate: 18%/年, minimum: {amount: 100}, offers: [{amount: 2000, until: 2026-12-31}]}
      """)
    guard case .cheaper = try #require(half.offers.first).verdict else {
      Issue.record("\(half.offers)")
      return
    }
    #expect(half.offers.first?.month == 1)
  }

  @Test func `an offer after which the debts left can't be paid is out of reach`() throws {
    // Nine months of saving with the other minimum alone, and that debt grows past what can be paid.
    let comparison = try Samples.comparison(
      """
      budget: {income: 700, essentials: {}}
      debts:
        - {name: a, lender: bank, balance: 20000, as_of: 2026-11-21, rate: 35%/年, minimum: {amount: 100}}
        - {name: b, lender: bank, balance: 5000, as_of: 2026-11-21, rate: 0%/年, minimum: {amount: 0}, offers: [{amount: 4950, until: 2027-10-22}]}
      """)
    #expect(comparison.plan(.avalanche)?.isPaid == true)
    let judged = try #require(comparison.offers.first)
    #expect(judged.verdict == .outOfReach(monthsNeeded: nil))
    let text = PlanContent(comparison, in: .zh).text(columns: 200, drawing: .words)
    #expect(text.contains("结清以后别的欠款还不上"))
  }

  @Test func `an offer of more than is owed is told as one`() throws {
    let comparison = try Samples.comparison(
      """
      budget: {income: 1000, essentials: {}}
      debts: [{name: a, lender: card, balance: 2000, as_of: 2026-11-21, rate: 18%/年, minimum: {amount: 100}, offers: [{amount: 2500, until: 2027-10-31}, {amount: 1500, until: 2027-10-30}]}]
      """)
    let lines = PlanContent(comparison, in: .zh).text(columns: 200, drawing: .words)
      .split(separator: "\n").filter { $0.contains("到 2027-10-3") }
    #expect(lines.map { $0.contains("什么也没有减") } == [false, true])
  }

  @Test func `a cheapest plan that a fall of income breaks is not said to survive it`() throws {
    let comparison = try Samples.comparison(
      """
      budget: {income: 8000, essentials: {a: 4000}}
      debts:
        - {name: a, lender: bank, balance: 20000, as_of: 2026-11-21, rate: 18%/年, minimum: {amount: 500}, offers: [{amount: 15000, until: 2027-03-30}]}
      """)
    let best = try #require(comparison.plan(.optimum))
    #expect(best.total == Money(fen: 1_500_000) && best.survivedFalls.isEmpty)
    #expect(comparison.plan(.avalanche)?.survivedFalls.isEmpty == false)
    let text = PlanContent(comparison, in: .en).text(columns: 200, drawing: .words)
    #expect(text.contains("up to ¥15,000.00"))
  }

  @Test func `where nothing ends the payment that would is named`() throws {
    let text = """
      budget: {income: 500, essentials: {}}
      debts: [{name: a, lender: private, balance: 20000, as_of: 2026-11-21, rate: 35%/年, minimum: {amount: 400}}]
      """
    let comparison = try Samples.comparison(text)
    let needed = try #require(comparison.needed)
    let enough = try Samples.comparison(
      text.replacing("income: 500", with: "income: \(needed.monthly.yuan)"))
    #expect(enough.plan(.avalanche)?.months == needed.months && enough.needed == nil)
    let short = try #require(needed.monthly.subtracting(Money(fen: 1)))
    let less = try Samples.comparison(
      text.replacing("income: 500", with: "income: \(short.yuan)"))
    #expect((less.plan(.avalanche)?.months ?? .max) > needed.months)
    for language in Language.allCases {
      #expect(
        PlanContent(comparison, in: language).text(columns: 200, drawing: .words)
          .contains(needed.monthly.formatted(in: language)))
    }
  }

  @Test func `debts of nothing are nothing to pay`() throws {
    let comparison = try Samples.comparison(
      """
      budget: {income: 500, essentials: {}}
      debts: [{name: a, lender: bank, balance: 0, as_of: 2026-11-21, rate: 35%/年, minimum: {amount: 0}}]
      """)
    #expect(
      PlanContent(comparison, in: .en).text(columns: 80, drawing: .words)
        .contains("Nothing is owed today"))
  }
}
