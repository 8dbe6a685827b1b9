import Wording

/// What a program wrote to a terminal, as the lines a person sees.
enum ScreenText {
  /// The lines of an output, without escape sequences; what a carriage return begins anew is a line
  /// of its own.
  static func lines(of output: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var scalars = output.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\u{1B}": skipSequence(&scalars)
      case "\n", "\r":
        if !line.isEmpty { lines.append(String(line)) }
        line.removeAll()
      case "\u{8}": _ = line.popLast()
      default: line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }

  /// The lines that are wider than the window and could have been broken: a lone path or link, which
  /// must stay in one piece to be copied, is none of them.
  static func tooWide(_ output: String, columns: Int) -> [String] {
    lines(of: output).filter { line in
      guard line.displayWidth > columns else { return false }
      return line.contains(" ") || !line.contains("/")
    }
  }

  /// Passes over an escape sequence whose ESC was read.
  private static func skipSequence(_ scalars: inout String.UnicodeScalarView.Iterator) {
    guard let kind = scalars.next() else { return }
    switch kind {
    case "[":
      while let scalar = scalars.next(), !("@"..."~").contains(scalar) {}
    case "]":
      while let scalar = scalars.next(), scalar != "\u{7}" {}
    case "(", ")": _ = scalars.next()
    default: break
    }
  }
}
