import Facts
import MoneyAndDates
import Testing

@Suite struct LawFactsTests {
  private let book = ShippedFacts.book

  private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  @Test(arguments: [
    ("2019-08-20", "4.25"), ("2020-08-20", "3.85"), ("2024-02-19", "3.45"), ("2024-12-01", "3.10"),
  ])
  func `the prime rate in force is the last one published`(iso: String, percent: String) throws {
    guard case .known(let found) = book.loanPrimeRates.reading(on: try day(iso)) else {
      Issue.record("not known")
      return
    }
    let digits = try #require(Int64(percent.filter { $0 != "." }))
    #expect(found.oneYear == Rate(digits: digits, scale: 4, basis: .perYear))
  }

  @Test func `before the table the rate is unknown and after the last review it is stale`() throws {
    #expect(book.loanPrimeRates.reading(on: try day("2019-08-19")) == .unknown)
    guard case .stale(let last) = book.loanPrimeRates.reading(on: try day("2026-11-21")) else {
      Issue.record("not stale")
      return
    }
    #expect(last.date == (try day("2026-08-20")))
  }

  @Test func `four times LPR is a cap for private lending only`() throws {
    let date = try day("2024-06-01")
    let bank = book.costCaps(lender: "bank", contractOn: date, throughPlatform: false)
    #expect(bank.map(\.id) == ["licensed-court"])
    let lent = book.costCaps(lender: "private", contractOn: date, throughPlatform: false)
    #expect(lent.contains { $0.height == .timesLPR(4) && $0.nature == .court })
  }

  @Test func `the cap of loans through a platform begins with its contract day`() throws {
    func ids(_ iso: String, _ platform: Bool) throws -> [String] {
      book.costCaps(lender: "bank", contractOn: try day(iso), throughPlatform: platform).map(\.id)
    }
    #expect(try ids("2025-09-30", true) == ["licensed-court"])
    #expect(try ids("2025-10-01", true) == ["licensed-court", "platform-supervisory"])
    #expect(try ids("2025-10-01", false) == ["licensed-court"])
  }

  @Test(arguments: [
    "sue", "arrest", "home-visit", "contact-family", "credit-record", "freeze",
    "third-party-collector", "penalty", "service-stop", "deduct", "shame", "blacklist",
    "child-school",
    "legal-vague", "vague",
  ])
  func `each kind of threat has a truth and a rule`(kind: String) throws {
    let truth = try #require(book.threatTruth(kind))
    #expect(!truth.rules.isEmpty)
    #expect(truth.rules.allSatisfy { book.fact($0) != nil })
  }

  @Test func `terms count days, limits do not run`() throws {
    let answer = try #require(book.legalTerm("lawsuit_answer"))
    #expect(answer.count == 15)
    #expect(answer.unit == .calendarDays)
    #expect(book.legalTerm("quiet_hours")?.count == nil)
    #expect(book.legalTerm("cost_table_duty_from")?.date == (try day("2026-08-01")))
    #expect(book.legalTerm("consumer_dept_handle")?.unit == .workingDays)
    let transfer = try #require(book.legalTerm("police_transfer"))
    #expect(transfer.unit == .hours && transfer.amountText.zh == "24 小时")
  }

  @Test(arguments: [
    ("bank", ["lender", "12378", "mediation", "court"]),
    ("small-loan", ["lender", "local-finance-office", "nifa", "court"]),
    ("unknown", ["find-lender", "12321", "96110", "police"]),
  ])
  func `a route is the ordered list of desks`(lender: String, desks: [String]) {
    #expect(book.complaintRoute(lender: lender)?.stops.map(\.desk) == desks)
  }

  @Test func `every stop of every route is a desk or a help line`() {
    for stop in book.complaintRoutes.flatMap(\.stops) {
      #expect(book.desk(stop.desk) != nil || book.helpline(stop.desk) != nil, "\(stop.desk)")
      for term in [stop.usualTerm, stop.silenceTerm, stop.longestTerm].compactMap(\.self) {
        #expect(book.legalTerm(term) != nil)
      }
    }
  }

  @Test func `scams have markers in both languages and a safe thing to do`() {
    for scam in book.scamPatterns {
      #expect(
        !scam.markersZH.isEmpty && !scam.markersEN.isEmpty && !scam.signs.isEmpty, "\(scam.id)")
    }
  }
}
