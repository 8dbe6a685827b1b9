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

  @Test(arguments: ["应还3,200.50元", "2026-11-23 18:00", "请致电95588或12378", "合同AX20260315-77", "尾号1234", ""])
  func `amounts, dates and service numbers stay`(text: String) {
    #expect(Redactor().redact(text) == text)
  }

  @Test func `numbers named as kept stay readable`() {
    #expect(Redactor(keeping: ["17055550199"]).redact("致电 170-5555-0199") == "致电 170-5555-0199")
  }
}
