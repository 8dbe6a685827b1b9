import Wording

/// An order in which several debts are paid.
package enum Strategy: String, Hashable, Sendable, CaseIterable {
  /// Each debt its own minimum and no more.
  case minimums
  /// Minimums first, the rest to the dearest 雪崩法.
  case avalanche
  /// Minimums first, the rest to the smallest 雪球法.
  case snowball
  /// Minimums first, the rest in the order the file names.
  case custom
  /// The cheapest plan found, late fees, rate steps and offers counted.
  case optimum
  /// All of the surplus to all creditors in proportion to what each is owed; needs their consent.
  case proRata = "pro-rata"

  /// What people call it.
  package var name: BilingualText {
    switch self {
    case .minimums: BilingualText(zh: "只还最低", en: "minimums only")
    case .avalanche: BilingualText(zh: "先还利率最高的", en: "dearest first")
    case .snowball: BilingualText(zh: "先还最小的", en: "smallest first")
    case .custom: BilingualText(zh: "按你定的顺序", en: "your own order")
    case .optimum: BilingualText(zh: "最省的", en: "cheapest")
    case .proRata: BilingualText(zh: "按比例（要各家同意）", en: "pro rata (if they agree)")
    }
  }
}
