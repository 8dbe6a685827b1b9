import JSONText
import MoneyAndDates
import Wording

extension Transcript {
  /// The transcript as one JSON object; see the members below.
  ///
  /// Days are `YYYY-MM-DD`, a missing one is `null`.
  package var json: JSONValue {
    .object(headMembers + findingMembers + outcomeMembers)
  }

  private typealias Members = [(String, JSONValue)]

  private var headMembers: Members {
    let version = flow.split(separator: "@").last.flatMap { Int($0) } ?? 0
    return [
      ("flow", .string(String(flow.prefix { $0 != "@" }))), ("version", .int(version)),
      ("title", .string(title)), ("lang", .string(language.rawValue)),
      ("days", .array(days.map { .string($0.iso) })),
      ("answers", .array(answers.map(\.json))),
    ]
  }

  private var findingMembers: Members {
    let curves = balances.map { curve in
      JSONValue.object([
        ("name", .string(curve.name)),
        ("owed", .array(curve.balances.map { .string($0.yuan) })),
      ])
    }
    return [
      ("notices", .array(notices.map(\.json))),
      ("assessment", notices.first.map(\.assessmentJSON) ?? .null),
      ("plans", .array(plans.map(\.json))), ("balances", .array(curves)),
    ]
  }

  private var outcomeMembers: Members {
    let verdictJSON = verdict.map { verdict in
      JSONValue.object([("title", .string(verdict.title)), ("text", .string(verdict.text))])
    }
    return [
      ("verdict", verdictJSON ?? .null), ("letters", .array(letters.map(\.json))),
      ("contacts", .array(contacts.map(\.json))),
      ("deadlines", .array(deadlines.map(\.json))), ("steps", .array(steps.map(\.json))),
      ("log", .array(contactLog.map(\.json))), ("notes", .array(notes.map(\.json))),
      ("sources", .array(sources.map(\.json))),
    ]
  }
}

extension Transcript.TitledText {
  fileprivate var json: JSONValue {
    .object([("title", .string(title)), ("text", .string(text))])
  }
}

extension Transcript.QuestionAndAnswer {
  fileprivate var json: JSONValue {
    .object([
      ("key", .string(key)), ("question", .string(question)), ("answer", .string(answer)),
      ("day", .string(day.iso)),
    ])
  }
}

extension Transcript.NoticeReport {
  fileprivate var json: JSONValue {
    .object([
      ("text", .string(text)), ("findings", .lines(findings)), ("missing", .lines(missing)),
    ])
  }

  fileprivate var assessmentJSON: JSONValue {
    guard !level.isEmpty else { return .null }
    return .object([
      ("level", .string(level)), ("evidence", .array(evidence.map(\.json))),
    ])
  }
}

extension Transcript.EvidenceLine {
  fileprivate var json: JSONValue {
    .object([
      ("id", .string(id)), ("for", .string(isForScam ? "scam" : "genuine")),
      ("weight", .int(weight)), ("decisive", .bool(isDecisive)),
      ("sentence", .string(sentence)), ("words", .array(words.map { .string($0) })),
    ])
  }
}

extension Transcript.LetterCopy {
  fileprivate var json: JSONValue {
    .object([
      ("id", .string(id)), ("title", .string(title)),
      ("warnings", .array(warnings.map { .string($0) })), ("zh", .string(zh)),
      ("en", en.map { .string($0) } ?? .null),
    ])
  }
}

extension Transcript.Reference {
  fileprivate var json: JSONValue {
    .object([
      ("id", .string(id)), ("title", .string(title)), ("text", .string(text)),
      ("origin", .string(origin)), ("as_of", asOf.map { .string($0) } ?? .null),
      ("confidence", .string(confidence)), ("past_review", .bool(isPastReview)),
    ])
  }
}

extension Transcript.DatedItem {
  fileprivate var json: JSONValue {
    .object([
      ("date", day.map { .string($0.iso) } ?? .null), ("what", .string(text)),
      ("rule", basis.isEmpty ? .null : .string(basis)),
    ])
  }
}

extension LoggedContact {
  fileprivate var json: JSONValue {
    .object([
      ("day", .string(day.iso)), ("when", .string(time)), ("number", .string(number)),
      ("who", .string(party)), ("what", .string(words)),
    ])
  }
}

extension JSONValue {
  /// The lines of a text as an array, empty ones left out.
  fileprivate static func lines(_ text: String) -> JSONValue {
    .array(text.split(separator: "\n").map { .string(String($0)) })
  }
}
