import Recognizers
import Testing

struct LexiconTests {
  private let lexicon = Lexicon([
    ("起诉", 1), ("被起诉", 2), ("诉", 3), ("pay", 4), ("safe account", 5), ("起诉", 6), ("", 7),
  ])

  @Test func `every occurrence is found, the longest of one end first`() {
    let hits = lexicon.hits(in: FoldedText("将被起诉"))
    #expect(hits.map(\.id) == [2, 1, 6, 3])
    #expect(hits.map(\.range) == [1..<4, 2..<4, 2..<4, 3..<4])
  }

  @Test func `of overlapping ones the leftmost longest stays`() {
    #expect(lexicon.longestHits(in: FoldedText("被起诉，起诉")).map(\.id) == [2, 1])
  }

  @Test func `a Latin word is found whole, in either case, across line ends`() {
    #expect(lexicon.hits(in: FoldedText("PAY payment prepay Safe\nAccount")).map(\.id) == [4, 5])
  }

  @Test func `traditional and disguised writings are found`() {
    #expect(lexicon.hits(in: FoldedText("起\u{200B}訴")).map(\.id) == [1, 6, 3])
  }

  @Test func `an empty lexicon finds nothing`() {
    #expect(Lexicon([]).hits(in: FoldedText("起诉")).isEmpty)
  }
}
