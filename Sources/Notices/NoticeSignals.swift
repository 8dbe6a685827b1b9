import Wording

/// Turns the findings of a notice into the signals that the evidence table names.
struct NoticeSignals {
  let names: SignalNames
  private var set: SignalSet

  init(names: SignalNames) {
    self.names = names
    set = SignalSet(count: names.names.count, findings: SignalNames.findingCount)
  }

  func signals(of notice: Notice) -> SignalSet {
    var work = self
    work.addText(notice)
    work.addNames(notice)
    work.addNumbers(notice)
    work.addPhones(notice)
    work.addLinks(notice)
    work.addSender(notice)
    work.addDemands(notice)
    for cue in notice.cues { work.add("cue.\(cue.key)", cue.value) }
    for missing in notice.missing { work.add("missing.\(missing.rawValue)", nil) }
    return work.set
  }

  private mutating func add(_ name: String, _ quote: Quote?) {
    guard let index = names.index(of: name) else { return }
    set.add(index, quote)
  }

  private mutating func add(_ name: String, when condition: Bool, _ quote: Quote? = nil) {
    if condition { add(name, quote) }
  }

  private mutating func addText(_ notice: Notice) {
    let length = notice.text.unicodeScalars.count
    add("text.short", when: length < 16)
    add("text.long", when: length > 200)
    add(notice.language == .zh ? "lang.zh" : "lang.en", nil)
    for disguise in notice.disguises {
      add("disguise", disguise.quote)
      add("disguise.split", when: disguise.disguise == .splitWord, disguise.quote)
      add("disguise.telling", when: disguise.disguise.isTelling, disguise.quote)
    }
  }

  private mutating func addNames(_ notice: Notice) {
    for signature in notice.signatures {
      add("signature", signature.quote)
      add("signature.registered", when: signature.institutionID != nil, signature.quote)
      add("name.registered", when: signature.institutionID != nil, signature.quote)
      add("signature.generic", when: signature.isGeneric, signature.quote)
      add(
        "signature.unknown", when: signature.institutionID == nil && !signature.isGeneric,
        signature.quote)
    }
    for institution in notice.institutions {
      add("institution", institution.quote)
      add("institution.registered", when: institution.registryID != nil, institution.quote)
      add("name.registered", when: institution.registryID != nil, institution.quote)
    }
    add("person", when: !notice.persons.isEmpty, notice.persons.first?.quote)
    for contact in notice.contacts { add("contact.\(contact.kind.rawValue)", contact.quote) }
  }

  private mutating func addNumbers(_ notice: Notice) {
    for amount in notice.amounts {
      add("amount", amount.quote)
      add("amount.\(amount.role.rawValue)", amount.quote)
      add("amount.foreign", when: amount.currency.map { $0 != "CNY" } ?? false, amount.quote)
    }
    add("amount.several", when: notice.amounts.count > 1, notice.amounts.first?.quote)
    for date in notice.dates {
      add("date", date.quote)
      if let role = date.role { add("date.\(role.rawValue)", date.quote) }
    }
    add("time", when: !notice.times.isEmpty, notice.times.first?.quote)
    add("deadline", when: notice.deadline != nil, notice.deadline?.quote)
    let hours = notice.dates.first { $0.value.hasPrefix("rel:PT") && $0.role == .due }
    add("deadline.hours", when: hours != nil, hours?.quote)
    add("overdue-days", when: !notice.overdueDays.isEmpty, notice.overdueDays.first?.quote)
    add("due-in-days", when: !notice.dueInDays.isEmpty, notice.dueInDays.first?.quote)
    for reference in notice.references {
      switch reference.kind {
      case .tail: add("tail", reference.quote)
      case .account: add("account", reference.quote)
      case .reference: add("reference", reference.quote)
      }
    }
  }

  private mutating func addPhones(_ notice: Notice) {
    for phone in notice.phones {
      add("phone", phone.quote)
      add("phone.owned", when: notice.names(owner: phone.ownerID), phone.quote)
      add("phone.disguised", when: !phone.disguises.isEmpty, phone.quote)
      switch phone.kind {
      case .mobile: add("phone.mobile", phone.quote)
      case .virtualMobile:
        add("phone.mobile", phone.quote)
        add("phone.virtual", phone.quote)
      case .overseas: add("phone.overseas", phone.quote)
      case .service, .short: add("phone.service", phone.quote)
      case .landline: add("phone.landline", phone.quote)
      case .other: break
      }
    }
  }

  private mutating func addLinks(_ notice: Notice) {
    for link in notice.links {
      add("link", link.quote)
      add("link.official", when: notice.names(owner: link.ownerID), link.quote)
      add("link.unofficial", when: !link.isOfficial && !link.isShort, link.quote)
      add("link.short", when: link.isShort, link.quote)
      add("link.imitates", when: link.imitates != nil, link.quote)
      add("link.trick", when: link.trick != nil, link.quote)
      add("link.government", when: link.isGovernment, link.quote)
      add("link.disguised", when: !link.disguises.isEmpty, link.quote)
    }
  }

  private mutating func addSender(_ notice: Notice) {
    guard let sender = notice.sender else { return }
    add("sender", nil)
    add("sender.mobile", when: sender.kind == .mobile || sender.kind == .virtualMobile)
    add("sender.overseas", when: sender.kind == .overseas)
    guard let owner = sender.ownerID else { return }
    add("sender.owned", when: notice.names(owner: owner))
    add("sender.mismatch", when: !notice.names(owner: owner) && notice.registryID != nil)
  }

  private mutating func addDemands(_ notice: Notice) {
    for threat in notice.threats {
      add("threat", threat.quote)
      add("threat.\(threat.kind.rawValue)", threat.quote)
    }
    let kinds = Set(notice.threats.map(\.kind))
    add("threat.several", when: kinds.count > 1, notice.threats.first?.quote)
    for request in notice.requests {
      add("request.\(request.kind.rawValue)", request.quote)
      add("request.secret", when: request.isSecret, request.quote)
      add("request.transfer", when: request.isTransfer, request.quote)
    }
    for urgency in notice.urgency {
      add("urgency", urgency.quote)
      add("urgency.\(urgency.degree.rawValue)", urgency.quote)
    }
    add("third-party", when: !notice.thirdParty.isEmpty, notice.thirdParty.first)
  }
}
