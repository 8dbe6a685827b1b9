import Testing

@testable import FlowChecking

@Suite struct TypedFactTests {
  @Test(arguments: [
    ("请打 12378 举报", TypedFact.Kind.phone, "12378"), ("dial 110", .phone, "110"),
    ("座机 010-6655 4433", .phone, "010-6655 4433"), ("13800138000", .phone, "13800138000"),
    ("见 https://x.y/z", .address, "https://x.y/z"),
    ("见（http://a.cn/b?c=d）", .address, "http://a.cn/b?c=d"),
    ("打１２３７８", .phone, "１２３７８"), ("年化２４％", .percentage, "２４"),
    ("１５日内", .days, "１５"),
    ("去 beian.miit.gov.cn 查", .address, "beian.miit.gov.cn"),
    ("95599.cn", .address, "95599.cn"), ("年化 15.4%", .percentage, "15.4"),
    ("百分之二十四", .percentage, "百分之"), ("24 % a year", .percentage, "24"),
    ("十五日内", .days, "十五"), ("20个工作日", .days, "20"), ("within 30 days", .days, "30"),
  ])
  func `typed facts are found`(text: String, kind: TypedFact.Kind, words: String) {
    let found = TypedFact.all(in: text)
    #expect(found.map(\.kind) == [kind])
    let bytes = Array(text.utf8)
    #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [words])
  }

  @Test(arguments: [
    "3,200.50元", "¥120000", "2026-03-01", "2026年3月1日", "第 12 条", "3 笔", "e.g. this", "A.B",
    "一日三餐", "还 12 期", "step 1.2.3", "3 people", "第 110 条", "50000 元", "５００００元", "第３步",
  ])
  func `other numbers and words give no alarm`(text: String) {
    #expect(TypedFact.all(in: text).isEmpty)
  }
}
