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

  @Test
  func `working days at the end of the settled year give no day, only one it can't end before`()
    throws
  {
    let term = "deadline.workingDays(10, date('2026-12-14'))"
    #expect(try ShippedCores.isTrue("!\(term).isKnown && !has(\(term).lastDay)"))
    #expect(try ShippedCores.isTrue("\(term).notBefore == date('2026-12-26')"))
    let zh = try ShippedCores.string("deadline.text(\(term), 'zh')")
    #expect(zh.hasPrefix("不早于 2026年12月26日"), "\(zh)")
    #expect(zh.contains("照已公布的安排是 2026年12月28日") && zh.contains("2027"), "\(zh)")
    let en = try ShippedCores.string("deadline.text(\(term), 'en')")
    #expect(
      en.hasPrefix("not before Sat 26 Dec 2026; by what is published it is Mon 28 Dec 2026"),
      "\(en)")
    guard
      case .error = try ShippedCores.value(
        "deadline.after('consumer_dept_handle', date('2026-12-17'))")
    else {
      Issue.record("a day was given")
      return
    }
  }

  @Test func `a term of hours ends by the clock and is not rolled`() throws {
    let term = "deadline.of('police_transfer', date('2026-11-20'))"
    #expect(
      try ShippedCores.isTrue(
        "\(term).lastDay == date('2026-11-21') && \(term).rolled == date('2026-11-21')"))
    let zh = try ShippedCores.string("deadline.text(\(term), 'zh')")
    #expect(zh.contains("满 24 小时") && zh.contains("不顺延"), "\(zh)")
    let en = try ShippedCores.string("deadline.text(\(term), 'en')")
    #expect(en.contains("24 hours from that minute") && !en.contains("Civil Code"), "\(en)")
  }

  @Test func `a record that ends on a day to come is told under that condition`() throws {
    let record = "credit.record(date('2027-01-31'), date('2026-11-22'))"
    let zh = try ShippedCores.string("credit.describe(\(record), 'zh')")
    #expect(zh.contains("2027-01-31 还没到") && zh.contains("2032年1月31日"), "\(zh)")
    let en = try ShippedCores.string("credit.describe(\(record), 'en')")
    #expect(en.contains("still to come") && en.contains("31 Jan 2032"), "\(en)")
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
