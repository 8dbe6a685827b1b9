import FlowEngine
import MoneyAndDates

extension AnswerValue {
  /// The answer as scenarios write it: plain, quoted where YAML would read it otherwise.
  package var asWritten: String {
    switch self {
    case .option(let id): quoted(id)
    case .options(let ids): "[\(ids.map(quoted).joined(separator: ", "))]"
    case .integer(let number): quoted(String(number))
    case .money(let amount): quoted(amount.yuan)
    case .percent(let rate): quoted(rate.asPercent)
    case .date(let day): quoted(day.iso)
    case .text(let text): quoted(text)
    case .skipped: quoted("-")
    case .confirmed: quoted("")
    }
  }
}

/// A double-quoted YAML scalar.
private func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    default:
      if scalar.value < 0x20 || scalar.value == 0x7F {
        quoted += "\\x" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
  }
  return quoted + "\""
}

extension Rate {
  /// `18.25%`, without the period.
  fileprivate var asPercent: String {
    let text = formatted(in: .en)
    return String(
      text[..<(text.firstIndex(of: "%").map { text.index(after: $0) } ?? text.endIndex)])
  }
}
