import MoneyAndDates
import Testing
import Wording

@testable import Planning

@Suite struct ComplaintPlanTests {
  private let text = BilingualText(zh: "某", en: "some")

  private var routing: ComplaintRouting {
    let term = { (days: Int) in
      LegalTerm(event: "answer", term: Term(days, .days), rules: ["CMP-01"])
    }
    let lender = ComplaintDesk(
      id: "lender", name: text, needs: [text], usualTerm: term(15), silenceTerm: term(30),
      longestTerm: term(60), rules: ["CMP-01"])
    let line = ComplaintDesk(id: "12378", name: text, needs: [], rules: ["CMP-05"])
    return ComplaintRouting([.bank: [lender, line, line]])
  }

  @Test func `each desk follows the silence of the one before`() throws {
    let plan = try ComplaintPlan(
      lender: .bank, start: day("2026-11-23"), routing: routing, holidays: nil)
    #expect(plan.steps.map(\.order) == [1, 2, 3])
    #expect(plan.steps[0].answerBy?.lastDay?.iso == "2026-12-08")
    #expect(plan.steps[0].nextIfSilent?.iso == "2026-12-24")
    #expect(plan.steps[0].latestAnswer?.lastDay?.iso == "2027-01-22")
    #expect(plan.steps[1].handIn?.iso == "2026-12-24")
  }

  @Test func `where no term is known the days after it stay open`() throws {
    let plan = try ComplaintPlan(
      lender: .bank, start: day("2026-11-23"), routing: routing, holidays: nil)
    #expect(plan.steps[1].answerBy == nil)
    #expect(plan.steps[1].nextIfSilent == nil)
    #expect(plan.steps[2].handIn == nil)
  }

  @Test func `a kind of lender without desks has no steps`() throws {
    let plan = try ComplaintPlan(
      lender: .unknown, start: day("2026-11-23"), routing: routing, holidays: nil)
    #expect(plan.steps.isEmpty)
  }
}
