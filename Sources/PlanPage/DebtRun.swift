import MoneyAndDates
import PlanFile
import Planning

/// The debts of a sheet on its day, paid month after month; interest half up to the fen each month.
///
/// The first payment is one month after today. A month bears a twelfth of the yearly rate in force on
/// its day of payment.
struct DebtRun {
  /// Months after which a plan counts as never ending: fifty years.
  static let longest = 600

  let sheet: DebtSheet
  /// What is owed today: the balances with simple interest from their day.
  let opening: [Money]
  /// The monthly rates: by debt, by month (index 0 is month 1), as far as a step reaches.
  private let stepRates: [[Ratio<Int64>]]
  private let lastRates: [Ratio<Int64>]

  init(_ sheet: DebtSheet) throws(PlanningFault) {
    self.sheet = sheet
    var opening: [Money] = []
    var steps: [[Ratio<Int64>]] = []
    var rates: [Ratio<Int64>] = []
    for debt in sheet.debts {
      opening.append(try DebtRun.owedToday(debt, on: sheet.today))
      rates.append(try DebtRun.monthly(debt.rate))
      var early: [Ratio<Int64>] = []
      if let last = debt.steps.last?.until {
        for month in 1...DebtRun.longest {
          guard let day = sheet.today.adding(months: month), day <= last else { break }
          early.append(try DebtRun.monthly(debt.rate(on: day)))
        }
      }
      steps.append(early)
    }
    self.opening = opening
    stepRates = steps
    lastRates = rates
  }

  /// The rate of a month, from 1.
  func rate(ofDebt debt: Int, month: Int) -> Ratio<Int64> {
    let steps = stepRates[debt]
    return steps.indices.contains(month - 1) ? steps[month - 1] : lastRates[debt]
  }

  /// How the rate of a debt changes.
  enum RateChange: Equatable {
    /// It stays.
    case never
    /// It is another one for the first months.
    case once(Ratio<Int64>, months: Int)
    /// It changes more than once.
    case often
  }

  /// How the rate of a debt changes.
  func rateChange(ofDebt debt: Int) -> RateChange {
    let steps = stepRates[debt]
    guard let first = steps.first else { return .never }
    return steps.allSatisfy { $0 == first } ? .once(first, months: steps.count) : .often
  }

  private static func monthly(_ rate: Rate) throws(PlanningFault) -> Ratio<Int64> {
    guard let ratio = rate.ratio(periodsPerYear: 12) else { throw .rateWithoutPeriod }
    return ratio
  }

  private static func owedToday(
    _ debt: SheetDebt, on today: CalendarDate
  ) throws(PlanningFault) -> Money {
    var sum = debt.balance
    var from = debt.asOf
    for (until, rate) in debt.steps.map({ ($0.until, $0.rate) }) + [(today, debt.rate)] {
      let end = min(until, today)
      guard end > from else { continue }
      guard let daily = rate.ratio(periodsPerYear: 365),
        let part = daily.times(Int64(end.days(since: from))),
        let interest = debt.balance.scaled(by: part)
      else { throw .overflow }
      sum = try sum.plus(interest)
      from = end
    }
    return sum
  }

  // MARK: Running

  /// Pays by a strategy with so much a month, which is at least the minimums.
  func pay(_ strategy: Strategy, budget: Money) -> ComparedPlan {
    var state = State(self)
    var rows: [PlanRow] = []
    var end = PayoffEnd.never
    do {
      for month in 1...DebtRun.longest {
        let cost = try state.accrue(month: month)
        guard let payments = try state.payments(strategy, budget: budget) else {
          end = .shortfall(month: month)
          break
        }
        rows.append(try state.take(payments, cost: cost, month: month))
        if state.isPaid {
          end = .paid(months: month)
          break
        }
      }
      return try plan(strategy, end: end, rows: rows, closed: state.closed)
    } catch {
      // A sum that leaves 64 bits on the way has grown without end.
      return (try? plan(strategy, end: .never, rows: rows, closed: state.closed))
        ?? ComparedPlan(
          strategy: strategy, end: .never, monthly: budget, total: .zero, interest: .zero, rows: [],
          closed: opening.map { _ in nil }, survivedFalls: [])
    }
  }

  /// Follows the actions of the exact search, in fen.
  func follow(_ actions: [[RepaymentAction]], settlements: [Money?]) throws(PlanningFault)
    -> ComparedPlan
  {
    var state = State(self)
    var rows: [PlanRow] = []
    for (index, row) in actions.enumerated() {
      var cost = try state.accrue(month: index + 1)
      let owed = state.balance
      var payments: [Money] = []
      for (debt, action) in row.enumerated() {
        switch action {
        case .closed: payments.append(.zero)
        case .payOff: payments.append(owed[debt])
        case .settle:
          payments.append(settlements[debt] ?? owed[debt])
          state.balance[debt] = payments[debt]
        case .pay(let amount):
          payments.append(min(amount, owed[debt]))
          let debtOfSheet = sheet.debts[debt]
          let least = debtOfSheet.minimum.due(on: owed[debt]) ?? owed[debt]
          guard payments[debt] < owed[debt], payments[debt] < least else { break }
          state.balance[debt] = try owed[debt].plus(debtOfSheet.lateFee)
          cost = try cost.plus(debtOfSheet.lateFee)
        }
      }
      rows.append(try state.take(payments, cost: cost, month: index + 1))
    }
    let end: PayoffEnd = state.isPaid ? .paid(months: rows.count) : .never
    return try plan(.optimum, end: end, rows: rows, closed: state.closed)
  }

