import Testing

@testable import Recognizers

/// Links whose host is not what it seems to be; all of them invented.
struct OddLinkScannerTests {
  @Test(
    arguments: [
      ("登录⟦https://www.abcd.com.cn@evil.top/login⟧还款", "evil.top", "www.abcd.com.cn"),
      ("登录⟦www.abcd.com.cn@evil.top/login⟧还款", "evil.top", "www.abcd.com.cn"),
      ("⟦abcd.com@evil.top/x⟧", "evil.top", "abcd.com"),
      ("⟦http://abcd.com:80@evil.top/x⟧", "evil.top", "abcd.com"),
      ("⟦http://abcd.com@other.com@evil.top/x⟧", "evil.top", "abcd.com@other.com"),
      ("⟦http://12345@evil.top/x⟧", "evil.top", "12345"),
      ("⟦http://abcd.com&a=1@evil.top⟧。", "evil.top", "abcd.com&a=1"),
      ("⟦http://青禾银行@evil.top/x⟧", "evil.top", "青禾银行"),
      ("⟦http://abcd.com%2f@evil.top/x⟧", "evil.top", "abcd.com%2f"),
      ("⟦http://abcd.com@10.0.0.1/a⟧", "10.0.0.1", "abcd.com"),
      ("⟦https://abcd.com@3232235777/a⟧", "3232235777", "abcd.com"),
    ])
  func `the host stands behind the last @, what is before it is a decoy`(
    marked: String, host: String, decoy: String
  ) throws {
    let link = try #require(Odd(marked))
    #expect(link.isMarked)
    #expect(link.value.host == host)
    #expect(link.value.decoy?.host == decoy)
    #expect(link.folds.contains(.hiddenHost))
  }

  @Test(arguments: [
    ("⟦http://abcd.com%2eevil.top/x⟧", "abcd.com.evil.top", "evil.top"),
    ("⟦abcd.com%2Eevil.top/x⟧", "abcd.com.evil.top", "evil.top"),
    ("⟦http://%61bcd.com/x⟧", "abcd.com", "abcd.com"),
    ("⟦http://abcd.com%2fevil.top/x⟧", "abcd.com", "abcd.com"),
    ("⟦http://%E4%B8%AD%E6%96%87.com/x⟧", "中文.com", "中文.com"),
    (#"⟦abcd.com\@evil.top⟧"#, "abcd.com", "abcd.com"),
    (#"⟦https://abcd.com\.evil.top/x⟧"#, "abcd.com", "abcd.com"),
    ("看⟦weibo.com⟧@小明", "weibo.com", "weibo.com"),
  ])
  func `a host written with codes or a backslash is decoded and marked`(
    marked: String, host: String, registrable: String
  ) throws {
    let link = try #require(Odd(marked))
    #expect(link.isMarked)
    #expect(link.value.host == host)
    #expect(link.value.registrableHost == registrable)
    #expect(link.folds.contains(.hiddenHost))
  }

  @Test(arguments: [
    ("⟦www.аbcd.com/login⟧", "www.аbcd.com", "аbcd.com"),
    ("⟦сmbank.com⟧", "сmbank.com", "сmbank.com"),
    ("⟦cmbaпk.com⟧", "cmbaпk.com", "cmbaпk.com"),
    ("⟦https://ісьс.com.cn⟧", "ісьс.com.cn", "ісьс.com.cn"),
    ("⟦ábcd.com.cn⟧", "ábcd.com.cn", "ábcd.com.cn"),
    ("⟦cmbanä.com/x⟧", "cmbanä.com", "cmbanä.com"),
    ("⟦abcd.соm⟧", "abcd.соm", "abcd.соm"),
    ("⟦i\u{301}bcd.com⟧", "i\u{301}bcd.com", "i\u{301}bcd.com"),
    ("⟦ПРИМЕР.com⟧", "пример.com", "пример.com"),
    ("⟦http://中文.com/x⟧", "中文.com", "中文.com"),
    ("看⟦www.青禾银行.com⟧。", "www.青禾银行.com", "青禾银行.com"),
    ("⟦abcd.com.手机/x⟧", "abcd.com.手机", "com.手机"),
    ("⟦abcd.com.支付.top/a⟧", "abcd.com.支付.top", "支付.top"),
    ("⟦xn--fiq228c.com/x⟧", "xn--fiq228c.com", "xn--fiq228c.com"),
    ("⟦abcd.xn--fiqs8s⟧", "abcd.xn--fiqs8s", "abcd.xn--fiqs8s"),
  ])
  func `letters beyond a to z stay in the host, whole`(
    marked: String, host: String, registrable: String
  ) throws {
    let link = try #require(Odd(marked))
    #expect(link.isMarked)
    #expect(link.value.host.unicodeScalars.elementsEqual(host.unicodeScalars))
    #expect(link.value.registrableHost.unicodeScalars.elementsEqual(registrable.unicodeScalars))
    #expect(!link.folds.contains(.hiddenHost))
  }

  @Test(arguments: ["аbcd.com", "cmbaпk.com", "abcd.соm", "ісьс.com.cn"])
  func `letters that look like Latin ones are told as a disguise`(text: String) throws {
    #expect(try #require(Odd(text)).folds.contains(.lookalike))
  }

  @Test(arguments: [
    ("登录⟦www.abcd.com.cn⟧查看", "www.abcd.com.cn"), ("请到⟦abcd.com⟧.谢谢", "abcd.com"),
    ("⟦abcd.com⟧.手机银行也可以", "abcd.com"), ("⟦http://abcd.com⟧：kefu", "abcd.com"),
    ("⟦http://abcd.com⟧，邮箱kefu@abcd.com", "abcd.com"),
    ("⟦http://abcd.com⟧联系kefu@abcd.com", "abcd.com"),
    ("⟦http://abcd.com/a@b⟧", "abcd.com"), ("⟦http://abcd.com?to=a@b.com⟧", "abcd.com"),
    ("⟦http://abcd.com:8080/x⟧", "abcd.com"), (#"⟦http://abcd.com⟧\n 谢谢"#, "abcd.com"),
  ])
  func `a plain link stays plain`(marked: String, host: String) throws {
    let link = try #require(Odd(marked))
    #expect(link.isMarked)
    #expect(link.value.host == host)
    #expect(link.value.decoy == nil)
    #expect(link.folds.isEmpty)
  }

  @Test(arguments: [
    "kefu@abcd.com", "邮箱a.b@abcd.com/电话", "naïve.Some", "comпривет", "你好.谢谢", "T。谢谢", "é.è",
    "100%.", "a%2eb",
  ])
  func `addresses for letters and plain words are no links`(text: String) {
    #expect(Odd(text) == nil)
  }

  @Test func `hostile rows are read in linear time`() {
    for piece in ["http://", "a@", "a.b%", "%2e", "é", "é.", #"a.b\"#, "http://a:", "招.a", "www.招"]
    {
      _ = Odd(String(repeating: piece, count: 4_000))
    }
  }
}

/// The first link of a marked text.
private struct Odd {
  let value: LinkValue
  let folds: Set<Fold>
  let isMarked: Bool

  init?(_ marked: String) {
    let example = Example(marked, "", "")
    let entities = Example.recognizer.recognize(example.text).entities
    for entity in entities {
      if case .link(let link) = entity.value {
        (value, folds, isMarked) = (link, entity.folds, example.range == entity.range)
        return
      }
    }
    return nil
  }
}
