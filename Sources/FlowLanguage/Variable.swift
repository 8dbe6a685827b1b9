import SourceText
import Wording

/// A declared variable of a flow.
package struct Variable: Hashable, Sendable {
  /// Where its value comes from.
  package enum Role: Hashable, Sendable {
    /// Set inside the flow.
    case local
    /// Passed in by the caller, set before the first node.
    case input
    /// Set inside the flow, taken by the caller.
    case output
  }

  /// Its name and where it is declared.
  package let name: Name
  /// What it can hold.
  package let type: VariableType
  /// Where its value comes from.
  package let role: Role
  /// The whole declaration.
  package let range: SourceRange

  /// A declaration.
  package init(name: Name, type: VariableType, role: Role, range: SourceRange) {
    self.name = name
    self.type = type
    self.role = role
    self.range = range
  }
}

/// What a variable can hold and a question can ask for.
package indirect enum VariableType: Hashable, Sendable {
  /// "yes", "no" or "unsure", in expressions a string.
  case tri
  /// True or false.
  case bool
  /// A whole number.
  case integer
  /// An amount of yuan.
  case money
  /// A rate for a period; `nil` when the author named none (a fault is reported).
  case percent(per: RatePeriod?)
  /// A calendar date.
  case date
  /// A line of text.
  case text
  /// A phone number as text.
  case phone
  /// The text of a file the person names.
  case file
  /// A pasted text of several lines.
  case paste
  /// One of the options, in expressions the option's id.
  case choice([Option])
  /// Any of the options, in expressions the list of their ids in the options' order.
  case multi([Option])
  /// Several values of one type.
  case list(VariableType)
  /// A record type that the cores declare.
  case record(String)

  /// The options offered: those of choice and multi, the three of tri, else none.
  package var options: [Option] {
    switch self {
    case .choice(let options), .multi(let options): options
    case .tri: Option.tri
    default: []
    }
  }
}

/// The period a percentage is for.
package enum RatePeriod: String, CaseIterable, Hashable, Sendable {
  /// For each day.
  case day
  /// For each month.
  case month
  /// For each year.
  case year
}

/// One of the answers a choice offers.
package struct Option: Hashable, Sendable {
  /// What expressions and routes call it.
  package let id: String
  /// What people read.
  package let label: BilingualText
  /// Where the id stands; empty for the options of tri.
  package let range: SourceRange

  /// An option under an id.
  package init(id: String, label: BilingualText, range: SourceRange) {
    self.id = id
    self.label = label
    self.range = range
  }

  /// The options of tri: yes, no, unsure.
  package static let tri: [Option] = {
    let nowhere = SourceRange(start: 0, end: 0)
    return [
      Option(id: "yes", label: BilingualText(zh: "是", en: "Yes"), range: nowhere),
      Option(id: "no", label: BilingualText(zh: "否", en: "No"), range: nowhere),
      Option(id: "unsure", label: BilingualText(zh: "不确定", en: "Not sure"), range: nowhere),
    ]
  }()
}
