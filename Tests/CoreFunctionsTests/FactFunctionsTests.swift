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

  @Test func `a key the facts do not have is an error that names it`() throws {
    guard case .error(let error) = try ShippedCores.value("fact('rule.NONE-99')") else {
      Issue.record("a fact was given")
      return
    }
    #expect("\(error)".contains("rule.NONE-99"))
  }
}
