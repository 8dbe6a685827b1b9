import Expressions
import Testing

@testable import CoreFunctions

@Suite struct FactFunctionsTests {
  @Test(arguments: [
    "rule.INT-01", "helpline.12378", "deadline.credit_objection_reply", "scam.SCM-01",
  ])
  func `a fact is read by its key, with source, date and confidence`(key: String) throws {
    #expect(try ShippedCores.isTrue("fact('\(key)').id == '\(key)'"))
    for field in ["zh", "en", "source", "asOf", "confidence"] {
      #expect(try ShippedCores.isTrue("size(fact('\(key)').\(field)) > 0"), "\(key).\(field)")
    }
  }

  @Test(arguments: [
    ("工商银行", "zh", "95588"), ("ICBC", "en", "95588"), ("招联消费金融", "zh", "没有核实过的号码"),
    ("招联消费金融", "en", "no verified number"), ("星野借款", "zh", "银行卡背面"), ("", "en", "card's back"),
  ])
  func `an institution's line comes from the facts, or it is said where to find it`(
    name: String, language: String, words: String
  ) throws {
    #expect(
      try ShippedCores.isTrue("fact.line('\(name)', '\(language)').contains(\"\(words)\")"),
      "\(name)")
  }

  @Test func `a key the facts do not have is an error that names it`() throws {
    guard case .error(let error) = try ShippedCores.value("fact('rule.NONE-99')") else {
      Issue.record("a fact was given")
      return
    }
    #expect("\(error)".contains("rule.NONE-99"))
  }
}
