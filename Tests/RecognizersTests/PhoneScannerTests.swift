import Recognizers
import Testing

struct PhoneScannerTests {
  @Test(arguments: [
    Example("找⟦13800005555⟧", "phone.mobile", "mobile 13800005555"),
    Example("详询⟦①⑦⓪-5555-0199⟧", "phone.mobile", "virtualMobile 17055550199"),
    Example("加⟦一三八零零零零五五五五⟧", "phone.mobile", "mobile 13800005555"),
    Example("⟦+86 159 0000 1234⟧", "phone.mobile", "mobile +8615900001234"),
    Example("⟦021-55550123转801⟧", "phone.landline", "landline 02155550123 x801"),
    Example("联系⟦0755-5555 0123⟧", "phone.landline", "landline 075555550123"),
    Example("热线⟦４００－５５５－０１２３⟧", "phone.service-prefix", "sharedCost 4005550123"),
    Example("拨⟦4005550123⟧", "phone.service-prefix", "sharedCost 4005550123"),
    Example("致电⟦95501⟧", "phone.service-number", "serviceNumber 95501"),
    Example("举报电话⟦12399⟧", "phone.service-number", "serviceNumber 12399"),
    Example("⟦+852 5555 0123⟧", "phone.overseas", "overseas +85255550123"),
    Example("来电⟦00447700900123⟧", "phone.overseas", "overseas 00447700900123"),
    Example("座机⟦5555-0123⟧", "phone.cue", "local 55550123"),
    Example("电话号是⟦零五五一二三四五六七⟧.", "phone.cue", "unknown 0551234567"),
    Example("⟦(212) 555-0199⟧", "phone.three-three-four", "unknown 2125550199"),
    Example("⟦(021)5555 0123-3⟧", "phone.landline", "landline 02155550123 x3"),
    Example("⟦021-55550123#801⟧", "phone.landline", "landline 02155550123 x801"),
    Example("⟦138 0000 5555⟧/138 0000 6666", "phone.mobile", "mobile 13800005555"),
    Example("138 0000 5555/⟦138 0000 6666⟧", "phone.mobile", "mobile 13800006666"),
    Example("021-55550123/⟦55550124⟧", "phone.cue", "local 55550124"),
    Example("⟦138-0000-5OOO⟧", "phone.mobile", "mobile 13800005000"),
    Example("⟦I38OOOO5555⟧", "phone.mobile", "mobile 13800005555"),
    Example("⟦4OO-55O-OI23⟧", "phone.service-prefix", "sharedCost 4005500123"),
    Example("⟦+86 21 5555 0123⟧", "phone.landline", "landline +862155550123"),
    Example("⟦086-13800005555⟧", "phone.mobile", "mobile 08613800005555"),
    Example("⟦212-555-0123⟧", "phone.three-three-four", "unknown 2125550123"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
