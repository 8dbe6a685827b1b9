import Expressions
import MoneyAndDates
import Planning
import Testing
import Wording

@testable import CoreFunctions

@Suite struct DeadlineFunctionsTests {
  @Test(arguments: [
    ("credit_objection_reply", "2026-11-21", "2026-12-11"),
    ("lender_complaint_simple", "2026-11-21", "2026-12-06"),
    ("payment_order_objection", "2026-02-10", "2026-02-25"),
  ])
  func `a term of calendar days ends that many days after its start`(
    event: String, start: String, end: String
  ) throws {
    #expect(
      try ShippedCores.isTrue(
        "deadline.after('\(event)', date('\(start)')) == date('\(end)')"), "\(event)")
  }

  @Test func `a term of working days skips the weekend`() throws {
    #expect(
      try ShippedCores.isTrue(
        "deadline.after('consumer_dept_handle', date('2026-03-06')) == date('2026-03-17')"))
  }

  @Test func `working days past the published holidays give an error, and words that say so`()
    throws
  {
    guard
      case .error = try ShippedCores.value(
        "deadline.after('consumer_dept_handle', date('2099-03-06'))")
    else {
      Issue.record("a day was given")
      return
    }
    for language in Language.allCases {
      let text = try ShippedCores.string(
        "deadline.describe('consumer_dept_handle', date('2099-03-06'), lang)",
        lang: language.rawValue)
      #expect(text.contains("2099"))
      #expect(text.contains(language == .zh ? "不早于" : "not before"))
    }
  }

  @Test func `an event nobody knows is an error with its name`() throws {
    guard case .error(let error) = try ShippedCores.value("deadline.after('no_such', today)") else {
      Issue.record("a day was given")
      return
    }
    #expect("\(error)".contains("no_such"))
  }

  @Test func `every term of the facts can be counted and described in both languages`() throws {
    for event in ShippedCores.cores.terms.keys.sorted() {
      for language in Language.allCases {
        let text = try ShippedCores.string(
          "deadline.describe('\(event)', date('2026-03-06'), lang)", lang: language.rawValue)
        #expect(text.contains("2026-03-06"), "\(event): \(text)")
      }
    }
  }

  @Test(arguments: LenderKind.allCases)
  func `every kind of lender has a first desk, and days never run backwards`(
    lender: LenderKind
  ) throws {
    let plan = "complaint.plan('\(lender.rawValue)', today)"
    #expect(try ShippedCores.isTrue("size(\(plan).steps) > 0"))
    #expect(try ShippedCores.isTrue("\(plan).firstDesk == \(plan).steps[0].desk"))
    #expect(
      try ShippedCores.isTrue(
        "\(plan).steps.all(s, (has(s.answerBy) ? s.answerBy : today) >= today)"))
    #expect(
      try ShippedCores.isTrue(
        "\(plan).steps.all(s, (has(s.nextIfSilent) ? s.nextIfSilent : today + 1) > today)"))
    for language in Language.allCases {
      let text = try ShippedCores.string(
        "complaint.describe(\(plan), lang)", lang: language.rawValue)
      #expect(text.hasPrefix("1. "))
    }
  }

  @Test func `an unknown kind of lender is treated as not known yet`() throws {
    #expect(
      try ShippedCores.isTrue(
        "complaint.plan('platform', today).firstDesk == complaint.plan('unknown', today).firstDesk")
    )
  }
}
