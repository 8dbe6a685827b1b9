import Wording

/// Makes the facts of one group from its typed records.
struct FactMaker: Sendable {
  let group: String
  let sources: [String: FactSource]

  func fact(_ rule: LegalRule) -> Fact {
    let title = rule.article.map { article in
      BilingualText(zh: rule.act.zh + " " + article.zh, en: rule.act.en + ", " + article.en)
    }
    return make(
      rule.id, title ?? rule.act, joined([rule.statement, rule.note]), rule.provenance,
      figures: rule.figures, validity: rule.validity, status: rule.status)
  }

  func fact(_ cap: CostCap) -> Fact {
    make(
      cap.id,
      BilingualText(zh: "综合成本上限（\(cap.rule)）", en: "Cap on the cost of a loan (\(cap.rule))"),
      cap.note, cap.provenance, figures: cap.figures, validity: cap.validity,
      status: cap.nature == .reported
        ? .mediaOnly : cap.validity.replacedBy == nil ? .inForce : .replaced)
  }

  func fact(_ publication: LoanPrimeRates.Publication) -> Fact {
    let (one, five) = (publication.oneYear.percentText, publication.fiveYear.percentText)
    let day = publication.date
    return make(
      "latest", BilingualText(zh: "贷款市场报价利率（LPR）", en: "Loan prime rate (LPR)"),
      BilingualText(
        zh: "\(day.formatted(in: .zh))公布：一年期 \(one)%，五年期以上 \(five)%。",
        en: "Published \(day.formatted(in: .en)): one year \(one)%, over five years \(five)%."),
      publication.provenance, figures: ["one_year": one, "five_year": five, "date": day.iso],
      validity: Validity(from: day, note: nil, replacedBy: nil))
  }

  func fact(_ term: LegalTermFact) -> Fact {
    let from = term.countedFrom
    let figure = "\(term.amount) \(term.unit.rawValue)"
    return make(
      term.event, term.title,
      BilingualText(
        zh: term.title.zh + "：" + term.amountText.zh + (from.zh.isEmpty ? "" : "，自\(from.zh)起算")
          + "。",
        en: term.title.en + ": " + term.amountText.en
          + (from.en.isEmpty ? "" : ", counted from \(from.en)") + "."),
      term.provenance,
      figures: ["amount": term.amount, "unit": term.unit.rawValue, "text": figure],
      validity: term.validity)
  }

  func fact(_ helpline: Helpline) -> Fact {
    let callable = helpline.reach == .phone && helpline.provenance.confidence > .reported
    return make(
      helpline.id, helpline.name,
      joined([helpline.purpose, helpline.notFor] + helpline.ways.map(\.text)),
      helpline.provenance, numbers: callable ? [helpline.number].compactMap(\.self) : [])
  }

  func fact(_ desk: Desk) -> Fact {
    let needs =
      desk.needs.isEmpty
      ? nil
      : BilingualText(
        zh: "准备好：" + desk.needs.map(\.zh).joined(separator: "；") + "。",
        en: "Have ready: " + desk.needs.map(\.en).joined(separator: "; ") + ".")
    return make(desk.id, desk.name, needs ?? desk.name, desk.provenance)
  }

  func fact(_ route: ComplaintRoute, _ names: DeskNames) -> Fact {
    let stops = route.stops.map { names.name($0.desk) }
    let order = BilingualText(
      zh: stops.map(\.zh).joined(separator: " → ") + "。",
      en: stops.map(\.en).joined(separator: " → ") + ".")
    return make(
      route.lender, BilingualText(zh: "投诉顺序", en: "Order of complaint"),
      joined([order, route.note]), route.provenance)
  }

  func fact(_ note: FactNote) -> Fact {
    make(note.id, BilingualText(zh: "说明", en: "Note"), note.text, note.provenance)
  }

  func fact(_ institution: Institution) -> Fact {
    let phones = institution.contactPhones
    let numbers =
      phones.isEmpty
      ? BilingualText(
        zh: "没有经过核实的客服号码：请看合同、你自己安装的 App 或银行卡背面。",
        en: "No verified number: it is on your contract, in the app you installed yourself, on the "
          + "card's back.")
      : BilingualText(
        zh: "客服：" + phones.map(\.shown).joined(separator: "、") + "。",
        en: "Service line: " + phones.map(\.shown).joined(separator: ", ") + ".")
    let legal = institution.legalName.map {
      BilingualText(zh: "全称：\($0)。", en: "Registered name: \($0).")
    }
    return make(
      institution.id, institution.name,
      joined([legal, numbers] + institution.notes.map(\.text)),
      // The numbers are what people act on, so their source and day are the fact's.
      phones.first?.provenance ?? institution.provenance,
      numbers: phones.map(\.shown))
  }

  func fact(_ shape: NumberShape) -> Fact {
    make(shape.id, shape.means, joined([shape.means, shape.doesNotMean]), shape.provenance)
  }

  func fact(_ trick: LookAlikeTrick) -> Fact {
    make(trick.id, trick.words, joined([trick.words, trick.advice]), trick.provenance)
  }

  func fact(_ scam: ScamPattern) -> Fact {
    make(scam.id, scam.name, joined([scam.course, scam.safeAction]), scam.provenance)
  }

  func fact(_ threat: ThreatTruth) -> Fact {
    make(threat.kind, threat.name, threat.truth, threat.provenance)
  }

  private func make(
    _ id: String, _ title: BilingualText, _ statement: BilingualText, _ provenance: Provenance,
    numbers: [String] = [], figures: [String: String] = [:], validity: Validity = .open,
    status: Fact.Status = .inForce
  ) -> Fact {
    Fact(
      id: group + "." + id, title: title, statement: statement, numbers: numbers,
      figures: figures, sources: provenance.sources.compactMap { sources[$0] },
      provenance: provenance, validity: validity, status: status)
  }

  private func joined(_ texts: [BilingualText?]) -> BilingualText {
    let texts = texts.compactMap(\.self)
    return BilingualText(
      zh: texts.map(\.zh).joined(), en: texts.map(\.en).joined(separator: " "))
  }
}

extension CostCap {
  /// The height as figures.
  var figures: [String: String] {
    switch height {
    case .fixed(let rate): ["percent_per_year": rate.percentText]
    case .timesLPR(let factor): ["times_lpr": String(factor)]
    }
  }
}

extension LegalTermFact {
  /// The amount with its unit, for people.
  package var amountText: BilingualText {
    switch unit {
    case .hours: pair("\(amount) 小时", count == 1 ? "1 hour" : "\(amount) hours")
    case .calendarDays: pair("\(amount) 日", count == 1 ? "1 day" : "\(amount) days")
    case .workingDays:
      pair("\(amount) 个工作日", count == 1 ? "1 working day" : "\(amount) working days")
    case .months: pair("\(amount) 个月", count == 1 ? "1 month" : "\(amount) months")
    case .years: pair("\(amount) 年", count == 1 ? "1 year" : "\(amount) years")
    case .perDay: pair("每天 \(amount) 次", "\(amount) a day")
    case .perYear: pair("每年 \(amount) 次", "\(amount) a year")
    case .daily: pair("每天 \(amount)", "\(amount) every day")
    case .persons: pair("\(amount) 人", count == 1 ? "1 person" : "\(amount) people")
    case .date:
      pair(
        date?.formatted(in: .zh) ?? amount, date?.formatted(in: .en) ?? amount)
    }
  }

  private func pair(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }
}
