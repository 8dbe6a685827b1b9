import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// No condition is decided before it is asked: one that can never hold, or always does.
  static let neverTaken = FlowCheck(id: "never-taken") { context in
    FeasibilityAnalysis(context.flow, context.compiled, context.graph).findings.map { finding in
      context.fault(
        "never-taken", at: finding.condition.range,
        (finding.value ? NeverTakenFault.always : .never).message, .warning)
    }
  }
}

private enum NeverTakenFault {
  case never
  case always

  var message: BilingualText {
    switch self {
    case .never:
      BilingualText(
        zh: "走到这里时，这个条件不可能成立；请检查前面的条件，或去掉这一条",
        en:
          "this can never hold when it is reached; look at the conditions before it, or take it out"
      )
    case .always:
      BilingualText(
        zh: "走到这里时，这个条件一定成立，后面的都轮不到；请改成 else 或改条件",
        en:
          "this always holds when it is reached, so what follows is never tried; change it, or write else"
      )
    }
  }
}
