import Expressions
import FlowEngine
import FlowLanguage
import SourceText
import Wording

extension FuzzTarget {
  /// A flow whose outcome has the letter `fuzz`, and whose variables hold what the input says.
  private static let letterFlow = """
    schema: 1
    flow: fuzz.letters
    version: 1
    title: {zh: "信", en: "Letter"}
    start: who
    vars:
      who: {type: text}
      sum: {type: money}
    nodes:
      who:
        ask: text
        text: {zh: "谁？", en: "Who?"}
        set: {who: "answer", sum: "money('12.50')"}
        next: done
      done: {outcome: done, title: {zh: "好", en: "Done"}, letters: [fuzz]}
    """

  /// A letter's text and, after a line of `%%%`, what is answered: read, filled in.
  static let letters = FuzzTarget(name: "letters") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: "\n%%%\n", maxSplits: 1, omittingEmptySubsequences: false)
    let body = parts.first.map(String.init) ?? ""
    let whole = body.hasPrefix("---") ? body : "---\nid: fuzz\ntitle: T\n---\n" + body
    let source = SourceText(name: "fuzz.zh.md", text: whole)
    let (letter, faults) = LetterReader.read(source)
    for fault in faults {
      Law.holds(
        fault.range.start >= 0 && fault.range.end <= source.utf8.count, "a fault lies in the file")
    }
    guard let letter, !faults.contains(where: { $0.severity == .error }) else { return }
    fill(letter, with: parts.count > 1 ? String(parts[1]) : "王\u{202E}\u{1B}[31m{{sum}}")
  }

  private static func fill(_ letter: LetterTemplate, with answer: String) {
    let read = FlowReader.read(SourceText(name: "letters.flow.yaml", text: letterFlow))
    guard let flow = read.flow, !read.diagnostics.contains(where: { $0.severity == .error }) else {
      fatalError("the target's own flow: \(read.diagnostics)")
    }
    let library = FlowLibrary(flows: [flow], letters: [letter])
    guard
      let program = FlowProgram.compile(flow, in: library, environment: SourceFiles.environment)
        .program
    else { return }
    var interview = Interview(
      ProgramLibrary([program]), flow: flow.id, today: SourceFiles.day, language: .zh)
    interview.answer(.text(answer), on: SourceFiles.day)
    guard case .ended(let page) = interview.state,
      let filled = page.filledLetter(letter.name.text, in: .zh)
    else { return }
    let steered = letter.body.unicodeScalars.contains(where: \.steersTerminal)
    Law.holds(
      steered || !filled.text.unicodeScalars.contains(where: \.steersTerminal),
      "an answer steers the terminal through a letter")
  }
}
