/// One form of a number: the small pattern language of `numbering.yaml`.
///
/// A number has the form when every part that is given holds. The country code and the area code
/// are taken off first; `exact`, `prefixes`, `exceptPrefixes` and `digits` speak of the rest.
struct NumberPattern: Hashable, Sendable {
  enum Part: String, Hashable, Sendable, CaseIterable {
    case none, optional, required
  }

  /// The whole rest is one of these; empty: no such demand.
  let exact: [[UInt8]]
  /// The rest begins with one of these; empty: no such demand.
  let prefixes: [[UInt8]]
  /// The rest begins with none of these.
  let exceptPrefixes: [[UInt8]]
  /// How many digits the rest has.
  let digits: ClosedRange<Int>
  /// `+86`, `0086` or `86` in front.
  let countryCode: Part
  /// 0 and a Chinese area code in front.
  let areaCode: Part
  /// `+` in front (and no country code 86).
  let plus: Bool
  /// Letters among the digits; no other part is looked at then.
  let letters: Bool

  func matches(_ number: DialledNumber) -> Bool {
    if letters { return number.hasLetters && number.hasDigits }
    guard !number.hasLetters, plus == number.hasPlus || countryCode != .none else { return false }
    if countryCode != .required, fits(number.digits[...]) { return true }
    guard countryCode != .none, let rest = number.withoutCountryCode else { return false }
    return fits(rest)
  }

  /// Whether a number without + and letters that starts with two digits could match; it says yes
  /// wherever `matches` could.
  func mayMatch(startingWith digits: [UInt8]) -> Bool {
    guard !letters, !plus || countryCode != .none else { return false }
    if countryCode != .none, digits == [0x38, 0x36] || digits == [0x30, 0x30] { return true }
    if areaCode != .none, digits.first == 0x30 { return true }
    func begins(_ wanted: [UInt8]) -> Bool {
      wanted.prefix(2).elementsEqual(digits.prefix(wanted.count))
    }
    return (exact.isEmpty || exact.contains(where: begins))
      && (prefixes.isEmpty || prefixes.contains(where: begins))
  }

  /// Whether the rest, with or without an area code, is what the pattern wants.
  private func fits(_ rest: ArraySlice<UInt8>) -> Bool {
    if areaCode != .required, isWanted(rest) { return true }
    guard areaCode != .none, let local = DialledNumber.withoutAreaCode(rest) else { return false }
    return isWanted(local)
  }

  private func isWanted(_ rest: ArraySlice<UInt8>) -> Bool {
    digits.contains(rest.count) && (exact.isEmpty || exact.contains { $0.elementsEqual(rest) })
      && (prefixes.isEmpty || prefixes.contains { rest.starts(with: $0) })
      && !exceptPrefixes.contains { rest.starts(with: $0) }
  }
}
