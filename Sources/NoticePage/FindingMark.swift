import Notices
import Wording

/// One finding as a person meets it: what it is, the words it rests on, how they are understood.
///
/// The page for the terminal and the page for a browser are both made from these.
package struct FindingMark: Hashable, Sendable {
  /// What a finding is about; each kind has one look.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Who: a signature, an institution, a person.
    case name
    /// An amount of money.
    case money
    /// A day, a time, a count of days or instalments.
    case time
    /// A telephone number.
    case phone
    /// A link.
    case link
    /// An app or a chat to go to.
    case contact
    /// A contract, a case, an account.
    case reference
    /// Something asked for.
    case request
    /// A threat.
    case threat
    /// Haste, and pressure on others.
    case pressure
    /// A waiver or reduction.
    case offer
    /// How to be rid of such texts, and when to ignore this one.
    case wayOut = "way-out"
    /// Writing in disguise.
    case disguise
  }

  /// What it is about.
  package let kind: Kind
  /// What it is, in a word or two: 本金, Principal.
  package let name: BilingualText
  /// What the words are understood as: 3,200.50元; empty where they say all there is.
  package let meaning: BilingualText
  /// The place of the words in the raw message, in Unicode scalars from its start, half open.
  package let range: Range<Int>
  /// The words exactly as they stand there; make them safe before printing.
  package let words: String

  /// The words on one line, safe for the terminal: line ends and tabs are blanks.
  package var line: String { words.onOneLine }
}

extension FindingMark {
  /// A finding that rests on a quote.
  init(kind: Kind, name: BilingualText, meaning: BilingualText, quote: Quote) {
    self.init(
      kind: kind, name: name, meaning: meaning, range: quote.range, words: quote.text)
  }
}

extension String {
  /// The text on one line, safe for the terminal: line ends and tabs are blanks.
  var onOneLine: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        view.append(" ")
      } else if !scalar.steersTerminal {
        view.append(scalar)
      }
    }
    return String(view)
  }
}

extension FindingMark.Kind {
  /// The kind in one short word, as it stands in brackets before the words: 金额, amount.
  package var label: BilingualText {
    switch self {
    case .name: BilingualText(zh: "名称", en: "name")
    case .money: BilingualText(zh: "金额", en: "amount")
    case .time: BilingualText(zh: "时间", en: "time")
    case .phone: BilingualText(zh: "电话", en: "phone")
    case .link: BilingualText(zh: "链接", en: "link")
    case .contact: BilingualText(zh: "联系", en: "contact")
    case .reference: BilingualText(zh: "编号", en: "number")
    case .request: BilingualText(zh: "要求", en: "request")
    case .threat: BilingualText(zh: "威胁", en: "threat")
    case .pressure: BilingualText(zh: "施压", en: "pressure")
    case .offer: BilingualText(zh: "优惠", en: "offer")
    case .wayOut: BilingualText(zh: "退路", en: "way out")
    case .disguise: BilingualText(zh: "伪装", en: "disguise")
    }
  }
}
