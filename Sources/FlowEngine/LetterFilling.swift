import Expressions
import FlowLanguage
import Mustache
import Wording

extension OutcomePage {
  /// A letter of this outcome with everything known filled in; `nil` where none is shipped in this
  /// language or where its text is no Mustache.
  ///
  /// Whatever the program does not know is a visible blank with its label, never a default.
  package func filledLetter(_ id: String, in language: Language) -> FilledLetter? {
    guard let letter = scope.program.library.letter(id, in: language),
      let template = try? MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\(letter.body)")
    else { return nil }
    var values: [String: Any] = [:]
    var blanks: [String] = []
    for placeholder in letter.placeholders {
      let name = placeholder.text
      if let value = value(of: name, in: letter) {
        values[name] = value
      } else {
        let label = letter.field(name)?.label[language] ?? name
        values[name] = FilledLetter.blank(label, in: language)
        blanks.append(label)
      }
    }
    return FilledLetter(
      template: letter, text: template.render(values).trimmingLineEnds, blanks: blanks)
  }

  /// What stands in a placeholder: a letter's field, or a variable of the flow; `nil` where unknown.
  private func value(of name: String, in letter: LetterTemplate) -> Any? {
    if let field = letter.field(name) {
      guard let expression = scope.program.expression(of: field, in: letter) else { return nil }
      return printable(scope.evaluate(expression, lang: letter.language), letter.language)
    }
    guard let variable = scope.program.flow.variable(name), let value = scope.values[name] else {
      return nil
    }
    if case .bool(let truth) = value { return truth }
    let labels = scope.labels(of: value, among: variable.type.options, in: letter.language)
    return (labels ?? value.printed(in: letter.language)).flatMap(shown)
  }

  private func printable(_ value: Value, _ language: Language) -> String? {
    value.printed(in: language).flatMap(shown)
  }

  /// A value without what could steer a terminal; `nil` where nothing to read is left.
  private func shown(_ text: String) -> String? {
    let safe = text.safeForTerminal
    let isSeen = safe.unicodeScalars.contains { scalar in
      !scalar.properties.isWhitespace && scalar.displayWidth > 0
    }
    return isSeen ? safe : nil
  }
}

/// A letter with everything known filled in.
package struct FilledLetter: Hashable, Sendable {
  /// The letter it was made from: title, warnings, what must and must never be in it.
  package let template: LetterTemplate
  /// The letter.
  package let text: String
  /// The labels of what the person has to fill in by hand.
  package let blanks: [String]

  /// A blank that can't be overlooked: `＿＿＿＿（姓名）`, `____ (your name)`.
  static func blank(_ label: String, in language: Language) -> String {
    switch language {
    case .zh: "＿＿＿＿（\(label)）"
    case .en: "____ (\(label))"
    }
  }
}

extension String {
  /// The text without line ends at its beginning and end, then one at the end.
  fileprivate var trimmingLineEnds: String {
    let isEnd: (Unicode.Scalar) -> Bool = { $0 == "\n" || $0 == "\r" }
    let start = unicodeScalars.drop(while: isEnd)
    guard let last = start.lastIndex(where: { !isEnd($0) }) else { return "" }
    return String(start[start.startIndex...last]) + "\n"
  }
}
