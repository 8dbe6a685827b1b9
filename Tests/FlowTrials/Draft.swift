import SourceText

/// A flow being made up, line by line: each line knows its role, so that a fault can be put into it.
///
/// `▼` in a line marks the place where a fault must be reported; it is taken out of the text.
struct Draft {
  /// What a line of a node is for.
  enum Role: Hashable {
    case ask, per, of, say, branch, compute, call, review, outcome
    case text, why, help, guess, check, set, skip, record
    case with, take, next, routes, list, rule, otherwise
    case title, words, basis, letters, contacts, deadline, step, label
    case each, until, count, collect, frame, part
  }

  /// One line of a node.
  struct Line {
    var role: Role
    var text: String
    /// Blanks before it, beside those of the node.
    var indent = 0
  }

  /// A node with its lines.
  struct Node {
    var id: String
    var lines: [Line]
    /// The place of the mark at the node's own line.
    var isMarked = false
    /// Whether it belongs to the body of the repetition that stands last before it.
    var isInBody = false
  }

  /// A declared variable: its name and what stands behind it.
  struct Variable {
    let name: String
    let type: String
    var declaration: String
  }

  var name: String
  var start: String
  var uses: [String] = []
  var variables: [Variable] = []
  var nodes: [Node] = []
  var extraHeader: [String] = []

  /// The text of the flow, marks included.
  var marked: String {
    var lines = ["schema: 1", "flow: \(name)", "version: 1", "title: {zh: \"试验\", en: \"Trial\"}"]
    lines.append("start: \(start)")
    if !uses.isEmpty { lines.append("use: {\(uses.joined(separator: ", "))}") }
    lines += extraHeader
    if !variables.isEmpty { lines.append("vars:") }
    for variable in variables { lines.append("  \(variable.declaration)") }
    lines.append("nodes:")
    for node in nodes {
      let indent = node.isInBody ? 10 : 2
      lines.append(Draft.blanks(indent) + "\(node.isMarked ? "▼" : "")\(node.id):")
      for line in node.lines {
        lines.append(Draft.blanks(indent + 2 + line.indent) + line.text)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// The file without marks, and the lines (from 1) on which marks stood.
  func file(named name: String = "trial.flow.yaml") -> (source: SourceText, lines: [Int]) {
    var bytes: [UInt8] = []
    var marks: [Int] = []
    var line = 1
    let mark = Array("▼".utf8)
    let text = Array(marked.utf8)
    var offset = 0
    while offset < text.count {
      if text[offset] == mark[0], text[offset...].starts(with: mark) {
        marks.append(line)
        offset += mark.count
        continue
      }
      if text[offset] == 0x0A { line += 1 }
      bytes.append(text[offset])
      offset += 1
    }
    return (SourceText(name: name, utf8: bytes), marks)
  }
}
