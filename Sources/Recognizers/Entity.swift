/// What sort of statement an entity is.
package enum EntityKind: String, Hashable, Sendable, CaseIterable {
  /// A sum of money.
  case money
  /// A day, a time, a span of time or a deadline.
  case datetime
  /// A length of time: 37天, 半年.
  case duration
  /// Something that comes back: 每月8日.
  case recurring
  /// A telephone number.
  case phone
  /// A link, with or without its scheme.
  case url
  /// A number that is nothing else.
  case number
  /// A percentage or a rate: 24%, 万分之五, 月息2分.
  case percent
  /// Which instalment, or of how many: 第3期, 24期.
  case periodCount
  /// The last digits of a card or account: 尾号1234.
  case cardTail
  /// A contract, order, case, account or ID number.
  case identifier
  /// An e-mail address.
  case email
}

/// One statement found in a text, with the characters it rests on.
package struct Entity: Hashable, Sendable {
  /// What sort it is.
  package let kind: EntityKind
  /// Where it stands, in raw Unicode scalars of the text, half-open.
  package let range: Range<Int>
  /// Where its raw characters stand in the text.
  private let words: (text: [UInt8], start: UInt32, end: UInt32)
  /// What it says.
  package let value: EntityValue
  /// The disguises undone to read it, as bits.
  package let foldSet: FoldSet
  /// What else the characters could have meant, likeliest first; only readings that lost here.
  package let alternatives: [Reading]
  /// The rule that chose this reading.
  let ruleName: RuleName

  /// One that stands at folded scalars of a text.
  ///
  /// The text is kept with the place of the words, so that they are copied only when asked for.
  init(
    _ folded: Range<Int>, of text: FoldedText, kind: EntityKind, value: EntityValue,
    foldSet: FoldSet, alternatives: [Reading], ruleName: RuleName
  ) {
    self.kind = kind
    range = text.rawRange(folded)
    let bytes = text.rawBytes(folded)
    words = (
      text.utf8, UInt32(truncatingIfNeeded: bytes.lowerBound),
      UInt32(truncatingIfNeeded: bytes.upperBound)
    )
    self.value = value
    self.foldSet = foldSet
    self.alternatives = alternatives
    self.ruleName = ruleName
  }

  /// The raw characters.
  package var text: String {
    String(decoding: words.text[Int(words.start)..<Int(words.end)], as: UTF8.self)
  }

  /// By what they say and where, and by the words.
  package static func == (left: Entity, right: Entity) -> Bool {
    left.kind == right.kind && left.range == right.range && left.value == right.value
      && left.foldSet == right.foldSet && left.alternatives == right.alternatives
      && left.ruleName == right.ruleName && left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// By kind, place and value.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(range)
    hasher.combine(value)
  }

  /// The disguises undone to read it.
  package var folds: Set<Fold> { foldSet.folds }

  /// Whether any disguise was undone.
  package var hasFolds: Bool { !foldSet.isEmpty }

  /// The rule that chose this reading, "money.currency-after".
  package var rule: String { ruleName.description }
}

/// A reading that lost against another of the same characters.
package struct Reading: Hashable, Sendable {
  /// What sort it would have been.
  package let kind: EntityKind
  /// Where it would have stood, in raw Unicode scalars.
  package let range: Range<Int>
  /// The rule that read it.
  let ruleName: RuleName

  /// The rule that read it.
  package var rule: String { ruleName.description }
}

/// What an entity says, exact.
package enum EntityValue: Hashable, Sendable {
  /// A sum of money.
  indirect case money(MoneyValue)
  /// A point or span of time.
  indirect case time(TimeValue)
  /// A length of time.
  indirect case duration(DurationValue)
  /// Something that comes back.
  indirect case recurring(RecurrenceValue)
  /// A telephone number.
  indirect case phone(PhoneValue)
  /// A link.
  indirect case link(LinkValue)
  /// A plain number.
  case number(ExactDecimal)
  /// A percentage or rate.
  indirect case percent(PercentValue)
  /// An instalment.
  indirect case period(PeriodValue)
  /// The last digits of a card or account.
  case tail(String)
  /// A number that names a paper or a person.
  indirect case identifier(IdentifierValue)
  /// An e-mail address, folded.
  case email(String)
}
