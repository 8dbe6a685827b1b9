import SourceText
import Wording
import YAMLTree

extension EvidenceTable {
  /// Reads the evidence file (`flows/facts/evidence.yaml`) against the cues its conditions name;
  /// what is wrong in it is listed and left out.
  package static func read(
    _ source: SourceText, cues: CueBook
  ) -> (table: EvidenceTable, diagnostics: [Diagnostic]) {
    let document = YAMLDocument(source)
    var reader = EvidenceTableReader(
      source: source, signals: SignalNames(cues: cues), diagnostics: document.diagnostics)
    let table = reader.read(document.root)
    return (table, reader.diagnostics)
  }
}

private struct EvidenceTableReader {
  let source: SourceText
  let signals: SignalNames
  var diagnostics: [Diagnostic]

  mutating func read(_ root: YAMLNode?) -> EvidenceTable {
    var rules: [EvidenceRule] = []
    var kinds: [KindRule] = []
    for node in elements("evidence", of: root) {
      if let rule = evidenceRule(node, place: rules.count) { rules.append(rule) }
    }
    for node in elements("kinds", of: root) {
      if let rule = kindRule(node) { kinds.append(rule) }
    }
    return EvidenceTable(
      rules: rules, kinds: kinds, thresholds: thresholds(root), signals: signals)
  }

  private mutating func elements(_ key: String, of root: YAMLNode?) -> [YAMLNode] {
    guard let root else { return [] }
    guard let elements = root[key]?.elements else {
      report(.noList(key), at: root.range)
      return []
    }
    return elements
  }

  private mutating func thresholds(_ root: YAMLNode?) -> AssessmentThresholds {
    let node = root?["thresholds"]
    func number(_ key: String, _ reader: inout EvidenceTableReader) -> Int {
      guard let node else { return Int.max }
      return reader.number(key, in: node) ?? Int.max
    }
    return AssessmentThresholds(
      likelyScam: number("likely-scam", &self), kind: number("kind", &self),
      consistentScamWeight: number("consistent-scam-at-most", &self),
      consistentGenuineWeight: number("consistent-genuine-at-least", &self))
  }

  private mutating func evidenceRule(_ node: YAMLNode, place: Int) -> EvidenceRule? {
    guard let id = text("id", in: node), let side = text("side", in: node),
      let weight = number("weight", in: node), let zh = text("zh", in: node),
      let en = text("en", in: node), let why = text("why", in: node),
      let origin = text("source", in: node), let condition = condition(node)
    else { return nil }
    guard let side = EvidenceRule.Side(rawValue: side) else {
      report(.badWord(side, ["scam", "genuine"]), at: node.range)
      return nil
    }
    return EvidenceRule(
      place: place, id: id, side: side, weight: weight, isHard: node["hard"]?.text == "true",
      condition: condition, sentence: BilingualText(zh: zh, en: en), rationale: why,
      source: origin)
  }

  private mutating func kindRule(_ node: YAMLNode) -> KindRule? {
    guard let name = text("kind", in: node), let weight = number("weight", in: node),
      let condition = condition(node)
    else { return nil }
    guard let kind = Assessment.Kind(rawValue: name) else {
      report(.badWord(name, Assessment.Kind.allCases.map(\.rawValue)), at: node.range)
      return nil
    }
    return KindRule(kind: kind, weight: weight, condition: condition)
  }

  private mutating func condition(_ node: YAMLNode) -> SignalCondition? {
    let before = diagnostics.count
    let all = indices(node["all"])
    let anyLists = node["any"]?.elements ?? []
    let any =
      anyLists.contains { $0.elements != nil }
      ? anyLists.map { indices($0) } : (anyLists.isEmpty ? [] : [indices(node["any"])])
    let none = indices(node["none"])
    if node["all"] == nil, node["any"] == nil, node["none"] == nil {
      report(.missingKey("all"), at: node.range)
    }
    return diagnostics.count == before ? SignalCondition(all: all, any: any, none: none) : nil
  }

  private mutating func indices(_ node: YAMLNode?) -> [Int] {
    (node?.elements ?? []).compactMap { element in
      guard let name = element.text else {
        report(.noPhrase, at: element.range)
        return nil
      }
      guard let index = signals.index(of: name) else {
        report(
          .unknownSignal(name, nearestNames(to: name, among: signals.names)), at: element.range)
        return nil
      }
      return index
    }
  }

  private mutating func text(_ key: String, in node: YAMLNode) -> String? {
    guard let text = node[key]?.text, !text.isEmpty else {
      report(.missingKey(key), at: node.range)
      return nil
    }
    return text
  }

  private mutating func number(_ key: String, in node: YAMLNode) -> Int? {
    guard let text = text(key, in: node) else { return nil }
    guard let number = Int(text) else {
      report(.badNumber(text), at: node[key]?.range ?? node.range)
      return nil
    }
    return number
  }

  private mutating func report(_ fault: TableFault, at range: SourceRange) {
    diagnostics.append(fault.diagnostic(in: source, at: range))
  }
}
