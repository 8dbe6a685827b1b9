import Wording

extension FlowDiagram {
  /// The diagram as an SVG image of its own: no scripts, no links, no fonts from elsewhere.
  package var svg: String {
    SVGDrawing(self).text
  }
}

/// Draws a diagram layer by layer; lengths are whole pixels.
private struct SVGDrawing {
  private struct Frame {
    let x: Int
    let y: Int
    let width: Int
    let height: Int

    var middle: Int { x + width / 2 }
    var bottom: Int { y + height }
  }

  private static let columnWidth = 8
  private static let lineHeight = 18
  private static let gap = 28
  private static let layerGap = 64
  private static let margin = 24

  private let diagram: FlowDiagram
  private var frames: [Frame]
  private var width = 0
  private var height = 0
  private let layerOf: [Int]

  init(_ diagram: FlowDiagram) {
    self.diagram = diagram
    let layers = DiagramLayers(diagram)
    layerOf = layers.layerOf
    let sizes = diagram.boxes.map { SVGDrawing.size(of: $0) }
    frames = sizes.map { Frame(x: 0, y: 0, width: $0.width, height: $0.height) }
    let widths = layers.layers.map { boxes in
      boxes.reduce(0) { $0 + sizes[$1].width } + max(0, boxes.count - 1) * SVGDrawing.gap
    }
    let widest = widths.max() ?? 0
    var y = SVGDrawing.margin + 2 * SVGDrawing.lineHeight
    for (layer, boxes) in layers.layers.enumerated() {
      var x = SVGDrawing.margin + (widest - widths[layer]) / 2
      let tallest = boxes.map { sizes[$0].height }.max() ?? 0
      for box in boxes {
        let (width, height) = sizes[box]
        frames[box] = Frame(x: x, y: y + (tallest - height) / 2, width: width, height: height)
        x += width + SVGDrawing.gap
      }
      y += tallest + SVGDrawing.layerGap
    }
    let title = diagram.title.displayWidth * SVGDrawing.columnWidth * 5 / 4
    width = max(widest, title) + 2 * SVGDrawing.margin + 80
    height = y
  }

  private static func size(of box: FlowDiagram.Box) -> (width: Int, height: Int) {
    let columns = max(box.id.displayWidth, box.words.displayWidth, 8)
    return (columns * columnWidth + 28, (box.words.isEmpty ? 1 : 2) * lineHeight + 18)
  }

  var text: String {
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(diagram.title.xml)\""
        + " font-family=\"sans-serif\" font-size=\"13\">",
      "<title>\(diagram.title.xml)</title>",
      "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\""
        + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#555\"/></marker></defs>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
      "<text x=\"\(SVGDrawing.margin)\" y=\"\(SVGDrawing.margin + 4)\" font-size=\"16\""
        + " font-weight=\"bold\">\(diagram.title.xml)</text>",
    ]
    lines += diagram.arrows.map { line(for: $0) }
    for (place, box) in diagram.boxes.enumerated() { lines += shape(of: box, at: place) }
    lines += diagram.arrows.compactMap { label(for: $0) }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  // MARK: - Arrows

  private func goesDown(_ arrow: FlowDiagram.Arrow) -> Bool {
    layerOf[arrow.to] > layerOf[arrow.from]
  }

  /// Down from the lower edge to the upper edge; ways back run along the right side, dashed.
  private func line(for arrow: FlowDiagram.Arrow) -> String {
    let (from, to) = (frames[arrow.from], frames[arrow.to])
    guard goesDown(arrow) else {
      let right = max(from.x + from.width, to.x + to.width) + 50
      let (start, end) = (
        from.y + from.height / 2, to.y + to.height / 2 + (arrow.from == arrow.to ? 10 : 0)
      )
      return path(
        "M\(from.x + from.width) \(start)C\(right) \(start) \(right) \(end) \(to.x + to.width) \(end)",
        "stroke-dasharray=\"5 4\"")
    }
    let bend = max(24, (to.y - from.bottom) / 2)
    return path(
      "M\(from.middle) \(from.bottom)C\(from.middle) \(from.bottom + bend)"
        + " \(to.middle) \(to.y - bend) \(to.middle) \(to.y)", "")
  }

  private func path(_ data: String, _ more: String) -> String {
    "<path d=\"\(data)\" fill=\"none\" stroke=\"#555\" marker-end=\"url(#tip)\" \(more)/>"
  }

  /// The words stand on the arrow, nearer to its beginning.
  private func label(for arrow: FlowDiagram.Arrow) -> String? {
    guard !arrow.words.isEmpty else { return nil }
    let (from, to) = (frames[arrow.from], frames[arrow.to])
    let words = arrow.words.shortened(to: 40)
    let (x, y) =
      goesDown(arrow)
      ? (from.middle + (to.middle - from.middle) / 4, from.bottom + 24)
      : (from.x + from.width + 30, from.y + from.height / 2 - 6)
    return "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\" font-size=\"11\" fill=\"#333\""
      + " stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">\(words.xml)</text>"
  }

  // MARK: - Boxes

  private func shape(of box: FlowDiagram.Box, at place: Int) -> [String] {
    let frame = frames[place]
    let look = SVGDrawing.look(of: box.shape)
    let border = place == diagram.start ? 3 : 1
    var lines = [
      "<g><title>\("\(box.id) \(box.words)".xml)</title>",
      "<rect x=\"\(frame.x)\" y=\"\(frame.y)\" width=\"\(frame.width)\" height=\"\(frame.height)\""
        + " rx=\"\(look.corner)\" fill=\"\(look.fill)\" stroke=\"\(look.stroke)\""
        + " stroke-width=\"\(border)\"/>",
      text(box.id, frame, line: 0, "font-weight=\"bold\""),
    ]
    if !box.words.isEmpty { lines.append(text(box.words, frame, line: 1, "")) }
    return lines + ["</g>"]
  }

  private func text(_ words: String, _ frame: Frame, line: Int, _ more: String) -> String {
    "<text x=\"\(frame.middle)\" y=\"\(frame.y + 21 + line * SVGDrawing.lineHeight)\""
      + " text-anchor=\"middle\" \(more)>\(words.xml)</text>"
  }

  private static func look(
    of shape: FlowDiagram.Shape
  ) -> (fill: String, stroke: String, corner: Int) {
    switch shape {
    case .question: ("#e8f0fe", "#3367d6", 10)
    case .statement: ("#f8f9fa", "#80868b", 0)
    case .fork: ("#fef7e0", "#b06000", 2)
    case .sum: ("#f1f3f4", "#5f6368", 2)
    case .call: ("#f3e8fd", "#8430ce", 2)
    case .review: ("#e6f4f1", "#12806a", 10)
    case .repetition: ("#fce8e6", "#a50e0e", 2)
    case .outcome: ("#e6f4ea", "#137333", 18)
    }
  }
}

extension String {
  /// The text inside XML: signs escaped, controls left out.
  fileprivate var xml: String {
    escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      case "\u{FFFE}", "\u{FFFF}": ""
      default: nil
      }
    }
  }
}
