import SourceText

/// A file in which `▼` marks the places where a fault must be reported; the marks are taken out.
struct MarkedText {
  let source: SourceText
  let offsets: [Int]

  init(_ marked: String, name: String = "t.flow.yaml") {
    var text: [UInt8] = []
    var offsets: [Int] = []
    for scalar in marked.unicodeScalars {
      if scalar == "▼" { offsets.append(text.count) } else { text += String(scalar).utf8 }
    }
    self.source = SourceText(name: name, utf8: text)
    self.offsets = offsets
  }

  /// The places as `line:column`.
  var places: [String] { offsets.map { place(source.position(at: $0)) } }
}

func place(_ position: SourcePosition) -> String { "\(position.line):\(position.column)" }
