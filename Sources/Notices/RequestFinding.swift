/// Something the text asks the reader to hand over or to do.
package struct RequestFinding: Hashable, Sendable {
  /// The kinds of requests.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A verification code.
    case code
    /// A password or a log-in, typed in.
    case password
    /// A password told to somebody.
    case tellPassword = "tell-password"
    /// A card or account number.
    case card
    /// Identity papers or personal details.
    case identity
    /// Sharing the screen or remote control.
    case screenSharing = "screen-sharing"
    /// Money to a person's account or to an account named only "this one".
    case transferPersonal = "transfer-personal"
    /// Money to a "safe", "clearing" or "supervised" account.
    case transferSafe = "transfer-safe"
    /// A fee before anything is given.
    case feeFirst = "fee-first"
    /// Adding a contact in WeChat, QQ or another app.
    case addContact = "add-contact"
    /// Opening a link.
    case clickLink = "click-link"
    /// Calling a number.
    case callNumber = "call-number"
    /// Installing an app that is not in the ordinary stores.
    case installApp = "install-app"
  }

  /// What is asked for.
  package let kind: Kind
  /// Whether the money is to go to a person's own account; honest lenders never ask for that.
  package let isToPrivateAccount: Bool
  /// The words.
  package let quote: Quote

  init(kind: Kind, isToPrivateAccount: Bool = false, quote: Quote) {
    self.kind = kind
    self.isToPrivateAccount = isToPrivateAccount
    self.quote = quote
  }

  /// Whether it asks for something nobody may be told: code, password, card, identity, screen.
  package var isSecret: Bool {
    switch kind {
    case .code, .password, .tellPassword, .card, .identity, .screenSharing: true
    default: false
    }
  }

  /// Whether nobody honest asks for it: a code, a password told, money to a "safe" or private account.
  var isNeverHonest: Bool {
    switch kind {
    case .code, .tellPassword, .transferSafe: true
    default: isToPrivateAccount
    }
  }

  /// Whether it asks for money, or for what opens an account; a warning only tells of such a request.
  var isForMoneyOrKeys: Bool {
    switch kind {
    case .code, .tellPassword, .card, .screenSharing, .feeFirst: true
    default: isTransfer
    }
  }

  /// Whether it asks for money to somebody's account or for a fee in advance.
  package var isTransfer: Bool {
    switch kind {
    case .transferPersonal, .transferSafe, .feeFirst: true
    default: false
    }
  }
}
