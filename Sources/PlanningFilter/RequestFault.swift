import Planning

/// Why a line has no answer: a stable name for programs, and what to do, in both languages.
struct RequestFault: Error, Hashable {
  /// Lower case with hyphens, such as `missing-key`; where the planning core refused, its fault's.
  let status: String
  let zh: String
  let en: String

  init(_ status: String, zh: String, en: String) {
    self.status = status
    self.zh = zh
    self.en = en
  }

  init(_ fault: PlanningFault) {
    self.init(fault.name, zh: fault.message.zh, en: fault.message.en)
  }
}

/// What a key must hold; each has a status of its own.
enum Expected {
  case object
  case list
  case text
  case flag
  case count
  case positive
  case counts
  case fen
  case fens
  case fen64
  case positiveFen
  case amounts
  case rate
  case date
  case dates
  case numbers
  case payments
  case oneOf([String])

  /// The fault of a value at a place (`in.debts[2].min_fen`) that does not hold it.
  func fault(at place: String) -> RequestFault {
    let (zh, en) = words
    return RequestFault(status, zh: "\"\(place)\" 应是\(zh)", en: "\"\(place)\" must be \(en)")
  }

  private var status: String {
    switch self {
    case .object: "not-an-object"
    case .list: "not-a-list"
    case .text, .oneOf: "bad-choice"
    case .flag: "bad-flag"
    case .count, .counts, .positive: "bad-count"
    case .fen, .fens, .fen64, .positiveFen, .amounts, .numbers: "bad-amount"
    case .rate: "bad-rate"
    case .date, .dates: "bad-date"
    case .payments: "bad-payment"
    }
  }

  private var words: (zh: String, en: String) {
    switch self {
    case .object: ("一个对象 {…}", "an object {…}")
    case .list: ("一个清单 […]", "a list […]")
    case .text: ("一段文字", "a text")
    case .flag: ("true 或 false", "true or false")
    case .count: ("一个整数，例如 12", "a whole number such as 12")
    case .positive: ("1 或更大的整数", "1 or more, a whole number")
    case .counts: ("整数的清单，例如 [1,0]", "a list of whole numbers such as [1,0]")
    case .fen:
      ("整数分，例如 3200.50 元写 320050", "a whole number of fen: write 3200.50 yuan as 320050")
    case .fens: ("整数分的清单，例如 [320050,100]", "a list of whole fen such as [320050,100]")
    case .fen64: ("64 位以内的整数分；请核对是不是多打了零", "whole fen within 64 bits; check for extra zeros")
    case .positiveFen: ("1 或更大的整数分", "1 fen or more, a whole number")
    case .amounts:
      ("“名称: 整数分”的对象，例如 {\"rent\":200000}", "an object of whole fen such as {\"rent\":200000}")
    case .rate:
      (
        "写成文字的小数，例如 14.6% 写 \"0.146\"",
        "a decimal number as text: write 14.6 % as \"0.146\""
      )
    case .date: ("日期 YYYY-MM-DD，而且那天要存在", "a day YYYY-MM-DD that exists")
    case .dates: ("日期 YYYY-MM-DD 的清单", "a list of days YYYY-MM-DD that exist")
    case .numbers: ("数的清单", "a list of numbers")
    case .payments:
      ("[日期, 整数分] 的清单", "a list of [day, whole fen]")
    case .oneOf(let names):
      (names.joined(separator: "、") + " 之一", "one of " + names.joined(separator: ", "))
    }
  }
}
