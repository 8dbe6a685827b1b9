import Wording

/// A lender, platform or payment company with its official channels.
package struct Institution: Hashable, Sendable {
  /// What kind of company it is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A bank 银行.
    case bank
    /// A consumer-finance company 消费金融公司.
    case consumerFinance = "consumer-finance"
    /// A small-loan company 小额贷款公司.
    case smallLoan = "small-loan"
    /// An app or site that brings customers; usually not the lender.
    case platform
    /// A payment company.
    case payment
  }

  /// What a number is for.
  package enum PhoneRole: String, Hashable, Sendable, CaseIterable {
    /// The company's main service line.
    case main
    /// A service line for some customers or products.
    case service
    /// A service line for calls from abroad.
    case overseas
    /// A sales or collection line: never a number to verify with.
    case outbound
  }

  /// A telephone number.
  package struct Phone: Hashable, Sendable {
    /// Digits only.
    package let number: String
    /// As people write it.
    package let shown: String
    /// What it is for.
    package let role: PhoneRole
    /// Which line it is; `nil` for the plain service line.
    package let label: BilingualText?
    /// What one should know about it.
    package let note: BilingualText?
    /// Where it comes from.
    package let provenance: Provenance

    /// Whether the program may say "call this": no outbound line, not of the lowest confidence.
    package var mayBeCalled: Bool { role != .outbound && provenance.confidence > .reported }
  }

  /// A number under which text messages arrive.
  package struct SMSSender: Hashable, Sendable {
    /// Digits only.
    package let number: String
    /// Which service uses it.
    package let label: BilingualText?
    /// What one should know about it.
    package let note: BilingualText?
    /// Where it comes from.
    package let provenance: Provenance
  }

  /// A host on the web.
  package struct Domain: Hashable, Sendable {
    /// The host as found, lower case.
    package let host: String
    /// Its registrable domain, lower case.
    package let registrable: String
    /// `main`, `other`, `group`, `mobile`, `points` or `shortlink`.
    package let role: String
    /// What one should know about it.
    package let note: BilingualText?
    /// Where it comes from.
    package let provenance: Provenance
  }

  /// Something worth knowing that carries its own source.
  package struct Note: Hashable, Sendable {
    /// What it is about.
    package enum Subject: String, Hashable, Sendable, CaseIterable {
      /// A product that has no app of its own.
      case noApp = "no_app"
      /// What its staff never ask.
      case neverDoes = "never_does"
      /// Where its own app shows the bill.
      case checkBill = "check_bill"
      /// Anything else.
      case note
    }

    /// What it is about.
    package let subject: Subject
    /// The words.
    package let text: BilingualText
    /// Where it comes from.
    package let provenance: Provenance
  }

  /// Its id in `institutions.yaml`.
  package let id: String
  /// What kind of company it is.
  package let kind: Kind
  /// The class within its kind: `state-bank`, `joint-stock-bank`, `private-bank`, `regional-bank`,
  /// `foreign-bank`, `consumer-finance`, `platform`, `marketplace`, `payment`.
  package let group: String
  /// What people call it.
  package let name: BilingualText
  /// Its full registered name in Chinese; `nil` where none was found.
  package let legalName: String?
  /// Other names, in either language.
  package let aliases: [String]
  /// Products that go by their own name.
  package let products: [String]
  /// Ids of the companies that lend through this platform.
  package let lenderIDs: [String]
  /// Full names of lenders behind this platform that have no entry of their own.
  package let lenders: [String]
  /// The lender kind whose complaint route applies.
  package let route: String
  /// Its telephone numbers.
  package let phones: [Phone]
  /// Numbers its text messages come from; never complete.
  package let smsSenders: [SMSSender]
  /// Its domains.
  package let domains: [Domain]
  /// Signatures derived from its names, brackets taken off; not observed.
  package let signatures: [String]
  /// Further facts about it.
  package let notes: [Note]
  /// Where the entry as a whole comes from.
  package let provenance: Provenance

  /// The numbers the program may tell a person to call.
  package var contactPhones: [Phone] { phones.filter(\.mayBeCalled) }
  /// Every name it goes by, without repeats: name, legal name, aliases, products.
  package var allNames: [String] {
    var seen: Set<[UInt8]> = []
    return ([name.zh, name.en] + [legalName].compactMap(\.self) + aliases + products).filter {
      !$0.isEmpty && seen.insert(Array($0.utf8)).inserted
    }
  }
}