  /// Saves for an offer and takes it, then pays dearest first.
  ///
  /// While the money is put aside the other debts get their minimums and the one to be settled gets
  /// nothing. The month in which the sum is there, `nil` where it never is or where the payments after it
  /// can't be met; the plan where that is in time.
  func take(
    _ offer: DatedOffer, ofDebt debt: Int, budget: Money
  ) throws(PlanningFault) -> (month: Int?, plan: ComparedPlan?) {
    let open = sheet.months(until: offer.until)
    var state = State(self)
    var rows: [PlanRow] = []
    var saved = Money.zero
    var settled: Int?
    for month in 1...DebtRun.longest {
      let cost = try state.accrue(month: month)
      var payments = try state.minimums()
      if settled == nil {
        payments[debt] = .zero
        saved = try saved.plus(budget).minus(Money.total(payments))
        guard saved >= .zero else { return (nil, nil) }
        let price = min(offer.amount, state.balance[debt])
        if saved >= price {
          guard month <= open else { return (month, nil) }
          settled = month
          state.balance[debt] = price
          payments[debt] = price
          try state.spread(saved.minus(price), onto: &payments, .avalanche)
        }
      } else {
        let left = try budget.minus(Money.total(payments))
        guard left >= .zero else { return (nil, nil) }
        try state.spread(left, onto: &payments, .avalanche)
      }
      rows.append(try state.take(payments, cost: cost, month: month))
      if state.isPaid {
        return (
          settled,
          try plan(.avalanche, end: .paid(months: month), rows: rows, closed: state.closed)
        )
      }
    }
    return (nil, nil)
  }

  private func plan(
    _ strategy: Strategy, end: PayoffEnd, rows: [PlanRow], closed: [Int?]
  ) throws(PlanningFault) -> ComparedPlan {
    var sums: [Money] = []
    for row in rows { sums.append(try Money.total(row.payments)) }
    return ComparedPlan(
      strategy: strategy, end: end, monthly: sums.max() ?? .zero, total: try Money.total(sums),
      interest: try Money.total(rows.map(\.cost)), rows: rows, closed: closed, survivedFalls: [])
  }

  // MARK: State

  private struct State {
    let run: DebtRun
    var balance: [Money]
    var closed: [Int?]
    private var month = 0

    init(_ run: DebtRun) {
      self.run = run
      balance = run.opening
      closed = run.opening.map { _ in nil }
    }

    var isPaid: Bool { balance.allSatisfy { $0 == .zero } }

    /// Adds the month's interest and gives its sum.
    mutating func accrue(month: Int) throws(PlanningFault) -> Money {
      self.month = month
      var sum = Money.zero
      for debt in balance.indices where balance[debt] > .zero {
        let interest = try balance[debt].posted(at: run.rate(ofDebt: debt, month: month))
        balance[debt] = try balance[debt].plus(interest)
        sum = try sum.plus(interest)
      }
      return sum
    }

    /// What each debt is paid; `nil` where the minimums exceed the budget.
    func payments(_ strategy: Strategy, budget: Money) throws(PlanningFault) -> [Money]? {
      if strategy == .proRata { return try ProRata(budget, among: balance).offers }
      var payments = try minimums()
      let left = try budget.minus(Money.total(payments))
      guard left >= .zero else { return nil }
      if strategy != .minimums { try spread(left, onto: &payments, strategy) }
      return payments
    }

    /// What each debt must be paid at the least.
    func minimums() throws(PlanningFault) -> [Money] {
      var payments: [Money] = []
      for (debt, owed) in zip(run.sheet.debts, balance) {
        guard let least = debt.minimum.due(on: owed) else { throw .overflow }
        payments.append(least)
      }
      return payments
    }

    /// Adds what is left over to the payments, in the order of a strategy.
    func spread(
      _ amount: Money, onto payments: inout [Money], _ strategy: Strategy
    ) throws(PlanningFault) {
      var rest: [Money] = []
      for (owed, payment) in zip(balance, payments) { rest.append(try owed.minus(payment)) }
      var left = amount
      for debt in order(strategy, rest: rest) where left > .zero {
        let part = min(left, rest[debt])
        payments[debt] = try payments[debt].plus(part)
        left = try left.minus(part)
      }
    }

    private func order(_ strategy: Strategy, rest: [Money]) -> [Int] {
      if strategy == .custom, let order = run.sheet.order { return order }
      return rest.indices.sorted { left, right in
        let rates = (
          run.rate(ofDebt: left, month: month), run.rate(ofDebt: right, month: month)
        )
        if strategy == .snowball {
          if rest[left] != rest[right] { return rest[left] < rest[right] }
          return rates.0 != rates.1 ? rates.0 > rates.1 : left < right
        }
        if rates.0 != rates.1 { return rates.0 > rates.1 }
        return rest[left] != rest[right] ? rest[left] < rest[right] : left < right
      }
    }

    /// Takes the payments off and closes the month.
    mutating func take(
      _ payments: [Money], cost: Money, month: Int
    ) throws(PlanningFault) -> PlanRow {
      for debt in balance.indices {
        balance[debt] = try balance[debt].minus(payments[debt])
        if balance[debt] == .zero, closed[debt] == nil { closed[debt] = month }
      }
      return PlanRow(
        month: month, day: run.sheet.today.adding(months: month), payments: payments, cost: cost,
        balance: try Money.total(balance))
    }
  }
}
