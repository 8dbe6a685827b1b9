import MoneyAndDates
import Planning
import Wording

extension CapFinding {
  /// One paragraph for each cap; words where none is known for the kind of lender.
  package static func text(_ findings: [CapFinding], in language: Language) -> String {
    guard !findings.isEmpty else {
      return BilingualText(
        zh: "这类机构（或这个合同日）没有查到适用的成本上限。先弄清贷款机构是哪一类、合同是哪一天签的。",
        en: "No cap is known for this kind of lender or contract day. "
          + "Find out first what kind of lender it is and when the contract was made.")[language]
    }
    return findings.map { $0.described(in: language) }.joined(separator: "\n")
  }

  /// How high the cap is, on which side the loan lies, what stands behind it, rule, source and date.
  package func described(in language: Language) -> String {
    var lines = [days[language] + headline[language], "  " + note[language]]
    if let entry = cap.lpr {
      let lpr = BilingualText(
        zh: "  按 \(entry.date.iso) 公布的一年期 LPR（\(entry.oneYear.formatted(in: .zh))）计算"
          + (cap.lprMayBeStale ? "；可能已有更新的 LPR，请核对" : ""),
        en:
          "  by the one-year LPR published on \(entry.date.iso) (\(entry.oneYear.formatted(in: .en)))"
          + (cap.lprMayBeStale ? "; a newer one may be in force, check it" : ""))
      lines.append(lpr[language])
    }
    let source = sources.first ?? "—"
    lines.append(
      "  "
        + BilingualText(
          zh: "依据 \(rule)；来源：\(source)（\(asOf.map { "截至 \($0)" } ?? "未注明日期")）",
          en: "\(rule); source: \(source) (\(asOf.map { "as of \($0)" } ?? "undated"))")[language])
    return lines.joined(separator: "\n")
  }

  /// Why a side is not decided: only for such flows can it be proved.
  private static let incomparable = BilingualText(
    zh: "只有先收到钱、后面全是还钱的收支才比得出来",
    en: "only money that is received first and then only paid back can be")

  /// Which days' interest it limits, where not all.
  private var days: BilingualText {
    if let interestFrom {
      return BilingualText(
        zh: "\(interestFrom.iso) 起的利息：", en: "interest from \(interestFrom.iso) on: ")
    }
    if let interestUntil {
      return BilingualText(
        zh: "到 \(interestUntil.iso) 为止的利息：", en: "interest up to \(interestUntil.iso): ")
    }
    return BilingualText(zh: "", en: "")
  }

  private var headline: BilingualText {
    if cap.rule.nature == .criminal { return criminalHeadline }
    let limit = cap.cap
    let (zh, en) = (limit.formatted(in: .zh), limit.formatted(in: .en))
    let nature = cap.rule.nature.name
    return switch side {
    case "above":
      BilingualText(zh: "高于上限 \(zh)（\(nature.zh)）", en: "above the cap of \(en) (\(nature.en))")
    case "below":
      BilingualText(zh: "低于上限 \(zh)（\(nature.zh)）", en: "below the cap of \(en) (\(nature.en))")
    case "equal":
      BilingualText(
        zh: "正好等于上限 \(zh)（\(nature.zh)）", en: "exactly at the cap of \(en) (\(nature.en))")
    case "near":
      BilingualText(
        zh:
          "贴着上限 \(zh)：名义年利率\(cap.byNominal.name.zh)，实际年利率\(cap.byEffective.name.zh)（\(nature.zh)）",
        en:
          "at the edge of the cap of \(en): nominal rate \(cap.byNominal.name.en), effective rate \(cap.byEffective.name.en) (\(nature.en))"
      )
    default:
      BilingualText(
        zh: "和上限 \(zh) 比不出来：\(CapFinding.incomparable.zh)（\(nature.zh)）",
        en: "can't be held against the cap of \(en): \(CapFinding.incomparable.en) (\(nature.en))")
    }
  }
}

extension CapFinding {
  /// On which side of the line of a crime the loan lies; never that a crime was done, which takes
  /// the conditions of the note as well.
  private var criminalHeadline: BilingualText {
    let (zh, en) = (cap.cap.formatted(in: .zh), cap.cap.formatted(in: .en))
    let nature = cap.rule.nature.name
    return switch side {
    case "above":
      BilingualText(
        zh: "高于 \(zh) 这条线（\(nature.zh)）", en: "above the line of \(en) (\(nature.en))")
    case "below", "equal":
      BilingualText(
        zh: "没有超过 \(zh) 这条线（\(nature.zh)）", en: "not above the line of \(en) (\(nature.en))")
    case "near":
      BilingualText(
        zh:
          "贴着 \(zh) 这条线：名义年利率\(cap.byNominal.name.zh)，实际年利率\(cap.byEffective.name.zh)（\(nature.zh)）",
        en:
          "at the edge of the line of \(en): nominal rate \(cap.byNominal.name.en), effective rate \(cap.byEffective.name.en) (\(nature.en))"
      )
    default:
      BilingualText(
        zh: "和 \(zh) 这条线比不出来：\(CapFinding.incomparable.zh)（\(nature.zh)）",
        en: "can't be held against the line of \(en): \(CapFinding.incomparable.en) (\(nature.en))")
    }
  }
}

extension CapSide {
  /// The side in a word.
  package var name: BilingualText {
    switch self {
    case .above: BilingualText(zh: "高于", en: "above")
    case .below: BilingualText(zh: "低于", en: "below")
    case .equal: BilingualText(zh: "等于", en: "equal")
    case .undecided: BilingualText(zh: "无法判断", en: "undecided")
    }
  }
}

extension CapNature {
  /// What stands behind a cap, in words.
  package var name: BilingualText {
    switch self {
    case .court: BilingualText(zh: "法院口径", en: "a court cuts what is above")
    case .supervisory: BilingualText(zh: "监管要求，可用于投诉", en: "supervisory, helps in a complaint")
    case .reported: BilingualText(zh: "仅见于报道，不能作为依据", en: "press report only, never a ground")
    case .criminal:
      BilingualText(
        zh: "超过它，再加上下面的条件，放贷的人可能构成犯罪",
        en: "above it, and with the conditions below, it may be a crime for the lender")
    }
  }
}
