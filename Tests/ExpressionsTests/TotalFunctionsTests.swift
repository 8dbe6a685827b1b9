import MoneyAndDates
import Testing

@testable import Expressions

struct TotalFunctionsTests {
  @Test func `the sum of an empty list is zero of its type`() {
    let types: [String: ExpressionType] = [
      "l": .list(.money), "n": .list(.int), "x": .list(.double),
    ]
    let empty: [String: Value] = ["l": .list([]), "n": .list([]), "x": .list([])]
    #expect(evaluated("sum(l)", empty, types: types) == "money('0.00')")
    #expect(evaluated("sum(n)", empty, types: types) == "0")
    #expect(evaluated("sum(x)", empty, types: types) == "0.0")
    #expect(evaluated("max(l)", empty, types: types).hasPrefix("error: outOfRange"))
  }

  @Test func `sums that do not fit and lists of mixed values are errors`() {
    #expect(evaluated("sum([9223372036854775807, 1])") == "error: overflow")
    #expect(evaluated("sum([dyn(1), 'a'])").hasPrefix("error: noSuchOperation"))
    #expect(evaluated("min([dyn(1), 2.0])").hasPrefix("error: noSuchOperation"))
    #expect(evaluated("sum([])") != "")
  }
}
