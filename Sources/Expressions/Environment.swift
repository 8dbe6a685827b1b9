/// The record types and functions that expressions may use; checker and evaluator take it as a
/// value.
package struct Environment: Sendable {
  /// All record types.
  package let types: [RecordType]
  /// All functions, the standard ones first.
  package let functions: [Function]
  private let typesByName: [String: RecordType]
  private let functionsByName: [String: [Function]]

  private init(types: [RecordType], functions: [Function]) {
    self.types = types
    self.functions = functions
    self.typesByName = Dictionary(types.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    self.functionsByName = Dictionary(grouping: functions, by: \.name)
  }

  /// CEL's own functions (flow profile), the string and mathematical extensions, and those on
  /// money and dates.
  package static let standard = Environment(types: [], functions: Environment.standardFunctions)

  /// This environment with more types and functions.
  ///
  /// A type of the same name is replaced; functions
  /// of the same name become overloads.
  package func adding(types: [RecordType] = [], functions: [Function] = []) -> Environment {
    Environment(types: self.types + types, functions: self.functions + functions)
  }

  /// The record type of a name.
  package func type(_ name: String) -> RecordType? { typesByName[name] }

  /// The functions of a name and style: the overloads, in the order they were added.
  package func functions(_ name: String, _ style: Function.Style) -> [Function] {
    (functionsByName[name] ?? []).filter { $0.style == style }
  }
}
