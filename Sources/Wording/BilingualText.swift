/// A text for people in both languages of the interface; neither is the translation of the other.
package struct BilingualText: Hashable, Sendable {
  /// The text in simplified Chinese.
  package let zh: String
  /// The text in English.
  package let en: String

  /// A text in both languages.
  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
