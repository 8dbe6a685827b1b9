import MoneyAndDates
import Planning

/// What `plan FILE` is about 欠款清单: a person's budget and debts on a day.
package struct DebtSheet: Hashable, Sendable {
  /// The longest horizon that is searched, in months.
  package static let longestHorizon = 120
  /// The most debts in one file.
  package static let mostDebts = 64
  /// The largest amount, 10^12 yuan: sums of a whole file then fit with room to spare.
  package static let largestAmount = Money(fen: 100_000_000_000_000)

  /// The day that counts as today.
  package let today: CalendarDate
  /// Income a month.
  package let income: Money
  /// What living costs a month, by name, in file order.
  package let essentials: [Essential]
  /// What is kept for emergencies a month.
  package let reserve: Money
  /// The debts in file order; at least one.
  package let debts: [SheetDebt]
  /// Within how many months the cheapest plan must end; `nil` where the file says nothing.
  package let horizon: Int?
  /// The order the person wants to pay them in, as places in `debts`, each once; `nil` where the file
  /// says nothing.
  package let order: [Int]?

  /// A sheet.
  package init(
    today: CalendarDate, income: Money, essentials: [Essential], reserve: Money,
    debts: [SheetDebt], horizon: Int?, order: [Int]? = nil
  ) {
    self.today = today
    self.income = income
    self.essentials = essentials
    self.reserve = reserve
    self.debts = debts
    self.horizon = horizon
    self.order = order
  }

  /// The budget of a month.
  package func budget() throws(PlanningFault) -> Budget<Money> {
    try Budget(
      income: income, essentials: Money.total(essentials.map(\.amount)), reserve: reserve)
  }
}

/// One line of what living costs.
package struct Essential: Hashable, Sendable {
  /// What it is for.
  package let name: String
  /// How much a month.
  package let amount: Money

  /// A line of what living costs.
  package init(name: String, amount: Money) {
    self.name = name
    self.amount = amount
  }
}

/// One debt of the sheet.
package struct SheetDebt: Hashable, Sendable {
  /// What the person calls it; once in a file.
  package let name: String
  /// Who lent.
  package let lender: LenderKind
  /// What was owed on `asOf`.
  package let balance: Money
  /// The day of the balance, today or earlier.
  package let asOf: CalendarDate
  /// What it costs per year, month or day once all `steps` are over.
  package let rate: Rate
  /// The least a month.
  package let minimum: MinimumPayment
  /// What a month costs in which less than the minimum is paid.
  package let lateFee: Money
  /// Other rates before, each to its last day, ascending.
  package let steps: [RateStep]
  /// Sums that close the debt, each to its last day, ascending by day; none that is over.
  package let offers: [DatedOffer]
  /// The day of the contract, where the file says it.
  package let contract: CalendarDate?
  /// Whether the loan came through an internet platform; `nil` where the file does not say.
  package let throughPlatform: Bool?

  /// A debt.
  package init(
    name: String, lender: LenderKind, balance: Money, asOf: CalendarDate, rate: Rate,
    minimum: MinimumPayment, lateFee: Money = .zero, steps: [RateStep] = [],
    offers: [DatedOffer] = [], contract: CalendarDate? = nil, throughPlatform: Bool? = nil
  ) {
    self.name = name
    self.lender = lender
    self.balance = balance
    self.asOf = asOf
    self.rate = rate
    self.minimum = minimum
    self.lateFee = lateFee
    self.steps = steps
    self.offers = offers
    self.contract = contract
    self.throughPlatform = throughPlatform
  }

  /// The rate on a day.
  package func rate(on day: CalendarDate) -> Rate {
    steps.first { day <= $0.until }?.rate ?? rate
  }
}

/// The least that must be paid a month, never more than is owed.
package enum MinimumPayment: Hashable, Sendable {
  /// A fixed amount.
  case amount(Money)
  /// A part of what is owed, at least the floor.
  case share(Ratio<Int64>, floor: Money)

  /// The minimum on what is owed, half up to the fen; `nil` where it does not fit.
  package func due(on owed: Money) -> Money? {
    switch self {
    case .amount(let amount): min(amount, owed)
    case .share(let part, let floor): owed.scaled(by: part).map { min(max($0, floor), owed) }
    }
  }
}

/// A rate that holds to a day.
package struct RateStep: Hashable, Sendable {
  /// The last day it holds.
  package let until: CalendarDate
  /// The rate.
  package let rate: Rate

  /// A rate that holds to a day.
  package init(until: CalendarDate, rate: Rate) {
    self.until = until
    self.rate = rate
  }
}

/// A sum that closes a debt, to a day.
package struct DatedOffer: Hashable, Sendable {
  /// What closes it.
  package let amount: Money
  /// The last day it can be paid.
  package let until: CalendarDate

  /// A sum that closes a debt, to a day.
  package init(amount: Money, until: CalendarDate) {
    self.amount = amount
    self.until = until
  }
}
