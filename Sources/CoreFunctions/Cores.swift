import Expressions
import Facts
import MoneyAndDates
import Notices
import Planning
import Wording

/// The cores with the facts they work on: the one place where expressions meet them.
///
/// What follows from the facts is made when it is first asked for, once; copies share it.
package struct Cores: Sendable {
  /// The facts.
  package let facts: FactBook
  /// Reads messages.
  package let reader: NoticeReader
  /// Weighs them.
  package let assessor: Assessor
  private let parts: LazyPart<CoreParts>

  /// The legal terms by event.
  package var terms: [String: LegalTerm] { parts.value.terms }
  /// Where to complain, by kind of lender.
  package var routing: ComplaintRouting { parts.value.routing }
  /// The limits on what a loan may cost.
  package var caps: LoanCaps { parts.value.caps }
  /// Public holidays; `nil` leaves working days unknown.
  package var holidays: HolidayCalendar? { parts.value.holidays }

  /// The cores over their facts; the holidays are made when the first term is counted.
  package init(
    facts: FactBook, reader: NoticeReader, assessor: Assessor,
    holidays: @autoclosure @escaping @Sendable () -> HolidayCalendar?
  ) {
    self.facts = facts
    self.reader = reader
    self.assessor = assessor
    self.parts = LazyPart { CoreParts(facts, holidays()) }
  }

  /// The record types and functions that flows may use.
  ///
  /// What an expression may say does not depend on what the facts say: so the functions are told
  /// here over no facts at all, and those over the facts are made when the first one is called.
  package var environment: Environment {
    let parts = parts
    let cores = (facts: facts, reader: reader, assessor: assessor)
    let told = FunctionTable(
      CoreParts(FactBook([]), nil), cores.facts, cores.reader, cores.assessor)
    let made = LazyPart {
      FunctionTable(parts.value, cores.facts, cores.reader, cores.assessor).functions
    }
    return Environment.standard.adding(
      types: told.types,
      functions: told.functions.enumerated().map { place, function in
        function.doing { made.value[place].implementation($0, $1) }
      })
  }
}

/// What the cores take from the facts.
private struct CoreParts: Sendable {
  let terms: [String: LegalTerm]
  let routing: ComplaintRouting
  let caps: LoanCaps
  let holidays: HolidayCalendar?

  init(_ facts: FactBook, _ holidays: HolidayCalendar?) {
    terms = facts.planningTerms
    routing = facts.planningRouting(terms)
    caps = LoanCaps(facts)
    self.holidays = holidays
  }
}

/// The record types and functions over some facts.
private struct FunctionTable {
  let types: [RecordType]
  let functions: [Function]

  init(_ parts: CoreParts, _ facts: FactBook, _ reader: NoticeReader, _ assessor: Assessor) {
    let notices = NoticeRecords(facts)
    let plans = PlanRecords()
    let debts = DebtRecords()
    let deadlines = DeadlineRecords()
    let caps = CapFunctions(caps: parts.caps)
    let claims = ClaimFunctions(caps: parts.caps)
    let terms = TermFunctions(terms: parts.terms, holidays: parts.holidays)
    let statements = StatementFunctions(facts: facts)
    let keys = FactFunctions(facts: facts)
    types =
      notices.types + plans.types + debts.types + caps.types + claims.types + terms.types
      + deadlines.types + statements.types + keys.types
    functions =
      NoticeFunctions(reader: reader, assessor: assessor, facts: facts, records: notices).all
      + PlanFunctions(records: plans).all + DebtFunctions(records: debts).all + caps.all
      + claims.all + terms.all
      + DeadlineFunctions(
        terms: parts.terms, holidays: parts.holidays, routing: parts.routing, records: deadlines
      ).all
      + statements.all + keys.all
  }
}

extension Function {
  /// The same function with another implementation.
  fileprivate func doing(_ implementation: @escaping Implementation) -> Function {
    Function(
      name, style, parameters: parameters, isVariadic: isVariadic, result: result, isHeavy: isHeavy,
      reads: reads, summary: summary, example: example, implementation: implementation)
  }
}
