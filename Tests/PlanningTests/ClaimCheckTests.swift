import BigInt
import MoneyAndDates
import Testing

@testable import Planning

@Suite struct ClaimCheckTests {
  @Test func `a demand beyond its stated parts is disputed`() throws {
    let check = try ClaimCheck(
      claimed: Money(fen: 1_200_000), principal: Money(fen: 1_000_000),
      penalty: Money(fen: 150_000), days: 100)
    #expect(check.stated == Money(fen: 1_150_000))
    #expect(check.difference == Money(fen: 50_000))
    #expect(check.isDisputed)
    #expect(check.impliedDailyRate == Ratio(BigInt(1), BigInt(500)))
    #expect(check.impliedAnnualRate == Ratio(BigInt(73), BigInt(100)))
    let cap = try #require(Rate(digits: 24, scale: 2, basis: .perYear))
    #expect(check.exceeds(cap: cap) == true)
    let equal = try #require(Rate(digits: 73, scale: 2, basis: .perYear))
    #expect(check.exceeds(cap: equal) == false)
  }

  @Test func `without parts nothing is disputed and nothing implied`() throws {
    let check = try ClaimCheck(claimed: Money(fen: 500), principal: nil)
    #expect(!check.isDisputed)
    #expect(check.stated == nil)
    #expect(check.impliedDailyRate == nil)
    let zero = try ClaimCheck(claimed: Money(fen: 5), principal: .zero, days: 3)
    #expect(zero.impliedDailyRate == nil)
  }

  @Test func `the most owed at a cap is simple interest to the day`() throws {
    let cap = try #require(Rate(digits: 24, scale: 2, basis: .perYear))
    #expect(
      ClaimCheck.mostOwed(principal: Money(fen: 1_000_000), cap: cap, days: 365)
        == Money(fen: 1_240_000))
    #expect(ClaimCheck.mostOwed(principal: Money(fen: .max), cap: cap, days: 365) == nil)
    #expect(ClaimCheck.mostOwed(principal: Money(fen: 1), cap: cap, days: -1) == nil)
  }
}
