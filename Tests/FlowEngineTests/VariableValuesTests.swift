import Expressions
import FlowLanguage
import SourceText
import Testing

@testable import FlowEngine

@Suite struct VariableValuesTests {
  /// A flow of so many whole numbers, `v0`, `v1`, ….
  private static func program(_ count: Int) throws -> FlowProgram {
    let names = (0..<count).map { "  v\($0): {type: integer}\n" }.joined()
    let text = """
      schema: 1
      flow: sample.values
      version: 1
      title: {zh: "样例", en: "Sample"}
      start: a
      vars:
      \(names)nodes: {a: {outcome: end, title: {zh: "完", en: "End"}}}
      """
    let flow = try #require(FlowReader.read(SourceText(name: "v.flow.yaml", text: text)).flow)
    let library = FlowLibrary(flows: [flow])
    return try #require(
      FlowProgram.compile(flow, in: library, environment: .standard).program)
  }

  private static func picture(_ values: VariableValues) -> [String] {
    values.map { name, value in
      if case .int(let number) = value { "\(name)=\(number)" } else { "\(name)=?" }
    }
  }

  @Test(arguments: [1, 15, 16, 17, 255, 256, 257, 5_000])
  func `values are kept by name, whatever was written before, and older versions stay`(
    count: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    var values = VariableValues(of: try Self.program(count))
    var kept: [String: Int64] = [:]
    var versions: [(values: VariableValues, kept: [String: Int64])] = []
    for round in 0..<300 {
      let name = "v\(Int.random(in: 0..<count, using: &generator))"
      if Int.random(in: 0..<4, using: &generator) == 0 {
        values[name] = nil
        kept[name] = nil
      } else {
        values[name] = .int(Int64(round))
        kept[name] = Int64(round)
      }
      if round % 50 == 0 { versions.append((values, kept)) }
    }
    versions.append((values, kept))
    for (values, kept) in versions {
      let wanted = (0..<count).compactMap { place in kept["v\(place)"].map { "v\(place)=\($0)" } }
      #expect(Self.picture(values) == wanted)
    }
  }

  @Test func `a name that the flow does not declare is never set`() throws {
    var values = VariableValues(of: try Self.program(3))
    values["v9"] = .int(1)
    #expect(values["v9"] == nil)
    #expect(Self.picture(values) == [])
  }
}
