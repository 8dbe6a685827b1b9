import MoneyAndDates
import Planning
import SourceText
import Testing
import Wording

@testable import PlanFile

@Suite struct SheetReaderTests {
  private static let day = CalendarDate(iso: "2026-11-21") ?? .first

  private static let good = """
    today: 2026-11-21
    budget:
      income: 8,000
      essentials: {房租: 2000, 吃饭: "1500.50"}
      reserve: ¥300
    debts:
      - name: 某某银行信用卡
        lender: card
        balance: 12000
        as_of: 2026-11-01
        rate: "0.05%/日"
        minimum: {percent: "10%", floor: 100}
        late_fee: 50元
        rates: [{until: 2027-03-31, rate: "0%/年"}, {until: 2026-12-31, rate: 年利率3%}]
        offers: [{amount: 9000, until: 2027-01-31}]
        contract: 2025-03-01
        platform: no
      - {name: 网贷, lender: small-loan, balance: 3000, as_of: 2026-11-21, rate: 月0.6%, minimum: {amount: 300}}
    horizon: 24

    """

  private func read(
    _ text: String, today: CalendarDate? = nil
  ) -> (sheet: DebtSheet?, diagnostics: [Diagnostic]) {
    SheetReader.read(
      SourceText(name: "plan.yaml", text: text), today: today, otherwise: Self.day)
  }

  @Test func `a whole file is read with every part`() throws {
    let (sheet, faults) = read(Self.good)
    #expect(faults.isEmpty, "\(faults.map { $0.line(in: .en) })")
    let read = try #require(sheet)
    #expect(read.today == Self.day && read.horizon == 24)
    #expect(read.income == Money(fen: 800_000) && read.reserve == Money(fen: 30_000))
    #expect(read.essentials.map(\.amount) == [Money(fen: 200_000), Money(fen: 150_050)])
    #expect(try read.budget().surplus == Money(fen: 419_950))
    let card = try #require(read.debts.first)
    #expect(card.lender == .card && card.lateFee == Money(fen: 5000))
    #expect(card.rate.basis == .perDay && card.rate.ratio == Ratio(1, 2000))
    #expect(card.steps.map(\.until.iso) == ["2026-12-31", "2027-03-31"])
    #expect(card.minimum.due(on: Money(fen: 50_000)) == Money(fen: 10_000))
    #expect(card.minimum.due(on: Money(fen: 5_000)) == Money(fen: 5_000))
    #expect(card.minimum.due(on: Money(fen: 1_234_567)) == Money(fen: 123_457))
    #expect(card.contract?.iso == "2025-03-01" && card.throughPlatform == false)
    #expect(read.debts[1].minimum == .amount(Money(fen: 30_000)))
  }

  @Test func `an order of one's own is read by the debts' names`() throws {
    let text = Self.good + "order: [网贷, 某某银行信用卡]\n"
    #expect(try #require(read(text).sheet).order == [1, 0])
    #expect(try #require(read(Self.good).sheet).order == nil)
  }

  @Test func `the day given beats the file's, the file's beats the clock's`() {
    let text = Self.good.replacing("today: 2026-11-21", with: "today: 2026-11-22")
    let given = CalendarDate(iso: "2026-11-30")
    #expect(read(text, today: given).sheet?.today == given)
    #expect(read(text).sheet?.today.iso == "2026-11-22")
    #expect(read(text.replacing("today: 2026-11-22\n", with: "")).sheet?.today == Self.day)
  }

  @Test(arguments: [
    ("18.25%/年", RateBasis.perYear, Ratio<Int64>(73, 400)), ("0.05%/日", .perDay, Ratio(1, 2000)),
    ("万分之五/日", .perDay, Ratio(1, 2000)), ("月0.6%", .perMonth, Ratio(3, 500)),
    ("18.25%/year", .perYear, Ratio(73, 400)), ("月息1分5厘", .perMonth, Ratio(3, 200)),
  ])
  func `a rate is read with its basis`(
    text: String, basis: RateBasis, ratio: Ratio<Int64>?
  ) throws {
    let (sheet, faults) = read(Self.good.replacing("月0.6%", with: text))
    #expect(faults.isEmpty)
    #expect(sheet?.debts[1].rate.basis == basis && sheet?.debts[1].rate.ratio == ratio)
  }

