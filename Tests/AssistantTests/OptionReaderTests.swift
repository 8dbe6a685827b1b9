import FlowLanguage
import SourceText
import Testing
import Wording

@testable import Assistant

@Suite struct OptionReaderTests {
  private let lenders = OptionReader(
    options: [
      ("bank", "银行贷款", "A bank loan"), ("card", "信用卡", "A credit card"),
      ("small-loan", "小额贷款公司", "A small-loan company"),
    ].map { id, zh, en in
      Option(id: id, label: BilingualText(zh: zh, en: en), range: SourceRange(start: 0, end: 0))
    }, isTri: false)

  @Test(arguments: [
    ("1", "bank"), ("２", "card"), ("small-loan", "small-loan"), ("小额", "small-loan"),
    ("信用卡", "card"),
    (" Card ", "card"), ("s", "small-loan"), ("1.", "bank"), ("２、", "card"), ("信用卡。", "card"),
  ])
  func `an option is known by number, id, label and beginning`(line: String, id: String) {
    #expect(lenders.option(line)?.id == id)
  }

  @Test(arguments: ["", "0", "4", "a", "支付宝", "-1", "99999999999999999999"])
  func `what fits none or several is not guessed`(line: String) {
    #expect(lenders.option(line) == nil)
  }

  @Test(arguments: [
    ("1,3", ["bank", "small-loan"]), ("3、1", ["bank", "small-loan"]), ("2", ["card"]), ("0", []),
    ("都没有", []), ("全都没有", []), ("以上都不是", []), ("None of them", []),
    ("1 2 3", ["bank", "card", "small-loan"]), ("全部", ["bank", "card", "small-loan"]),
    ("all", ["bank", "card", "small-loan"]),
  ])
  func `several options come back in their own order`(line: String, ids: [String]) {
    #expect(lenders.options(line)?.map(\.id) == ids)
  }

  @Test func `one wrong word among several spoils the answer`() {
    #expect(lenders.options("1,9") == nil)
  }

  @Test(arguments: [
    ("是", "yes"), ("没有", "no"), ("n", "no"), ("不知道", "unsure"), ("3", "unsure"),
    ("Not sure", "unsure"), ("对的", "yes"), ("嗯", "yes"), ("没", "no"),
  ])
  func `yes, no and not sure are read in both languages`(line: String, id: String) {
    #expect(OptionReader(options: Option.tri, isTri: true).option(line)?.id == id)
  }
}
