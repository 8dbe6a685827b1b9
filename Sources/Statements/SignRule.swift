import MoneyAndDates

/// Which way the money of a row went, by the family of the statement.
struct SignRule {
  struct SignedAmount {
    let value: Money
    let direction: Transaction.Direction
    let currency: String
  }

  /// What the amount columns of a row hold.
  enum Finding {
    case none
    case unreadable(String)
    /// Both directions hold an amount.
    case both
    case amount(SignedAmount)
  }

  private let header: HeaderRow
  private let family: Statement.Family
  private let neutral: NeutralRule
  /// Whether some amount of a card's single column is printed with a minus.
  private let hasMinus: Bool

  init(_ table: StatementTable, family: Statement.Family) {
    header = table.header
    self.family = family
    neutral = NeutralRule(table)
    hasMinus =
      family == .creditCard
      && table.rows.contains { row in
        table.header.amounts.pairs.contains { pair in
          pair.both.flatMap { column in
            row.cells.indices.contains(column) ? AmountCell(row.cells[column]) : nil
          }.map { $0.value < .zero } ?? false
        }
      }
  }

  /// The amount of a row with sign and direction, from the best columns that hold one.
  func amount(of row: SheetRow) -> Finding {
    var unreadable: String?
    for pair in header.amounts.pairs {
      switch finding(row, pair) {
      case .none: continue
      case .unreadable(let text): unreadable = unreadable ?? text
      case let found: return found
      }
    }
    return unreadable.map(Finding.unreadable) ?? .none
  }

  private func finding(_ row: SheetRow, _ pair: AmountColumns.Pair) -> Finding {
    let sides = [pair.moneyIn, pair.moneyOut].map { cell(row, $0) }
    if pair.moneyIn != nil || pair.moneyOut != nil {
      let found = split(row, pair, moneyIn: sides[0], moneyOut: sides[1])
      guard case .none = found else { return found }
    }
    guard let column = pair.both, let printed = cell(row, column) else { return .none }
    guard let amount = AmountCell(printed) else { return .unreadable(printed.text) }
    let currency = currency(row, pair, amount)
    return .amount(signed(amount.value, row, currency))
  }

  /// A cell that holds something; `-`, `/` and blanks are nothing.
  private func cell(_ row: SheetRow, _ column: Int?) -> SheetCell? {
    guard let column, row.cells.indices.contains(column) else { return nil }
    let cell = row.cells[column]
    let isNothing = cell.text.unicodeScalars.allSatisfy { "-—/ \t".unicodeScalars.contains($0) }
    return isNothing ? nil : cell
  }

  private func split(
    _ row: SheetRow, _ pair: AmountColumns.Pair, moneyIn: SheetCell?, moneyOut: SheetCell?
  ) -> Finding {
    let readIn = moneyIn.flatMap(AmountCell.init)
    let readOut = moneyOut.flatMap(AmountCell.init)
    if let moneyIn, readIn == nil { return .unreadable(moneyIn.text) }
    if let moneyOut, readOut == nil { return .unreadable(moneyOut.text) }
    switch (readIn, readOut) {
    case (nil, nil): return .none
    case (let amount?, nil): return .amount(fixed(amount, .in, row, pair))
    case (nil, let amount?): return .amount(fixed(amount, .out, row, pair))
    case (let moneyIn?, let moneyOut?):
      if moneyOut.value == .zero {
        return .amount(
          moneyIn.value == .zero
            ? SignedAmount(
              value: .zero, direction: .neutral, currency: currency(row, pair, moneyIn))
            : fixed(moneyIn, .in, row, pair))
      }
      return moneyIn.value == .zero ? .amount(fixed(moneyOut, .out, row, pair)) : .both
    }
  }

  /// An amount whose column names its direction.
  private func fixed(
    _ amount: AmountCell, _ direction: Transaction.Direction, _ row: SheetRow,
    _ pair: AmountColumns.Pair
  ) -> SignedAmount {
    let size = amount.value.size
    return SignedAmount(
      value: direction == .out ? size.negated : size, direction: direction,
      currency: currency(row, pair, amount))
  }

