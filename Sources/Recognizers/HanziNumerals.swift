/// The Chinese numerals and what they are worth.
enum HanziNumerals {
  /// Digits; those for writing amounts (大写) and the spoken 两, 俩, 仨, 幺 among them.
  static let digits: [(scalar: Unicode.Scalar, value: Int64)] = [
    ("零", 0), ("〇", 0), ("○", 0), ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6),
    ("七", 7), ("八", 8), ("九", 9), ("两", 2), ("俩", 2), ("仨", 3), ("幺", 1), ("壹", 1), ("贰", 2),
    ("叁", 3), ("肆", 4), ("伍", 5), ("陆", 6), ("柒", 7), ("捌", 8), ("玖", 9), ("弌", 1), ("弍", 2),
    ("弎", 3), ("弐", 2), ("壱", 1), ("叄", 3), ("參", 3), ("貮", 2),
  ]

  /// Units: powers of ten, and 廿 卅 卌, which are 20, 30, 40.
  static let units: [(scalar: Unicode.Scalar, value: Int64)] = [
    ("十", 10), ("百", 100), ("千", 1_000), ("万", 10_000), ("亿", 100_000_000),
    ("拾", 10), ("佰", 100), ("仟", 1_000),
    ("兆", 1_000_000_000_000), ("廿", 20), ("卅", 30), ("卌", 40),
  ]

  /// The value of a digit, `nil` for any other scalar.
  static func digit(_ scalar: UInt32) -> Int64? {
    switch scalar {
    case 0x96F6, 0x3007, 0x25CB: 0
    case 0x4E00, 0x5E7A, 0x58F9, 0x5F0C, 0x58F1: 1
    case 0x4E8C, 0x4E24, 0x4FE9, 0x8D30, 0x5F0D, 0x5F10, 0x8CB3, 0x8CAE, 0x5169, 0x5006: 2
    case 0x4E09, 0x4EE8, 0x53C1, 0x5F0E, 0x53C4, 0x53C3: 3
    case 0x56DB, 0x8086: 4
    case 0x4E94, 0x4F0D: 5
    case 0x516D, 0x9646, 0x9678: 6
    case 0x4E03, 0x67D2: 7
    case 0x516B, 0x634C: 8
    case 0x4E5D, 0x7396: 9
    default: nil
    }
  }

  /// The value of a unit, `nil` for any other scalar.
  static func unit(_ scalar: UInt32) -> Int64? {
    switch scalar {
    case 0x5341, 0x62FE: 10
    case 0x767E, 0x4F70: 100
    case 0x5343, 0x4EDF: 1_000
    case 0x4E07, 0x842C: 10_000
    case 0x4EBF, 0x5104: 100_000_000
    case 0x5146: 1_000_000_000_000
    case 0x5EFF: 20
    case 0x5345: 30
    case 0x534C: 40
    default: nil
    }
  }
}
