import Expressions
import Facts
import MoneyAndDates
import Notices
import Planning
import Wording

/// The cores with the facts they work on: the one place where expressions meet them.
package struct Cores: Sendable {
  /// The facts.
  package let facts: FactBook
  /// Reads messages.
  package let reader: NoticeReader
  /// Weighs them.
  package let assessor: Assessor
  /// The legal terms by event.
  package let terms: [String: LegalTerm]
  /// Where to complain, by kind of lender.
  package let routing: ComplaintRouting
  /// The limits on what a loan may cost.
  package let caps: LoanCaps
  /// Public holidays; `nil` leaves working days unknown.
  package let holidays: HolidayCalendar?

  /// The cores over their facts.
  package init(
    facts: FactBook, reader: NoticeReader, assessor: Assessor, holidays: HolidayCalendar?
  ) {
    self.facts = facts
    self.reader = reader
    self.assessor = assessor
    self.holidays = holidays
    self.caps = LoanCaps(facts)
    let terms = facts.planningTerms
    self.terms = terms
    self.routing = facts.planningRouting(terms)
  }

  /// The record types and functions that flows may use.
  package var environment: Environment {
    let notices = NoticeRecords(facts)
    let plans = PlanRecords()
    let debts = DebtRecords()
    let deadlines = DeadlineRecords()
    let caps = CapFunctions(caps: caps)
    let claims = ClaimFunctions(caps: self.caps)
    let terms = TermFunctions(terms: self.terms, holidays: holidays)
    let statements = StatementFunctions(facts: facts)
    let facts = FactFunctions(facts: facts)
    let functions =
      NoticeFunctions(reader: reader, assessor: assessor, facts: self.facts, records: notices).all
      + PlanFunctions(records: plans).all
      + DebtFunctions(records: debts).all
      + caps.all + claims.all + terms.all
      + DeadlineFunctions(
        terms: self.terms, holidays: holidays, routing: routing, records: deadlines
      )
      .all
      + statements.all + facts.all
    return Environment.standard.adding(
      types: notices.types + plans.types + debts.types + caps.types + claims.types + terms.types
        + deadlines.types + statements.types + facts.types, functions: functions)
  }
}
