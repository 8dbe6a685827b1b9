import Facts
import MoneyAndDates
import SourceText
import Testing
import Wording

@Suite struct FactBookTests {
  private let book = ShippedFacts.book

  @Test func `the shipped facts have no fault and no dangling reference`() {
    let lines = book.diagnostics.map { $0.line(in: .en) }
    #expect(lines.isEmpty, "\(lines.prefix(40).joined(separator: "\n"))")
    #expect(CalendarDate(iso: "2026-11-21").map { book.futureDays(after: $0) } == [])
  }

  @Test func `the shipped facts are complete`() {
    #expect(book.institutions.count == 140)
    #expect(book.rules.count == 115)
    #expect(book.legalTerms.count == 34)
    #expect(book.scamPatterns.count == 13)
    #expect(book.numberShapes.count == 38)
    #expect(book.loanPrimeRates.publications.count == 85)
    #expect(book.helplines.count == 21)
    #expect(book.shortLinkHosts.count == 56)
    #expect(book.lookAlikeTricks.count == 12)
  }

  @Test func `every fact has a key, words in both languages, a source and a day`() {
    for fact in book.allIDs.compactMap({ book.fact($0) }) {
      #expect(!fact.title.zh.isEmpty && !fact.title.en.isEmpty, "\(fact.id)")
      #expect(!fact.statement.zh.isEmpty && !fact.statement.en.isEmpty, "\(fact.id)")
      #expect(fact.sources.count == fact.provenance.sources.count, "\(fact.id)")
      #expect(!fact.sources.isEmpty, "\(fact.id)")
      #expect(fact.asOf != nil, "\(fact.id)")
    }
    #expect(Set(book.allIDs).count == book.allIDs.count)
  }

  @Test func `English texts hold no stray Chinese sentence and Chinese ones no English sentence`() {
    for fact in book.allIDs.compactMap({ book.fact($0) }) where !fact.id.hasPrefix("route.") {
      let han = fact.statement.zh.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
      #expect(!han.isEmpty, "\(fact.id)")
      let latin = fact.statement.en.unicodeScalars.filter {
        $0.isASCII && $0.properties.isAlphabetic
      }
      #expect(latin.count > 3, "\(fact.id)")
    }
  }

  @Test(arguments: [
    "rule.INT-01", "helpline.12378", "institution.icbc", "deadline.lawsuit_answer",
    "scam.SCM-01", "threat.sue", "cap.licensed-court", "lpr.latest", "route.bank",
  ])
  func `a key finds its fact`(id: String) {
    #expect(book.fact(id)?.id == id)
  }

  @Test(arguments: ["", "rule", "rule.", "rule.INT-99", "nothing.INT-01", "RULE.INT-01"])
  func `a wrong key finds nothing`(id: String) {
    #expect(book.fact(id) == nil)
  }

  @Test func `outbound lines and badly supported numbers are never offered for calling`() {
    let outbound = book.institutions.flatMap(\.phones).filter { $0.role == .outbound }
    #expect(outbound.count >= 11)
    let offered = Set(book.allIDs.compactMap { book.fact($0) }.flatMap(\.numbers))
    for phone in outbound { #expect(!offered.contains(phone.shown), "\(phone.number)") }
    for phone in book.institutions.flatMap(\.contactPhones) {
      #expect(phone.provenance.confidence > .reported)
    }
    #expect(book.fact("helpline.pbccrc")?.numbers == [])
    #expect(book.fact("helpline.12381")?.numbers == [])
  }

  @Test func `a lender without a verified number says where to find one`() {
    let fact = book.fact("institution.mucfc")
    #expect(fact?.numbers == [])
    #expect(fact?.statement.zh.contains("没有经过核实的客服号码") == true)
  }

  @Test func `facts are stale after their review day only`() throws {
    let early = try #require(CalendarDate(iso: "2015-01-01"))
    let late = try #require(CalendarDate(iso: "2099-01-01"))
    #expect(book.staleFacts(on: early).isEmpty)
    #expect(book.staleFacts(on: late).count > 300)
    let lpr = try #require(book.fact("lpr.latest"))
    let day = try #require(CalendarDate(iso: "2026-09-20"))
    #expect(lpr.reviewBy == day)
    #expect(!lpr.provenance.isStale(on: day))
  }

  @Test(arguments: [
    ("2026-11-21", 0), ("2026-11-22", 1), ("2026-11", 0), ("2026-12", 1), ("2026", 0), ("2027", 1),
    ("undated", 0),
  ])
  func `a fact of a day to come is a fault on the days before`(asOf: String, faults: Int) throws {
    let book = FactBook([
      SourceText(
        name: "x/sources.yaml",
        text: """
          schema: "1"
          sources:
            - {id: "s1", title: "Invented", url: "", as_of: "\(asOf)", kind: "web", reliability: "low"}
          """)
    ])
    let today = try #require(CalendarDate(iso: "2026-11-21"))
    let found = book.futureDays(after: today)
    #expect(found.count == faults)
    #expect(found.allSatisfy { $0.position.line == 3 && $0.check == "fact" })
  }

  @Test func `a book of nothing is empty and says which files are missing`() {
    let empty = FactBook([])
    #expect(empty.allIDs.isEmpty)
    #expect(empty.fact("rule.INT-01") == nil)
    #expect(empty.diagnostics.count == FactBook.fileNames.count)
  }
}