  /// A change of the good file, the place of the fault it makes and a word of its message.
  @Test(arguments: [
    ("月0.6%", "0.6%", "18:76", "0.6%/年"), ("月0.6%", "1分5厘", "18:76", "/月"),
    ("月0.6%", "每期0.6%", "18:76", "calc apr"), ("月0.6%", "一点点", "18:76", "0.05%"),
    ("月0.6%", "-3%/年", "18:76", "0.05%"),
    ("balance: 3000", "balance: -3000", "18:45", "-3000"),
    ("balance: 3000", "balance: 3千", "18:45", "3200.50"),
    ("balance: 3000", "balance: 1.005", "18:45", "3200.50"),
    ("balance: 3000", "balance: 3,00", "18:1", "plan"),
    ("balance: 3000", "balance: 9999999999999", "18:45", "9999999999999"),
    ("as_of: 2026-11-01", "as_of: 2026-11-31", "10:12", "2026-11-31"),
    ("as_of: 2026-11-01", "as_of: 2026-12-01", "10:12", "2026-12-01"),
    ("lender: card", "lender: crad", "8:13", "card"),
    ("lender: card", "lendr: card", "8:5", "lender"),
    ("percent: \"10%\"", "percent: \"110%\"", "12:24", "110%"),
    ("percent: \"10%\"", "amount: 10", "12:14", "floor"),
    ("until: 2026-12-31, rate: 年利率3%", "until: 2027-03-31, rate: 年利率3%", "14:48", "2027-03-31"),
    ("name: 网贷", "name: 某某银行信用卡", "18:12", "某某银行信用卡"),
    ("horizon: 24", "horizon: 0", "19:10", "120"),
    ("horizon: 24", "horizn: 24", "19:1", "horizon"),
    ("horizon: 24", "order: [网贷]", "19:8", "某某银行信用卡"),
    ("horizon: 24", "order: [网贷, 网贷, 某某银行信用卡]", "19:13", "网贷"),
    ("horizon: 24", "order: [网贷, 车贷, 某某银行信用卡]", "19:13", "车贷"),
    ("horizon: 24", "order: 网贷", "19:8", "list"),
    ("platform: no", "platform: maybe", "17:15", "yes"),
    ("  reserve: ¥300\n", "  reserve: [300]\n", "5:12", "single"),
    ("  income: 8,000\n", "", "3:3", "income"),
  ])
  func `a fault is told with its place and the fix`(
    part: String, other: String, place: String, word: String
  ) throws {
    let (sheet, faults) = read(Self.good.replacing(part, with: other))
    #expect(sheet == nil)
    let lines = faults.map { $0.line(in: .en) }
    guard word != "plan" else { return #expect(!faults.isEmpty) }
    #expect(
      lines.contains { $0.hasPrefix("plan.yaml:\(place): error:") && $0.contains(word) },
      "\(lines)")
    for fault in faults { #expect(!fault.message.zh.isEmpty) }
  }

  @Test func `all faults of a file come in one run, in reading order`() {
    let (sheet, faults) = read(
      """
      budget: {income: -1, essentials: 3}
      debts:
        - {name: 甲, lender: bnak, balance: x, as_of: gestern, rate: 3%, minimum: {}}
      """)
    #expect(sheet == nil)
    #expect(faults.count == 7, "\(faults.map { $0.line(in: .zh) })")
    #expect(faults.map(\.position) == faults.map(\.position).sorted())
  }

  @Test func `an offer that is over is left out with a warning`() throws {
    let (sheet, faults) = read(Self.good.replacing("2027-01-31", with: "2026-11-20"))
    #expect(faults.map(\.severity) == [.warning])
    #expect(try #require(sheet).debts[0].offers.isEmpty)
  }

  @Test(arguments: [
    "", "~", "[]", "x", "budget: &a {b: *a}", "debts: []", "budget: {}\ndebts: {}",
    "a: !!binary x", String(repeating: "[", count: 5000),
    "budget: {income: 1, essentials: {}}\ndebts: ["
      + String(repeating: "{name: a},", count: 65) + "]",
    "budget: " + String(repeating: "x", count: 2 << 20),
  ])
  func `a file that is no sheet gives faults, never a trap`(text: String) {
    let (sheet, faults) = read(text)
    #expect(sheet == nil && !faults.isEmpty)
  }

  @Test func `controls in names never come back`() throws {
    let (sheet, _) = read(Self.good.replacing("name: 网贷", with: "name: \"网\\e[31m\\u202E贷\\n\""))
    #expect(try #require(sheet).debts[1].name == "网[31m贷")
  }
}
