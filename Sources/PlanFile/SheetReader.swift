import MoneyAndDates
import Planning
import SourceText
import Wording
import YAMLTree

/// Reads the YAML of `plan FILE`, collecting every fault with its place.
package struct SheetReader {
  /// What a file of a stranger may cost: a mebibyte, 8 levels, 5,000 values, 4 KiB a text, no alias.
  package static let limits = YAMLLimits(
    bytes: 1 << 20, depth: 8, nodes: 5000, scalarBytes: 4096, aliases: 0)

  private let source: SourceText
  private var faults: [Diagnostic] = []

  private init(_ source: SourceText) {
    self.source = source
  }

  /// The sheet, `nil` where any fault is an error, and everything that is wrong, in reading order.
  ///
  /// The day that counts as today is `day`, else the file's `today`, else `clock`.
  package static func read(
    _ source: SourceText, today day: CalendarDate?, otherwise clock: CalendarDate
  ) -> (sheet: DebtSheet?, diagnostics: [Diagnostic]) {
    let document = YAMLDocument(source, limits: limits)
    var reader = SheetReader(source)
    reader.faults = document.diagnostics
    let sheet: DebtSheet?
    if let root = document.root {
      sheet = reader.sheet(root, today: day, clock: clock)
    } else {
      sheet = nil
      if reader.faults.isEmpty { reader.report(.empty, at: SourceRange(start: 0, end: 0)) }
    }
    let failed = reader.faults.contains { $0.severity == .error }
    return (failed ? nil : sheet, reader.faults.sorted(by: Diagnostic.inReadingOrder))
  }

  // MARK: The file

  private mutating func sheet(
    _ root: YAMLNode, today day: CalendarDate?, clock: CalendarDate
  ) -> DebtSheet? {
    let keys = ["today", "budget", "debts", "horizon", "order"]
    guard mapping(root, "plan", keys: keys) else { return nil }
    let written = root["today"].flatMap { date($0) }
    let today = day ?? written ?? clock
    let budget = required(root, "budget", example: "budget: {income: 8000, essentials: {…}}")
      .flatMap { self.budget($0) }
    let debts = required(root, "debts", example: "debts: [{name: …, lender: bank, …}]")
      .flatMap { self.debts($0, today: today) }
    let horizon = root["horizon"].flatMap { self.horizon($0) }
    guard let budget, let debts else { return nil }
    let order = root["order"].flatMap { self.order($0, of: debts) }
    return DebtSheet(
      today: today, income: budget.income, essentials: budget.essentials, reserve: budget.reserve,
      debts: debts, horizon: horizon, order: order)
  }

  private mutating func horizon(_ node: YAMLNode) -> Int? {
    guard let text = text(node, "horizon") else { return nil }
    guard let months = Int(text), (1...DebtSheet.longestHorizon).contains(months) else {
      report(.badHorizon(text), at: node.range)
      return nil
    }
    return months
  }

  /// The places of the debts in the order of these names, each once.
  private mutating func order(_ node: YAMLNode, of debts: [SheetDebt]) -> [Int]? {
    guard let elements = node.elements else {
      report(.noList("order"), at: node.range)
      return nil
    }
    var order: [Int] = []
    for element in elements {
      guard let name = name(element) else { continue }
      let place = debts.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
      guard let place, !order.contains(place) else {
        report(.badOrder(name), at: element.range)
        continue
      }
      order.append(place)
    }
    if let missing = debts.indices.first(where: { !order.contains($0) }) {
      report(.badOrder(debts[missing].name), at: node.range)
    }
    return order
  }

  private mutating func budget(
    _ node: YAMLNode
  ) -> (income: Money, essentials: [Essential], reserve: Money)? {
    guard mapping(node, "budget", keys: ["income", "essentials", "reserve"]) else { return nil }
    let income = required(node, "income", example: "income: 8000").flatMap { money($0) }
    let essentials = required(node, "essentials", example: "essentials: {房租: 2000, 吃饭: 1500}")
      .flatMap { self.essentials($0) }
    let reserve = node["reserve"].map { money($0) } ?? .zero
    guard let income, let essentials, let reserve else { return nil }
    return (income, essentials, reserve)
  }

  private mutating func essentials(_ node: YAMLNode) -> [Essential]? {
    guard let entries = node.entries else {
      report(.noMapping("essentials"), at: node.range)
      return nil
    }
    var lines: [Essential] = []
    for entry in entries {
      guard let amount = money(entry.value) else { continue }
      lines.append(Essential(name: entry.key.safeForTerminal, amount: amount))
    }
    return lines
  }

  // MARK: Debts

  private mutating func debts(_ node: YAMLNode, today: CalendarDate) -> [SheetDebt]? {
    guard let elements = node.elements else {
      report(.noList("debts"), at: node.range)
      return nil
    }
    guard !elements.isEmpty else {
      report(.noDebts, at: node.range)
      return nil
    }
    guard elements.count <= DebtSheet.mostDebts else {
      report(.tooManyDebts(DebtSheet.mostDebts), at: node.range)
      return nil
    }
    var names: Set<[UInt8]> = []
    var debts: [SheetDebt] = []
    for element in elements {
      guard let debt = debt(element, today: today) else { continue }
      if !names.insert(Array(debt.name.utf8)).inserted {
        report(.sameName(debt.name), at: (element["name"] ?? element).range)
      }
      debts.append(debt)
    }
    return debts
  }

  private static let debtKeys = [
    "name", "lender", "balance", "as_of", "rate", "minimum", "late_fee", "rates", "offers",
    "contract", "platform",
  ]

  private mutating func debt(_ node: YAMLNode, today: CalendarDate) -> SheetDebt? {
    guard mapping(node, "debts", keys: SheetReader.debtKeys) else { return nil }
    let name = required(node, "name", example: "name: 某某银行信用卡").flatMap { self.name($0) }
    let lender = required(node, "lender", example: "lender: bank").flatMap { self.lender($0) }
    let balance = required(node, "balance", example: "balance: 12000").flatMap { money($0) }
    let asOf = required(node, "as_of", example: "as_of: \(today.iso)")
      .flatMap { date($0, notAfter: today) }
    let rate = required(node, "rate", example: "rate: \"18.25%/年\"").flatMap { self.rate($0) }
    let minimum = required(node, "minimum", example: "minimum: {amount: 300}")
      .flatMap { self.minimum($0) }
    let lateFee = node["late_fee"].map { money($0) } ?? .zero
    let steps = node["rates"].map { self.steps($0) } ?? []
    let offers = node["offers"].map { self.offers($0, today: today) } ?? []
    let contract = node["contract"].flatMap { date($0, notAfter: today) }
    let platform = node["platform"].flatMap { flag($0) }
    guard let name, let lender, let balance, let asOf, let rate, let minimum, let lateFee,
      let steps, let offers
    else { return nil }
    return SheetDebt(
      name: name, lender: lender, balance: balance, asOf: asOf, rate: rate, minimum: minimum,
      lateFee: lateFee, steps: steps, offers: offers, contract: contract,
      throughPlatform: platform)
  }

  private mutating func name(_ node: YAMLNode) -> String? {
    guard let text = text(node, "name") else { return nil }
    let name = String(
      text.safeForTerminal.unicodeScalars.filter { $0 != "\n" && $0 != "\t" }.map(Character.init))
    guard (1...60).contains(name.unicodeScalars.count), name.contains(where: { $0 != " " }) else {
      report(.badName, at: node.range)
      return nil
    }
    return name
  }

  private mutating func lender(_ node: YAMLNode) -> LenderKind? {
    guard let text = text(node, "lender") else { return nil }
    if let kind = LenderKind(rawValue: text) { return kind }
    let near = nearestNames(to: text, among: LenderKind.allCases.map(\.rawValue))
    report(.badLender(text, near: near), at: node.range)
    return nil
  }

  private mutating func minimum(_ node: YAMLNode) -> MinimumPayment? {
    guard mapping(node, "minimum", keys: ["amount", "percent", "floor"]) else { return nil }
    switch (node["amount"], node["percent"], node["floor"]) {
    case (let amount?, nil, nil): return money(amount).map(MinimumPayment.amount)
    case (nil, let percent?, let floor):
      let part = share(percent)
      let least = floor.map { money($0) } ?? .zero
      guard let part, let least else { return nil }
      return .share(part, floor: least)
    default:
      report(.bothMinimums, at: node.range)
      return nil
    }
  }

  private mutating func share(_ node: YAMLNode) -> Ratio<Int64>? {
    guard let text = text(node, "percent") else { return nil }
    let reading = RateReading(text)
    guard let reading, reading.basis == nil || reading.basis == .perMonth,
      let part = reading.rate(otherwise: .perMonth)?.ratio, part <= Ratio(1)
    else {
      report(.badShare(text), at: node.range)
      return nil
    }
    return part
  }

  private mutating func steps(_ node: YAMLNode) -> [RateStep]? {
    let steps: [RateStep]? = dated(node, "rates", keys: ["until", "rate"], day: \.until) {
      reader, entry in
      let until = reader.required(entry, "until", example: "until: 2027-03-31")
        .flatMap { reader.date($0) }
      let rate = reader.required(entry, "rate", example: "rate: \"0%/年\"")
        .flatMap { reader.rate($0) }
      guard let until, let rate else { return nil }
      return RateStep(until: until, rate: rate)
    }
    return steps
  }

  private mutating func offers(_ node: YAMLNode, today: CalendarDate) -> [DatedOffer]? {
    let offers: [DatedOffer]? = dated(node, "offers", keys: ["amount", "until"], day: \.until) {
      reader, entry in
      let amount = reader.required(entry, "amount", example: "amount: 6000")
        .flatMap { reader.money($0) }
      let until = reader.required(entry, "until", example: "until: 2027-01-31")
        .flatMap { reader.date($0) }
      guard let amount, let until else { return nil }
      guard until >= today else {
        reader.report(.expiredOffer(until.iso), at: entry.range)
        return nil
      }
      return DatedOffer(amount: amount, until: until)
    }
    return offers
  }

  /// The entries of a list, ascending by their day; two of one day are a fault.
  private mutating func dated<Entry>(
    _ node: YAMLNode, _ what: String, keys: [String], day: (Entry) -> CalendarDate,
    _ read: (inout SheetReader, YAMLNode) -> Entry?
  ) -> [Entry]? {
    guard let elements = node.elements else {
      report(.noList(what), at: node.range)
      return nil
    }
    var entries: [Entry] = []
    for element in elements {
      guard mapping(element, what, keys: keys), let entry = read(&self, element) else { continue }
      if entries.contains(where: { day($0) == day(entry) }) {
        report(.sameDay(day(entry).iso), at: element.range)
      }
      entries.append(entry)
    }
    return entries.sorted { day($0) < day($1) }
  }

  // MARK: Values

  private mutating func money(_ node: YAMLNode) -> Money? {
    guard let text = text(node, "amount") else { return nil }
    guard let amount = WrittenMoney.read(text) else {
      report(.badMoney(text), at: node.range)
      return nil
    }
    guard amount >= .zero else {
      report(.negativeMoney(text), at: node.range)
      return nil
    }
    guard amount <= DebtSheet.largestAmount else {
      report(.tooLargeMoney(text), at: node.range)
      return nil
    }
    return amount
  }

  private mutating func rate(_ node: YAMLNode) -> Rate? {
    guard let text = text(node, "rate") else { return nil }
    guard let reading = RateReading(text) else {
      report(.badRate(text), at: node.range)
      return nil
    }
    guard let basis = reading.basis, !reading.isByCustom else {
      report(.rateWithoutBasis(text), at: node.range)
      return nil
    }
    guard basis != .perPeriod, basis != .once else {
      report(.rateOfInstalment(text), at: node.range)
      return nil
    }
    guard let rate = reading.rate(otherwise: basis), rate.ratio(periodsPerYear: 12) != nil,
      rate.ratio(periodsPerYear: 365) != nil
    else {
      report(.badRate(text), at: node.range)
      return nil
    }
    return rate
  }

  private mutating func date(
    _ node: YAMLNode, notAfter today: CalendarDate? = nil
  ) -> CalendarDate? {
    guard let text = text(node, "date") else { return nil }
    guard let day = CalendarDate(iso: text) else {
      report(.badDate(text), at: node.range)
      return nil
    }
    if let today, day > today {
      report(.dayAfterToday(text), at: node.range)
      return nil
    }
    return day
  }

  private mutating func flag(_ node: YAMLNode) -> Bool? {
    switch text(node, "platform") {
    case "yes", "true", "是": return true
    case "no", "false", "否": return false
    case let text?: report(.badFlag(text), at: node.range)
    case nil: break
    }
    return nil
  }

  private mutating func text(_ node: YAMLNode, _ what: String) -> String? {
    guard let text = node.text else {
      report(.noText(what), at: node.range)
      return nil
    }
    return text
  }

  // MARK: Faults

  private mutating func mapping(_ node: YAMLNode, _ what: String, keys: [String]) -> Bool {
    guard let entries = node.entries else {
      report(.noMapping(what), at: node.range)
      return false
    }
    for entry in entries where !keys.contains(where: { $0.utf8.elementsEqual(entry.key.utf8) }) {
      let near = nearestNames(to: entry.key, among: keys)
      report(.unknownKey(entry.key, near: near, known: keys), at: entry.keyRange)
    }
    return true
  }

  private mutating func required(
    _ node: YAMLNode, _ key: String, example: String
  ) -> YAMLNode? {
    if let value = node[key] { return value }
    let head = SourceRange(start: node.range.start, end: node.range.start)
    report(.missingKey(key, example: example), at: head)
    return nil
  }

  private mutating func report(_ fault: SheetFault, at range: SourceRange) {
    faults.append(
      Diagnostic(
        fault.isWarning ? .warning : .error, in: source, at: range, check: fault.check,
        message: fault.message))
  }
}
