import Foundation
import Testing

@testable import FlowLanguage

/// The keys of the language, its manual and its schema say the same.
@Suite struct FlowKeysTests {
  private func file(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("flows/\(name)"), encoding: .utf8)
  }

  /// The words of the manual that stand in code: between backticks, or in examples.
  private func words(inCodeOf manual: String, examples: Bool) -> Set<String> {
    var words: Set<String> = []
    var isExample = false
    for line in manual.split(separator: "\n") {
      if line.hasPrefix("```") {
        isExample.toggle()
        continue
      }
      let code =
        isExample
        ? examples ? [line] : []
        : line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map(\.element)
      for part in code {
        words.formUnion(
          part.split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
      }
    }
    return words
  }

  @Test func `the manual describes every key of flows and letters`() throws {
    let described = words(inCodeOf: try file("README.md"), examples: false)
    #expect(FlowKeys.ofFlows.subtracting(described).sorted() == [])
    let shown = words(inCodeOf: try file("README.md"), examples: true)
    #expect(FlowKeys.ofLetters.subtracting(described.union(shown)).sorted() == [])
  }

  @Test func `the schema knows every key of flows and no other`() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(try file("flow.schema.json").utf8))
    var keys: Set<String> = []
    var open: [Any] = [schema]
    while let next = open.popLast() {
      if let object = next as? [String: Any] {
        if let properties = object["properties"] as? [String: Any] {
          keys.formUnion(properties.keys)
        }
        open += Array(object.values)
      } else if let list = next as? [Any] {
        open += list
      }
    }
    #expect(keys == FlowKeys.ofFlows)
  }
}
