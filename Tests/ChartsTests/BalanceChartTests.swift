import MoneyAndDates
import Testing
import Wording

@testable import Charts

@Suite struct BalanceChartTests {
  private static let curves = [
    BalanceCurve(
      name: "先还<利率>最高的", balances: (0...16).map { Money(fen: Int64(16 - $0) * 83_125) }),
    BalanceCurve(
      name: "只还最低", balances: (0...40).map { Money(fen: 1_330_000 - Int64($0) * 10_000) }),
  ]

  private func chart(_ language: Language = .zh) -> BalanceChart {
    BalanceChart(curves: Self.curves, language: language)
  }

  @Test(
    arguments: [20, 40, 80, 200],
    [TerminalDrawing.dots(colours: false), .letters, .words])
  func `no line is wider than the window`(columns: Int, drawing: TerminalDrawing) {
    for language in Language.allCases {
      let text = chart(language).terminal(columns: columns, drawing: drawing)
      for line in text.split(separator: "\n") {
        #expect(line.displayWidth <= columns, "\(columns): \(line)")
      }
    }
  }

  @Test func `letters are plain ASCII, the legend names each with its end`() {
    let lines = chart(.en).terminal(columns: 60, drawing: .letters).split(separator: "\n")
    #expect(lines.prefix(12).allSatisfy { line in line.allSatisfy(\.isASCII) })
    #expect(lines.contains { $0.hasPrefix("A  ") && $0.contains("16 months") })
    #expect(lines.contains { $0.hasPrefix("B  ") && $0.contains("not paid off") })
  }

  @Test func `words hold no picture`() {
    let text = chart().terminal(columns: 80, drawing: .words)
    #expect(text.contains("现在 13,300.00元") && text.contains("16 个月还清"))
    #expect(
      !text.contains("|") && !text.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) })
  }

  @Test func `colours are asked for and closed on every cell`() {
    let text = chart().terminal(columns: 60, drawing: .dots(colours: true))
    let opened = text.split(separator: "\u{1B}[3", omittingEmptySubsequences: false).count
    #expect(opened > 3 && text.contains("\u{1B}[39m"))
    #expect(!chart().terminal(columns: 60, drawing: .dots(colours: false)).contains("\u{1B}"))
  }

  @Test func `the SVG is closed, escaped, and loads nothing`() {
    let svg = chart().svg(title: "a\"b<c>&'\u{1B}")
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>"))
    #expect(svg.contains("a&quot;b&lt;c&gt;&amp;&#39;") && svg.contains("先还&lt;利率&gt;最高的"))
    #expect(!svg.contains("href") && !svg.contains("url(") && !svg.contains("<script"))
    #expect(svg.contains("prefers-color-scheme:dark"))
  }

  @Test(arguments: [
    [], [BalanceCurve(name: "", balances: [])], [BalanceCurve(name: "x", balances: [.zero])],
    [BalanceCurve(name: "x", balances: [Money(fen: .max), Money(fen: .max)])],
    [BalanceCurve(name: "x", balances: [Money(fen: 1)])],
    [BalanceCurve(name: "x", balances: [Money](repeating: Money(fen: 5), count: 1201))],
  ])
  func `odd curves draw something and never trap`(curves: [BalanceCurve]) {
    let chart = BalanceChart(curves: curves, language: .en)
    #expect(!chart.svg(title: "t").isEmpty)
    for drawing in [TerminalDrawing.dots(colours: true), .letters, .words] {
      _ = chart.terminal(columns: 1, drawing: drawing)
      _ = chart.terminal(columns: 1000, drawing: drawing)
    }
  }
}
