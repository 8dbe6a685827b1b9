import Charts
import Wording

extension PlanContent {
  /// The page as one HTML file that stands alone: its styles and its chart inside, nothing loaded, all
  /// text escaped; for light and dark screens and for print.
  package var html: String {
    let body = blocks.map(html).joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-Hans" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title.escapedForMarkup)</title>
      <style>
      \(PlanContent.style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title.escapedForMarkup)</h1>
      \(body)
      </main>
      </body>
      </html>

      """
  }

  private static let style = """
    :root{color-scheme:light dark}
    body{margin:0;background:#fff;color:#222;font:16px/1.6 system-ui,"Noto Sans SC",sans-serif}
    main{max-width:50rem;margin:0 auto;padding:1rem}
    h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{padding:.25rem .6rem;border-bottom:1px solid #ccc;text-align:right}
    th:first-child,td:first-child{text-align:left}
    li{white-space:pre-line}
    @media screen and (prefers-color-scheme:dark){body{background:#181818;color:#eee}th,td{border-color:#555}}
    @media print{main{max-width:none;padding:0}h2,table,svg{break-inside:avoid}h2{break-after:avoid}}
    """

  private func html(_ block: PlanBlock) -> String {
    switch block {
    case .heading(let words): return "<h2>\(words.escapedForMarkup)</h2>"
    case .words(let words): return "<p>\(words.escapedForMarkup)</p>"
    case .list(let lines):
      let items = lines.map { "<li>\($0.escapedForMarkup)</li>" }.joined(separator: "\n")
      return "<ul>\n\(items)\n</ul>"
    case .table(let rows): return html(table: rows)
    case .chart: return html(chart: chart)
    }
  }

  private func html(table rows: [[String]]) -> String {
    let lines = rows.enumerated().map { index, row in
      let tag = index == 0 ? "th scope=\"col\"" : "td"
      let end = index == 0 ? "th" : "td"
      return "<tr>" + row.map { "<\(tag)>\($0.escapedForMarkup)</\(end)>" }.joined() + "</tr>"
    }
    return "<div class=\"wide\"><table>\n\(lines.joined(separator: "\n"))\n</table></div>"
  }

  private func html(chart: BalanceChart) -> String {
    let legend = chart.curves.enumerated().map { index, curve in
      "<li>\(BalanceChart.letter(index)) \(chart.caption(of: index).escapedForMarkup)</li>"
    }
    return chart.svg(title: title) + "\n<ul>\n\(legend.joined(separator: "\n"))\n</ul>"
  }
}
