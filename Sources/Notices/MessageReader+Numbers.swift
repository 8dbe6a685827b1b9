import Recognizers

extension MessageReader {
  func phones(_ reading: Reading, _ loose: LooseNumbers) -> [PhoneFinding] {
    let known = recognizedPhones(reading)
    guard reading.has(.callNumber) else { return known }
    let called = loose.calledNumbers().map { range in
      let quote = reading.message.quote(range)
      return PhoneFinding(
        number: quote.text, kind: .other, shapeID: registry.shapeID(of: quote.text),
        ownerID: registry.owner(phone: quote.text), isPersonal: false, disguises: [], quote: quote)
    }
    guard !called.isEmpty else { return known }
    return (known + called).sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }

  private func recognizedPhones(_ reading: Reading) -> [PhoneFinding] {
    guard !reading.kinds.isDisjoint(with: .phone) else { return [] }
    let personal = PersonalNumber(in: reading.message)
    return reading.entities.compactMap { entity in
      guard case .phone(let phone) = entity.value else { return nil }
      let digits = phone.digits
      let number = digits.utf8.first == UInt8(ascii: "+") ? String(digits.dropFirst()) : digits
      let kind = PhoneFinding.Kind(phone.shape)
      let ownerID = registry.owner(phone: phone.national)
      return PhoneFinding(
        number: number, kind: kind, shapeID: registry.shapeID(of: digits), ownerID: ownerID,
        isPersonal: ownerID == nil && kind.canBePersonal && personal.stands(at: entity.range),
        disguises: disguises(of: entity), quote: reading.message.quote(entity.range))
    }
  }

  func links(_ reading: Reading) -> [LinkFinding] {
    guard !reading.kinds.isDisjoint(with: .link) else { return [] }
    return reading.entities.compactMap { entity in
      guard case .link(let link) = entity.value else { return nil }
      return LinkFinding(
        link, disguises: disguises(of: entity),
        quote: reading.message.quote(withScheme(entity.range, in: reading.message)),
        registry: registry)
    }
  }

  /// Takes in a scheme that blanks or a lost colon have torn off: `http //`, `https: // `.
  private func withScheme(_ range: Range<Int>, in message: MessageText) -> Range<Int> {
    var start = range.lowerBound
    func skip(_ signs: StaticString, atMost count: Int) -> Int {
      var skipped = 0
      while start > 0, skipped < count, message.scalars[start - 1].isAny(of: signs) {
        start -= 1
        skipped += 1
      }
      return skipped
    }
    _ = skip(" ", atMost: 2)
    guard skip("/", atMost: 2) == 2 else { return range }
    _ = skip(" :", atMost: 3)
    for scheme in ["https", "http"] where start >= scheme.utf8.count {
      let before = start - scheme.utf8.count..<start
      if message.quote(before).text.lowercased().utf8.elementsEqual(scheme.utf8) {
        return before.lowerBound..<range.upperBound
      }
    }
    return range
  }

  func references(_ reading: Reading, _ loose: LooseNumbers) -> [ReferenceFinding] {
    let known = recognizedReferences(reading)
    let tails = loose.tails().map {
      ReferenceFinding(kind: .tail, quote: reading.message.quote($0))
    }
    let papers = loose.references().map {
      ReferenceFinding(kind: .reference, quote: reading.message.quote($0))
    }
    guard !tails.isEmpty || !papers.isEmpty else { return known }
    let places = SortedRanges(known.map(\.quote.range))
    return (known + (tails + papers).filter { !places.overlaps($0.quote.range) })
      .sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }

  func codes(_ reading: Reading) -> [Quote] {
    guard !reading.kinds.isDisjoint(with: .reference) else { return [] }
    return reading.entities.compactMap { entity in
      guard case .identifier(let identifier) = entity.value, identifier.sort == .code else {
        return nil
      }
      return reading.message.quote(identifier.numberRange)
    }
  }

  private func recognizedReferences(_ reading: Reading) -> [ReferenceFinding] {
    guard !reading.kinds.isDisjoint(with: .reference) else { return [] }
    return reading.entities.compactMap { entity in
      switch entity.value {
      case .tail:
        ReferenceFinding(kind: .tail, quote: digits(of: entity.range, in: reading.message))
      case .identifier(let identifier):
        switch identifier.sort {
        case .contract, .order, .courtCase:
          ReferenceFinding(
            kind: .reference, quote: reading.message.quote(identifier.numberRange))
        case .account:
          ReferenceFinding(kind: .account, quote: reading.message.quote(identifier.numberRange))
        case .idCard, .chat, .code, .other: nil
        }
      default: nil
      }
    }
  }

  private func disguises(of entity: Entity) -> [Disguise] {
    guard entity.hasFolds else { return [] }
    return entity.folds.map(Disguise.init).sorted { $0.rawValue < $1.rawValue }
  }

  /// The run of digits at the end of a range: `尾号1234` gives `1234`.
  private func digits(of range: Range<Int>, in message: MessageText) -> Quote {
    let range = range.clamped(to: message.scalars.indices)
    var end = range.upperBound
    while end > range.lowerBound, !isDigit(message.scalars[end - 1]) { end -= 1 }
    var start = end
    while start > range.lowerBound, isDigit(message.scalars[start - 1]) { start -= 1 }
    return message.quote(start < end ? start..<end : range)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }
}

extension PhoneFinding.Kind {
  /// Whether numbers of this kind belong to persons too.
  fileprivate var canBePersonal: Bool {
    switch self {
    case .mobile, .virtualMobile, .landline, .overseas, .other: true
    case .service, .short: false
    }
  }

  /// The kind of a recognized shape.
  init(_ shape: PhoneValue.Shape) {
    self =
      switch shape {
      case .mobile: .mobile
      case .virtualMobile: .virtualMobile
      case .landline, .local: .landline
      case .sharedCost, .tollFree: .service
      case .serviceNumber: .short
      case .overseas: .overseas
      case .unknown: .other
      }
  }
}
