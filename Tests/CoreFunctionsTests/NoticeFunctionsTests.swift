import Expressions
import Notices
import Testing
import Wording

@testable import CoreFunctions

@Suite struct NoticeFunctionsTests {
  @Test(arguments: [
    "n.text == msg", "!n.isEmpty", "n.signature == '青禾小额贷款'", "n.person.startsWith('陈')",
    "n.contract == 'QH20260301-12'", "n.overdueDays == 45", "n.principal == money('2400')",
    "n.interest == money('96.30')", "n.penalty == money('310.50')",
    "n.largestAmount == money('2400')", "size(n.amounts) == 3",
    "n.amounts.exists(a, a.role == 'principal' && a.words.contains('2,400.00'))",
    "n.deadline == date('2026-11-25')", "n.deadlineTime == '17:00'",
    "n.links.exists(l, l.host == 'qinghe-pay.top' && !l.official)",
    "n.links[0].registrable == 'qinghe-pay.top'", "!n.hasOfficialLink",
    "n.phones.exists(p, p.number == '17144440188' && p.disguised && p.words.contains('4444'))",
    "n.disguised", "size(n.threats) >= 2", "n.threats.all(t, n.text.contains(t.words))",
    "'click-link' in n.requests", "'call-number' in n.requests", "!n.asksForSecret",
    "!n.asksForTransfer", "n.optOut", "!('amount' in n.missing)", "!('date' in n.missing)",
  ])
  func `a message gives the fields that flows may ask for`(claim: String) throws {
    #expect(try ShippedCores.isTrue("[notice.read(msg, '')].all(n, \(claim))"), "\(claim)")
  }

  @Test(arguments: ["", " ", "\n\n", "。"])
  func `a message without words finds nothing and weighs nothing`(text: String) throws {
    let written = text.replacing("\n", with: "\\n")
    #expect(
      try ShippedCores.isTrue(
        "size(notice.read('\(written)', '').amounts) == 0 && notice.assess(notice.read('\(written)', '')).scamWeight == 0"
      ))
  }

  @Test func `each finding, threat and piece of evidence is told with the words it rests on`()
    throws
  {
    for language in Language.allCases {
      let lang = language.rawValue
      let findings = try ShippedCores.string(
        "notice.describe(notice.read(msg, ''), lang)", lang: lang)
      #expect(findings.contains("2,400.00") && findings.contains("qinghe-pay.top"))
      #expect(findings.split(separator: "\n").allSatisfy { $0.hasPrefix("- ") })
      let threats = try ShippedCores.string(
        "notice.describeThreats(notice.read(msg, ''), lang)", lang: lang)
      #expect(threats.contains("rule."))
      let weighed = try ShippedCores.string(
        "assessment.describe(notice.assess(notice.read(msg, '')), lang)", lang: lang)
      #expect(!weighed.isEmpty)
      let level = try ShippedCores.string(
        "assessment.levelText(notice.assess(notice.read(msg, '')), lang)", lang: lang)
      #expect(weighed.contains(level))
    }
  }

  @Test func `sums that do not add up are said so, with the difference`() throws {
    let claim = "plan.checkClaim(money('5000'), notice.read(msg, ''))"
    #expect(try ShippedCores.isTrue("\(claim).disputed"))
    #expect(try ShippedCores.isTrue("\(claim).stated == money('2806.80')"))
    #expect(try ShippedCores.isTrue("\(claim).difference == money('2193.20')"))
    #expect(
      try ShippedCores.isTrue(
        "!plan.checkClaim(money('2806.80'), notice.read(msg, '')).disputed"))
  }

  @Test(arguments: ["17144440188", "12378", "+85255550123", "106905555001", "x", "\u{1B}[31m1"])
  func `a sender's number is explained, never trusted`(number: String) throws {
    for language in Language.allCases {
      let text = SenderDescription(ShippedCores.cores.facts, in: language).meaning(of: number)
      #expect(!text.isEmpty)
      #expect(!text.unicodeScalars.contains { $0.steersTerminal })
    }
  }
}
