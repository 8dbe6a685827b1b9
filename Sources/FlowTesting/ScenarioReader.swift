import FlowLanguage
import MoneyAndDates
import SourceText
import Wording
import YAMLTree

/// Reads the scenarios of a file: one mapping, or a list of them; `lang: both` makes two of one.
package struct ScenarioReader {
  private let source: SourceText
  private var diagnostics: [Diagnostic] = []

  private init(_ source: SourceText) {
    self.source = source
  }

  /// The scenarios of a file and everything that is wrong with it.
  package static func read(_ source: SourceText) -> ([Scenario], [Diagnostic]) {
    var reader = ScenarioReader(source)
    let document = YAMLDocument(source)
    reader.diagnostics = document.diagnostics
    let nodes = document.root.map { $0.elements ?? [$0] } ?? []
    if nodes.isEmpty, reader.diagnostics.isEmpty {
      reader.report(SourceRange(start: 0, end: 0), .noScenario)
    }
    let scenarios = nodes.flatMap { reader.scenarios($0) }
    return (scenarios, reader.diagnostics)
  }

  private static let keys: Set<String> = [
    "scenario", "flow", "lang", "today", "answers", "expect", "about",
  ]
  private static let expectKeys: Set<String> = ["outcome", "path", "facts", "letters"]

  /// The scenario of a mapping, once for each language it runs in.
  private mutating func scenarios(_ node: YAMLNode) -> [Scenario] {
    guard node.entries != nil else {
      report(node.range, .notAScenario)
      return []
    }
    refuseUnknownKeys(node, known: ScenarioReader.keys)
    let expect = node["expect"]
    if let expect { refuseUnknownKeys(expect, known: ScenarioReader.expectKeys) }
    guard let name = word(node, "scenario"), let flow = word(node, "flow"),
      let languages = languages(of: node), let today = day(of: node),
      let outcome = expect.flatMap({ word($0, "outcome") })
    else {
      if expect == nil { report(node.range, .missing("expect")) }
      return []
    }
    let answers = entries(node, "answers")
    let facts = expect.map { entries($0, "facts") } ?? []
    let path = expect.flatMap { elements($0, "path") } ?? []
    let letters = expect.flatMap { elements($0, "letters") }
    let written = answers.map { ($0.key, answer($0.value)) }
    return languages.map { language in
      Scenario(
        name: name, source: source, flow: flow, language: language, today: today,
        answers: Dictionary(written, uniquingKeysWith: { first, _ in first }),
        places: Dictionary(
          answers.map { ($0.key, $0.keyRange) }, uniquingKeysWith: { first, _ in first }),
        outcome: outcome,
        path: path.compactMap { node in node.text.map { Name($0, at: node.range) } },
        facts: Dictionary(
          facts.map { ($0.key, $0.value.text ?? "") }, uniquingKeysWith: { first, _ in first }),
        letters: letters?.compactMap(\.text),
        factPlaces: Dictionary(
          facts.map { ($0.key, $0.value.range) }, uniquingKeysWith: { first, _ in first }),
        lettersPlace: expect?["letters"]?.range)
    }
  }

  /// The entries under a key; what is no mapping would be passed over unseen, so it is reported.
  private mutating func entries(_ node: YAMLNode, _ key: String) -> [YAMLEntry] {
    guard let value = node[key], !value.isNull else { return [] }
    if value.entries == nil { report(value.range, .noMapping(key)) }
    return value.entries ?? []
  }

  /// The elements under a key, `nil` where it is left out; what is no list is reported.
  private mutating func elements(_ node: YAMLNode, _ key: String) -> [YAMLNode]? {
    guard let value = node[key], !value.isNull else { return nil }
    guard let elements = value.elements else {
      report(value.range, .noList(key))
      return nil
    }
    return words(elements)
  }

  private mutating func answer(_ node: YAMLNode) -> Scenario.Answer {
    if let elements = node.elements { return .several(words(elements).compactMap(\.text)) }
    return .one(words([node]).first?.text ?? "")
  }

  /// The words among some nodes; what is none would be passed over unseen, so it is reported.
  private mutating func words(_ nodes: [YAMLNode]) -> [YAMLNode] {
    for node in nodes where node.text == nil { report(node.range, .noWord) }
    return nodes.filter { $0.text != nil }
  }

  private mutating func word(_ node: YAMLNode, _ key: String) -> Name? {
    guard let value = node[key], let text = value.text, !text.isEmpty else {
      report(node[key]?.range ?? node.range, .missing(key))
      return nil
    }
    return Name(text, at: value.range)
  }

  private mutating func languages(of node: YAMLNode) -> [Language]? {
    guard let value = node["lang"] else { return [.zh] }
    if value.text == "both" { return Language.allCases }
    guard let language = value.text.flatMap(Language.init(rawValue:)) else {
      report(value.range, .noLanguage)
      return nil
    }
    return [language]
  }

  private mutating func day(of node: YAMLNode) -> CalendarDate? {
    guard let day = node["today"]?.text.flatMap(CalendarDate.init(iso:)) else {
      report(node["today"]?.range ?? node.range, .noDay)
      return nil
    }
    return day
  }

  private mutating func refuseUnknownKeys(_ node: YAMLNode, known: Set<String>) {
    for entry in node.entries ?? [] where !known.contains(entry.key) {
      report(entry.keyRange, .unknownKey(entry.key, nearestNames(to: entry.key, among: known)))
    }
  }

  private mutating func report(_ range: SourceRange, _ fault: ScenarioFault) {
    diagnostics.append(
      Diagnostic(in: source, at: range, check: "scenario", message: fault.message))
  }
}

