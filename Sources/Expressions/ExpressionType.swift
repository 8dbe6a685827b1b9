import Wording

/// What an expression, a variable or a field may hold, as the checker sees it.
package indirect enum ExpressionType: Hashable, Sendable {
  /// True or false.
  case bool
  /// A whole number of 64 bits.
  case int
  /// A binary floating-point number; never money.
  case double
  /// A text; its length counts Unicode scalars.
  case string
  /// Only `null`.
  case null
  /// An amount of money, exact in fen.
  case money
  /// A day without time.
  case date
  /// An exact rate with its basis.
  case rate
  /// Values of one type in order.
  case list(ExpressionType)
  /// Keys to values.
  case map(key: ExpressionType, value: ExpressionType)
  /// A record type of the environment, by name.
  case record(String)
  /// Anything; checked only when evaluated.
  case dyn
  /// The type of a type, `type(1)`.
  case type
  /// An int or a double; only in the declaration of a function.
  case number
  /// A type still open in the declaration of a function, `T` in `list(T) -> T`.
  case parameter(String)
  /// The type of what was already reported as a fault; it fits everywhere, so that one mistake
  /// gives one message.
  case error

  /// The type as it is written, `"map(string, list(int))"`; CEL's names for CEL's types.
  package var name: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .null: "null_type"
    case .money: "money"
    case .date: "date"
    case .rate: "rate"
    case .list(let element): "list(\(element.name))"
    case .map(let key, let value): "map(\(key.name), \(value.name))"
    case .record(let name): name
    case .dyn: "dyn"
    case .type: "type"
    case .number: "number"
    case .parameter(let name): name
    case .error: "error"
    }
  }

  /// The type as a person calls it, `一个列表（文字）` or `a list (text)`.
  package var label: BilingualText {
    switch self {
    case .bool: BilingualText(zh: "是非（bool）", en: "a yes/no value (bool)")
    case .int: BilingualText(zh: "整数（int）", en: "a whole number (int)")
    case .double: BilingualText(zh: "小数（double）", en: "a decimal number (double)")
    case .string: BilingualText(zh: "文字（string）", en: "a text (string)")
    case .null: BilingualText(zh: "空值（null）", en: "nothing (null)")
    case .money: BilingualText(zh: "金额（money）", en: "an amount (money)")
    case .date: BilingualText(zh: "日期（date）", en: "a date (date)")
    case .rate: BilingualText(zh: "利率（rate）", en: "a rate (rate)")
    case .list: BilingualText(zh: "列表（\(name)）", en: "a list (\(name))")
    case .map: BilingualText(zh: "对照表（\(name)）", en: "a map (\(name))")
    case .record(let name): BilingualText(zh: "记录 \(name)", en: "a record \(name)")
    case .dyn: BilingualText(zh: "任意值（dyn）", en: "any value (dyn)")
    case .type: BilingualText(zh: "类型（type）", en: "a type (type)")
    case .number: BilingualText(zh: "数字（int 或 double）", en: "a number (int or double)")
    case .parameter(let name): BilingualText(zh: "某个类型 \(name)", en: "some type \(name)")
    case .error: BilingualText(zh: "有错的部分", en: "a faulty part")
    }
  }
}
