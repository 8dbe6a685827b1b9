import Testing

@testable import Recognizers

struct RuleNameTests {
  @Test func `a rule is known by its name`() {
    let rule: RuleName = "money.unit"
    #expect(rule == "money.unit")
    #expect(rule != "money.cue")
    #expect(rule.description == "money.unit")
  }

  @Test func `names of one length differ by their letters`() {
    let one: RuleName = "date.day"
    let other: RuleName = "date.dax"
    #expect(one != other)
  }

  @Test func `equal names hash alike`() {
    let names: Set<RuleName> = ["time.range", "time.range", "time.bound"]
    #expect(names.count == 2)
  }
}
