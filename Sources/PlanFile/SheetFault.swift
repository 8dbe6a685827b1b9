import MoneyAndDates
import Wording

/// What can be wrong with a sheet, with its wording.
enum SheetFault: Hashable {
  case empty
  case noMapping(String)
  case noList(String)
  case noText(String)
  case unknownKey(String, near: [String], known: [String])
  case missingKey(String, example: String)
  case badMoney(String)
  case negativeMoney(String)
  case tooLargeMoney(String)
  case badDate(String)
  case dayAfterToday(String)
  case badRate(String)
  case rateWithoutBasis(String)
  case rateOfInstalment(String)
  case badShare(String)
  case badLender(String, near: [String])
  case badFlag(String)
  case badHorizon(String)
  case badOrder(String)
  case noDebts
  case tooManyDebts(Int)
  case badName
  case sameName(String)
  case bothMinimums
  case sameDay(String)
  case expiredOffer(String)
}

extension SheetFault {
  /// The check under which it is listed.
  var check: String {
    switch self {
    case .expiredOffer: "expired"
    case .badRate, .rateWithoutBasis, .rateOfInstalment: "rate"
    case .badMoney, .negativeMoney, .tooLargeMoney, .badShare: "money"
    case .badDate, .dayAfterToday, .sameDay: "date"
    default: "plan"
    }
  }

  /// Whether the plan can still be made.
  var isWarning: Bool {
    if case .expiredOffer = self { true } else { false }
  }

  /// The fault in words, with the fix.
  var message: BilingualText {
    switch self {
    case .empty, .noMapping, .noList, .noText, .unknownKey, .missingKey, .noDebts, .tooManyDebts:
      shape
    case .badMoney, .negativeMoney, .tooLargeMoney, .badShare, .bothMinimums: amounts
    case .badRate, .rateWithoutBasis, .rateOfInstalment: rates
    case .badDate, .dayAfterToday, .sameDay, .expiredOffer, .badHorizon: days
    case .badLender, .badFlag, .badName, .sameName, .badOrder: words
    }
  }

  private var shape: BilingualText {
    switch self {
    case .noMapping(let what):
      BilingualText(
        zh: "\(what) 应是“名称: 值”的几行", en: "\(what) must be lines of the form name: value")
    case .noList(let what):
      BilingualText(
        zh: "\(what) 应是清单，每项以 - 开头", en: "\(what) must be a list, each entry beginning with -")
    case .noText(let what):
      BilingualText(zh: "\(what) 应是一个值", en: "\(what) must be a single value")
    case .unknownKey(let key, let near, let known):
      near.isEmpty
        ? BilingualText(
          zh: "没有“\(key)”这一项；这里可以写：\(known.joined(separator: "、"))",
          en: "there is no \"\(key)\"; here stand: \(known.joined(separator: ", "))")
        : BilingualText(
          zh: "没有“\(key)”这一项；是不是 \(near.joined(separator: "、"))？",
          en: "there is no \"\(key)\"; did you mean \(near.joined(separator: ", "))?")
    case .missingKey(let key, let example):
      BilingualText(zh: "缺少 \(key)；例如 \(example)", en: "\(key) is missing; for example \(example)")
    case .noDebts:
      BilingualText(zh: "没有欠款；请至少写一笔", en: "there is no debt; give at least one")
    case .tooManyDebts(let most):
      BilingualText(
        zh: "欠款超过 \(most) 笔；请合并小额的", en: "more than \(most) debts; join the small ones")
    default:
      BilingualText(
        zh: "文件是空的；请写 budget 和 debts", en: "the file is empty; it needs budget and debts")
    }
  }

