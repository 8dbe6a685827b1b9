import BigInt
import MoneyAndDates
import Planning

/// The `in` of a line, read key by key.
struct Request {
  private let input: JSONValue
  /// Where it stands, for messages: `in`, `in.debts[2]`.
  private let path: String

  init(_ input: JSONValue, path: String = "in") throws(RequestFault) {
    guard case .object = input else { throw Expected.object.fault(at: path) }
    self.input = input
    self.path = path
  }

  /// Whether the key is there (`null` counts as absent).
  func has(_ key: String) -> Bool {
    input[key].map { $0 != .null } ?? false
  }

  /// Refuses every key but these.
  func requireNoKeys(but known: [String]) throws(RequestFault) {
    guard case .object(let members) = input else { return }
    for member in members
    where !known.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
      let names = known.joined(separator: ", ")
      throw RequestFault(
        "unknown-key", zh: "这里没有 \"\(path).\(member.name)\" 这一项；有：\(names)",
        en: "\"\(path).\(member.name)\" is no key here; there is: \(names)")
    }
  }

  private func value(_ key: String) throws(RequestFault) -> JSONValue {
    guard let value = input[key] else {
      throw RequestFault(
        "missing-key", zh: "缺少 \"\(path).\(key)\"；请补上", en: "\"\(path).\(key)\" is missing; give it"
      )
    }
    return value
  }

  /// The fault of a key that does not hold what it must.
  func wrong(_ key: String, _ expected: Expected) -> RequestFault {
    expected.fault(at: "\(path).\(key)")
  }

  func list(_ key: String) throws(RequestFault) -> [JSONValue] {
    guard case .array(let items) = try value(key) else { throw wrong(key, .list) }
    return items
  }

  func text(_ key: String) throws(RequestFault) -> String {
    guard case .string(let text) = try value(key) else { throw wrong(key, .text) }
    return text
  }

  func bool(_ key: String, default fallback: Bool) throws(RequestFault) -> Bool {
    guard has(key) else { return fallback }
    guard case .bool(let value) = try value(key) else { throw wrong(key, .flag) }
    return value
  }

  func integer(_ key: String) throws(RequestFault) -> Int {
    guard let number = Request.whole(try value(key)).flatMap({ Int(exactly: $0) }) else {
      throw wrong(key, .count)
    }
    return number
  }

  func fen(_ key: String) throws(RequestFault) -> BigInt {
    guard let number = Request.whole(try value(key)) else {
      throw wrong(key, .fen)
    }
    return number
  }

  func fen(_ key: String, default fallback: BigInt) throws(RequestFault) -> BigInt {
    has(key) ? try fen(key) : fallback
  }

  func fenList(_ key: String) throws(RequestFault) -> [BigInt] {
    var numbers: [BigInt] = []
    for item in try list(key) {
      guard let number = Request.whole(item) else { throw wrong(key, .fens) }
      numbers.append(number)
    }
    return numbers
  }

  func money(_ key: String) throws(RequestFault) -> Money {
    guard let fen = Int64(exactly: try fen(key)) else { throw wrong(key, .fen64) }
    return Money(fen: fen)
  }

  func integers(_ key: String) throws(RequestFault) -> [Int] {
    var numbers: [Int] = []
    for item in try list(key) {
      guard let number = Request.whole(item).flatMap({ Int(exactly: $0) }) else {
        throw wrong(key, .counts)
      }
      numbers.append(number)
    }
    return numbers
  }

  func numbers(_ key: String) throws(RequestFault) -> [Double] {
    var numbers: [Double] = []
    for item in try list(key) {
      guard case .number(let digits) = item, let number = Double(digits), number.isFinite else {
        throw wrong(key, .numbers)
      }
      numbers.append(number)
    }
    return numbers
  }

  func rate(_ key: String) throws(RequestFault) -> Ratio<BigInt> {
    guard let rate = Request.fraction(try text(key)) else {
      throw wrong(key, .rate)
    }
    return rate
  }

  func rate(_ key: String, default fallback: Ratio<BigInt>) throws(RequestFault) -> Ratio<BigInt> {
    has(key) ? try rate(key) : fallback
  }

  func date(_ key: String) throws(RequestFault) -> CalendarDate {
    guard let date = CalendarDate(iso: try text(key)) else { throw wrong(key, .date) }
    return date
  }

  /// A day, or nothing where the key says `null`; it must be there.
  func dateOrNull(_ key: String) throws(RequestFault) -> CalendarDate? {
    if try value(key) == .null { return nil }
    return try date(key)
  }

  func dates(_ key: String) throws(RequestFault) -> [CalendarDate] {
    var dates: [CalendarDate] = []
    for item in try list(key) {
      guard case .string(let text) = item, let date = CalendarDate(iso: text) else {
        throw wrong(key, .dates)
      }
      dates.append(date)
    }
    return dates
  }

  func payments(_ key: String) throws(RequestFault) -> [DatedPayment<BigInt>] {
    guard has(key) else { return [] }
    var payments: [DatedPayment<BigInt>] = []
    for item in try list(key) {
      guard case .array(let pair) = item, pair.count == 2, case .string(let text) = pair[0],
        let date = CalendarDate(iso: text), let amount = Request.whole(pair[1])
      else { throw wrong(key, .payments) }
      payments.append(DatedPayment(date: date, amount: amount))
    }
    return payments
  }

  /// The amounts of an object of any names.
  func amounts(in key: String) throws(RequestFault) -> [BigInt] {
    guard case .object(let members) = try value(key) else { throw wrong(key, .object) }
    var amounts: [BigInt] = []
    for member in members {
      guard let number = Request.whole(member.value) else { throw wrong(key, .amounts) }
      amounts.append(number)
    }
    return amounts
  }

  /// The objects of a list, with no keys but these (separated by blanks).
  func requests(_ key: String, keys: String) throws(RequestFault) -> [Request] {
    let known = keys.split(separator: " ").map(String.init)
    var requests: [Request] = []
    for (index, item) in try list(key).enumerated() {
      let request = try Request(item, path: "\(path).\(key)[\(index)]")
      try request.requireNoKeys(but: known)
      requests.append(request)
    }
    return requests
  }

  /// The most digits of a number that are read: far above any sum of money, and quick.
  private static let mostDigits = 1_000

  private static func whole(_ value: JSONValue) -> BigInt? {
    guard case .number(let digits) = value, digits.utf8.count <= mostDigits else { return nil }
    return BigInt(digits)
  }

  /// A decimal number, taken exactly: `"0.146"`, `"-1"`, `".5"`.
  static func fraction(_ text: String) -> Ratio<BigInt>? {
    guard text.utf8.count <= 60 else { return nil }
    let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), unsigned.utf8.count > parts.count - 1,
      unsigned.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
      let digits = BigInt(parts.joined())
    else { return nil }
    let decimals = parts.count == 2 ? parts[1].utf8.count : 0
    let signed = unsigned.startIndex == text.startIndex ? digits : -digits
    return Ratio(signed, BigInt(10).power(decimals))
  }
}
