import Facts
import Testing

@Suite struct LinkCheckTests {
  private let book = ShippedFacts.book

  @Test(arguments: [
    ("www.icbc.com.cn", "icbc.com.cn"), ("jf.shop.ccb.com", "ccb.com"), ("95588.com", "95588.com"),
    ("WWW.ICBC.COM.CN", "ICBC.COM.CN"), ("www.12321.cn", "12321.cn"),
    ("rsj.hangzhou.gov.cn", "hangzhou.gov.cn"), ("studentaid.gov", "studentaid.gov"),
  ])
  func `official domains are official and imitate nobody`(host: String, registrable: String) {
    let check = book.linkCheck(host: host, registrable: registrable)
    #expect(check.isOfficial)
    #expect(check.imitations.isEmpty)
  }

  @Test(arguments: [
    ("gov.cn.sbbt88.top", "sbbt88.top"), ("irs-gov.com", "irs-gov.com"),
    ("studentaid.gov.help", "gov.help"),
  ])
  func `a name that only holds gov is no public body`(host: String, registrable: String) {
    #expect(book.linkCheck(host: host, registrable: registrable).government == nil)
  }

  @Test(arguments: [
    ("icbc.com.cn.pay-now.top", "pay-now.top", "brand-in-subdomain", "icbc"),
    ("www.cmbchina.attacker.com", "attacker.com", "brand-in-subdomain", "cmb"),
    ("icbc-update.net", "icbc-update.net", "brand-plus-word", "icbc"),
    ("alipayvip.cc", "alipayvip.cc", "brand-plus-word", "alipay"),
    ("zhifubao.net", "zhifubao.net", "other-suffix", "alipay"),
    ("meituan.top", "meituan.top", "other-suffix", "meituan"),
    ("95533.cn", "95533.cn", "hotline-in-domain", "ccb"),
    ("a1ipay.com", "a1ipay.com", "char-swap", "alipay"),
    ("аlipay.com", "аlipay.com", "char-swap", "alipay"),
    ("duxia0man.com", "duxia0man.com", "char-swap", "duxiaoman"),
    ("cmbchinä.com", "cmbchinä.com", "char-swap", "cmb"),
    ("cmbchiпa.com", "cmbchiпa.com", "char-swap", "cmb"),
    ("www.іcbc.com.cn", "іcbc.com.cn", "char-swap", "icbc"),
    ("ісьс.com.cn", "ісьс.com.cn", "char-swap", "icbc"),
    ("i\u{301}cbc.com.cn", "i\u{301}cbc.com.cn", "char-swap", "icbc"),
    ("xn--cmbchin-cxa.com", "xn--cmbchin-cxa.com", "char-swap", "cmb"),
    ("www.іcbc.pay.top", "pay.top", "brand-in-subdomain", "icbc"),
    ("cmbchina.com.手机", "com.手机", "brand-in-subdomain", "cmb"),
    ("icbc.соm", "icbc.соm", "other-suffix", "icbc"),
  ])
  func `a look-alike is named with its trick and the one it imitates`(
    host: String, registrable: String, trick: String, institution: String
  ) throws {
    let check = book.linkCheck(host: host, registrable: registrable)
    #expect(!check.isOfficial)
    let first = try #require(check.imitations.first)
    #expect(first.trick == trick)
    #expect(first.institution == institution)
    #expect(book.lookAlikeTrick(trick) != nil)
  }

  @Test func `an unknown host is neither official nor a look-alike`() {
    let check = book.linkCheck(host: "axxf-pay.top", registrable: "axxf-pay.top")
    #expect(!check.isOfficial)
    #expect(check.imitations.isEmpty)
    #expect(check.hasRiskySuffix)
    #expect(book.linkCheck(host: "example.org", registrable: "example.org").imitations.isEmpty)
  }

  @Test func `short links, addresses and foreign letters are told`() {
    #expect(book.linkCheck(host: "dwz.cn", registrable: "dwz.cn").isShortLink)
    #expect(
      book.linkCheck(host: "1.2.3.4", registrable: "1.2.3.4").imitations.map(\.trick) == [
        "ip-or-port"
      ])
    let foreign = book.linkCheck(host: "xn--80ak6aa92e.com", registrable: "xn--80ak6aa92e.com")
    #expect(foreign.imitations.map(\.trick) == ["punycode"])
  }
}
