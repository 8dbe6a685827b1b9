import CoreFunctions
import Expressions
import FlowEngine
import MoneyAndDates
import Notices
import Planning

/// What the cores worked out in an interview, taken from the variables of its flows.
struct InterviewResults {
  /// Every message that was read, each once.
  private(set) var notices: [Notice] = []
  /// The last assessment.
  private(set) var assessment: Assessment?
  /// The plans, each once, in the order they came up.
  private(set) var plans: [RepaymentPlan] = []
  /// The last budget.
  private(set) var budget: Budget<Money>?
  /// The last annual rates.
  private(set) var rates: AnnualRates?
  /// The last complaint plan.
  private(set) var complaint: ComplaintPlan?
  /// The outcome; `nil` before the end.
  let outcome: OutcomePage?

  init(_ interview: Interview) {
    if case .ended(let page) = interview.state { outcome = page } else { outcome = nil }
    var scopes = interview.events.compactMap { event -> Scope? in
      switch event {
      case .said(_, let scope): scope
      case .answered(let answered): answered.question.scope
      case .passed(let page): page.scope
      case .reviewed: nil
      }
    }
    if let outcome { scopes.append(outcome.scope) }
    for scope in scopes {
      for (_, value) in scope.values.sorted(by: { $0.key < $1.key }) { take(value) }
    }
  }

  private mutating func take(_ value: Value) {
    switch value {
    case .record(let record): take(record)
    case .list(let values):
      for case .record(let record) in values { take(record) }
    default: break
    }
  }

  private mutating func take(_ record: any RecordValue) {
    switch record {
    case let record as CoreRecord<Notice>:
      if !record.subject.isEmpty, !notices.contains(record.subject) {
        notices.append(record.subject)
      }
    case let record as CoreRecord<Assessment>: assessment = record.subject
    case let record as CoreRecord<RepaymentPlan>:
      if !plans.contains(record.subject) { plans.append(record.subject) }
    case let record as CoreRecord<Budget<Money>>: budget = record.subject
    case let record as CoreRecord<AnnualRates>: rates = record.subject
    case let record as CoreRecord<ComplaintPlan>: complaint = record.subject
    default: break
    }
  }
}
