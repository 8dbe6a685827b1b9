import Facts
import Testing

@Suite struct NumberShapeTests {
  private let book = ShippedFacts.book

  @Test(arguments: [
    ("0085212345678", "overseas-00"), ("+85212345678", "overseas-plus"),
    ("+864006700700", "plus86-400"),
    ("0012378", "short-with-more"), ("123781", "short-with-more"),
    ("9611011", "short-with-more"), ("012368", "short-with-more"),
    ("0095588", "short-with-more"), ("095588", "short-with-more"),
    ("+8695588", "short-with-more"), ("008695588", "short-with-more"),
    ("8695588", "short-local"), ("1008611", "short-local"), ("955881", "953-955-956"),
    ("+86 138 0000 0000", "mobile"), ("008613800000000", "mobile"), ("+861069012345678", "106-690"),
    ("l0086", "odd-chars"), ("110", "110"), ("12381", "12381"), ("96110", "96110"),
    ("01096110", "96110"), ("075512368", "12368"), ("12378", "12xxx"), ("10086", "100xx"),
    ("95588", "953-955-956"), ("95110", "95110"), ("95017", "95-callcentre"),
    ("952295", "95-callcentre"), ("955881234", "95-other"), ("96588", "96xxx"),
    ("10107888", "1010"), ("400-123-4567", "400"), ("8001234567", "800"),
    ("1069912345", "106-699"), ("1069012345", "106-690"), ("1069612345", "106-695-8"),
    ("1069112345", "106-69"), ("1065712345", "106-65"), ("1066112345", "106-66"),
    ("1063012345", "106-62-63"), ("1064012345", "106-64"), ("1068112345", "106-68"),
    ("118123456", "118"), ("17012345678", "mobile-mvno"), ("16512345678", "mobile-mvno"),
    ("13800000000", "mobile"), ("1440123456789", "iot-13"), ("01012321", "area+short"),
    ("020-95508", "area+short"), ("010-12345678", "landline"), ("0755-12345678", "landline"),
    ("+8675512345678", "landline-no0"), ("11888", "carrier-short"), ("12345678", "short-local"),
    ("１２３７８", "12xxx"),
  ])
  func `the first shape that fits wins`(number: String, id: String) {
    #expect(book.numberShape(of: number)?.id == id)
  }

  @Test(arguments: ["", "1", "999", "abc"])
  func `a form that no shape describes has none`(number: String) {
    #expect(book.numberShape(of: number) == nil)
  }

  @Test func `a long row of digits costs nothing`() {
    #expect(book.numberShape(of: String(repeating: "7", count: 100_000)) == nil)
  }
}
