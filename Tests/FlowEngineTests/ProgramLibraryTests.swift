import FlowLanguage
import Synchronization
import Testing

@testable import FlowEngine

@Suite struct ProgramLibraryTests {
  @Test func `flows that are called are read once, when one of them is first needed`() throws {
    let whole = try SampleFlows.programs(SampleFlows.main, SampleFlows.budget)
    let main = try #require(whole.program("sample.main"))
    let called = try #require(whole.program("sample.budget"))
    let reads = Mutex(0)
    let programs = ProgramLibrary(main) {
      reads.withLock { $0 += 1 }
      return [called]
    }
    #expect(programs.program("sample.main") === main)
    var interview = Interview(
      programs, flow: "sample.main", today: SampleFlows.day, language: .zh)
    #expect(reads.withLock(\.self) == 0)
    programs.readAll()
    #expect(programs.program("sample.budget") === called)
    #expect(programs.program("sample.other") == nil)
    #expect(reads.withLock(\.self) == 1)
    var other = try SampleFlows.interview()
    #expect(interview.pendingKey == other.pendingKey)
    interview.give(.option("yes"))
    other.give(.option("yes"))
    #expect(interview.pendingKey == other.pendingKey)
  }
}
