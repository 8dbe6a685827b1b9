import Wording

/// Turns the findings of a notice into the signals that the evidence table names.
struct NoticeSignals {
  private var set: SignalSet

  /// The signals of a notice; `none` is the set without any.
  static func signals(of notice: Notice, none: SignalSet) -> SignalSet {
    var work = NoticeSignals(set: none)
    work.addText(notice)
    work.addNames(notice)
    work.addNumbers(notice)
    work.addPhones(notice)
    work.addLinks(notice)
    work.addSender(notice)
    work.addDemands(notice)
    for entry in notice.cues.entries {
      work.set.add(SignalNames.findingCount + Int(entry.group), at: entry.range)
    }
    for missing in notice.missing { work.set.add(SignalNames.index(of: missing), at: nil) }
    return work.set
  }

  private mutating func add(_ signal: FindingSignal, _ quote: Quote?) {
    set.add(SignalNames.index(of: signal), at: quote?.range)
  }

  private mutating func add(_ signal: FindingSignal, when condition: Bool, _ quote: Quote? = nil) {
    if condition { add(signal, quote) }
  }

  private mutating func addText(_ notice: Notice) {
    let length = notice.message.scalars.count
    add(.textShort, when: length < 16)
    add(.textLong, when: length > 200)
    add(notice.language == .zh ? .inChinese : .inEnglish, nil)
    for disguise in notice.disguises {
      add(.disguise, disguise.quote)
      add(.disguiseSplit, when: disguise.disguise == .splitWord, disguise.quote)
      add(.disguiseTelling, when: disguise.disguise.isTelling, disguise.quote)
    }
  }

  private mutating func addNames(_ notice: Notice) {
    for signature in notice.signatures {
      add(.signature, signature.quote)
      add(.signatureRegistered, when: signature.institutionID != nil, signature.quote)
      add(.nameRegistered, when: signature.institutionID != nil, signature.quote)
      add(.signatureGeneric, when: signature.isGeneric, signature.quote)
      add(
        .signatureUnknown, when: signature.institutionID == nil && !signature.isGeneric,
        signature.quote)
    }
    for institution in notice.institutions {
      add(.institution, institution.quote)
      add(.institutionRegistered, when: institution.registryID != nil, institution.quote)
      add(.nameRegistered, when: institution.registryID != nil, institution.quote)
    }
    add(.person, when: !notice.persons.isEmpty, notice.persons.first?.quote)
    for contact in notice.contacts {
      set.add(SignalNames.index(of: contact.kind), at: contact.quote.range)
    }
    add(.contactPrivate, when: !notice.privateContacts.isEmpty, notice.privateContacts.first)
  }

  private mutating func addNumbers(_ notice: Notice) {
    for amount in notice.amounts {
      add(.amount, amount.quote)
      set.add(SignalNames.index(of: amount.role), at: amount.quote.range)
      add(.amountForeign, when: amount.currency.map { $0 != "CNY" } ?? false, amount.quote)
    }
    add(.amountSeveral, when: notice.amounts.count > 1, notice.amounts.first?.quote)
    for date in notice.dates {
      add(.date, date.quote)
      if let role = date.role { set.add(SignalNames.index(of: role), at: date.quote.range) }
    }
    add(.time, when: !notice.times.isEmpty, notice.times.first?.quote)
    if let deadline = notice.deadline { add(.deadline, deadline.quote) }
    let hours = notice.dates.first { $0.role == .due && $0.value.utf8.starts(with: "rel:PT".utf8) }
    add(.deadlineHours, when: hours != nil, hours?.quote)
    add(.overdueDays, when: !notice.overdueDays.isEmpty, notice.overdueDays.first?.quote)
    add(.dueInDays, when: !notice.dueInDays.isEmpty, notice.dueInDays.first?.quote)
    for reference in notice.references {
      switch reference.kind {
      case .tail: add(.tail, reference.quote)
      case .account: add(.account, reference.quote)
      case .reference: add(.reference, reference.quote)
      }
    }
  }

  private mutating func addPhones(_ notice: Notice) {
    for phone in notice.phones where !phone.isPersonal {
      add(.phone, phone.quote)
      add(.phoneOwned, when: notice.names(owner: phone.ownerID), phone.quote)
      add(.phoneDisguised, when: !phone.disguises.isEmpty, phone.quote)
      switch phone.kind {
      case .mobile: add(.phoneMobile, phone.quote)
      case .virtualMobile:
        add(.phoneMobile, phone.quote)
        add(.phoneVirtual, phone.quote)
      case .overseas: add(.phoneOverseas, phone.quote)
      case .service, .short: add(.phoneService, phone.quote)
      case .landline: add(.phoneLandline, phone.quote)
      case .other: break
      }
    }
  }

  private mutating func addLinks(_ notice: Notice) {
    for link in notice.links {
      add(.link, link.quote)
      add(.linkOfficial, when: notice.names(owner: link.ownerID), link.quote)
      add(.linkUnofficial, when: !link.isOfficial && !link.isShort, link.quote)
      add(.linkShort, when: link.isShort, link.quote)
      add(.linkImitates, when: link.imitates != nil, link.quote)
      add(.linkTrick, when: link.trick != nil, link.quote)
      add(.linkGovernment, when: link.isGovernment, link.quote)
      add(.linkRiskySuffix, when: link.hasRiskySuffix && !link.isOfficial, link.quote)
      add(.linkDisguised, when: !link.disguises.isEmpty, link.quote)
      add(.linkHidesHost, when: link.disguises.contains(.hiddenHost), link.quote)
    }
  }

  private mutating func addSender(_ notice: Notice) {
    guard let sender = notice.sender else { return }
    add(.sender, nil)
    add(.senderMobile, when: sender.kind == .mobile || sender.kind == .virtualMobile)
    add(.senderOverseas, when: sender.kind == .overseas)
    add(.senderImitates, when: sender.imitatesShortNumber)
    guard let owner = sender.ownerID else { return }
    add(.senderOwned, when: notice.names(owner: owner))
    add(.senderMismatch, when: !notice.names(owner: owner) && notice.registryID != nil)
  }

  private mutating func addDemands(_ notice: Notice) {
    add(.codeTold, when: !notice.codes.isEmpty, notice.codes.first)
    for threat in notice.threats {
      add(.threat, threat.quote)
      set.add(SignalNames.index(of: threat.kind), at: threat.quote.range)
    }
    let first = notice.threats.first
    add(.threatSeveral, when: notice.threats.contains { $0.kind != first?.kind }, first?.quote)
    for request in notice.requests {
      set.add(SignalNames.index(of: request.kind), at: request.quote.range)
      add(.requestSecret, when: request.isSecret, request.quote)
      add(.requestTransfer, when: request.isTransfer, request.quote)
      add(.requestPrivateAccount, when: request.isToPrivateAccount, request.quote)
    }
    // A few of them tell; a hostile text may hold thousands.
    let demanded = notice.requests.lazy.filter(\.isNeverHonest).prefix(32)
      .first { DirectDemand(message: notice.message).isDirect($0.quote.range) }
    add(.requestDemanded, when: demanded != nil, demanded?.quote)
    let own = notice.requests.lazy.filter(\.isForMoneyOrKeys).prefix(32)
      .first { DirectDemand(message: notice.message).isDirect($0.quote.range) }
    add(.requestOwn, when: own != nil, own?.quote)
    for urgency in notice.urgency {
      add(.urgency, urgency.quote)
      set.add(SignalNames.index(of: urgency.degree), at: urgency.quote.range)
    }
    add(.thirdParty, when: !notice.thirdParty.isEmpty, notice.thirdParty.first)
  }
}
