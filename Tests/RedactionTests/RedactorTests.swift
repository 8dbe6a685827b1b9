import Testing

@testable import Redaction

@Suite struct RedactorTests {
  @Test(arguments: [
    ("我的手机13912340000。", "我的手机139****0000。"),
    ("139 1234 0000", "139 **** 0000"),
    ("１３９１２３４００００", "１３９****００００"),
    ("身份证11010519491231002X", "身份证110*************2X"),
    ("卡号6222 0212 3412 3412 345", "卡号**** **** **** ***2 345"),
    ("座机0755-66660000", "座机075*-******00"),
  ])
  func `personal numbers are masked and keep their shape`(text: String, masked: String) {
    #expect(Redactor().redact(text) == masked)
  }

  @Test(arguments: [
    "应还3,200.50元", "2026-11-23 18:00", "请致电95588或12378", "合同AX20260315-77", "尾号1234", "",
  ])
  func `amounts, dates and service numbers stay`(text: String) {
    #expect(Redactor().redact(text) == text)
  }

  @Test func `numbers named as kept stay readable`() {
    #expect(Redactor(keeping: ["17055550199"]).redact("致电 170-5555-0199") == "致电 170-5555-0199")
  }

  @Test(arguments: [
    ("13912340000 13700001111", "139****0000 137****1111"),
    ("2026-11-21 13912340000", "2026-11-21 139****0000"),
    ("2026-11-21 139 1234 0000", "2026-11-21 139 **** 0000"),
    ("应还3,200 13912340000", "应还3,200 139****0000"),
    ("110105194912310021 13912340000", "110*************21 139****0000"),
    ("6222021234123412 6222021234123413", "************3412 ************3413"),
    ("6222 0212 3412 3412 139-1234-0000", "**** **** **** 3412 139-****-0000"),
    ("110105 19491231 002X", "110*** ******** **2X"), ("11010519491231002x", "110*************2x"),
    ("110105-1949-12-31-0021", "110***-****-**-**-**21"),
    ("+86 139\u{A0}1234\u{2013}0000", "+86 139\u{A0}****\u{2013}0000"),
    ("139  1234  0000", "139  ****  0000"), ("1 3 9 1 2 3 4 0 0 0 0", "1 3 9 * * * * 0 0 0 0"),
    ("١٣٩١٢٣٤٠٠٠٠", "١٣٩****٠٠٠٠"), ("𝟏𝟑𝟗𝟏𝟐𝟑𝟒𝟎𝟎𝟎𝟎", "𝟏𝟑𝟗****𝟎𝟎𝟎𝟎"),
    ("13912340000110105194912310021", "*************************0021"),
  ])
  func `numbers that follow each other are each masked, dates and sums beside them stay`(
    text: String, masked: String
  ) {
    #expect(Redactor().redact(text) == masked)
  }

  @Test(arguments: [
    "400-820-1234", "10690123456", "106905550012345", "12378", "2026-11-21 2026-12-21",
    "2026-11-21 18:00 95588", "X", "17X", "1 2 3 4 5", "第 1 期 2026-12-15 1,028.81",
    "20261121", "尾号 8888 8888", "١٢٣", "**** **** 3412",
  ])
  func `what is no personal number stays as it is`(text: String) {
    #expect(Redactor().redact(text) == text)
  }

  @Test(arguments: [
    ("17055550199 13912340000", "17055550199 139****0000"),
    ("13912340000-17055550199", "139****0000-17055550199"),
    ("+86 17055550199", "+86 17055550199"), ("8617055550199", "8617055550199"),
    ("0755-6666-0000 17055550199", "075*-****-**00 17055550199"),
  ])
  func `a kept number stays beside one that is masked`(text: String, masked: String) {
    #expect(Redactor(keeping: ["+17055550199"]).redact(text) == masked)
  }

  @Test func `a text keeps its length, and masking twice is masking once`() {
    let text =
      "王 13912340000，110105194912310021；卡6222 0212 3412 3412 345。Ａ１３９１２３４００００\u{1F468}\u{200D}\u{1F469}"
    let masked = Redactor().redact(text)
    #expect(masked.unicodeScalars.count == text.unicodeScalars.count)
    #expect(Redactor().redact(masked) == masked)
  }

  @Test(arguments: ["1", "1 ", "1-", "13912340000 ", "X", "e\u{301}", "12 "])
  func `a long hostile text is masked in one go`(piece: String) {
    let text = String(repeating: piece, count: 4_000)
    #expect(Redactor().redact(text).unicodeScalars.count == text.unicodeScalars.count)
  }
}
