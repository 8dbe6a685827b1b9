import Facts
import Planning
import Wording

extension FactBook {
  /// The legal terms that can be counted, by event, as the planning core takes them.
  var planningTerms: [String: LegalTerm] {
    Dictionary(
      legalTerms.compactMap { fact in
        fact.term.map {
          let law = fact.validity.from
          return (
            fact.event,
            LegalTerm(event: fact.event, term: $0, rules: fact.rules, inForceFrom: law)
          )
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Where to complain, by kind of lender, as the planning core takes it.
  func planningRouting(_ terms: [String: LegalTerm]) -> ComplaintRouting {
    var desks: [LenderKind: [ComplaintDesk]] = [:]
    for route in complaintRoutes {
      guard let lender = LenderKind(rawValue: route.lender) else { continue }
      desks[lender] = route.stops.map { stop in
        let place = place(stop.desk)
        return ComplaintDesk(
          id: stop.desk, name: place.name, needs: place.needs,
          usualTerm: stop.usualTerm.flatMap { terms[$0] },
          silenceTerm: stop.silenceTerm.flatMap { terms[$0] },
          longestTerm: stop.longestTerm.flatMap { terms[$0] }, rules: stop.rules)
      }
    }
    return ComplaintRouting(desks)
  }

  /// The name of a desk or help line, its number where it has one, and what to bring.
  private func place(_ id: String) -> (name: BilingualText, needs: [BilingualText]) {
    if let desk = desk(id) { return (desk.name, desk.needs) }
    guard let line = helpline(id) else { return (BilingualText(zh: id, en: id), []) }
    let name = line.name
    guard line.reach == .phone, let number = line.number, !name.zh.utf8.elementsEqual(number.utf8)
    else { return (name, line.bring) }
    return (BilingualText(zh: "\(name.zh)（\(number)）", en: "\(name.en) (\(number))"), line.bring)
  }
}

extension LegalTermFact {
  /// The term that runs; `nil` for limits, hours and days of the calendar.
  fileprivate var term: Term? {
    guard let count else { return nil }
    switch unit {
    case .hours: return Term(count, .hours)
    case .calendarDays: return Term(count, .days)
    case .workingDays: return Term(count, .workingDays)
    case .months: return Term(count, .months)
    case .years: return Term(count, .years)
    case .perDay, .perYear, .daily, .persons, .date: return nil
    }
  }
}
