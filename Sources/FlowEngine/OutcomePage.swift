import Expressions
import FlowLanguage
import MoneyAndDates
import Wording

/// The end of a flow, worked out for this person: verdict, basis, letters, contacts, dates, steps.
package struct OutcomePage: Sendable {
  /// The outcome as the author wrote it.
  package let outcome: Outcome
  /// What its expressions see; `today` is the newest day of the session.
  package let scope: Scope

  /// The outcome's id.
  package var id: String { outcome.name.text }

  /// The verdict in a line.
  package func title(in lang: Language) -> String { scope.text(outcome.title, in: lang) }

  /// The verdict in words; `nil` where the author wrote none.
  package func text(in lang: Language) -> String? {
    outcome.text.map { scope.text($0, in: lang) }
  }

  /// Keys of the facts it rests on, in order.
  package var basis: [String] { outcome.basis.map(\.text) }

  /// Ids of the letters that apply, in order.
  package var letters: [String] { names(outcome.letters) }

  /// Keys of the contacts that apply, in order.
  package var contacts: [String] { names(outcome.contacts) }

  /// The dates that apply, in the author's order.
  package func deadlines(in lang: Language) -> [DatedLine] {
    outcome.deadlines.filter { scope.holds($0.when, lang: lang) }.map { deadline in
      DatedLine(
        text: scope.text(deadline.what, in: lang), day: scope.day(deadline.on, lang: lang),
        basis: deadline.basis?.text)
    }
  }

  /// The next steps that apply, in order.
  package func steps(in lang: Language) -> [DatedLine] {
    outcome.steps.filter { scope.holds($0.when, lang: lang) }.map { step in
      DatedLine(
        text: scope.text(step.what, in: lang), day: step.by.flatMap { scope.day($0, lang: lang) },
        basis: nil)
    }
  }

  private func names(_ items: [Outcome.Item]) -> [String] {
    items.filter { scope.holds($0.when, lang: .zh) }.map(\.name.text)
  }
}

/// A line with a day: a deadline or a next step.
package struct DatedLine: Hashable, Sendable {
  /// What is due or to be done.
  package let text: String
  /// The day; `nil` where none was given or where it can't be known.
  package let day: CalendarDate?
  /// The key of the fact it rests on.
  package let basis: String?
}
