import Foundation
import SourceText
import Testing
import Wording

@testable import FlowLanguage

/// The letters in `flows/letters`: what the law's list of letters asks of all of them.
@Suite struct ShippedLettersTests {
  /// The thirteen of the law's list.
  private static let listed = [
    "prove_debt", "not_my_debt", "third_party_stop", "card_instalment", "extension_relief",
    "cost_breakdown", "complaint_lender", "credit_objection", "regulator_complaint",
    "police_summary", "evidence_list", "payment_order_objection", "defence_outline",
  ]

  private static let letters: [LetterTemplate] = {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "flows/letters")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      else { return nil }
      return LetterReader.read(SourceText(name: name, text: text)).letter
    }
  }()

  private func letter(_ id: String, _ language: Language) throws -> LetterTemplate {
    try #require(
      ShippedLettersTests.letters.first { $0.name.text == id && $0.language == language },
      "\(id) \(language)")
  }

  @Test(arguments: listed)
  func `each letter of the law's list is there in Chinese with an English reading copy`(
    id: String
  ) throws {
    let (zh, en) = (try letter(id, .zh), try letter(id, .en))
    #expect(Set(zh.placeholders.map(\.text)) == Set(en.placeholders.map(\.text)))
    #expect(!zh.basis.isEmpty && zh.basis.map(\.text) == en.basis.map(\.text))
  }

  @Test(arguments: letters)
  func `a letter warns first and names what must never be in it`(letter: LetterTemplate) {
    #expect(!letter.warnings.isEmpty && !letter.must.isEmpty)
    let never = letter.never.joined(separator: " ")
    let secrets =
      letter.language == .zh ? ["密码", "验证码", "卡号"] : ["passwords", "codes", "card number"]
    for secret in secrets { #expect(never.contains(secret), "\(letter.name.text)") }
    if letter.language == .en { #expect(letter.body.contains("Reading copy")) }
  }

  @Test(arguments: letters)
  func `no letter has a place for a password, a code or a whole card number`(
    letter: LetterTemplate
  ) {
    for placeholder in letter.placeholders {
      for secret in ["password", "passwd", "pin", "otp", "cvv", "card_number", "full_card"] {
        #expect(!placeholder.text.split(separator: "_").contains { $0 == secret })
        #expect(placeholder.text != secret)
      }
    }
    for secret in ["密码", "验证码", "完整卡号", "password"] {
      #expect(!letter.body.contains(secret), "\(letter.name.text)")
    }
  }

  @Test(arguments: [
    "card_instalment", "extension_relief", "pro_rata_offer", "settlement_offer", "prove_debt",
  ])
  func `a letter that asks for time warns that limitation restarts`(id: String) throws {
    #expect(try letter(id, .zh).warnings.contains { $0.contains("时效") })
    #expect(
      try letter(id, .en).warnings.contains { $0.lowercased().contains("limitation") })
  }

  @Test(arguments: [
    "prove_debt", "not_my_debt", "cost_breakdown", "complaint_lender", "settlement_offer",
  ])
  func `a letter that disputes a debt says that it admits none`(id: String) throws {
    #expect(try letter(id, .zh).body.contains("不构成"))
    let en = try letter(id, .en).body
    #expect(en.contains("not an admission") || en.contains("admits no") || en.contains("not admit"))
  }
}
