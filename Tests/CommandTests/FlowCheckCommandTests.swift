import Foundation
import TerminalDriver
import Testing

/// `mingbai flow check` and `flow test`.
@Suite(.serialized) struct FlowCheckCommandTests {
  @Test(arguments: ["zh", "en"])
  func `the shipped flows pass`(language: String) throws {
    let program = try Program()
    let run = try program.run(["flow", "check", "--lang", language])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
  }

  @Test func `the shipped scenarios hold`() throws {
    let run = try Program().run(["flow", "test", "--lang", "en"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(" 0 failed"))
  }

  @Test func `every seeded fault is listed with its line and column`() throws {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Seeded/faults.flow.yaml")
    let text = String(decoding: try Data(contentsOf: source), as: UTF8.self)
    let run = try Program().run(["flow", "check", source.path, "--lang", "en"])
    #expect(run.status == 65)
    var expected = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let mark = line.range(of: "# fault: ") else { continue }
      for place in line[mark.upperBound...].split(separator: ",") {
        let parts = place.split(separator: " ")
        try #require(parts.count == 2)
        expected += 1
        let wanted = "\(source.path):\(index + 1):\(parts[0]): error:"
        #expect(
          run.errors.split(separator: "\n").contains {
            $0.hasPrefix(wanted) && $0.hasSuffix("[\(parts[1])]")
          }, "\(wanted) [\(parts[1])]\n\(run.errors)")
      }
    }
    #expect(expected >= 8)
    #expect(run.output.contains("\(expected) errors"))
  }
}
