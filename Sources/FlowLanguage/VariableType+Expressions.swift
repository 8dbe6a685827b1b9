import Expressions

extension VariableType {
  /// The type its values have in expressions: tri, choice, text and their kin are strings, multi is
  /// a list of strings.
  package var expressionType: ExpressionType {
    switch self {
    case .tri, .text, .phone, .file, .paste, .choice: .string
    case .bool: .bool
    case .integer: .int
    case .money: .money
    case .percent: .rate
    case .date: .date
    case .multi: .list(.string)
    case .list(let element): .list(element.expressionType)
    case .record(let name): .record(name)
    }
  }
}
