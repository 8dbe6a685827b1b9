import Recognizers
import Testing

struct LinkScannerTests {
  @Test(arguments: [
    Example("点击⟦axxf-pay.top/r/8Kd2⟧处理", "link.host", "axxf-pay.top/r/8Kd2 axxf-pay.top"),
    Example("登录⟦m.abcd。com⟧", "link.host", "m.abcd.com abcd.com"),
    Example("开⟦dai点top⟧", "link.host", "dai.top dai.top"),
    Example("看⟦https://t.example/Ab?x=1⟧。", "link.scheme", "https://t.example/Ab?x=1 t.example"),
    Example("⟦http://10.0.0.1:8080/a⟧", "link.scheme", "http://10.0.0.1:8080/a 10.0.0.1"),
    Example("写信⟦kefu@abcd.com.cn⟧", "link.email", "kefu@abcd.com.cn"),
    Example("mail ⟦a.b@abcd.org⟧.", "link.email", "a.b@abcd.org"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
