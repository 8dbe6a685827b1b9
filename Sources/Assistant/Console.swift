import LineEditing
import Wording

/// Where the assistant prints: what a person sees on the terminal, or what a pipe gets.
///
/// Everything passes through here, so nothing that could steer the terminal comes out.
package struct Console {
  /// How a piece of text is meant.
  enum Tone {
    case plain, strong, quiet, warning, good

    var code: String {
      switch self {
      case .plain: ""
      case .strong: "\u{1B}[1m"
      case .quiet: "\u{1B}[2m"
      case .warning: "\u{1B}[1;33m"
      case .good: "\u{1B}[32m"
      }
    }
  }

  private let look: () -> TextLook
  private let sink: (String) -> Void

  /// A console; `look` is asked anew for each text, so that a resized window counts at once.
  package init(look: @escaping () -> TextLook, sink: @escaping (String) -> Void) {
    self.look = look
    self.sink = sink
  }

  /// What stands before a person's answer.
  var prompt: Prompt { Prompt("> ", colour: look().colour ? .green : .plain) }

  /// Whether hints are said only once and nothing is drawn.
  var isAccessible: Bool { look().accessible }

  /// Prints a text and a line end, wrapped to the window.
  func print(_ text: String, _ tone: Tone = .plain) {
    let look = look()
    var text = text.safeForTerminal
    if let columns = look.columns { text = text.wrapped(to: columns) }
    sink((look.colour && tone != .plain ? tone.code + text + "\u{1B}[0m" : text) + "\n")
  }

  /// Prints choices or answers with their numbers, the numbers right-aligned.
  func printNumbered(_ texts: [String]) {
    for (index, text) in texts.enumerated() {
      print(Console.marked("\(index + 1)", text, among: texts.count))
    }
  }

  /// A line of a list that has so many numbered ones: its mark, under the numbers, and its text.
  static func marked(_ mark: String, _ text: String, among count: Int) -> String {
    let width = "\(count)".utf8.count
    return "  " + String(repeating: " ", count: max(0, width - mark.utf8.count)) + mark + "  "
      + text
  }

  /// Prints names with what they are for: in two columns where the window holds every row, else
  /// one behind the other.
  func printPairs(_ pairs: [(name: String, about: String)]) {
    let width = pairs.map(\.name.displayWidth).max() ?? 0
    let rows = pairs.map { pair in
      let gap = String(repeating: " ", count: width - pair.name.displayWidth + 2)
      return "  \(pair.name)\(gap)\(pair.about)"
    }
    guard let columns = look().columns, rows.contains(where: { $0.displayWidth > columns }) else {
      return rows.forEach { sink($0.safeForTerminal + "\n") }
    }
    for pair in pairs {
      let row = "  \(pair.name)  \(pair.about)".safeForTerminal
      sink(row.wrapped(to: columns, hanging: 4) + "\n")
    }
  }

  /// Prints a text that is already laid out (a table, a letter): the rows of its tables, told by
  /// their gaps, stay as they are where the window holds them, else their cells follow one another;
  /// other lines are wrapped to the window.
  func printLaidOut(_ text: String) {
    let text = text.safeForTerminal
    let end = text.hasSuffix("\n") ? "" : "\n"
    guard let columns = look().columns else { return sink(text + end) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      Console.isRow(line) ? Console.row(line, in: columns) : String(line).wrapped(to: columns)
    }
    sink(lines.joined(separator: "\n") + end)
  }

  /// A row as it is, or its cells on as many lines as a narrow window needs.
  private static func row(_ row: Substring, in columns: Int) -> String {
    guard row.displayWidth > columns else { return String(row) }
    let indent = String(row.prefix { $0 == " " }.prefix(columns / 4))
    var lines = [""]
    for cell in cells(of: row) {
      let joined = lines[lines.count - 1] + (lines[lines.count - 1].isEmpty ? indent : "  ") + cell
      if lines[lines.count - 1].isEmpty || joined.displayWidth <= columns {
        lines[lines.count - 1] = joined
      } else {
        lines.append(indent + "  " + cell)
      }
    }
    return lines.joined(separator: "\n").wrapped(to: columns)
  }

  /// The cells of a row: what stands between gaps of two blanks or more.
  private static func cells(of row: Substring) -> [String] {
    var cells = [""]
    var blanks = 0
    for character in row {
      if character == " " {
        blanks += 1
        continue
      }
      if blanks > 1, !cells[cells.count - 1].isEmpty { cells.append("") }
      if blanks == 1, !cells[cells.count - 1].isEmpty { cells[cells.count - 1] += " " }
      cells[cells.count - 1].append(character)
      blanks = 0
    }
    return cells
  }

  /// Whether a line is a row of a table: it has a gap of two blanks behind its beginning.
  private static func isRow(_ line: Substring) -> Bool {
    let blank = UInt8(ascii: " ")
    let bytes = line.utf8.drop { $0 == blank }
    return zip(bytes, bytes.dropFirst()).contains { $0 == blank && $1 == blank }
  }

  /// An empty line.
  func space() { sink("\n") }
}
