import Foundation
import FlowLanguage
import Testing

@testable import FlowPages

@Suite struct ConditionWordsTests {
  private func words(_ condition: String) throws -> String {
    let text = sampleFlow.replacingFirst(
      "known == 'yes' && owed > money('100')", by: condition)
    let flow = try page(text)
    let rule = try #require(flow.expressions.first { $0.purpose == .condition })
    return ConditionWords(flow, .en).words(for: rule)
  }

  @Test(arguments: [
    ("known == 'no'", "known is “No”"), ("known in ['yes', 'no']", "known is one of “Yes”, “No”"),
    ("owed <= money('5')", "owed is at most ¥5"),
    ("!(known == 'no' || owed < money('5'))", "not: (known is “No” or owed is less than ¥5)"),
    ("answered(later) && later < today", "later was answered and later is less than today"),
    ("size(lang) == 0", "lang is empty"), ("lang.size() > 0", "lang is not empty"),
    ("known == 'yes' ? true : false", "known == 'yes' ? true : false"),
  ])
  func `conditions are said in words`(condition: String, expected: String) throws {
    #expect(try words(condition) == expected)
  }
}

extension String {
  fileprivate func replacingFirst(_ old: String, by new: String) -> String {
    guard let range = range(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }
}
