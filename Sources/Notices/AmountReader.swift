import MoneyAndDates
import Recognizers
import Wording

/// Makes amount findings of the recognizers' money, with the part each plays by the cues around it.
struct AmountReader {
  let message: MessageText
  let language: Language
  let cues: RoleCues<AmountFinding.Role>

  /// The amounts in reading order; `bare` are sums that no sign of a currency marks, they stand
  /// against a part of them that was read as a whole sum.
  func amounts(
    _ entities: [Entity], bare: [(range: Range<Int>, value: ExactDecimal, currency: String?)]
  ) -> [AmountFinding] {
    var marked: [Sum] = []
    for index in entities.indices {
      guard case .money = entities[index].kind else { continue }
      addParts(of: entities[index], to: &marked)
    }
    let sums = bare.isEmpty ? marked : joined(marked, bare)
    return sums.indices.map { index in
      // The two ends of a range share the words around it.
      let outer = sums[index].outer
      let isSecond = index > 0 && sums[index - 1].outer == outer
      let isFirst = index + 1 < sums.count && sums[index + 1].outer == outer
      let (last, next) = (isSecond ? index - 2 : index - 1, isFirst ? index + 2 : index + 1)
      return finding(
        sums[index], floor: last >= 0 ? sums[last].outer.upperBound : 0,
        ceiling: next < sums.count ? sums[next].outer.lowerBound : message.scalars.count)
    }
  }

  private func joined(
    _ marked: [Sum], _ bare: [(range: Range<Int>, value: ExactDecimal, currency: String?)]
  ) -> [Sum] {
    let places = SortedRanges(bare.map(\.range))
    let loose = bare.map {
      Sum(
        value: $0.value, currency: $0.currency, extent: .exact, number: $0.range, outer: $0.range)
    }
    let marked = marked.filter { !places.coversMore(than: $0.number) }
    let same = SortedRanges(marked.map(\.number))
    return (marked + loose.filter { !same.overlaps($0.number) })
      .sorted { $0.outer.lowerBound < $1.outer.lowerBound }
  }

  /// One number with its value, inside the words of the whole sum.
  private struct Sum {
    let value: ExactDecimal?
    let currency: String?
    let extent: AmountFinding.Extent
    let number: Range<Int>
    let outer: Range<Int>
  }

  private func addParts(of entity: Entity, to sums: inout [Sum]) {
    guard case .money(let money) = entity.value, let number = money.numberRange else { return }
    let extent = extent(of: money, entity.range)
    func add(_ value: ExactDecimal?, _ number: Range<Int>) {
      sums.append(
        Sum(
          value: value, currency: money.currency, extent: extent, number: number,
          outer: entity.range))
    }
    if case .between(let lower, let upper) = extent, let ranges = split(number) {
      add(lower, ranges.0)
      add(upper, ranges.1)
    } else {
      add(money.amount ?? money.upper ?? money.lower, number)
    }
  }

  private func extent(of money: MoneyValue, _ range: Range<Int>) -> AmountFinding.Extent {
    if let lower = money.lower, let upper = money.upper, lower != upper {
      return .between(lower, upper)
    }
    switch money.precision {
    case .exact: return .exact
    case .atLeast: return .atLeast
    case .atMost: return .atMost
    case .about:
      // 5000余元 and 十几万 are more than what they name.
      return message.scalars[range].contains { $0.isAny(of: "多余几") } ? .atLeast : .about
    }
  }

  /// The two numbers of a range, `300-500`.
  private func split(_ range: Range<Int>) -> (Range<Int>, Range<Int>)? {
    let signs = range.filter { index in
      switch message.scalars[index].value {
      case 0x2D, 0x7E, 0x2013, 0x2014, 0x3001, 0x81F3, 0x5230, 0xFF5E: true
      default: false
      }
    }
    guard let first = signs.first, let last = signs.last, first > range.lowerBound,
      last + 1 < range.upperBound
    else { return nil }
    return (range.lowerBound..<first, last + 1..<range.upperBound)
  }

  private func finding(_ sum: Sum, floor: Int, ceiling: Int) -> AmountFinding {
    let cue = cues.nearest(
      to: sum.outer, floor: min(floor, sum.outer.lowerBound),
      ceiling: max(ceiling, sum.outer.upperBound), stops: endsSentence,
      stopsBehind: { gap in
        message.scalars[gap].contains { CueText.endsClause($0.value) || $0.value == 0x3001 }
      })
    let currency = sum.currency ?? namedCurrency(before: sum.outer, floor: floor)
    return AmountFinding(
      sum: sum.value, extent: sum.extent, money: currency == "CNY" ? sum.value.flatMap(money) : nil,
      currency: currency, role: cue?.role ?? .other,
      roleWords: cue.map { message.quote($0.range) }, quote: message.quote(sum.number))
  }

  /// The currency that the words before a bare sum name, else that of the language: 美元应还120.50.
  private func namedCurrency(before range: Range<Int>, floor: Int) -> String? {
    let home = language == .zh ? "CNY" : nil
    var place = range.lowerBound
    let least = max(floor, place - AmountReader.currencyReach, 0)
    while place > least {
      place -= 1
      if CueText.endsClause(message.scalars[place].value) { return home }
      guard message.scalars[place].isAny(of: AmountReader.firstLetters) else { continue }
      for (word, currency) in AmountReader.currencies {
        let letters = word.unicodeScalars
        let end = place + letters.count
        guard end <= range.lowerBound, message.scalars[place..<end].elementsEqual(letters) else {
          continue
        }
        return currency
      }
    }
    return home
  }

  /// So many characters may stand between the name of a currency and its sum.
  private static let currencyReach = 14

  /// With one of these each of the names begins.
  private static var firstLetters: StaticString { "人美港欧英日澳加CRUHEGJ" }

  private static let currencies = [
    ("人民币", "CNY"), ("美元", "USD"), ("美金", "USD"), ("港币", "HKD"), ("港元", "HKD"), ("欧元", "EUR"),
    ("英镑", "GBP"), ("日元", "JPY"), ("澳元", "AUD"), ("加元", "CAD"), ("CNY", "CNY"), ("RMB", "CNY"),
    ("USD", "USD"), ("HKD", "HKD"), ("EUR", "EUR"), ("GBP", "GBP"), ("JPY", "JPY"),
  ]

  private func endsSentence(_ range: Range<Int>) -> Bool {
    message.scalars[range].contains {
      switch $0.value {
      case 0x0A, 0x21, 0x3B, 0x3F, 0x3002, 0xFF01, 0xFF1B, 0xFF1F: true
      default: false
      }
    }
  }

  private func money(_ value: ExactDecimal) -> Money? {
    value.shifted(by: 2)?.whole.map(Money.init(fen:))
  }
}