  private func signed(_ value: Money, _ row: SheetRow, _ currency: String) -> SignedAmount {
    if family == .paymentApp { return app(value, row, currency) }
    if let mark = header.mark, let direction = Self.direction(ofMark: row.text(mark)) {
      let size = value.size
      return SignedAmount(
        value: direction == .out ? size.negated : size, direction: direction, currency: currency)
    }
    guard value != .zero else {
      return SignedAmount(value: .zero, direction: .neutral, currency: currency)
    }
    let signed = family == .creditCard ? card(value, row) : value
    return SignedAmount(
      value: signed, direction: signed < .zero ? .out : .in, currency: currency)
  }

  /// A card prints charges without a sign.
  ///
  /// Where it prints no minus at all, the first word of the description decides.
  private func card(_ value: Money, _ row: SheetRow) -> Money {
    if hasMinus { return value.negated }
    let description = header.items.first.map { row.text($0) } ?? ""
    let firstWord = String(
      String.UnicodeScalarView(description.unicodeScalars.prefix { $0 != " " && $0 != "\t" }))
    return firstWord.holds("还款") || firstWord.holds("退") ? value : value.negated
  }

  private func app(_ value: Money, _ row: SheetRow, _ currency: String) -> SignedAmount {
    let size = value.size
    let flow = header.flow.map { row.text($0) } ?? ""
    switch flow {
    case "收入": return SignedAmount(value: size, direction: .in, currency: currency)
    case "支出": return SignedAmount(value: size.negated, direction: .out, currency: currency)
    default:
      return SignedAmount(
        value: neutral.isMoneyOut(row) ? size.negated : size, direction: .neutral,
        currency: currency)
    }
  }

  private static func direction(ofMark mark: String) -> Transaction.Direction? {
    let folded = mark.utf8.map { $0 | 0x20 }
    if mark.holds("贷") || mark.holds("收") || folded.starts(with: "cr".utf8) || folded == [0x63] {
      return .in
    }
    if mark.holds("借") || mark.holds("付") || mark.holds("支") || folded.starts(with: "dr".utf8)
      || folded.starts(with: "de".utf8) || folded == [0x64]
    {
      return .out
    }
    return nil
  }

  private func currency(
    _ row: SheetRow, _ pair: AmountColumns.Pair, _ amount: AmountCell
  ) -> String {
    let printed = row.text(pair.currency)
    if printed.isEmpty || printed == "-" || printed == "/" { return amount.currency ?? "CNY" }
    return ["人民币", "人民币元", "RMB"].contains(printed) ? "CNY" : printed
  }
}

/// The sign of a row that is neither income nor spending.
struct NeutralRule {
  private let header: HeaderRow
  private let isShop: Bool
  private let looksAtKind: Bool

  init(_ table: StatementTable) {
    header = table.header
    isShop =
      table.preambleHolds("京东") || table.preambleHolds("美团")
      || header.hasHeading("订单标题")
      || header.hasHeading("商户名称") && header.hasHeading("交易说明")
    looksAtKind =
      table.preambleHolds("微信") || header.hasHeading("当前状态") && header.kind != nil
  }

  /// First match wins: closed is nothing, a refund comes in, a shop's row is a purchase, then the words of the row.
  func isMoneyOut(_ row: SheetRow) -> Bool {
    let status = header.status.map { row.text($0) } ?? ""
    let item = header.items.first.map { row.text($0) } ?? ""
    if ["关闭", "失败", "取消"].contains(where: status.holds) { return false }
    if status.holds("退款") || item.utf8.starts(with: "退款".utf8) { return false }
    if isShop { return true }
    let words = looksAtKind ? header.kind.map { row.text($0) } ?? "" : item
    return ["提现", "还款", "转出", "购买", "买入"].contains(where: words.holds)
  }
}

extension Money {
  /// The amount without its sign; the one value without a counterpart stays as it is.
  fileprivate var size: Money { fen < 0 ? negated : self }

  /// The amount with the other sign; the one value without a counterpart stays as it is.
  fileprivate var negated: Money { Money(fen: fen == .min ? fen : -fen) }
}
