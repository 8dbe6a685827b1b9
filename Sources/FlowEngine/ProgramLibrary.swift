import FlowLanguage

/// The flows that can be run, compiled, each by its id.
package struct ProgramLibrary: Sendable {
  private let programs: [String: FlowProgram]

  /// A library of compiled flows; of two with one id the later counts.
  package init(_ programs: [FlowProgram]) {
    self.programs = Dictionary(programs.map { ($0.flow.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// The flow of an id.
  package func program(_ id: String) -> FlowProgram? { programs[id] }
}
