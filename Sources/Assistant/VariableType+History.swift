import FlowLanguage

extension VariableType {
  /// The history its answers share: an amount comes back where an amount is asked for.
  ///
  /// `nil` for messages, which come back nowhere. Histories live as long as the program runs.
  var historyKind: String? {
    switch self {
    case .paste: nil
    case .tri, .bool, .choice, .multi: "option"
    case .integer: "integer"
    case .money: "money"
    case .percent: "percent"
    case .date: "date"
    case .phone: "phone"
    case .file: "file"
    case .text, .list, .record: "text"
    }
  }
}
