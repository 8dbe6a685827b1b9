import MoneyAndDates
import Wording

extension BalanceChart {
  /// The chart as one SVG element, to be put into a page: colours for light and dark, lines told
  /// apart by dashes and letters too; `title` says in words what it shows.
  ///
  /// It loads nothing; all text is escaped.
  package func svg(title: String) -> String {
    let lines =
      [
        "<svg class=\"balance-chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 360\" role=\"img\" aria-label=\"\(escaped(title))\">",
        "<style>\(BalanceChart.style)</style>", "<title>\(escaped(title))</title>",
      ] + grid + curves.indices.map(curve) + letters + ["</svg>"]
    return lines.joined(separator: "\n")
  }

  private static let style = """
    .balance-chart{color:#222;background:none;font:13px sans-serif;width:100%;height:auto}\
    .balance-chart .grid{stroke:currentColor;stroke-opacity:.18}\
    .balance-chart text{fill:currentColor}\
    .balance-chart polyline{fill:none;stroke-width:2.5}\
    .balance-chart .l0{stroke:#0b62b0}.balance-chart .l1{stroke:#b0470b}\
    .balance-chart .l2{stroke:#2e7d32}.balance-chart .l3{stroke:#7b1fa2}\
    .balance-chart .l4{stroke:#8a6d00}.balance-chart .l5{stroke:#555}\
    @media screen and (prefers-color-scheme:dark){.balance-chart{color:#eee}\
    .balance-chart .l0{stroke:#7ab8ff}.balance-chart .l1{stroke:#ffab76}\
    .balance-chart .l2{stroke:#8fd694}.balance-chart .l3{stroke:#d7a6f2}\
    .balance-chart .l4{stroke:#e6cf6b}.balance-chart .l5{stroke:#bbb}}
    """

  private static let dashes = ["none", "8 4", "2 4", "12 4 2 4", "5 2", "1 3"]
  private static let (left, right, upper, lower) = (90.0, 696.0, 16.0, 310.0)

  private func x(_ month: Double) -> Double {
    Self.left + (Self.right - Self.left) * month / Double(months)
  }

  private func y(_ fen: Double) -> Double {
    Self.lower - (Self.lower - Self.upper) * min(max(fen / top, 0), 1)
  }

  private var grid: [String] {
    var lines: [String] = []
    for level in levels {
      let height = tenths(y(level))
      lines.append(
        "<line class=\"grid\" x1=\"\(tenths(Self.left))\" y1=\"\(height)\" x2=\"\(tenths(Self.right))\" y2=\"\(height)\"/>"
      )
      lines.append(
        "<text x=\"\(tenths(Self.left - 8))\" y=\"\(tenths(y(level) + 4))\" text-anchor=\"end\">\(BalanceChart.label(fen: level))</text>"
      )
    }
    for month in monthMarks(most: 12) {
      lines.append(
        "<text x=\"\(tenths(x(Double(month))))\" y=\"\(tenths(Self.lower + 20))\" text-anchor=\"middle\">\(month)</text>"
      )
    }
    let caption = BilingualText(zh: "月（纵轴：欠款，元）", en: "months (left: owed, yuan)")[language]
    lines.append(
      "<text x=\"\(tenths((Self.left + Self.right) / 2))\" y=\"\(tenths(Self.lower + 42))\" text-anchor=\"middle\">\(caption)</text>"
    )
    return lines
  }

  private func curve(_ index: Int) -> String {
    let shown = curves[index].balances.prefix(months + 1)
    let points = shown.enumerated().map { month, balance in
      "\(tenths(x(Double(month)))),\(tenths(y(Double(balance.fen))))"
    }
    let dash = Self.dashes[index % Self.dashes.count]
    return
      "<polyline class=\"l\(index % 6)\" stroke-dasharray=\"\(dash)\" points=\"\(points.joined(separator: " "))\"><title>\(escaped(curves[index].name))</title></polyline>"
  }

  /// The letter of each curve at its end; curves that end at one place stand side by side.
  private var letters: [String] {
    var taken: [Int: Int] = [:]
    return curves.indices.map { index in
      let last = min(months, curves[index].paidOff ?? months)
      let height = y(curves[index].balance(at: Double(last)))
      let place = last * 1000 + Int(height) / 16
      let before = taken[place, default: 0]
      taken[place] = before + 1
      let left = x(Double(last)) - 6 - Double(before) * 12
      return
        "<text x=\"\(tenths(left))\" y=\"\(tenths(height - 6))\" font-weight=\"bold\">\(BalanceChart.letter(index))</text>"
    }
  }

  /// A coordinate with one decimal.
  private func tenths(_ value: Double) -> String {
    let all = Int((value * 10).rounded())
    return all % 10 == 0 ? "\(all / 10)" : "\(all / 10).\(abs(all % 10))"
  }

  private func escaped(_ text: String) -> String { text.escapedForMarkup }
}

extension String {
  /// The text as it may stand in HTML, XML and quoted attributes: controls taken out, the five
  /// special characters as entities.
  package var escapedForMarkup: String {
    var result = ""
    for scalar in safeForTerminal.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
