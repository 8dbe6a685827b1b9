import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// No two flows or letters share an id; no variable has a namespace's name; no moved id is still
  /// in use. (Keys that stand twice are found by the reader.)
  static let duplicate = FlowCheck(id: "duplicate") { context in
    duplicateFlow(context) + namespaceNames(context) + movedNames(context)
      + duplicateLetters(context)
  }
}

private func duplicateFlow(_ context: CheckContext) -> [Diagnostic] {
  let flow = context.flow
  guard
    let first = context.library.flows.first(where: {
      $0.id == flow.id && $0.source.name != flow.source.name
    }), first.source.name < flow.source.name
  else { return [] }
  let fault = DuplicateFault.flow(flow.id, first.source.name)
  return [context.fault("duplicate", at: flow.name.range, fault.message)]
}

private func namespaceNames(_ context: CheckContext) -> [Diagnostic] {
  let dot = UInt8(ascii: ".")
  var namespaces: Set<String> = []
  for function in context.environment.functions where function.style == .global {
    guard let end = function.name.utf8.firstIndex(of: dot) else { continue }
    namespaces.insert(String(function.name[..<end]))
  }
  return context.flow.variables.filter { namespaces.contains($0.name.text) }.map { variable in
    context.fault(
      "duplicate", at: variable.name.range, DuplicateFault.namespace(variable.name.text).message)
  }
}

private func movedNames(_ context: CheckContext) -> [Diagnostic] {
  context.flow.moved.filter { context.flow.nodeIndex($0.old.text) != nil }.map { move in
    context.fault("duplicate", at: move.old.range, DuplicateFault.moved(move.old.text).message)
  }
}

private func duplicateLetters(_ context: CheckContext) -> [Diagnostic] {
  CompiledFlow.letters(of: context.flow, in: context.library).flatMap { letter in
    context.library.letters.filter { other in
      other.name.text == letter.name.text && other.language == letter.language
        && other.source.name != letter.source.name
    }
    .map { other in
      let fault = DuplicateFault.letter(letter.name.text, letter.source.name)
      return Diagnostic(
        in: other.source, at: other.name.range, check: "duplicate", message: fault.message)
    }
  }
}

private enum DuplicateFault {
  case flow(String, String)
  case namespace(String)
  case moved(String)
  case letter(String, String)

  var message: BilingualText {
    switch self {
    case .flow(let id, let file):
      BilingualText(
        zh: "\(file) 也叫 \"\(id)\"；请给其中一个换名字",
        en: "\(file) is named \"\(id)\" too; rename one of them")
    case .namespace(let name):
      BilingualText(
        zh: "\"\(name)\" 是一组函数的名字（\(name).…）；请给变量换个名字",
        en: "\"\(name)\" is the name of a group of functions (\(name).…); rename the variable")
    case .moved(let name):
      BilingualText(
        zh: "现在还有名为 \"\(name)\" 的节点；moved 里只写已经不用的旧名字",
        en: "there still is a node named \"\(name)\"; under moved stand only names no longer used")
    case .letter(let id, let file):
      BilingualText(
        zh: "信函 \"\(id)\" 在 \(file) 里也有；请去掉一份",
        en: "the letter \"\(id)\" stands in \(file) too; take one out")
    }
  }
}
