import Testing

@testable import Notices

/// Links that pass for a bank's own, and what is said of them.
@Suite struct LinkFindingTests {
  private static let start = "【工商银行】您的信用卡已逾期，请登录 "

  @Test(
    arguments: [
      ("https://www.icbc.com.cn@evil.top/login", "evil.top", "icbc"),
      ("www.icbc.com.cn@evil.top/login", "evil.top", "icbc"),
      (#"cmbchina.com\@evil.top"#, "cmbchina.com", "cmb"),
      ("http://cmbchina.com%2eevil.top/x", "evil.top", "cmb"),
      ("http://cmbchina.com:80@evil.top/x", "evil.top", "cmb"),
      ("cmbchina.com.手机/x", "com.手机", "cmb"),
      ("alipay.com.支付.top/a", "支付.top", "alipay"),
      ("http://95588@evil.top/x", "evil.top", "icbc"),
      ("http://工商银行@evil.top/x", "evil.top", "icbc"),
      ("cmbchinä.com/x", "cmbchinä.com", "cmb"),
      ("www.іcbc.com.cn/login", "іcbc.com.cn", "icbc"),
      ("сmbchina.com", "сmbchina.com", "cmb"),
      ("cmbchiпa.com", "cmbchiпa.com", "cmb"),
      ("https://ісьс.com.cn", "ісьс.com.cn", "icbc"),
      ("ícbc.com.cn", "ícbc.com.cn", "icbc"),
      ("www.icbc\u{200B}.com.cn", "icbc.com.cn", "icbc"),
      ("www.𝐢𝐜𝐛𝐜.com.cn", "icbc.com.cn", "icbc"),
    ] as [(String, String, String)])
  func `a link that passes for a bank's is nobody's and imitates it`(
    link: String, registrable: String, imitated: String
  ) throws {
    let text = LinkFindingTests.start + link + " 还款"
    let notice = NoticeFixture.read(text)
    let found = try #require(notice.links.first)
    #expect(notice.links.count == 1)
    #expect(found.quote.text == link)
    #expect(found.registrable.unicodeScalars.elementsEqual(registrable.unicodeScalars))
    #expect(!found.isOfficial)
    #expect(found.imitates == imitated)
    let assessment = NoticeFixture.assessor.assess(notice)
    #expect(assessment.level == .likelyScam)
    #expect(assessment.evidence.allSatisfy { $0.rule.id != "official-link" })
    #expect(!notice.standing(of: found).zh.contains("这家机构的官方域名"))
  }

  @Test(arguments: [
    "http://www.12378.gov.cn@evil.top/x", "www.chinаcourt.gov.cn", "http://nfra.gov.cn%2eevil.top",
  ])
  func `a public body's host in disguise is not official`(link: String) throws {
    let found = try #require(NoticeFixture.read("请看 \(link) 。").links.first)
    #expect(!found.isOfficial)
  }

  @Test(arguments: [
    "www.icbc.com.cn", "https://m.icbc.com.cn/a?b=c@d", "http://www.icbc.com.cn:443/x",
  ])
  func `the plain official link stays official`(link: String) throws {
    let notice = NoticeFixture.read(LinkFindingTests.start + link + " 查看")
    let found = try #require(notice.links.first)
    #expect(found.ownerID == "icbc")
    #expect(
      NoticeFixture.assessor.assess(notice).evidence.contains { $0.rule.id == "official-link" })
  }

  @Test(arguments: ["ｗｗｗ．ｉｃｂｃ．ｃｏｍ．ｃｎ", "www.icbc.com。cn"])
  func `a slip of the input method keeps its host but speaks for nothing`(link: String) throws {
    let notice = NoticeFixture.read(LinkFindingTests.start + link + " 查看")
    #expect(notice.links.first?.ownerID == "icbc")
    let rules = NoticeFixture.assessor.assess(notice).evidence.map(\.rule.id)
    #expect(!rules.contains("official-link"))
    #expect(rules.contains("link-disguised"))
  }
}
