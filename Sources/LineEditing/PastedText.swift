import Wording

/// Text that was pasted, in lines.
struct PastedText {
  /// Without newlines and controls; trailing empty lines left out.
  let lines: [String]

  /// The lines of pasted bytes; CR, LF and CR LF each end one.
  init(_ bytes: [UInt8]) {
    var lines: [String] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      defer { place += 1 }
      guard bytes[place] == 0x0A || bytes[place] == 0x0D else { continue }
      lines.append(AnswerText.clean(bytes[start..<place]))
      if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
      start = place + 1
    }
    lines.append(AnswerText.clean(bytes[start...]))
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// How many lines of a paste are shown, and how many scalars of each.
  static let shownLines = 40
  private static let shownScalars = 400

  /// A line as it is echoed: nothing that steers the terminal, a very long one cut short.
  static func echo(of line: String) -> String {
    let scalars = line.unicodeScalars
    guard scalars.count > shownScalars else { return line.safeForTerminal }
    return String(scalars.prefix(shownScalars)).safeForTerminal + " … (\(scalars.count))"
  }
}
