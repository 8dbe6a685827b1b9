import FlowLanguage

extension Node {
  /// Every text the node shows, in file order as far as the language fixes it.
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
}
