import Foundation
import TerminalDriver
import Testing

/// The seeds of the fuzzer and everything it ever found, replayed without it.
struct FuzzFindingsTests {
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  @Test(
    arguments: [
      "messages", "recognizers", "expressions", "flows", "letters", "journals", "tables",
      "workbooks", "filters", "plans",
    ])
  func `seeds and findings go through`(target: String) throws {
    let fuzzing = try #require(BuiltProgram.path(of: "Fuzzing"))
    let folders = ["Corpus", "Findings"].map {
      "\(FuzzFindingsTests.project)/Sources/Fuzzing/\($0)/\(target)"
    }
    let inputs = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        .map { "\(folder)/\($0)" }
    }
    #expect(inputs.count > 1)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: fuzzing)
    process.arguments = [target] + inputs
    process.environment = ["FUZZ_FLOWS": FuzzFindingsTests.project + "/flows"]
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said.suffix(600))")
    #expect(said.contains("\(inputs.count) inputs, no fault"), "\(said.suffix(600))")
  }
}
