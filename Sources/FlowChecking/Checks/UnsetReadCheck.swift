import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// No path reads a variable that was never set on it, or a field that may be absent; the message
  /// shows the shortest path that does.
  static let unsetRead = FlowCheck(id: "unset-read") { context in
    let possible = possibleReads(context)
    return seenReads(context) + possible + missingInputs(context)
  }
}

/// The reads that happened when every state was looked at; at nodes that no path enters, those that
/// happen once the faults before them are mended.
private func seenReads(_ context: CheckContext) -> [Diagnostic] {
  guard let exploration = context.exploration else { return [] }
  let behind = context.mended?.unsetReads.filter { !exploration.isReached[$0.node] } ?? []
  var seen: Set<SourceRange> = []
  return (exploration.unsetReads + behind).flatMap { read -> [Diagnostic] in
    let name = context.flow.variables[read.variable].name.text
    let reads = context.compiled[read.expression]?.reads ?? []
    return reads.filter { $0.name == name && !$0.isGuarded }
      .map { read.expression.fileRange(scalars: $0.range) }
      .filter { seen.insert($0).inserted }
      .map {
        context.fault(
          "unset-read", at: $0, UnsetReadFault.variable(name).message, path: read.path)
      }
  }
}

/// The reads on the paths of the graph; where every state was looked at, only of fields.
private func possibleReads(_ context: CheckContext) -> [Diagnostic] {
  var paths: [AssignmentAnalysis.Fact: (Int) -> [Int]] = [:]
  let offences = context.assignments.offences.filter { offence in
    guard let exploration = context.exploration else { return true }
    let isField = !offence.fact.fields.isEmpty
    if exploration.isReached[offence.node] { return isField }
    return context.mayBeReached(offence.node) && (isField || context.mended == nil)
  }
  return offences.prefix(FlowLimits.diagnostics).map { offence in
    if paths[offence.fact] == nil, paths.count < 200 {
      paths[offence.fact] = context.assignments.pathsWithout(offence.fact)
    }
    let name = context.assignments.name(of: offence.fact)
    let fault: UnsetReadFault =
      offence.fact.fields.isEmpty ? .variable(name) : .field(name)
    let found = paths[offence.fact]?(offence.node) ?? []
    let path = found.isEmpty ? context.graph.shortestPath(to: offence.node) : found
    return context.fault("unset-read", at: offence.range, fault.message, path: path)
  }
}

/// Every input of a called flow is passed.
private func missingInputs(_ context: CheckContext) -> [Diagnostic] {
  context.flow.nodes.flatMap { node -> [Diagnostic] in
    guard case .call(let call) = node.kind, let use = context.flow.use(call.alias.text),
      let called = context.library.flow(for: use)
    else { return [] }
    let passed = Set(call.arguments.map(\.variable.text))
    return called.inputs.map(\.name.text).filter { !passed.contains($0) }.map { input in
      let fault = UnsetReadFault.input(input, called.id)
      return context.fault("unset-read", at: call.alias.range, fault.message)
    }
  }
}

private enum UnsetReadFault {
  case variable(String)
  case field(String)
  case input(String, String)

  var message: BilingualText {
    switch self {
    case .variable(let name):
      BilingualText(
        zh: "走到这里时 \"\(name)\" 可能还没有值；请先问或先算，跳过问题时也要 set，或用 answered(\(name)) 判断",
        en:
          "\"\(name)\" may have no value when this is reached; ask or compute it first, set it in skip too, or test answered(\(name))"
      )
    case .field(let name):
      BilingualText(
        zh: "\"\(name)\" 可能不存在；请用 has(\(name)) 判断，或在文字里写 {\(name) | 代替的话}",
        en:
          "\"\(name)\" may be absent; test has(\(name)), or in a text write {\(name) | other words}"
      )
    case .input(let name, let flow):
      BilingualText(
        zh: "流程 \"\(flow)\" 需要输入 \"\(name)\"；请写 with: {\(name): \"…\"}",
        en: "the flow \"\(flow)\" needs the input \"\(name)\"; write with: {\(name): \"…\"}")
    }
  }
}
