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
    for index in entities.indices where entities[index].kind == .money {
      addParts(of: entities[index], to: &marked)
    }
    let sums = bare.isEmpty ? marked : joined(marked, bare)
    return sums.indices.map { index in
      let floor = index > 0 ? sums[index - 1].outer.upperBound : 0
      let ceiling =
        index + 1 < sums.count ? sums[index + 1].outer.lowerBound : message.scalars.count
      return finding(
        sums[index], floor: floor, ceiling: ceiling, before: index > 0 ? sums[index - 1] : nil)
    }
  }

  private func joined(
    _ marked: [Sum], _ bare: [(range: Range<Int>, value: ExactDecimal, currency: String?)]
  ) -> [Sum] {
    let places = SortedRanges(bare.map(\.range))
    let loose = bare.map {
      Sum(value: $0.value, currency: $0.currency, number: $0.range, outer: $0.range)
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
    let number: Range<Int>
    let outer: Range<Int>
  }

  private func addParts(of entity: Entity, to sums: inout [Sum]) {
    guard case .money(let money) = entity.value, let number = money.numberRange else { return }
    let value = money.amount ?? money.upper ?? money.lower
    if let lower = money.lower, let upper = money.upper, lower != upper,
      let ranges = split(number)
    {
      for (value, number) in [(lower, ranges.0), (upper, ranges.1)] {
        sums.append(
          Sum(value: value, currency: money.currency, number: number, outer: entity.range))
      }
    } else {
      sums.append(
        Sum(value: value, currency: money.currency, number: number, outer: entity.range))
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

  private func finding(_ sum: Sum, floor: Int, ceiling: Int, before: Sum?) -> AmountFinding {
    let cue = cues.nearest(
      to: sum.outer, floor: min(floor, sum.outer.lowerBound),
      ceiling: max(ceiling, sum.outer.upperBound), stops: endsSentence)
    let currency = sum.currency ?? (language == .zh ? "CNY" : nil)
    return AmountFinding(
      sum: sum.value, money: currency == "CNY" ? sum.value.flatMap(money) : nil,
      currency: currency, role: cue?.role ?? .other,
      roleWords: cue.map { message.quote($0.range) }, quote: message.quote(sum.number))
  }

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