/// What can be wrong with a scenario or its run, with its wording.
enum ScenarioFault {
  case notAScenario
  case noScenario
  case noWord
  case missing(String)
  case noMapping(String)
  case noList(String)
  case noLanguage
  case noDay
  case unknownKey(String, [String])
  case noFlow(String)
  case noAnswer(String)
  case wrongAnswer(String, BilingualText)
  case unusedAnswer(String, [String])
  case flowStopped(BilingualText)
  case otherOutcome(wanted: String, got: String, path: [String])
  case offPath(String)
  case otherFact(String, wanted: String, got: String)
  case otherLetters(wanted: [String], got: [String])
  case noVariable(String, [String])
}

extension ScenarioFault {
  /// The fault in words, with the fix.
  var message: BilingualText {
    switch self {
    case .notAScenario:
      BilingualText(zh: "这里应是一个场景（键和值）", en: "a scenario (keys and values) is wanted here")
    case .noScenario:
      BilingualText(
        zh: "文件里一个场景也没有；请从 - scenario: 写起",
        en: "there is no scenario in this file; begin one with - scenario:")
    case .noWord:
      BilingualText(zh: "这里应是一个词或一段文字", en: "a word or a text belongs here")
    case .missing(let key):
      BilingualText(zh: "缺少 \(key)", en: "\(key) is missing")
    case .noMapping(let key):
      BilingualText(zh: "\(key) 要写成 {键: 值}", en: "\(key) takes {key: value}")
    case .noList(let key):
      BilingualText(zh: "\(key) 要写成列表 […]，没有就写 []", en: "\(key) takes a list […], [] for none")
    case .noLanguage: BilingualText(zh: "lang 只能是 zh、en 或 both", en: "lang is zh, en or both")
    case .noDay:
      BilingualText(zh: "today 要写成 2026-11-21 这样", en: "today is written like 2026-11-21")
    case .unknownKey(let key, let near):
      BilingualText(
        zh: "没有“\(key)”这个键\(near.first.map { "；是不是“\($0)”？" } ?? "")",
        en: "there is no key \"\(key)\"\(near.first.map { "; did you mean \"\($0)\"?" } ?? "")")
    case .noFlow(let id):
      BilingualText(zh: "没有流程“\(id)”", en: "there is no flow \"\(id)\"")
    case .noAnswer(let key):
      BilingualText(
        zh: "问到“\(key)”，场景里没有它的回答", en: "\"\(key)\" is asked, but the scenario has no answer for it"
      )
    case .wrongAnswer(let key, let problem):
      BilingualText(
        zh: "“\(key)”的回答不能用：\(problem.zh)",
        en: "the answer to \"\(key)\" can't be taken: \(problem.en)")
    case .unusedAnswer(let key, let near):
      BilingualText(
        zh: "“\(key)”从没问到\(near.first.map { "；是不是“\($0)”？" } ?? "；请去掉或改正")",
        en:
          "\"\(key)\" is never asked\(near.first.map { "; did you mean \"\($0)\"?" } ?? "; take it out or mend it")"
      )
    case .flowStopped(let reason):
      BilingualText(zh: "流程停住了：\(reason.zh)", en: "the flow stopped: \(reason.en)")
    case .otherOutcome(let wanted, let got, let path):
      BilingualText(
        zh: "结局应是“\(wanted)”，走到了“\(got)”；路径：\(path.joined(separator: " → "))",
        en:
          "the outcome should be \"\(wanted)\" but is \"\(got)\"; path: \(path.joined(separator: " → "))"
      )
    case .offPath(let key):
      BilingualText(
        zh: "“\(key)”没有按这个顺序问到", en: "\"\(key)\" is not asked in this order")
    case .otherFact(let name, let wanted, let got):
      BilingualText(
        zh: "“\(name)”应是 \(wanted)，实际是 \(got)", en: "\"\(name)\" should be \(wanted) but is \(got)")
    case .otherLetters(let wanted, let got):
      BilingualText(
        zh: "信件应是\(list(wanted, .zh))，实际是\(list(got, .zh))",
        en: "the letters should be \(list(wanted, .en)) but are \(list(got, .en))")
    case .noVariable(let name, let near):
      BilingualText(
        zh: "流程里没有变量“\(name)”\(near.first.map { "；是不是“\($0)”？" } ?? "")",
        en:
          "the flow has no variable \"\(name)\"\(near.first.map { "; did you mean \"\($0)\"?" } ?? "")"
      )
    }
  }
}

/// Names in a row, or that there are none.
private func list(_ names: [String], _ language: Language) -> String {
  switch language {
  case .zh: names.isEmpty ? "一封也没有" : " " + names.joined(separator: "、")
  case .en: names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
