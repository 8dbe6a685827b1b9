/// The columns of a table by meaning.
struct HeaderRow {
  let headings: [String]
  /// Columns that may hold the date, the best first.
  let dates: [Int]
  /// Whether the date columns contain a booking date beside the transaction date.
  let hasBothDates: Bool
  /// A column that holds only the time, beside a date column.
  let times: [Int]
  let amounts: AmountColumns
  let hasBalance: Bool
  let flow: Int?
  let mark: Int?
  let counterparties: [Int]
  let items: [Int]
  let kind: Int?
  let status: Int?

  /// `nil` where the row has no date column or no amount column.
  init?(_ row: SheetRow) {
    let meanings = row.cells.map { Heading($0.text).meaning }
    func columns(_ test: (ColumnMeaning) -> Bool) -> [Int] {
      meanings.indices.filter { meanings[$0].map(test) ?? false }
    }
    func ranked(_ rank: (ColumnMeaning) -> Int?) -> [Int] {
      meanings.indices
        .compactMap { index in meanings[index].flatMap(rank).map { (rank: $0, index: index) } }
        .sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
        .map(\.index)
    }
    dates = ranked(Self.dateRank)
    amounts = AmountColumns(meanings)
    guard !dates.isEmpty, !amounts.isEmpty else { return nil }
    headings = row.cells.map(\.text)
    hasBothDates =
      meanings.contains { $0 == .date(.created) || $0 == .time(.created) }
      && meanings.contains { $0 == .date(.posted) || $0 == .time(.posted) }
    times = columns { $0 == .time(.created) }
    hasBalance = meanings.contains(.balance)
    flow = meanings.firstIndex(of: .flow)
    mark = meanings.firstIndex(of: .mark)
    let named = ranked { if case .counterparty(let rank) = $0 { rank } else { nil } }
    counterparties = named + columns { $0 == .place }
    items = ranked { if case .item(let rank) = $0 { rank } else { nil } }
    kind = meanings.firstIndex(of: .kind)
    status = meanings.firstIndex(of: .status)
  }

  /// The transaction's own date first, then its booking, then when it was paid or changed.
  private static func dateRank(_ meaning: ColumnMeaning) -> Int? {
    switch meaning {
    case .date(.created): 0
    case .time(.created): 1
    case .date(.posted): 2
    case .time(.posted): 3
    case .date(.later): 4
    case .time(.later): 5
    default: nil
    }
  }

  /// Whether a heading names exactly this, folded.
  func hasHeading(_ name: String) -> Bool {
    headings.contains { Heading($0).text.holds(name) }
  }
}

/// Where a row's amount stands, the best pair first.
struct AmountColumns {
  /// The columns of one stage: one column, or one for each direction.
  struct Pair {
    let both: Int?
    let moneyIn: Int?
    let moneyOut: Int?
    let currency: Int?
  }

  let pairs: [Pair]

  var isEmpty: Bool { pairs.isEmpty }

  init(_ meanings: [ColumnMeaning?]) {
    let stages: [ColumnMeaning.Stage] = [.posted, .paid, .transaction, .ordered]
    let plainCurrency =
      meanings.firstIndex(of: .currency(.transaction))
      ?? meanings.firstIndex(of: .currency(.posted))
    pairs = stages.compactMap { stage in
      let both = meanings.firstIndex(of: .amount(.both, stage))
      let moneyIn = meanings.firstIndex(of: .amount(.moneyIn, stage))
      let moneyOut = meanings.firstIndex(of: .amount(.moneyOut, stage))
      guard both != nil || moneyIn != nil || moneyOut != nil else { return nil }
      return Pair(
        both: both, moneyIn: moneyIn, moneyOut: moneyOut,
        currency: meanings.firstIndex(of: .currency(stage)) ?? plainCurrency)
    }
  }
}
