import MoneyAndDates
import Wording

/// A place to complain to, as it comes from the facts.
package struct ComplaintDesk: Hashable, Sendable {
  /// Its key: `lender`, or the id of a help line such as `12378`.
  package let id: String
  /// What it is called.
  package let name: BilingualText
  /// What to have ready.
  package let needs: [BilingualText]
  /// Within what time it usually answers; `nil` where no term was found.
  package let usualTerm: LegalTerm?
  /// After what silence the next desk takes over; `nil` where no term was found.
  package let silenceTerm: LegalTerm?
  /// The longest it may take, with extensions.
  package let longestTerm: LegalTerm?
  /// The ids of the rules it rests on.
  package let rules: [String]

  /// A place to complain to.
  package init(
    id: String, name: BilingualText, needs: [BilingualText], usualTerm: LegalTerm? = nil,
    silenceTerm: LegalTerm? = nil, longestTerm: LegalTerm? = nil, rules: [String]
  ) {
    self.id = id
    self.name = name
    self.needs = needs
    self.usualTerm = usualTerm
    self.silenceTerm = silenceTerm
    self.longestTerm = longestTerm
    self.rules = rules
  }
}

/// Which desks a kind of lender has, in order, from the facts.
package struct ComplaintRouting: Hashable, Sendable {
  /// The desks by kind of lender, the first to go to first.
  package let desks: [LenderKind: [ComplaintDesk]]

  /// The desks by kind of lender.
  package init(_ desks: [LenderKind: [ComplaintDesk]]) {
    self.desks = desks
  }
}

/// One step of a complaint.
package struct ComplaintStep: Hashable, Sendable {
  /// Its place, from 1.
  package let order: Int
  /// Where it goes.
  package let desk: ComplaintDesk
  /// When it can be handed in, where that is known.
  package let handIn: CalendarDate?
  /// By when an answer is usual.
  package let answerBy: Deadline?
  /// By when it must be there with all extensions.
  package let latestAnswer: Deadline?
  /// The day to go to the next desk where nothing was heard: the day after the silence term.
  package let nextIfSilent: CalendarDate?
}

/// To whom to complain, in what order, with what, and by when something must have happened.
package struct ComplaintPlan: Hashable, Sendable {
  /// The kind of lender.
  package let lender: LenderKind
  /// The steps in order; empty where the facts know no desk for this kind.
  package let steps: [ComplaintStep]

  /// The plan for a complaint handed in on `start`.
  ///
  /// Each step begins when the one before it stayed silent; where a desk has no known term, the days
  /// of later steps stay open.
  package init(
    lender: LenderKind, start: CalendarDate, routing: ComplaintRouting, holidays: HolidayCalendar?
  ) throws(PlanningFault) {
    var steps: [ComplaintStep] = []
    var handIn: CalendarDate? = start
    for (index, desk) in (routing.desks[lender] ?? []).enumerated() {
      let silence = try ComplaintPlan.deadline(desk.silenceTerm, from: handIn, holidays)
      let next = silence?.lastDay?.adding(days: 1)
      steps.append(
        ComplaintStep(
          order: index + 1, desk: desk, handIn: handIn,
          answerBy: try ComplaintPlan.deadline(desk.usualTerm, from: handIn, holidays),
          latestAnswer: try ComplaintPlan.deadline(desk.longestTerm, from: handIn, holidays),
          nextIfSilent: next))
      handIn = next
    }
    self.lender = lender
    self.steps = steps
  }

  private static func deadline(
    _ term: LegalTerm?, from start: CalendarDate?, _ holidays: HolidayCalendar?
  ) throws(PlanningFault) -> Deadline? {
    guard let term, let start else { return nil }
    return try Deadline(term, from: start, holidays: holidays)
  }
}
