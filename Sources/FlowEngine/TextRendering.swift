import Expressions
import FlowLanguage
import MoneyAndDates
import Wording

extension Scope {
  /// A text of the flow in one language, its expressions filled in.
  ///
  /// An absent value prints its fallback, or "（未知）" / "(unknown)": never nothing.
  package func text(_ text: FlowText, in lang: Language) -> String {
    text[lang].pieces.map { piece in
      switch piece {
      case .literal(let literal): literal
      case .expression(let expression, let fallback):
        printed(expression, in: lang) ?? fallback ?? Scope.unknown[lang]
      }
    }.joined()
  }

  /// An expression's value as people read it; `nil` where it is absent.
  ///
  /// A choice variable prints its option's label.
  package func printed(_ expression: FlowExpression, in lang: Language) -> String? {
    let value = evaluate(expression, lang: lang)
    if let variable = program.flow.variable(expression.text),
      let labels = labels(of: value, among: variable.type.options, in: lang)
    {
      return labels
    }
    return value.printed(in: lang)
  }

  /// The labels of a choice's value; `nil` for what is no choice.
  func labels(
    of value: Value, among options: [Option], in lang: Language
  ) -> String? {
    guard !options.isEmpty else { return nil }
    func label(_ id: String) -> String { options.first { $0.id == id }?.label[lang] ?? id }
    switch value {
    case .string(let id): return label(id)
    case .list(let ids):
      let labels = ids.compactMap { if case .string(let id) = $0 { label(id) } else { nil } }
      // Labels hold commas of their own.
      return labels.joined(separator: lang == .zh ? "；" : "; ")
    default: return nil
    }
  }

  private static let unknown = BilingualText(zh: "（未知）", en: "(unknown)")
}

extension Value {
  /// The value as people read it in a language; `nil` for what is absent or not printable.
  package func printed(in lang: Language) -> String? {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    case .bool(let truth): (truth ? Value.yes : Value.no)[lang]
    case .money(let amount): amount.formatted(in: lang)
    case .date(let day): day.formatted(in: lang)
    case .rate(let rate): rate.formatted(in: lang)
    default: nil
    }
  }

  private static let yes = BilingualText(zh: "是", en: "yes")
  private static let no = BilingualText(zh: "否", en: "no")
}
