import Recognizers
import Testing

struct IdentifierScannerTests {
  @Test(arguments: [
    Example("合同编号⟦AX20260315-77⟧", "identifier.contract", "contract AX20260315-77"),
    Example("借据号：⟦JJ88-20260101⟧", "identifier.contract", "contract JJ88-20260101"),
    Example("订单号⟦20260315001⟧", "identifier.order", "order 20260315001"),
    Example("编号：⟦2026-11-20-001⟧", "identifier.order", "order 2026-11-20-001"),
    Example("案号⟦20261234⟧", "identifier.case", "courtCase 20261234"),
    Example("立案号：⟦A2026-778⟧", "identifier.case", "courtCase A2026-778"),
    Example("⟦(2026)粤9904民初123号⟧", "identifier.case-number", "courtCase (2026)粤9904民初123号"),
    Example("⟦（2025）甲仲字第88号⟧", "identifier.case-number", "courtCase (2025)甲仲字第88号"),
    Example("账号⟦12345678⟧", "identifier.account", "account 12345678"),
    Example("a/c ⟦987654321⟧", "identifier.account", "account 987654321"),
    Example("卡号⟦6200 0000 1111 222⟧", "identifier.card-groups", "account 6200 0000 1111 222"),
    Example("⟦6200-0000-1111-2223⟧", "identifier.card-groups", "account 6200-0000-1111-2223"),
    Example("QQ:⟦100200300⟧", "identifier.chat", "chat 100200300"),
    Example("微信:⟦wx_dk2026⟧", "identifier.chat", "chat wx_dk2026"),
    Example("验证码是⟦482913⟧,", "identifier.code", "code 482913"),
    Example("your code ⟦7788⟧", "identifier.code", "code 7788"),
    Example("身份证⟦11010519491231002X⟧", "identifier.id-card", "idCard 11010519491231002X"),
    Example("身份证号⟦440524188001010014⟧", "identifier.id-card", "idCard 440524188001010014"),
    Example("见⟦DK20261234⟧", "identifier.letters-digits", "other DK20261234"),
    Example("⟦ABC1234567⟧单", "identifier.letters-digits", "other ABC1234567"),
    Example("⟦123456789012⟧", "identifier.long-digits", "other 123456789012"),
    Example("甲催字第⟦20261121⟧号", "identifier.numbered", "courtCase 20261121"),
    Example("乙函字⟦2026088⟧号", "identifier.numbered", "courtCase 2026088"),
    Example("转⟦6200000011112223⟧", "identifier.long-digits", "account 6200000011112223"),
    Example("尾号⟦1234⟧的卡", "identifier.tail", "1234"),
    Example("信用卡（⟦5678⟧）", "identifier.tail", "5678"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
