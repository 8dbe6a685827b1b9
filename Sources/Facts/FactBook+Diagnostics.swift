import MoneyAndDates
import SourceText

extension FactBook {
  /// Everything that is wrong with the files, in reading order; parses all of them.
  package var diagnostics: [Diagnostic] {
    let sources = sourceFile.value.content
    let facts = Set(allIDs)
    var found: [Diagnostic] = []
    for part in parts {
      found += part.diagnostics
      guard let text = texts[part.file] else {
        found.append(FactBook.missing(part.file))
        continue
      }
      for reference in part.references {
        if let fault = fault(of: reference, sources: sources, facts: facts) {
          found.append(
            Diagnostic(
              in: text, at: reference.range, check: fault.check, message: fault.message))
        }
      }
    }
    return (found + outboundContacts).sorted(by: Diagnostic.inReadingOrder)
  }

  /// The facts and sources that speak of a day after this one, in reading order: what stands there
  /// is mistyped, for nobody can have looked it up.
  package func futureDays(after today: CalendarDate) -> [Diagnostic] {
    parts.flatMap { part in
      part.references.compactMap { reference -> Diagnostic? in
        guard case .day(let day) = reference.target, day > today, let text = texts[part.file]
        else { return nil }
        let fault = FactFault.futureDay(reference.id)
        return Diagnostic(
          in: text, at: reference.range, check: fault.check, message: fault.message)
      }
    }.sorted(by: Diagnostic.inReadingOrder)
  }

  private struct Part {
    let file: String
    let diagnostics: [Diagnostic]
    let references: [FactReference]

    init<Content>(_ file: String, _ read: FactFile<Content>) {
      self.file = file
      diagnostics = read.diagnostics
      references = read.references
    }
  }

  private var parts: [Part] {
    [
      Part("caps.yaml", capFile.value), Part("deadlines.csv", termFile.value),
      Part("helplines.yaml", helplineFile.value), Part("institutions.yaml", institutionFile.value),
      Part("links.yaml", linkFile.value), Part("lpr.csv", rateFile.value),
      Part("numbering.yaml", numberingFile.value), Part("rules.yaml", ruleFile.value),
      Part("scams.yaml", scamFile.value), Part("sources.yaml", sourceFile.value),
      Part("threats.yaml", threatFile.value),
    ]
  }

  private static func missing(_ file: String) -> Diagnostic {
    Diagnostic(
      in: SourceText(name: file, text: ""), at: SourceRange(start: 0, end: 0), check: "fact-file",
      message: FactFault.missingFile(file).message)
  }

  private func fault(
    of reference: FactReference, sources: [String: FactSource], facts: Set<String>
  ) -> FactFault? {
    switch reference.target {
    case .source:
      guard sources[reference.id] == nil else { return nil }
      return .danglingSource(
        reference.id, near: nearestNames(to: reference.id, among: sources.keys))
    case .fact:
      // A stop of a route may name a help line where a desk belongs.
      let isDesk = reference.id.utf8.starts(with: "desk.".utf8)
      if facts.contains(reference.id) { return nil }
      if isDesk, facts.contains("helpline." + reference.id.dropFirst(5)) { return nil }
      return .danglingFact(reference.id, near: nearestNames(to: reference.id, among: facts))
    // Only the caller knows what day it is.
    case .day: return nil
    }
  }

  /// Help lines whose number is somebody's outbound line.
  private var outboundContacts: [Diagnostic] {
    guard let text = texts["helplines.yaml"] else { return [] }
    let outbound = Set(
      institutions.flatMap(\.phones).filter { $0.role == .outbound }.map(\.number))
    return helplines.compactMap { line in
      guard let number = line.number, outbound.contains(DialledNumber(number).text) else {
        return nil
      }
      let fault = FactFault.outboundContact(number)
      return Diagnostic(
        in: text, at: line.numberRange ?? SourceRange(start: 0, end: 0), check: fault.check,
        message: fault.message)
    }
  }
}
