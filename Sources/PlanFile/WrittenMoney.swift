import MoneyAndDates

/// An amount as people write it in a file: `3200.50`, `3,200.50`, `¥3200`, `3200元`.
package enum WrittenMoney {
  /// The amount, or `nil`: units like 万, more than two decimals and uneven grouping are not read.
  package static func read(_ text: String) -> Money? {
    var scalars = Array(text.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" })[...]
    let isNegative = scalars.first == "-"
    if isNegative { scalars = scalars.dropFirst() }
    if let first = scalars.first, first == "¥" || first == "￥" {
      scalars = scalars.dropFirst()
    } else if scalars.last == "元" {
      scalars = scalars.dropLast()
    }
    let whole = scalars.prefix { $0 != "." }
    guard isEvenlyGrouped(whole) else { return nil }
    var digits = isNegative ? "-" : ""
    digits.unicodeScalars.append(contentsOf: scalars.lazy.filter { $0 != "," })
    return Money(yuan: digits)
  }

  /// No comma, or one before each three digits.
  private static func isEvenlyGrouped(_ whole: ArraySlice<Unicode.Scalar>) -> Bool {
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return true }
    return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
