import Expressions
import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Every letter that an outcome prints exists in both languages, and each of its placeholders is
  /// a field or a variable that is set on every path to that outcome.
  static let letter = FlowCheck(id: "letter") { context in
    var check = LetterCheck(context: context)
    for index in context.flow.nodes.indices { check.look(at: index) }
    return check.found
  }
}

private struct LetterCheck {
  let context: CheckContext
  var found: [Diagnostic] = []
  private var looked: Set<String> = []
  /// Faults for which the shortest path is still looked up.
  private var pathsLeft = 50

  init(context: CheckContext) {
    self.context = context
  }

  mutating func look(at index: Int) {
    guard case .outcome(let outcome) = context.flow.nodes[index].kind else { return }
    // What is no name at all is a fault of form, reported when the file was read.
    for item in outcome.letters where isDottedID(item.name.text) {
      let letters = Language.allCases.compactMap { language in
        context.library.letter(item.name.text, in: language)
      }
      guard letters.count == Language.allCases.count else {
        reportMissing(item, have: letters.map(\.language))
        continue
      }
      var unset: Set<String> = []
      for letter in letters {
        if looked.insert(letter.source.name).inserted { lookAtNames(of: letter) }
        for name in unsetNames(in: letter, of: item, at: index) where unset.insert(name).inserted {
          reportUnset(name, item, at: index)
        }
      }
    }
  }

  private mutating func reportMissing(_ item: Outcome.Item, have: [Language]) {
    let fault: LetterFault =
      if let language = have.first {
        .language(item.name.text, missing: language == .zh ? .en : .zh)
      } else {
        .unknown(
          item.name.text, near: nearestNames(to: item.name.text, among: context.library.letterIDs))
      }
    found.append(context.fault("letter", at: item.name.range, fault.message))
  }

  /// Names that are neither field nor variable, or whose value has no printed form.
  private mutating func lookAtNames(of letter: LetterTemplate) {
    var seen: Set<String> = []
    for placeholder in letter.placeholders where letter.field(placeholder.text) == nil {
      guard seen.insert(placeholder.text).inserted else { continue }
      let fault: LetterFault
      if let variable = context.flow.variable(placeholder.text) {
        if isPrintable(variable.type) { continue }
        fault = .notPrintable(placeholder.text)
      } else {
        let names = letter.fields.map(\.name.text) + context.flow.variables.map(\.name.text)
        fault = .placeholder(
          placeholder.text, near: nearestNames(to: placeholder.text, among: names))
      }
      found.append(
        Diagnostic(
          in: letter.source, at: placeholder.range, check: "letter", message: fault.message))
    }
  }

  private func isPrintable(_ type: VariableType) -> Bool {
    switch type {
    case .record, .list: false
    default: true
    }
  }

  /// The variables that the letter needs and that may have no value at the outcome.
  private func unsetNames(
    in letter: LetterTemplate, of item: Outcome.Item, at index: Int
  ) -> [String] {
    let direct = letter.placeholders.map(\.text).filter { name in
      guard letter.field(name) == nil, let place = context.flow.variableIndex(name) else {
        return false
      }
      return !context.assignments.isSet(place, at: index, given: item.when)
    }
    let computed = letter.fields.flatMap { field -> [String] in
      guard let from = field.from, let checked = context.compiled.expression(of: field, in: letter)
      else { return [] }
      return context.assignments.missing(from, as: checked, at: index, given: item.when)
        .map { context.assignments.name(of: $0.fact) }
    }
    return direct + computed
  }

  private mutating func reportUnset(_ name: String, _ item: Outcome.Item, at index: Int) {
    let words = name.utf8.split(separator: UInt8(ascii: ".")).compactMap { String($0) }
    var path: [Int] = []
    pathsLeft -= 1
    if pathsLeft >= 0, let root = words.first, let variable = context.flow.variableIndex(root) {
      let fact = AssignmentAnalysis.Fact(variable: variable, fields: Array(words.dropFirst()))
      path = context.assignments.pathsWithout(fact)(index)
    }
    let fault = LetterFault.unset(name, item.name.text)
    found.append(context.fault("letter", at: item.name.range, fault.message, path: path))
  }
}

private enum LetterFault {
  case unknown(String, near: [String])
  case language(String, missing: Language)
  case placeholder(String, near: [String])
  case notPrintable(String)
  case unset(String, String)

  var message: BilingualText {
    switch self {
    case .unknown(let id, let near):
      FlowChecking.message(
        zh: "没有信函 \"\(id)\"", en: "there is no letter \"\(id)\"", near: near,
        otherwise: BilingualText(
          zh: "请写 letters/\(id).zh.md 和 letters/\(id).en.md",
          en: "write letters/\(id).zh.md and letters/\(id).en.md"))
    case .language(let id, let missing):
      BilingualText(
        zh: "信函 \"\(id)\" 缺少 \(missing.rawValue) 版；请写 letters/\(id).\(missing.rawValue).md",
        en:
          "the letter \"\(id)\" has no \(missing.rawValue) version; write letters/\(id).\(missing.rawValue).md"
      )
    case .placeholder(let name, let near):
      FlowChecking.message(
        zh: "没有变量或字段 \"\(name)\"", en: "no variable or field is named \"\(name)\"", near: near,
        otherwise: BilingualText(
          zh: "由本人手填的，请写进 fields", en: "if the person fills it in by hand, list it under fields"))
    case .notPrintable(let name):
      BilingualText(
        zh: "\"\(name)\" 不能直接印在信里；请在 fields 里写 from: \"表达式\"",
        en: "\"\(name)\" can't be printed as it is; list it under fields with from: \"expression\"")
    case .unset(let name, let letter):
      BilingualText(
        zh:
          "走到这个结果时 \"\(name)\" 可能没有值，信函 \"\(letter)\" 却要用它；请先问，或写 {id: \(letter), when: \"answered(\(name))\"}",
        en:
          "\"\(name)\" may have no value at this outcome, but the letter \"\(letter)\" prints it; ask for it first, or write {id: \(letter), when: \"answered(\(name))\"}"
      )
    }
  }
}
