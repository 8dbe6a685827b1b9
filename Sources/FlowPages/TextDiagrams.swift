import Wording

extension FlowDiagram {
  /// The diagram in Mermaid's language, one statement a line.
  package var mermaid: String {
    var lines = ["---", "title: \(FlowDiagram.mermaidTitle(title))", "---", "flowchart TD"]
    for (place, box) in boxes.enumerated() {
      let (open, close) = box.shape.mermaidBrackets
      lines.append("  n\(place)\(open)\"\(box.label.mermaidText)\"\(close)")
    }
    for arrow in arrows {
      let words = arrow.words.isEmpty ? "" : "|\"\(arrow.words.mermaidText)\"|"
      lines.append("  n\(arrow.from) -->\(words) n\(arrow.to)")
    }
    if let start { lines.append("  style n\(start) stroke-width:3px") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A title as a double-quoted YAML scalar.
  private static func mermaidTitle(_ title: String) -> String {
    "\"" + title.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }

  /// The diagram in Graphviz' language, one statement a line.
  package var dot: String {
    var lines = ["digraph \(name.dotText) {", "  label=\(title.dotText);", "  node [shape=box];"]
    for (place, box) in boxes.enumerated() {
      let bold = place == start ? ", penwidth=3" : ""
      lines.append("  n\(place) [label=\(box.label.dotText), \(box.shape.dotStyle)\(bold)];")
    }
    for arrow in arrows {
      let words = arrow.words.isEmpty ? "" : " [label=\(arrow.words.dotText)]"
      lines.append("  n\(arrow.from) -> n\(arrow.to)\(words);")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }
}

extension FlowDiagram.Box {
  /// The id and the words.
  fileprivate var label: String { words.isEmpty ? id : "\(id)\n\(words)" }
}

extension FlowDiagram.Shape {
  fileprivate var mermaidBrackets: (String, String) {
    switch self {
    case .question: ("(", ")")
    case .statement: ("[", "]")
    case .fork: ("{", "}")
    case .sum: ("[/", "/]")
    case .call: ("[[", "]]")
    case .review: ("{{", "}}")
    case .repetition: ("[\\", "\\]")
    case .outcome: ("([", "])")
    }
  }

  fileprivate var dotStyle: String {
    switch self {
    case .question: "shape=box, style=rounded"
    case .statement: "shape=note"
    case .fork: "shape=diamond"
    case .sum: "shape=parallelogram"
    case .call: "shape=box, peripheries=2"
    case .review: "shape=hexagon"
    case .repetition: "shape=trapezium"
    case .outcome: "shape=ellipse, style=bold"
    }
  }
}

extension String {
  /// The text inside Mermaid's double quotes: what could end or steer it is written as a code.
  fileprivate var mermaidText: String {
    escaped { scalar in
      switch scalar {
      case "\n": "<br>"
      case "\"", "#", "&", "<", ">", "`", ";", "\\": "#\(scalar.value);"
      default: nil
      }
    }
  }

  /// A quoted string of Graphviz.
  fileprivate var dotText: String {
    "\""
      + escaped { scalar in
        switch scalar {
        case "\n": "\\n"
        case "\"", "\\": "\\\(scalar)"
        default: nil
        }
      } + "\""
  }

  /// The text with some scalars written otherwise; controls are left out.
  func escaped(_ replacement: (Unicode.Scalar) -> String?) -> String {
    unicodeScalars.map { scalar in
      if let other = replacement(scalar) { return other }
      return scalar.value < 0x20 || scalar.value == 0x7F ? "" : String(scalar)
    }.joined()
  }
}
