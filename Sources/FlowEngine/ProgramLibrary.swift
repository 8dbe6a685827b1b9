import FlowLanguage
import Wording

/// The flows that can be run, compiled, each by its id.
package struct ProgramLibrary: Sendable {
  private let programs: [String: FlowProgram]
  private let others: LazyPart<[String: FlowProgram]>?

  /// A library of compiled flows; of two with one id the later counts.
  package init(_ programs: [FlowProgram]) {
    self.programs = ProgramLibrary.byID(programs)
    self.others = nil
  }

  /// A library of a flow and of others that are read when one of them is first needed, all at once.
  package init(
    _ program: FlowProgram, readOthers: @escaping @Sendable () -> [FlowProgram]
  ) {
    self.programs = ProgramLibrary.byID([program])
    self.others = LazyPart { ProgramLibrary.byID(readOthers()) }
  }

  private static func byID(_ programs: [FlowProgram]) -> [String: FlowProgram] {
    Dictionary(programs.map { ($0.flow.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// The flow of an id.
  package func program(_ id: String) -> FlowProgram? { programs[id] ?? others?.value[id] }

  /// Reads now what was left until needed: the other flows and the expressions of all.
  package func readAll() {
    let all = programs.merging(others?.value ?? [:]) { read, _ in read }
    for (_, program) in all.sorted(by: { $0.key < $1.key }) { program.readExpressions() }
  }
}
