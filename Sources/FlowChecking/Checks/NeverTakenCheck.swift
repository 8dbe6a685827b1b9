import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// No condition is decided before it is asked: one that can never hold, or always does.
  static let neverTaken = FlowCheck(id: "never-taken") { context in
    findings(context).compactMap { finding in
      NeverTakenFault(finding.kind).map {
        context.fault("never-taken", at: finding.range, $0.message, .warning)
      }
    }
  }
}

/// What the analysis found; where every state was looked at, of the conditions of routes what was
/// seen there.
private func findings(_ context: CheckContext) -> [FeasibilityAnalysis.Finding] {
  guard let exploration = context.exploration else { return context.feasibility.findings }
  var routes: Set<SourceRange> = []
  var found: [FeasibilityAnalysis.Finding] = []
  for (index, node) in context.flow.nodes.enumerated() {
    guard case .rules(let rules, let otherwise) = node.next else { continue }
    for (place, rule) in rules.enumerated() {
      routes.insert(rule.condition.range)
      guard let seen = exploration.tried[index][place], seen.wasTold else { continue }
      let hasMore = Next.decidesMore(behind: place, of: rules, otherwise)
      if !seen.held {
        found.append(.init(kind: .never, range: rule.condition.range))
      } else if !seen.failed, hasMore {
        found.append(.init(kind: .always, range: rule.condition.range))
      }
    }
  }
  return found + context.feasibility.findings.filter { !routes.contains($0.range) }
}

private enum NeverTakenFault {
  case never
  case always
  case noAnswer
  case noPassing

  init?(_ kind: FeasibilityAnalysis.Finding.Kind) {
    switch kind {
    case .never: self = .never
    case .always: self = .always
    case .noAnswer: self = .noAnswer
    case .noPassing: self = .noPassing
    case .unbounded: return nil
    }
  }

  var message: BilingualText {
    switch self {
    case .never:
      BilingualText(
        zh: "走到这里时，这个条件不可能成立；请检查前面的条件，或去掉这一条",
        en:
          "this can never hold when it is reached; look at the conditions before it, or take it out"
      )
    case .noAnswer:
      BilingualText(
        zh: "走到这里时不可能给出这个答案；请检查 check 和选项，或去掉这一条",
        en: "this answer can't be given here; look at check and the options, or take the route out")
    case .noPassing:
      BilingualText(
        zh: "走到这里时没有哪个答案能通过这个检查；请改条件",
        en: "no answer passes this check when it is reached; change it")
    case .always:
      BilingualText(
        zh: "走到这里时，这个条件一定成立，后面的都轮不到；请改成 else 或改条件",
        en:
          "this always holds when it is reached, so what follows is never tried; change it, or write else"
      )
    }
  }
}