  private var amounts: BilingualText {
    switch self {
    case .negativeMoney(let text):
      BilingualText(
        zh: "金额不能是负数（\(text)）；请写 0 或正数",
        en: "an amount can't be negative (\(text)); write 0 or more")
    case .tooLargeMoney(let text):
      BilingualText(
        zh: "金额太大（\(text)）；请核对是不是多打了零",
        en: "the amount is too large (\(text)); check for extra zeros")
    case .badShare(let text):
      BilingualText(
        zh: "“\(text)”不是 0% 到 100% 的百分比；例如 percent: \"10%\"",
        en: "\"\(text)\" is no percentage from 0% to 100%; for example percent: \"10%\"")
    case .bothMinimums:
      BilingualText(
        zh: "minimum 要么写 {amount: 300}，要么写 {percent: \"10%\", floor: 100}",
        en: "minimum is either {amount: 300} or {percent: \"10%\", floor: 100}")
    case .badMoney(let text):
      BilingualText(
        zh: "“\(text)”不是金额；请写成 3200.50 这样的数字（元，最多两位小数）",
        en: "\"\(text)\" is no amount; write a number of yuan such as 3200.50, at most two decimals"
      )
    default: shape
    }
  }

  private var rates: BilingualText {
    switch self {
    case .rateWithoutBasis(let text):
      BilingualText(
        zh: "利率“\(text)”没有写明是按年、按月还是按日；请写“\(text)/年”“\(text)/月”或“\(text)/日”",
        en:
          "the rate \"\(text)\" does not say whether it is per year, month or day; write \"\(text)/年\", \"\(text)/月\" or \"\(text)/日\" (or /year, /month, /day)"
      )
    case .rateOfInstalment(let text):
      BilingualText(
        zh: "“\(text)”是手续费，不是利率；先用 mingbai calc apr 算出年利率，再写到这里",
        en:
          "\"\(text)\" is a fee, no rate; compute the annual rate by mingbai calc apr and write that"
      )
    default:
      BilingualText(
        zh: "“\(value)”不是利率；例如 18.25%/年、0.05%/日、万分之五/日、月0.6%",
        en: "\"\(value)\" is no rate; for example 18.25%/year, 0.05%/day, 万分之五/日, 月0.6%")
    }
  }

  private var value: String {
    if case .badRate(let text) = self { text } else { "" }
  }

  private var days: BilingualText {
    switch self {
    case .badDate(let text):
      BilingualText(
        zh: "“\(text)”不是日期；请写成 2026-11-21 这样", en: "\"\(text)\" is no day; write it like 2026-11-21"
      )
    case .dayAfterToday(let day):
      BilingualText(
        zh: "这一天晚于今天（\(day)）；请写今天或更早的日子，余额也写那天的",
        en: "this day is after today (\(day)); give today or an earlier day, with the balance of it"
      )
    case .sameDay(let day):
      BilingualText(
        zh: "有两项都到 \(day) 为止；请只留一项", en: "two entries end on \(day); keep one")
    case .badHorizon(let text):
      BilingualText(
        zh: "horizon 应是 1 到 \(DebtSheet.longestHorizon) 的月数，不是“\(text)”",
        en:
          "horizon must be a number of months from 1 to \(DebtSheet.longestHorizon), not \"\(text)\""
      )
    case .expiredOffer(let day):
      BilingualText(
        zh: "这个减免已在 \(day) 过期，没有算进去", en: "this offer ended on \(day) and is left out")
    default: shape
    }
  }

  private var words: BilingualText {
    switch self {
    case .badLender(let text, let near):
      BilingualText(
        zh: "没有“\(text)”这类机构\(near.isEmpty ? "" : "；是不是 \(near.joined(separator: "、"))？")"
          + "可以写 bank、consumer-finance、small-loan、card、private、unknown",
        en: "there is no kind of lender \"\(text)\""
          + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?")
          + " Write bank, consumer-finance, small-loan, card, private or unknown")
    case .badFlag(let text):
      BilingualText(zh: "“\(text)”应是 yes 或 no", en: "\"\(text)\" must be yes or no")
    case .badOrder(let name):
      BilingualText(
        zh: "order 要把每笔欠款的名称各写一次；请看“\(name)”",
        en: "order must name each debt exactly once; look at \"\(name)\"")
    case .sameName(let name):
      BilingualText(
        zh: "有两笔欠款都叫“\(name)”；请改一个名字", en: "two debts are named \"\(name)\"; rename one")
    default:
      BilingualText(
        zh: "名称要有 1 到 60 个字", en: "a name has 1 to 60 characters")
    }
  }
}
