import Wording

extension ScheduleKind {
  /// What people call it.
  package var name: BilingualText {
    switch self {
    case .equalInstalment: BilingualText(zh: "等额本息", en: "equal instalments")
    case .equalPrincipal: BilingualText(zh: "等额本金", en: "equal principal")
    case .flatFee: BilingualText(zh: "等本等费", en: "equal principal and flat fee")
    case .interestOnly: BilingualText(zh: "先息后本", en: "interest only, principal at the end")
    case .balloon: BilingualText(zh: "气球贷（尾款一次付清）", en: "balloon (rest at the end)")
    case .lumpSum: BilingualText(zh: "一次性结清", en: "one lump sum")
    case .deferral: BilingualText(zh: "延期还款", en: "deferral")
    }
  }
}
