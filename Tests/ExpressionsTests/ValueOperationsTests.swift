import MoneyAndDates
import Testing

@testable import Expressions

struct ValueOperationsTests {
  @Test func `a value fits the types it may be given to`() {
    let list = Value.list([.int(1), .string("a")])
    #expect(list.fits(.list(.int)))
    #expect(!list.fits(.list(.string)))
    #expect(Value.list([]).fits(.list(.money)))
    #expect(Value.int(1).fits(.number) && Value.double(1).fits(.number))
    #expect(!Value.string("1").fits(.number))
    #expect(Value.record(Letter()).fits(.record("Letter")))
    #expect(!Value.record(Letter()).fits(.record("Notice")))
    #expect(Value.null.fits(.dyn) && !Value.null.fits(.string))
  }

  @Test func `a value is written as in an expression`() {
    #expect(Value.money(Money(fen: -50)).written == "money('-0.50')")
    #expect(Value.string("a").written == "'a'")
    #expect(Value.list([]).written == "list")
  }

  @Test func `an error keeps the place it got first`() {
    let error = Value.failed(.overflow, at: 1..<2).placed(at: 5..<6)
    guard case .error(let placed) = error else {
      Issue.record("no error")
      return
    }
    #expect(placed.range == 1..<2)
  }

  @Test func `an unknown passes through every reading`() {
    let unknown = Value.unknown(["a"])
    #expect(shown(unknown.reading("x", at: 0..<1)) == "unknown: a")
    #expect(shown(unknown.having("x", at: 0..<1)) == "unknown: a")
    #expect(shown(unknown.negated(at: 0..<1)) == "unknown: a")
    #expect(shown(unknown.minus(at: 0..<1)) == "unknown: a")
  }
}
