import JSONText
import Notices

/// A notice and its assessment as the JSON of `read --jsonl`.
struct NoticeAnswer {
  let id: JSONValue
  let notice: Notice
  let assessment: Assessment

  var json: JSONValue {
    .object([
      ("id", id), ("lang", .string(notice.language.rawValue)),
      ("entities", .array(entities)), ("assessment", assessmentJSON),
      ("missing", .array(notice.missing.map { .string($0.rawValue) })),
    ])
  }

  /// The findings in reading order; of equal starts the longer first.
  private var entities: [JSONValue] {
    let all = names + numbers + places + demands
    return all.sorted {
      ($0.quote.range.lowerBound, $1.quote.range.upperBound)
        < ($1.quote.range.lowerBound, $0.quote.range.upperBound)
    }.map(\.json)
  }

  private struct Entry {
    let kind: String
    let quote: Quote
    var more: [(String, String?)] = []

    var json: JSONValue {
      let place: [(String, JSONValue)] = [
        ("kind", .string(kind)), ("start", .int(quote.range.lowerBound)),
        ("end", .int(quote.range.upperBound)), ("surface", .string(quote.text)),
      ]
      let rest = more.compactMap { name, value in value.map { (name, JSONValue.string($0)) } }
      return .object(place + rest)
    }
  }

  private var names: [Entry] {
    notice.signatures.map {
      Entry(kind: "signature", quote: $0.quote, more: [("registry", $0.institutionID)])
    }
      + notice.institutions.map {
        Entry(kind: "institution", quote: $0.quote, more: [("registry", $0.registryID)])
      }
      + notice.persons.map { Entry(kind: "person", quote: $0.quote) }
      + notice.contacts.map {
        Entry(kind: "contact", quote: $0.quote, more: [("sub", $0.kind.rawValue)])
      }
  }

  private var numbers: [Entry] {
    let amounts = notice.amounts.map {
      Entry(
        kind: "amount", quote: $0.quote,
        more: [("value", $0.value), ("currency", $0.currency), ("role", $0.role.rawValue)])
    }
    let dates = notice.dates.map { date in
      Entry(
        kind: "date", quote: date.quote,
        more: [
          ("value", date.value), ("resolved", notice.received.flatMap { _ in date.day?.iso }),
          ("role", date.role?.rawValue),
        ])
    }
    return amounts + dates
      + notice.times.map { Entry(kind: "time", quote: $0.quote, more: [("value", $0.value)]) }
      + counts("overdue_days", notice.overdueDays, none: "many")
      + counts("due_in_days", notice.dueInDays, none: nil)
      + counts("period", notice.periods, none: nil)
  }

  private func counts(_ kind: String, _ counts: [CountFinding], none: String?) -> [Entry] {
    counts.map {
      Entry(kind: kind, quote: $0.quote, more: [("value", $0.value.map(String.init) ?? none)])
    }
  }

  private var places: [Entry] {
    let phones = notice.phones.map {
      Entry(
        kind: "phone", quote: $0.quote,
        more: [
          ("value", $0.number), ("sub", $0.kind.rawValue), ("registry", $0.ownerID),
          ("disguise", $0.disguises.first?.rawValue),
        ])
    }
    let links = notice.links.map {
      Entry(
        kind: "url", quote: $0.quote,
        more: [("host", $0.registrable), ("registry", $0.ownerID), ("imitates", $0.imitates)])
    }
    let references = notice.references.map {
      Entry(kind: $0.kind.rawValue, quote: $0.quote, more: [("value", $0.quote.text)])
    }
    return phones + links + references
  }

  private var demands: [Entry] {
    let threats = notice.threats.map {
      Entry(
        kind: "threat", quote: $0.quote, more: [("sub", $0.kind.rawValue), ("rule", $0.rule)])
    }
    let urgency = notice.urgency.map {
      Entry(kind: "urgency", quote: $0.quote, more: [("sub", $0.degree.rawValue)])
    }
    return threats + urgency + notice.requests.compactMap(request)
      + notice.thirdParty.map { Entry(kind: "third_party", quote: $0) }
      + notice.discounts.map { Entry(kind: "discount", quote: $0, more: [("sub", "offer")]) }
      + notice.optOuts.map { Entry(kind: "optout", quote: $0) }
      + notice.paidIgnores.map { Entry(kind: "paid-ignore", quote: $0) }
  }

  /// The requests that the annotation guidelines name: secrets and transfers.
  private func request(_ request: RequestFinding) -> Entry? {
    let named: (kind: String, sub: String)? =
      switch request.kind {
      case .code: ("secret", "code")
      case .password: ("secret", "login")
      case .card: ("secret", "card+code")
      case .identity: ("secret", "personal-info")
      case .transferPersonal: ("transfer", "personal-account")
      case .transferSafe: ("transfer", "safe-account")
      case .feeFirst: ("transfer", "fee")
      case .screenSharing, .addContact, .clickLink, .callNumber, .installApp: nil
      }
    return named.map { Entry(kind: $0.kind, quote: request.quote, more: [("sub", $0.sub)]) }
  }

  private var assessmentJSON: JSONValue {
    .object([
      ("class", .string(assessment.kind.rawValue)), ("risk", .double(assessment.risk)),
      ("level", .string(assessment.level.rawValue)),
      ("evidence", .array(assessment.evidence.map(evidenceJSON))),
    ])
  }

  private func evidenceJSON(_ item: Evidence) -> JSONValue {
    let head: [(String, JSONValue)] = [
      ("id", .string(item.rule.id)), ("for", .string(item.rule.side.rawValue)),
      ("weight", .int(item.rule.weight)),
    ]
    let place: [(String, JSONValue)] =
      item.quotes.first.map {
        [("start", .int($0.range.lowerBound)), ("end", .int($0.range.upperBound))]
      } ?? []
    return .object(
      head + place + [
        ("zh", .string(item.rule.sentence.zh)), ("en", .string(item.rule.sentence.en)),
        ("source", .string(item.rule.source)),
      ])
  }
}
