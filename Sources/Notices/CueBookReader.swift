import SourceText
import Wording
import YAMLTree

extension CueBook {
  /// Reads a cue file (`flows/facts/cues.yaml`); what is wrong in it is listed and left out.
  package static func read(_ source: SourceText) -> (book: CueBook, diagnostics: [Diagnostic]) {
    let document = YAMLDocument(source)
    var reader = CueBookReader(source: source, diagnostics: document.diagnostics)
    reader.read(document.root)
    let book = CueBook(
      groups: reader.groups, patterns: reader.patterns, surnames: reader.surnames)
    return (book, reader.diagnostics)
  }
}

private struct CueBookReader {
  let source: SourceText
  var diagnostics: [Diagnostic]
  var groups: [CueGroup] = []
  var patterns: [CuePattern] = []
  var surnames: Set<UInt32> = []

  mutating func read(_ root: YAMLNode?) {
    guard let root else { return }
    guard let cues = root["cues"], let entries = cues.entries else {
      report(.noList("cues"), at: root.range)
      return
    }
    for entry in entries { readGroup(entry) }
    surnames = Set((root["surnames"]?.text ?? "").unicodeScalars.map(\.value))
  }

  private mutating func readGroup(_ entry: YAMLEntry) {
    guard let role = CueRole(name: entry.key) else {
      report(.unknownGroup(entry.key), at: entry.keyRange)
      return
    }
    groups.append(CueGroup(name: entry.key, role: role))
    for language in Language.allCases {
      for phrase in entry.value[language.rawValue]?.elements ?? [] { readPhrase(phrase) }
    }
  }

  private mutating func readPhrase(_ node: YAMLNode) {
    guard let pattern = CuePattern(node.text ?? "", group: groups.count - 1) else {
      report(.noPhrase, at: node.range)
      return
    }
    patterns.append(pattern)
  }

  private mutating func report(_ fault: TableFault, at range: SourceRange) {
    diagnostics.append(fault.diagnostic(in: source, at: range))
  }
}
