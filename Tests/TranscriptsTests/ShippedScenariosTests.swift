import ShippedFlows
import FlowEngine
import FlowLanguage
import FlowTesting
import Testing
import Wording

/// What the scenarios written by hand show of the shipped flows, over and above their coverage.
@Suite struct ShippedScenariosTests {
  private let runs = ShippedFlows.runs

  @Test func `every scenario holds`() {
    let faults = runs.flatMap(\.diagnostics).map { $0.line(in: .en) }
    #expect(faults.isEmpty, "\(faults.prefix(20).joined(separator: "\n"))")
  }

  @Test(arguments: Language.allCases)
  func `every outcome of an offered flow is expected by name in a scenario`(language: Language) {
    let expected = Set(
      runs.filter { $0.scenario.language == language }
        .map { "\($0.scenario.flow.text)/\($0.scenario.outcome.text)" })
    for flow in ShippedFlows.flows where flow.offer != nil {
      for outcome in flow.outcomes {
        #expect(expected.contains("\(flow.id)/\(outcome)"), "\(flow.id)/\(outcome)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `every letter is expected by name in a scenario`(language: Language) {
    let expected = Set(
      runs.filter { $0.scenario.language == language }.flatMap { $0.scenario.letters ?? [] })
    for letter in Self.letters { #expect(expected.contains(letter), "\(letter)") }
  }

  /// Only what the person alone can know stays a blank: fields that the author left to be filled in.
  @Test(arguments: Language.allCases)
  func `every letter renders complete from some walk`(language: Language) {
    var complete: Set<String> = []
    for (id, letter) in filled(in: language) {
      let byHand = Set(
        letter.template.fields.filter { $0.from == nil }.map { $0.label[language] })
      if letter.blanks.allSatisfy(byHand.contains) { complete.insert(id) }
    }
    #expect(complete == Self.letters)
  }

  @Test(arguments: Language.allCases)
  func `no letter of any walk holds a nameless blank or something unknown`(language: Language) {
    for (id, letter) in filled(in: language) {
      let labels = Set(letter.template.fields.map { $0.label[language] })
      #expect(letter.blanks.allSatisfy(labels.contains), "\(id) \(letter.blanks)")
      for words in ["{{", "}}", "（未知）", "(unknown)", "nil", "＿＿＿＿（）", "____ ()"] {
        #expect(!letter.text.contains(words), "\(id): \(words)")
      }
    }
  }

  private static let letters: Set<String> = Set(
    ShippedFlows.flows.flatMap { flow in
      flow.nodes.flatMap { node -> [String] in
        guard case .outcome(let outcome) = node.kind else { return [] }
        return outcome.letters.map(\.name.text)
      }
    })

  private func filled(in language: Language) -> [(id: String, letter: FilledLetter)] {
    runs.filter { $0.scenario.language == language }.flatMap { run in
      guard case .ended(let page) = run.interview.state else {
        return [] as [(String, FilledLetter)]
      }
      return page.letters.compactMap { id in page.filledLetter(id, in: language).map { (id, $0) } }
    }
  }
}

extension Flow {
  fileprivate var outcomes: [String] {
    nodes.compactMap { if case .outcome(let outcome) = $0.kind { outcome.name.text } else { nil } }
  }
}
