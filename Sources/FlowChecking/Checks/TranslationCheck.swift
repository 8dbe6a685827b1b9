import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Both languages of a text, and of a letter, show the same values, and neither was changed alone
  /// since the translation was accepted. (A missing language is found by the reader.)
  static let translation = FlowCheck(id: "translation") { context in
    context.texts.flatMap { differences(of: $0, context) } + letterDifferences(context)
      + staleTexts(context)
  }
}

private func staleTexts(_ context: CheckContext) -> [Diagnostic] {
  guard let lock = context.lock else { return [] }
  let labels = context.flow.labelsByPlace.compactMap { place, text -> Diagnostic? in
    guard let change = lock.change(of: text, at: place, in: context.flow) else { return nil }
    let stale = change == .zh ? text.en : text.zh
    let written = context.flow.labels.first { $0.written.utf8.elementsEqual(stale.utf8) }
    return context.fault(
      "translation", at: written?.range ?? context.flow.name.range,
      TranslationFault.stale(change).message, .warning)
  }
  return labels
    + context.flow.nodes.flatMap { node in
      node.textsByRole.compactMap { role, text in
        guard let change = lock.change(of: text, role, of: node, in: context.flow) else {
          return nil
        }
        let stale = change == .zh ? text.en : text.zh
        return context.fault(
          "translation", at: stale.range, TranslationFault.stale(change).message, .warning)
      }
    }
}

private func differences(of text: FlowText, _ context: CheckContext) -> [Diagnostic] {
  guard !text.zh.written.isEmpty, !text.en.written.isEmpty,
    !(text.zh.expressions.isEmpty && text.en.expressions.isEmpty)
  else { return [] }
  let (zh, en) = (placeholders(text.zh), placeholders(text.en))
  let missing = { (from: Set<String>, other: Set<String>, place: FlowTemplate) in
    from.subtracting(other).sorted().map { name in
      context.fault(
        "translation", at: place.range,
        TranslationFault.placeholder(name, in: place.range == text.en.range ? .en : .zh).message)
    }
  }
  return missing(zh, en, text.en) + missing(en, zh, text.zh)
}

/// The expressions of a text without the spaces between their parts.
private func placeholders(_ template: FlowTemplate) -> Set<String> {
  Set(
    template.expressions.map { expression in
      String(decoding: expression.text.utf8.filter { $0 != 0x20 && $0 != 0x0A }, as: UTF8.self)
    })
}

private func letterDifferences(_ context: CheckContext) -> [Diagnostic] {
  CompiledFlow.letters(of: context.flow, in: context.library).flatMap { letter -> [Diagnostic] in
    let language: Language = letter.language == .zh ? .en : .zh
    guard let other = context.library.letter(letter.name.text, in: language) else { return [] }
    let names = Set(letter.placeholders.map(\.text))
    var seen: Set<String> = []
    return other.placeholders.filter { !names.contains($0.text) && seen.insert($0.text).inserted }
      .map { placeholder in
        let fault = TranslationFault.letterPlaceholder(
          placeholder.text, missingIn: letter.source.name)
        return Diagnostic(
          in: other.source, at: placeholder.range, check: "translation", message: fault.message)
      }
  }
}

private enum TranslationFault {
  case stale(TranslationLock.Change)
  case placeholder(String, in: Language)
  case letterPlaceholder(String, missingIn: String)

  var message: BilingualText {
    switch self {
    case .stale(.zh):
      BilingualText(
        zh: "中文改过了，这句英文还是旧的；核对后运行 flow check --accept-translations",
        en:
          "the Chinese was changed, this English was not; compare them, then run flow check --accept-translations"
      )
    case .stale(.en):
      BilingualText(
        zh: "英文改过了，这句中文还是旧的；核对后运行 flow check --accept-translations",
        en:
          "the English was changed, this Chinese was not; compare them, then run flow check --accept-translations"
      )
    case .placeholder(let name, .en):
      BilingualText(
        zh: "中文里有 {\(name)}，英文里没有；请补上",
        en: "the Chinese text shows {\(name)}, the English does not; add it")
    case .placeholder(let name, .zh):
      BilingualText(
        zh: "英文里有 {\(name)}，中文里没有；请补上",
        en: "the English text shows {\(name)}, the Chinese does not; add it")
    case .letterPlaceholder(let name, let file):
      BilingualText(
        zh: "\(file) 里没有 {{\(name)}}；请补上", en: "{{\(name)}} does not stand in \(file); add it there"
      )
    }
  }
}
