import Foundation
import SourceText
import Testing

@testable import FlowChecking

/// A folder of files with every kind of fault; `Golden.txt` lists each as `file line:column check`.
@Suite struct SeededFaultsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Seeded")

  private static func source(_ name: String) throws -> SourceText {
    let bytes = try Data(contentsOf: folder.appending(path: name))
    return SourceText(name: name, utf8: [UInt8](bytes))
  }

  @Test func `every fault is reported with its line and column`() throws {
    let facts = [
      "rule.OLD-1": FactStatus(isExpired: true), "helpline.weak": FactStatus(isContact: false),
    ]
    let found = FlowChecker.check(
      flows: try ["every-fault.flow.yaml", "sub.flow.yaml"].map(Self.source),
      letters: try ["proof.zh.md", "proof.en.md"].map(Self.source),
      environment: testEnvironment, facts: facts
    ).diagnostics
    let listed = found.map { "\($0.file) \(place($0.position)) \($0.check)\n" }.joined()
    let golden = Self.folder.appending(path: "Golden.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(listed.utf8).write(to: golden)
    }
    let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(listed == expected)
    #expect(ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == nil)
    let kinds = Set(found.map(\.check))
    #expect(FlowCheck.all.map(\.id).filter { !kinds.contains($0) } == [])
  }
}
