import MoneyAndDates
import Planning
import Wording

extension Limitation {
  /// When it ends, from when, what restarted it and what was not counted; with the warning that
  /// asking for time restarts it.
  package func described(in language: Language) -> String {
    ([state, counted] + doubts).map { $0[language] }.joined(separator: "\n")
  }

  private var state: BilingualText {
    isExpired
      ? BilingualText(
        zh:
          "诉讼时效已于 \(end.formatted(in: .zh)) 届满。对方仍可以起诉，但你可以提出时效抗辩；法院不会主动替你提。签字、承诺还款或部分还款可能让这个抗辩消失。",
        en:
          "The limitation period ended on \(end.formatted(in: .en)). They may still sue, but you can plead it; a court does not raise it by itself. A signature, a promise or a part payment may take that defence away."
      )
      : BilingualText(
        zh: "诉讼时效到 \(end.formatted(in: .zh))，还有 \(daysLeft) 天。催告、部分还款、请求延期都会让它重新计算。",
        en:
          "The limitation period runs to \(end.formatted(in: .en)), \(daysLeft) days left. A demand, a part payment or a request for time restarts it."
      )
  }

  private var counted: BilingualText {
    let (zh, en) = (restarts.list("、"), restarts.list(", "))
    return BilingualText(
      zh: "从 \(start.iso) 起算" + (zh.isEmpty ? "" : "（重新计算过：\(zh)）")
        + (moved.map { "；\($0.zh)" } ?? "") + "；依据 \(rules.joined(separator: "、"))",
      en: "Counted from \(start.iso)" + (en.isEmpty ? "" : " (restarted on \(en))")
        + (moved.map { "; \($0.en)" } ?? "") + "; \(rules.joined(separator: ", "))")
  }

  /// Why the end is another day than the one counted.
  private var moved: BilingualText? {
    if end < lastDay {
      return BilingualText(
        zh: "最长期限到 \(end.iso)，不会重新计算",
        en: "the longest period ends on \(end.iso) and does not restart")
    }
    guard end > lastDay else { return nil }
    return BilingualText(
      zh: "\(lastDay.iso) 是休息日，顺延", en: "\(lastDay.iso) is a day off, so it rolls")
  }

  /// What may make the answer another one.
  private var doubts: [BilingualText] {
    var doubts: [BilingualText] = []
    if !lateActs.isEmpty {
      doubts.append(
        BilingualText(
          zh:
            "没有计入 \(lateActs.list("、"))：那时已经期满。如果那次是你签字、答应还或还了一点，抗辩可能已经没有了；如果只是对方催你，不影响。",
          en:
            "Not counted: \(lateActs.list(", ")), after it had ended. If that was your signature, promise or payment, the defence may be gone; if they only demanded, nothing changes."
        ))
    }
    if hangsOnHolidays {
      doubts.append(
        BilingualText(
          zh: "最后一天遇节假日要顺延；那时的节假日不在这个版本里，只差几天的事这里说不准。",
          en:
            "A last day on a holiday rolls on; the holidays of that time are not in this version, so a matter of days can't be told here."
        ))
    }
    if isOlderThanLaw {
      doubts.append(
        BilingualText(
          zh: "这笔债到期时，这条规则还没有施行；更早的法律不在这个版本里，期限可能更短。请先问公共法律服务热线。",
          en:
            "The debt fell due before this rule was in force; the earlier law is not in this version, and its period may be shorter. Ask the public legal advice line first."
        ))
    }
    return doubts
  }
}

extension [CalendarDate] {
  fileprivate func list(_ separator: String) -> String {
    map(\.iso).joined(separator: separator)
  }
}
