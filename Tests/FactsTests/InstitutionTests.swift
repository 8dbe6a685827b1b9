import Facts
import Testing

@Suite struct InstitutionTests {
  private let book = ShippedFacts.book

  @Test(arguments: [
    ("招联", "mucfc"), ("【招联金融】", "mucfc"), ("工商银行", "icbc"), ("ＩＣＢＣ", "icbc"), ("icbc", "icbc"),
    ("捷信", "jdcfc"), ("中国建设银行股份有限公司", "ccb"), ("360 借条", "qifu"),
  ])
  func `a name finds the institution whatever its width, case and signs`(
    name: String, id: String
  ) {
    #expect(book.institutions(named: name).map(\.id).contains(id))
  }

  @Test func `an unknown name finds nothing`() {
    #expect(book.institutions(named: "某某好借").isEmpty)
    #expect(book.institutions(named: "").isEmpty)
  }

  @Test func `numbers, senders and domains find their owners`() {
    #expect(book.institutions(phone: "95588").map(\.id) == ["icbc"])
    #expect(book.institutions(smsSender: "1069095599").map(\.id) == ["abc"])
    #expect(book.institutions(registrable: "icbc.com.cn").map(\.id) == ["icbc"])
    #expect(book.institutions(phone: "13800000000").isEmpty)
  }

  @Test func `every lender has a route that exists`() {
    for institution in book.institutions {
      #expect(book.complaintRoute(lender: institution.route) != nil, "\(institution.id)")
    }
  }

  @Test func `products without an app are known`() {
    let notes = book.productsWithoutApp.map(\.note.text.zh).joined()
    for product in ["微粒贷", "小鹅花钱", "花呗", "借呗"] { #expect(notes.contains(product)) }
  }

  @Test func `the names for a lexicon carry ids of institutions`() {
    let names = book.institutionNames
    #expect(names.count > 300)
    #expect(names.contains { $0.name == "微粒贷" && $0.id == "webank" })
  }
}
