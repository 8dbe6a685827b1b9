import FlowLanguage

extension Node {
  /// Every text the node shows.
  var texts: [FlowText] {
    switch kind {
    case .ask(let ask):
      [ask.text, ask.why, ask.help, ask.skip?.text].compactMap { $0 } + ask.checks.map(\.say)
    case .say(let say): [say.text]
    case .outcome(let outcome):
      [outcome.title, outcome.text].compactMap { $0 } + outcome.deadlines.map(\.what)
        + outcome.steps.map(\.what)
    case .branch, .compute, .call, .each, .review: []
    }
  }

  /// Every text the node shows under the name of its place, `"text"`, `"steps.0"`.
  var textsByRole: [(role: String, text: FlowText)] {
    switch kind {
    case .ask(let ask):
      named([("text", ask.text), ("why", ask.why), ("help", ask.help), ("skip", ask.skip?.text)])
        + numbered("check", ask.checks.map(\.say))
    case .say(let say): [("say", say.text)]
    case .outcome(let outcome):
      named([("title", outcome.title), ("text", outcome.text)])
        + numbered("deadlines", outcome.deadlines.map(\.what))
        + numbered("steps", outcome.steps.map(\.what))
    case .branch, .compute, .call, .each, .review: []
    }
  }
}

private func named(_ texts: [(String, FlowText?)]) -> [(role: String, text: FlowText)] {
  texts.compactMap { role, text in text.map { (role, $0) } }
}

private func numbered(_ role: String, _ texts: [FlowText]) -> [(role: String, text: FlowText)] {
  texts.enumerated().map { ("\(role).\($0)", $1) }
}
