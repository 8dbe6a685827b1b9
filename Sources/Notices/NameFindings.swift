/// The name in brackets at the start or end of a message, `【安心消费】`, by which a text says who sends it.
package struct SignatureFinding: Hashable, Sendable {
  /// The name without its brackets.
  package let quote: Quote
  /// The registry's id of the institution that uses this name, `nil` when no registry entry does.
  package let institutionID: String?
  /// Whether the name says only what the text is (账单提醒, 温馨提示), not who sends it.
  package let isGeneric: Bool
}

/// A bank, lender, platform, court or other body that the text names.
package struct InstitutionFinding: Hashable, Sendable {
  /// How the text names it.
  package let quote: Quote
  /// The registry's id, `nil` for a name that looks like an institution and is in no registry.
  package let registryID: String?
}

/// A person the text names: `王先生`, `郭经理`, `张佳怡`.
package struct PersonFinding: Hashable, Sendable {
  /// The name with its honorific.
  package let quote: Quote
}

/// A place outside the text where the reader is sent: an app, a mini program, WeChat.
package struct ContactFinding: Hashable, Sendable {
  /// The kinds of places.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An app.
    case app
    /// A mini program (小程序).
    case miniapp
    /// WeChat or an official account (微信、公众号).
    case wechat
    /// WhatsApp.
    case whatsapp
    /// QQ.
    case qq
    /// A code to scan (二维码).
    case qr
  }

  /// What sort of place.
  package let kind: Kind
  /// The words that name it.
  package let quote: Quote
}
