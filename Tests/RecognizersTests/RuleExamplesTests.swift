import Foundation
import Testing

/// Holds the rules named in the sources of the room against the examples of its tests.
@Suite struct RuleExamplesTests {
  /// Rules of readings in the making: what comes of them carries another name.
  private static let inTheMaking: Set<String> = ["money.bare", "time.english-bare-hour"]

  private static let families: Set<String> = [
    "date", "time", "duration", "money", "percent", "period", "phone", "link", "identifier",
  ]

  @Test func `every rule carries at least two examples of its own`() throws {
    let rules = try ruleNames()
    #expect(rules.count > 70)
    let counts = try exampleCounts()
    for rule in rules.sorted() where !RuleExamplesTests.inTheMaking.contains(rule) {
      #expect(counts[rule, default: 0] >= 2, "\(rule)")
    }
  }

  @Test func `no example names a rule that does not exist`() throws {
    let rules = try ruleNames()
    for rule in try exampleCounts().keys { #expect(rules.contains(rule), "\(rule)") }
  }

  private func ruleNames() throws -> Set<String> {
    var names: Set<String> = ["number"]
    for text in try texts(in: "../../Sources/Recognizers") {
      for literal in literals(in: text) where isRule(literal) { names.insert(literal) }
    }
    return names
  }

  /// How often each rule stands in second place of an `Example`.
  private func exampleCounts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for text in try texts(in: ".") {
      for part in text.split(separator: "Example(", omittingEmptySubsequences: false).dropFirst() {
        let written = literals(in: String(part.prefix(400)))
        if written.count >= 2, isRule(written[1]) || written[1] == "number" {
          counts[written[1], default: 0] += 1
        }
      }
    }
    return counts
  }

  private func isRule(_ literal: String) -> Bool {
    let parts = literal.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, RuleExamplesTests.families.contains(String(parts[0])) else {
      return false
    }
    return !parts[1].isEmpty && parts[1].allSatisfy { $0.isASCII && $0.isLowercase || $0 == "-" }
  }

  /// The string literals of a source text, lines of comments left out.
  private func literals(in text: String) -> [String] {
    var found: [String] = []
    for line in text.split(separator: "\n")
    where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      for index in stride(from: 1, to: parts.count, by: 2) { found.append(String(parts[index])) }
    }
    return found
  }

  private func texts(in folder: String) throws -> [String] {
    let here = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder)
    return try FileManager.default.contentsOfDirectory(at: here, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }
}
