import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Every route leads to a node, every call to a flow, every moved id to a node of today.
  static let danglingTarget = FlowCheck(id: "dangling-target") { context in
    var check = DanglingTargetCheck(context: context)
    check.run()
    return check.found
  }
}

private struct DanglingTargetCheck {
  let context: CheckContext
  var nodes: Speller
  var flows: Speller
  var items: Speller
  var found: [Diagnostic] = []

  init(context: CheckContext) {
    self.context = context
    nodes = Speller(context.flow.nodes.map(\.id))
    flows = Speller(context.library.flows.map(\.id))
    items = Speller(context.flow.variables.map(\.name.text) + context.flow.nodes.map(\.id))
  }

  mutating func run() {
    let flow = context.flow
    look(at: flow.start)
    for use in flow.uses { look(at: use) }
    for node in flow.nodes {
      for target in node.targets { look(at: target) }
      if case .review(let review) = node.kind { look(at: review) }
    }
    for move in flow.moved { look(at: move.new) }
  }

  private mutating func look(at target: Name) {
    guard context.flow.nodeIndex(target.text) == nil, !target.text.isEmpty else { return }
    let fault = DanglingTargetFault.node(target.text, near: nodes.near(target.text))
    found.append(context.fault("dangling-target", at: target.range, fault.message))
  }

  private mutating func look(at review: Review) {
    for item in review.items
    where context.flow.nodeIndex(item.text) == nil && context.flow.variableIndex(item.text) == nil {
      let fault = DanglingTargetFault.item(item.text, near: items.near(item.text))
      found.append(context.fault("dangling-target", at: item.range, fault.message))
    }
  }

  private mutating func look(at use: Use) {
    let fault: DanglingTargetFault
    if let flow = context.library.flow(use.flow.text) {
      guard flow.version != use.version else { return }
      fault = .version(use.flow.text, wanted: use.version, found: flow.version)
    } else {
      fault = .flow(use.flow.text, near: flows.near(use.flow.text))
    }
    found.append(context.fault("dangling-target", at: use.flow.range, fault.message))
  }
}

private enum DanglingTargetFault {
  case node(String, near: [String])
  case item(String, near: [String])
  case flow(String, near: [String])
  case version(String, wanted: Int, found: Int)

  var message: BilingualText {
    switch self {
    case .node(let name, let near):
      FlowChecking.message(
        zh: "没有名为 \"\(name)\" 的节点", en: "no node is named \"\(name)\"", near: near,
        otherwise: BilingualText(zh: "请在 nodes 里加上它", en: "add it under nodes"))
    case .item(let name, let near):
      FlowChecking.message(
        zh: "没有名为 \"\(name)\" 的节点或变量", en: "no node or variable is named \"\(name)\"", near: near)
    case .flow(let name, let near):
      FlowChecking.message(
        zh: "没有流程 \"\(name)\"", en: "there is no flow \"\(name)\"", near: near,
        otherwise: BilingualText(zh: "请把它的文件放在同一个文件夹", en: "put its file into the same folder"))
    case .version(let name, let wanted, let found):
      BilingualText(
        zh: "流程 \"\(name)\" 现在是第 \(found) 版，不是第 \(wanted) 版；看过改动后请写 @\(found)",
        en:
          "the flow \"\(name)\" is at version \(found), not \(wanted); look at what changed, then write @\(found)"
      )
    }
  }
}
