import Recognizers
import Testing

struct NumberingPlanTests {
  private let plan = NumberingPlan(
    text: "kind,prefix,digits\nmobile,138,11\narea,010,10-12\nfoo,1,2\n")

  @Test func `the longest known prefix decides`() {
    #expect(plan.shape(of: Array("13800005555".utf8)) == .mobile)
    #expect(plan.shape(of: Array("01055550123".utf8)) == .landline)
    #expect(plan.shape(of: Array("1055550123".utf8)) == nil)
    #expect(plan.shape(of: Array("138000".utf8)) == nil)
  }

  @Test func `a line of another form is counted`() {
    #expect(plan.unread == 1)
  }
}
