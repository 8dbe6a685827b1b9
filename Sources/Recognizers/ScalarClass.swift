/// What a folded scalar can be for the scanners.
package enum ScalarClass: UInt8, Hashable, Sendable {
  /// Anything no scanner asks for.
  case other
  /// A decimal digit, folded to 0…9.
  case digit
  /// A Chinese numeral of one digit: 零〇一…九两, 壹…玖, 仨, 幺.
  case hanziDigit
  /// A Chinese numeral of a power or a sum: 十百千万亿, 拾佰仟, 廿卅卌.
  case hanziUnit
  /// A Latin letter a–z, A–Z.
  case latin
  /// A blank or a line end.
  case space
  /// A Chinese character that starts a word of the grammar: 今 in 今天.
  case wordStart
  /// Any other Chinese character.
  case han
  /// Any other ASCII sign.
  case sign
}
