/// The characters with which a word of the grammar can start.
enum GrammarWords {
  /// Numerals apart, every first character of a date word, of a word before a sum and of a share.
  static let starts: [Unicode.Scalar] = Array(
    "今明后昨前去本上下这周星礼凌早清傍晚中午夜半次翌即当来旧大从自每之往向第过最近未再还此正拂晌黄深对个分人港新台日欧英美接月年".unicodeScalars)
}
